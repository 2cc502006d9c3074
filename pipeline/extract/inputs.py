"""Finds the documents in folders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps"})
"""What a folder is searched for. Formats that cannot be read are listed too: the user is told, not left guessing."""

NOT_DOCUMENTS = ("~$", "._", ".~")
"""How names of files begin that an office program or file system keeps beside a document while it is open or copied."""


class NoInput(Exception):
    """A path that was given does not exist. The message says which."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read. `name` is its path relative to the folder that was given, with forward slashes."""

    path: Path
    name: str

    @property
    def is_document(self) -> bool:
        return not self.path.name.startswith(NOT_DOCUMENTS)


def find(paths: Sequence[Path]) -> list[InputFile]:
    """The Word files in `paths`, sorted by name. Folders are searched below; a single file may have any name.

    A file that is met twice is listed once, by the name that says most. Raises NoInput for a path that does not exist.
    """
    met = sorted((file for path in paths for file in _in(path)), key=lambda file: (len(file.name), file.name))
    found = {file.path.resolve(): file for file in met}
    return sorted(found.values(), key=lambda file: (file.name, str(file.path)))


def _in(path: Path) -> Iterator[InputFile]:
    if not path.exists():
        raise NoInput(f"{path} does not exist")
    if not path.is_dir():
        yield InputFile(path, path.name)
        return
    for file in sorted(path.rglob("*")):
        if file.suffix.lower() in WORD_SUFFIXES and (file.is_file() or file.is_symlink()):
            yield InputFile(file, file.relative_to(path).as_posix())
