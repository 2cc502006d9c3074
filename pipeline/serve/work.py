"""A run in a process of its own, which tells how far it has come: what a document does to it, the page survives."""

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from pipeline.load.folder import NoRoom
from pipeline.model.allowance import Allowance
from pipeline.reports.summary import Report
from pipeline.rules import book
from pipeline.run.dataset import run
from pipeline.run.options import NothingUsable, Options
from pipeline.run.progress import Progress
from pipeline.serve import results
from pipeline.serve.phases import DONE, FAILED, NO_ROOM, NOTHING

T = TypeVar("T")
Tell = Callable[[Mapping[str, Any]], None]


def work(raw: Path, folder: Path, seconds: float, told: Connection) -> None:
    """Makes the dataset of the documents in `raw` and what is downloaded of it in `folder`, and tells how that ended.

    Nothing is kept for later runs: whoever lays documents on the page leaves none of them behind.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt, OSError):  # the page is gone, or wants no answer any more
        told.send(_made(raw, folder, Options(cache=None, allowance=Allowance(seconds=seconds)), told.send))


def _made(raw: Path, folder: Path, options: Options, tell: Tell) -> Mapping[str, Any]:
    rules, progress = book.default(), Told(tell)
    try:
        report = run([raw], folder / results.DATASET, progress, rules, options)
        made = results.make(raw, folder, rules, progress, options.allowance)
    except NothingUsable as nothing:
        return {"phase": NOTHING, **_summary(nothing.report)}
    except NoRoom:
        return {"phase": NO_ROOM}
    except Exception as error:  # told on the page, whatever it was
        return {"phase": FAILED, "fault": f"{type(error).__name__}: {error}"}
    return {"phase": DONE, **_summary(report), **made}


def _summary(report: Report) -> dict[str, Any]:
    """The figures of a run, as JSON can hold them."""
    totals = {name: str(value) if isinstance(value, Decimal) else value for name, value in report.totals.items()}
    return {
        "totals": totals,
        "severities": report.by_severity,
        "checks": [len(report.checks), len(report.broken)],
        "inputs": [dict(row) for row in report.inputs],
    }


class Told(Progress):
    """Tells each step to the page."""

    def __init__(self, tell: Tell):
        self._tell = tell

    def over(self, stage: str, things: Iterable[T], total: int) -> Iterator[T]:
        self._step(stage, 0, total)
        for number, thing in enumerate(things, 1):
            self._step(stage, number, total)
            yield thing

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._step(name, 0, 0)
        yield

    def _step(self, stage: str, done: int, total: int) -> None:
        self._tell({"stage": stage, "done": done, "total": total})
