"""Ctrl-C: heeded wherever it comes, save for the moments in which the output folder takes its place."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Handler = Callable[[int, Any], None]


@contextmanager
def heeded() -> Iterator[None]:
    """Raises KeyboardInterrupt if it came in the block, though a library made another exception of it.

    DuckDB does: an interrupted query raises RuntimeError, which would pass for a fault of the data.
    """
    pressed = False

    def note(number: int, frame: Any) -> None:
        nonlocal pressed
        pressed = True
        raise KeyboardInterrupt

    with _handled_by(note):
        try:
            yield
        except Exception:
            if pressed:
                raise KeyboardInterrupt from None
            raise


@contextmanager
def put_off() -> Iterator[None]:
    """Ctrl-C does nothing in the block: what it does must not be left half done, and takes but a moment."""
    with _handled_by(lambda number, frame: None):
        yield


@contextmanager
def later() -> Iterator[None]:
    """Ctrl-C in the block is heeded when it ends: while a process begins, Python would drop it."""
    pressed = False

    def note(number: int, frame: Any) -> None:
        nonlocal pressed
        pressed = True

    with _handled_by(note):
        yield
    if pressed:
        raise KeyboardInterrupt


@contextmanager
def _handled_by(handler: Handler) -> Iterator[None]:
    """Python gives signals to its main thread alone; elsewhere there is nothing to handle."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
