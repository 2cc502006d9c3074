"""How far a run has come: a bar on a terminal, plain lines elsewhere, nothing when asked to be quiet."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.text import Text

T = TypeVar("T")
Said = Callable[..., str]
"""Says a text with its facts in the language of who reads it."""


class Progress:
    """Silent. The base of what is shown on a screen."""

    def over(self, stage: str, things: Iterable[T], total: int) -> Iterable[T]:
        """`things`, counted as they pass."""
        return things

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage that takes one step."""
        yield

    def note(self, text: str, **facts: object) -> None:
        """Something that a person should know of the run."""


class Lines(Progress):
    """A line when a stage begins, for logs and pipes."""

    def __init__(self, console: Console, said: Said):
        self._console, self._said = console, said

    def over(self, stage: str, things: Iterable[T], total: int) -> Iterable[T]:
        self._say("{stage}: 1 file" if total == 1 else "{stage}: {total} files", stage=self._said(stage), total=total)
        return things

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._say(name)
        yield

    def note(self, text: str, **facts: object) -> None:
        self._say(text, **facts)

    def _say(self, text: str, **facts: object) -> None:
        with suppress(OSError):  # that nobody can listen is no reason to stop working
            self._console.print(self._said(text, **facts), markup=False)


class Bar(Progress):
    """A bar per stage on a terminal; it goes when the stage ends."""

    def __init__(self, console: Console, said: Said):
        self._console, self._said = console, said

    def over(self, stage: str, things: Iterable[T], total: int) -> Iterable[T]:
        described = TextColumn("{task.description:<10}")
        columns = described, BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn()
        with Bars(*columns, console=self._console, transient=True) as bars:
            yield from bars.track(things, total=total, description=self._said(stage))

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        with self._console.status(self._said(name)):
            yield

    def note(self, text: str, **facts: object) -> None:
        with suppress(OSError):
            self._console.print(self._said(text, **facts), markup=False)


class Rate(ProgressColumn):
    """How many files are done in a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} files/s" if speed else "")


def shown_on(console: Console, said: Said = str.format) -> Progress:
    """Bars on a terminal, else lines."""
    return Bar(console, said) if console.is_terminal else Lines(console, said)
