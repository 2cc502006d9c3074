"""Ctrl-C, and the signals that end a program as it does: heeded wherever they come, save for the moments in which the
output folder takes its place.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Handler = Callable[[int, Any], None]
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Ctrl-C, `kill` or the end of the machine, and a closed terminal."""


class Ended(KeyboardInterrupt):
    """A run is to end; `number` is that of the signal that said so."""

    def __init__(self, number: int):
        super().__init__(number)
        self.number = number


@contextmanager
def heeded() -> Iterator[None]:
    """Raises Ended if one came in the block, though a library made another exception of it.

    DuckDB does: an interrupted query raises RuntimeError, which would pass for a fault of the data.
    """
    came = 0

    def note(number: int, frame: Any) -> None:
        nonlocal came
        came = number
        raise Ended(number)

    with _handled_by(note):
        try:
            yield
        except Exception:
            if came:
                raise Ended(came) from None
            raise


@contextmanager
def put_off() -> Iterator[None]:
    """Ctrl-C does nothing in the block: what it does must not be left half done, and takes but a moment."""
    with _handled_by(lambda number, frame: None):
        yield


@contextmanager
def later() -> Iterator[None]:
    """Ctrl-C in the block is heeded when it ends: while a process begins, Python would drop it."""
    came = 0

    def note(number: int, frame: Any) -> None:
        nonlocal came
        came = number

    with _handled_by(note):
        yield
    if came:
        raise Ended(came)


@contextmanager
def _handled_by(handler: Handler) -> Iterator[None]:
    """Python gives signals to its main thread alone; elsewhere there is nothing to handle. What was told to ignore that
    its terminal closes (nohup) goes on ignoring it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = [number for number in SIGNALS if number == signal.SIGINT or signal.getsignal(number) != signal.SIG_IGN]
    former = {number: signal.signal(number, handler) for number in heard}
    try:
        yield
    finally:
        for number, before in former.items():
            signal.signal(number, before)
