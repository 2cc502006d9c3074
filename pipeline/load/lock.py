"""A lock on a file that dies with its process, however that ends: the operating system holds it, not the file."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_held: set[int] = set()


class Busy(Exception):
    """Another run holds the lock."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Holds the lock file `path` for the length of the block and removes it afterwards.

    Raises Busy at once if a living process, or this one, holds it already; OSError if the file cannot be made.
    """
    handle = _acquire(path)
    _held.add(handle)
    try:
        yield
    finally:
        if handle in _held:
            _held.discard(handle)
            _release(handle, path)


def _acquire(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _seize(handle)
        except OSError as error:
            os.close(handle)
            raise Busy(str(path)) if error.errno in _TAKEN else error from None
        if _is_current(handle, path):
            return handle
        os.close(handle)


def _seize(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_current(handle: int, path: Path) -> bool:
    """False if the run before us removed the file between our opening and our locking it."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def _release(handle: int, path: Path) -> None:
    if fcntl:  # while still locked, so that no other run locks a file that is about to vanish
        path.unlink(missing_ok=True)
    os.close(handle)
    if not fcntl:  # Windows removes no open file, ours or another run's
        with suppress(OSError):
            path.unlink()


def _let_go() -> None:
    """A forked worker must not keep the lock of a run that was killed."""
    for handle in _held:
        os.close(handle)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
