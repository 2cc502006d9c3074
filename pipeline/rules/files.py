"""Files that a person names: how they are read and where they may be written, and what to do where that fails."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pipeline.model.told import Told

OPEN = ("~${name}", ".~lock.{name}#")
"""What Office and LibreOffice put beside a file that is open in them."""


class NotRead(Told):
    """A file cannot be read. The message says which, why, and what to do."""


class NotWritten(Told):
    """A file cannot be written. The message says which, why, and what to do."""


def text(path: Path) -> str:
    """The text of a file in UTF-8, without the byte order mark that Notepad and Excel put before it. Raises NotRead."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise NotRead("{path}: cannot be read: {reason}", path=path, reason=error.strerror) from None
    except UnicodeDecodeError:
        raise NotRead("{path}: cannot be read: it is no UTF-8; save it as UTF-8", path=path) from None


def written(path: Path, suffix: str, dataset: Path, write: Callable[[Path], None]) -> None:
    """Has `write` write the file `path`: beside it, and moved into place when it is whole.

    Raises NotWritten if its name has not the `suffix` by which programs know what it holds (empty: any will do), if it
    is to stand in the folder of the `dataset`, which the next run replaces as a whole, if it is open in a program that
    would later write its own state over it, or if `write` raises OSError.
    """
    if suffix and path.suffix.lower() != suffix:
        raise NotWritten("{path}: the name of this file must end in {suffix}", path=path, suffix=suffix)
    _refuse_inside(path, dataset)
    try:
        _in_place(path, write)
    except OSError as error:
        raise _not_written(path, error) from None


def made_folder(folder: Path, dataset: Path) -> None:
    """Makes the folder for files that are to be written, if it is not there. Raises NotWritten as `written` does."""
    _refuse_inside(folder, dataset)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(folder, error) from None


def _refuse_inside(path: Path, dataset: Path) -> None:
    if path.resolve().is_relative_to(dataset.resolve()):
        raise NotWritten(
            "{path}: runs replace the folder {dataset} as a whole; write the file elsewhere", path=path, dataset=dataset
        )


def _not_written(path: Path, error: OSError) -> NotWritten:
    return NotWritten(
        "{path}: cannot be written: {reason}; {what_to_do}",
        path=path,
        reason=error.strerror,
        what_to_do=_what_to_do(path),
    )


def _in_place(path: Path, write: Callable[[Path], None]) -> None:
    """What is there stays until the new file is whole. What is no file, such as standard output, has no place."""
    if path.exists() and not path.is_file():
        write(path)
        return
    place = path.resolve()
    if any(place.with_name(mark.format(name=place.name)).exists() for mark in OPEN):
        raise NotWritten("{path}: a program has this file open; close it there first", path=path)
    beside = place.with_name(f".{place.stem}.{os.getpid()}.unfinished{place.suffix}")
    try:
        write(beside)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _what_to_do(path: Path) -> Told:
    if path.is_dir():
        return Told("this is a folder: name a file in it")
    if not path.parent.is_dir():
        return Told("make the folder {folder} first", folder=path.parent)
    return Told("close the program that has it open, check the permissions, or choose another name")
