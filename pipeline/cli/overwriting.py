"""Nothing that a person wrote is written over: which files may be replaced.

A file may be replaced if it holds, byte for byte, what this program wrote. That is known by its checksum, which is kept
in the folder of the cache; where it is not known any more, the file counts as a person's.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pipeline.rules import files
from pipeline.rules.files import NotWritten

REGISTER = "written"
"""The folder in that of the cache that holds a file, empty, under the checksum of each file that was written."""


def guard(path: Path, out: Path, overwrite: bool | None = None) -> None:
    """Raises NotWritten if a file stands at `path` that may not be replaced: a document that the dataset `out` was made
    of never, what this program did not write, or a person changed since, only if `overwrite` says so; None is that of a
    command without such an option.
    """
    if not path.is_file():  # a folder is refused by the writer, standard output holds nothing
        return
    guard_documents(path, out)
    checksum = _checksum(path)
    if overwrite or _register(checksum).exists():
        return
    if overwrite is None:
        raise NotWritten(
            "{path}: this file was not written by this program, or was changed since; name another file", path=path
        )
    raise NotWritten(
        "{path}: this file was not written by this program, or was changed since; "
        "name another file, or say --overwrite to lose it",
        path=path,
    )


def guard_documents(path: Path, out: Path) -> None:
    """Raises NotWritten if a document that the dataset `out` was made of stands at `path`."""
    if path.is_file() and _checksum(path) in _inputs(out):
        raise NotWritten("{path}: this is a document that the dataset was made of; name another file", path=path)


def written(path: Path, suffix: str, out: Path, write: Callable[[Path], None], overwrite: bool | None = None) -> None:
    """Has a file written that nobody has to miss. Raises NotWritten."""
    guard(path, out, overwrite)
    files.written(path, suffix, out, write)
    remember(path)


def remember(path: Path) -> None:
    """Keeps that this program wrote what a file holds; where that cannot be, the file is not replaced later."""
    if path.is_file():
        with suppress(OSError):
            mark = _register(_checksum(path))
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()


def _inputs(out: Path) -> set[str]:
    from pipeline.load import parquet
    from pipeline.schema.tables.documents import DOCUMENTS

    try:
        return set(parquet.distinct(DOCUMENTS, "sha256", out))
    except (OSError, ValueError):  # without a dataset there is no document of it
        return set()


def _register(checksum: str) -> Path:
    from pipeline.run.cache import default_folder

    return default_folder() / REGISTER / checksum


def _checksum(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
