"""Finds the documents in folders and archives."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipeline.extract import wanted
from pipeline.extract.formats import archive, sniff
from pipeline.model.finding import Rejected
from pipeline.model.told import Told

NOT_DOCUMENTS = ("~$", "._", ".~")
"""How names of files begin that an office program or file system keeps beside a document while it is open or copied."""

SOURCES = "SOURCES.csv"
"""The list beside documents that says where they come from. It is no document, and not counted as unread."""

DATASET = frozenset({"budget_targets.duckdb", "datapackage.json"})
"""What a folder holds that a run wrote."""
SHOWN = ("/proc", "/sys", "/dev")
"""Where a system shows what it does, and its devices, as if they were files."""


class NoInput(Told):
    """A path that was given does not exist. The message says which."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read. `name` is its path relative to the folder that was given, with forward slashes; bytes of it that
    are no text are spelled out. Of a file in an archive, `path` is the archive's, and `place` its number there; in
    archives in that one the number in each.
    """

    path: Path
    name: str
    place: tuple[int, ...] = ()

    @property
    def is_document(self) -> bool:
        return not self.name.rpartition("/")[2].startswith(NOT_DOCUMENTS)


class Found(NamedTuple):
    """The files to read in the order of their names, and how many of each kind of name are no documents."""

    files: list[InputFile]
    passed: Counter[str]


class _Met(NamedTuple):
    """A file that was met, and whether it is a document."""

    file: InputFile
    is_document: bool


def find(paths: Sequence[Path]) -> Found:
    """The documents in `paths`. Folders are searched below, and below links to folders, and so are archives; a single
    file may have any name. A folder that may not be searched is listed itself, and so is an archive that cannot be
    opened or holds no document, so that the reader says what is missing.

    A file that is met twice is listed once, by the name that says most. Raises NoInput for a path that does not exist.
    """
    met = sorted((one for path in paths for one in _in(path)), key=lambda one: (len(one.file.name), one.file.name))
    found = {(os.path.realpath(one.file.path), one.file.place): one for one in met}
    files = (one.file for one in found.values() if one.is_document)
    passed = (
        wanted.ending(one.file.name)
        for one in found.values()
        if not one.is_document and not _lists_sources(one.file.name)
    )
    return Found(sorted(files, key=lambda file: (file.name, str(file.path), file.place)), Counter(passed))


def _in(path: Path) -> Iterator[_Met]:
    try:
        if is_folder := stat.S_ISDIR(path.stat().st_mode):
            os.listdir(path)
    except (FileNotFoundError, NotADirectoryError):
        raise NoInput("{path} does not exist", path=path) from None
    except OSError as error:
        raise NoInput("{path} cannot be read: {reason}", path=path, reason=error.strerror) from None
    if not is_folder:
        yield from _opened(InputFile(path, _text(path.name)), is_asked_for=True)
        return
    for file in _below(path):
        yield from _opened(InputFile(file, _text(file.relative_to(path).as_posix())))


def _below(folder: Path) -> Iterator[Path]:
    """The files below a folder, and the folders that may not be searched. No folder is searched twice, and none that
    holds a dataset: what a run wrote is no document. Nor is one in which the system only shows what it does: its
    files may have no end.
    """
    denied: list[OSError] = []
    shown = {os.stat(place).st_dev for place in SHOWN if os.path.ismount(place)}
    searched = set()
    for place, folders, names in os.walk(folder, onerror=denied.append, followlinks=True):
        folders.sort()
        if (real := os.path.realpath(place)) in searched:
            folders.clear()
            continue
        searched.add(real)
        if DATASET.issubset(names) or _device(place) in shown:
            folders.clear()
            continue
        yield from (Path(place, name) for name in names)
    yield from (Path(error.filename) for error in denied)


def _device(place: str) -> int | None:
    with suppress(OSError):
        return os.stat(place).st_dev
    return None


def _opened(file: InputFile, is_asked_for: bool = False) -> Iterable[_Met]:
    """What a file is to be read as: itself, the documents in it, or none."""
    is_named = is_asked_for or wanted.ending(file.name) in wanted.SUFFIXES
    try:
        start = _start(file.path)
    except OSError:  # to be reported by the reader, if a document is missing
        return [_Met(file, is_named or file.path.is_dir())]
    if start is None:
        return [_Met(file, True)] if is_asked_for else []
    if file.is_document and archive.is_archive(start):
        return _unpacked(file, is_named)
    is_wanted = not _lists_sources(file.name) and wanted.is_document(file.name, start, file.path.read_bytes)
    return [_Met(file, is_asked_for or is_wanted)]


def _unpacked(file: InputFile, is_named: bool) -> list[_Met]:
    """What is in an archive; if no document is, the archive itself, so that it is told. What only looks like one is
    itself too.
    """
    with suppress(Rejected, OSError, MemoryError):
        opened = archive.Archive(file.path)
        if opened.kind.format != sniff.ZIP:
            return [_Met(file, is_named or opened.kind.format in sniff.DOCUMENTS)]
        held = [_held(file, member) for member in archive.members(opened)]
        if any(one.is_document for one in held):
            return held
    return [_Met(file, is_named)]


def _held(file: InputFile, member: archive.Member) -> _Met:
    inside = InputFile(file.path, f"{file.name}/{member.name}", member.place)
    is_wanted = not _lists_sources(member.name) and wanted.is_document(member.name, member.start, member.read)
    return _Met(inside, is_wanted)


def _lists_sources(name: str) -> bool:
    return name.rpartition("/")[2] == SOURCES


def _start(path: Path) -> bytes | None:
    """The first bytes of a file, None for the things, such as pipes, that are no files. Raises OSError."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return None
    with path.open("rb") as file:
        return file.read(sniff.START)


def _text(name: str) -> str:
    """A name as text: the bytes of an old Chinese encoding, as archives bring them, are none.

    >>> _text(os.fsdecode("年度.docx".encode("gbk")))
    '\\\\xc4\\\\xea\\\\xb6\\\\xc8.docx'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")
