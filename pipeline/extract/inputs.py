"""Finds the documents in folders."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

EXCEL = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".et")
SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".rtf", ".pdf", *EXCEL})
"""What a folder is searched for. Formats that cannot be read are listed too: the user is told, not left guessing."""

NOT_DOCUMENTS = ("~$", "._", ".~")
"""How names of files begin that an office program or file system keeps beside a document while it is open or copied."""


class NoInput(Exception):
    """A path that was given does not exist. The message says which."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read. `name` is its path relative to the folder that was given, with forward slashes; bytes of it that
    are no text are spelled out.
    """

    path: Path
    name: str

    @property
    def is_document(self) -> bool:
        return not self.path.name.startswith(NOT_DOCUMENTS)


def find(paths: Sequence[Path]) -> list[InputFile]:
    """The documents in `paths`, sorted by name. Folders are searched below, and below links to folders; a single file
    may have any name. A folder that may not be searched is listed itself, so that the reader says what is missing.

    A file that is met twice is listed once, by the name that says most. Raises NoInput for a path that does not exist.
    """
    met = sorted((file for path in paths for file in _in(path)), key=lambda file: (len(file.name), file.name))
    found = {os.path.realpath(file.path): file for file in met}
    return sorted(found.values(), key=lambda file: (file.name, str(file.path)))


def _in(path: Path) -> Iterator[InputFile]:
    try:
        if is_folder := stat.S_ISDIR(path.stat().st_mode):
            os.listdir(path)
    except (FileNotFoundError, NotADirectoryError):
        raise NoInput(f"{path} does not exist") from None
    except OSError as error:
        raise NoInput(f"{path} cannot be read: {error.strerror}") from None
    if not is_folder:
        yield InputFile(path, _text(path.name))
        return
    for file in _below(path):
        yield InputFile(file, _text(file.relative_to(path).as_posix()))


def _below(folder: Path) -> Iterator[Path]:
    """The documents below a folder, and the folders that may not be searched. No folder is searched twice."""
    denied: list[OSError] = []
    searched = set()
    for place, folders, names in os.walk(folder, onerror=denied.append, followlinks=True):
        folders.sort()
        if (real := os.path.realpath(place)) in searched:
            folders.clear()
            continue
        searched.add(real)
        yield from (file for name in names if _is_wanted(file := Path(place, name)))
    yield from (Path(error.filename) for error in denied)


def _is_wanted(file: Path) -> bool:
    """Whether it has the name of a document and is none of the things, such as pipes, that are no files."""
    if file.suffix.lower() not in SUFFIXES:
        return False
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError:  # to be reported by the reader
        return True


def _text(name: str) -> str:
    """A name as text: the bytes of an old Chinese encoding, as archives bring them, are none.

    >>> _text(os.fsdecode("年度.docx".encode("gbk")))
    '\\\\xc4\\\\xea\\\\xb6\\\\xc8.docx'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")
