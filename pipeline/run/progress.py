"""How far a run has come: a bar on a terminal, plain lines elsewhere, nothing when asked to be quiet."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

T = TypeVar("T")


class Progress:
    """Silent. The base of what is shown on a screen."""

    def over(self, stage: str, things: Iterable[T], total: int) -> Iterable[T]:
        """`things`, counted as they pass."""
        return things

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage that takes one step."""
        yield


class Lines(Progress):
    """A line when a stage begins, for logs and pipes."""

    def __init__(self, console: Console):
        self._console = console

    def over(self, stage: str, things: Iterable[T], total: int) -> Iterable[T]:
        self._say(f"{stage}: {total} file{'' if total == 1 else 's'}")
        return things

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._say(name)
        yield

    def _say(self, text: str) -> None:
        with suppress(OSError):  # that nobody can listen is no reason to stop working
            self._console.print(text)


class Bar(Progress):
    """A bar per stage on a terminal; it goes when the stage ends."""

    def __init__(self, console: Console):
        self._console = console

    def over(self, stage: str, things: Iterable[T], total: int) -> Iterable[T]:
        columns = TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        with Bars(*columns, console=self._console, transient=True) as bars:
            yield from bars.track(things, total=total, description=stage)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        with self._console.status(name):
            yield


def shown_on(console: Console) -> Progress:
    """Bars on a terminal, else lines."""
    return Bar(console) if console.is_terminal else Lines(console)
