"""The output folder appears whole or not at all: it is written beside OUT, then changes places with OUT.

    .OUT.unfinished   being written, then the former OUT      .OUT.lock   held by a run
    .OUT.last-good    the former OUT, where the system cannot exchange two folders but renames one after the other

All three are gone when a run has ended. What a killed run left is put right by the next one, or by who reads OUT.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from pipeline.load import datapackage, exchange, interrupt, lock, warehouse
from pipeline.load.changed import changed
from pipeline.load.warehouse import NAME as DATABASE
from pipeline.model.told import Told

LITTER = {".DS_Store", "Thumbs.db", "desktop.ini", f"{DATABASE}.wal"}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What a write fails with on a full disk, an exhausted quota, and a limit on the size of files."""


class OutputRefused(Told):
    """Nothing may be written to that place. The message says why and what to do."""


class NoRoom(Told):
    """The disk cannot hold the output. The message says so."""


@contextmanager
def replacing(out: Path, inputs: Iterable[Path]) -> Iterator[Path]:
    """An empty folder to write into. When the block ends, it replaces `out`; when it raises, `out` stays as it was.

    `inputs` are the folders and files that the run reads. Raises OutputRefused if `out` is a file, is or holds
    an input, holds anything that the pipeline did not write, cannot be written, or is being written by another run;
    NoRoom if the disk is full.
    """
    out = _resolved(out)
    _refuse_name(out)
    _refuse_inputs(out, inputs)
    with ExitStack() as stack:
        _lock(out, stack)
        unfinished = _prepared(out)
        try:
            with _room_for(out):
                yield unfinished
                _reach_the_disk(unfinished)
            with interrupt.put_off():
                _swap(unfinished, out)
        finally:
            with interrupt.put_off():
                _recover(out)


def _resolved(out: Path) -> Path:
    try:
        return out.resolve(strict=out.is_symlink())
    except FileNotFoundError:  # a link to a folder that is still to be made
        return out.resolve()
    except (OSError, RuntimeError):  # RuntimeError until Python 3.13
        raise OutputRefused("{out}: this is a link that leads to itself; choose a folder", out=out) from None


def _refuse_name(out: Path) -> None:
    if "?" in str(out):  # DuckDB takes what follows for the parameters of an address
        raise OutputRefused(
            "{out}: the database cannot be written to a path with a question mark; choose another", out=out
        )
    try:
        str(out).encode()
    except UnicodeEncodeError:
        raise OutputRefused(
            "{out}: the database cannot be written to a path that is no UTF-8; choose another", out=out
        ) from None


def _refuse_inputs(out: Path, inputs: Iterable[Path]) -> None:
    for path in inputs:
        if path.resolve().is_relative_to(out):
            raise OutputRefused(
                "{out}: the output would replace the input {path}; choose another output folder", out=out, path=path
            )


def _refuse_foreign(out: Path) -> None:
    """A folder that is replaced is lost: only what we wrote ourselves may be."""
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputRefused("{out}: this is a file; choose a folder for the output", out=out)
    if os.path.ismount(out):
        raise OutputRefused(
            "{out}: a disk is mounted here and cannot be replaced as a whole; choose a folder inside it", out=out
        )
    foreign = _foreign(out)
    if foreign:
        raise OutputRefused(
            "{out}: holds {foreign}, which no run is known to have written; "
            "move it elsewhere or choose another output folder",
            out=out,
            foreign=min(foreign),
        )
    if warehouse.is_open_elsewhere(out / DATABASE):
        raise OutputRefused(
            "{out}: another program has {database} open to write in it; close it there first",
            out=out,
            database=DATABASE,
        )
    if name := next(changed(out), None):
        raise OutputRefused(
            "{out}: holds {name}, which was changed or added since the run that wrote the rest; "
            "move the folder elsewhere or choose another",
            out=out,
            name=name,
        )


def _foreign(out: Path) -> set[str]:
    """What a folder holds, however deep, that the pipeline is not known to have written."""
    listed = datapackage.listed(out) or set()
    ours = listed.union(*(map(str, PurePosixPath(name).parents) for name in listed))
    if strange := {path.name for path in out.iterdir()} - LITTER - ours:
        return strange  # without a look into folders that may hold all that a person has
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.name not in LITTER} - ours


@contextmanager
def _explained(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputRefused(
            "{out}: cannot be written ({reason}); check the permissions, close the programs "
            "that use it, or choose another output folder",
            out=out,
            reason=error.strerror,
        ) from None


@contextmanager
def _room_for(out: Path) -> Iterator[None]:
    """Tells a full disk from other faults; the database has no exception of its own for it, but the system's words."""
    try:
        yield
    except Exception as error:
        words = [os.strerror(code) for code in NO_ROOM]
        if getattr(error, "errno", None) in NO_ROOM or any(text in str(error) for text in words):
            raise NoRoom("the disk has no room for the output ({error})", error=error) from error
        raise


def _lock(out: Path, stack: ExitStack) -> None:
    try:
        with _explained(out):
            out.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(lock.held(_beside(out, "lock")))
    except lock.Busy:
        raise OutputRefused("{out}: another run is writing to it; wait until it has finished", out=out) from None


def _prepared(out: Path) -> Path:
    with _explained(out):
        _recover(out)
        _refuse_foreign(out)
        unfinished = _beside(out, "unfinished")
        unfinished.mkdir()
        return unfinished


def _reach_the_disk(folder: Path) -> None:
    """Sees to it that files are on the disk before they take the place of others: a system may rename first and write
    later, and a power cut in between would leave a folder of empty files.
    """
    for path in folder.rglob("*"):
        if path.is_dir():
            _flush_names(path)
        else:
            _flush(path, os.O_RDWR)  # Windows flushes no file that is open for reading only
    _flush_names(folder)


def _flush_names(folder: Path) -> None:
    """Not every system and file system can do this for a folder, and those that cannot need it not or offer no other
    way.
    """
    with suppress(OSError):
        _flush(folder, os.O_RDONLY)


def _flush(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(unfinished: Path, out: Path) -> None:
    with _explained(out):
        _refuse_foreign(out)
        if not (out.exists() and exchange.exchanged(unfinished, out)):
            if out.exists():
                out.rename(_beside(out, "last-good"))
            unfinished.rename(out)
    _flush_names(out.parent)


def put_back(out: Path) -> None:
    """Puts the last good folder back that a run left aside when it was killed, for those who only read. Never raises:
    where that cannot be, or another run is at it, all stays as it is.
    """
    with suppress(OSError, RuntimeError, ValueError, lock.Busy):
        out = out.resolve()
        if _is_aside(out):
            with lock.held(_beside(out, "lock")), interrupt.put_off():
                _recover(out)


def _is_aside(out: Path) -> bool:
    return _beside(out, "last-good").exists() and not _holds_anything(out)


def _recover(out: Path) -> None:
    """Puts the last good folder back if its successor did not take its place, and removes what is left over."""
    last_good = _beside(out, "last-good")
    if _is_aside(out):
        if out.exists():
            out.rmdir()
        last_good.rename(out)
    for stale in (last_good, _beside(out, "unfinished")):
        shutil.rmtree(stale, ignore_errors=True)


def _holds_anything(folder: Path) -> bool:
    return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f".{out.name}.{what}")
