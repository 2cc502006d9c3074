"""One bad file hurts nobody, after it was read too: a document of which no tables can be made is rejected alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from traceback import walk_tb
from typing import TypeVar

from pipeline.extract.read import rejected
from pipeline.model.reading import Outcome

T = TypeVar("T")
Make = Callable[[Sequence[Outcome]], T]
"""Makes the tables of the documents in these outcomes."""

CODE = "transform_failed"
QUOTED = 300
"""Characters of an exception's message that a finding quotes: enough for the value and the column."""


class NoTables(Exception):
    """No tables can be made, and no single document is to blame. The message says why."""


def set_apart(outcomes: Sequence[Outcome], make: Make[T]) -> T:
    """What `make` gives; each document that it fails on by itself is rejected, and adds nothing but its cells.

    Only a failure costs time: halves, and halves of those that fail, are then made anew until each culprit stands
    alone. Raises NoTables if `make` fails without any document, on each of several, or only on several together.
    """
    try:
        return make(outcomes)
    except Exception as error:
        _acquit(make)
        faults = dict(_culprits(outcomes, range(len(outcomes)), error, make))
    _blame_all(outcomes, faults)
    others = [_set_apart(one, faults[no], make) if no in faults else one for no, one in enumerate(outcomes)]
    try:
        return make(others)
    except Exception as error:
        raise NoTables(f"the documents cannot be made into tables together: {_reason(error)}") from error


def _acquit(make: Make[T]) -> None:
    """Raises NoTables if it is no document's fault."""
    if error := _error(make, ()):
        raise NoTables(f"no tables can be made, whatever the documents hold: {_reason(error)}") from error


def _blame_all(outcomes: Sequence[Outcome], faults: Mapping[int, Exception]) -> None:
    """Raises NoTables if `make` fails on each of several documents: that is no fault of theirs."""
    read = {no for no, one in enumerate(outcomes) if one.status not in ("rejected", "skipped")}
    if len(read) > 1 and read <= faults.keys():
        error = faults[min(read)]
        raise NoTables(f"no document can be made into tables; the first one fails with {_reason(error)}") from error


def _culprits(
    outcomes: Sequence[Outcome], among: range, error: Exception, make: Make[T]
) -> Iterator[tuple[int, Exception]]:
    """Which of these, on which `make` fails with `error`, it fails on by themselves, and how."""
    if len(among) == 1:
        yield among[0], error
        return
    middle = len(among) // 2
    for half in (among[:middle], among[middle:]):
        if fault := _error(make, [outcomes[no] for no in half]):
            yield from _culprits(outcomes, half, fault, make)


def _set_apart(outcome: Outcome, error: Exception, make: Make[T]) -> Outcome:
    """The outcome as a rejected one: with its cells, or without if they are what `make` fails on."""
    with_cells = rejected(outcome, CODE, _reason(error))
    return with_cells if _error(make, [with_cells]) is None else rejected(outcome, CODE, _reason(error), cells=False)


def _error(make: Make[T], outcomes: Sequence[Outcome]) -> Exception | None:
    try:
        make(outcomes)
    except Exception as error:
        return error
    return None


def _reason(error: Exception) -> str:
    """The exception in one line, with our function that met it: what a report of the fault must say."""
    names = [f"{frame.f_globals['__name__']}.{frame.f_code.co_name}" for frame, _ in walk_tb(error.__traceback__)]
    place = [name for name in names if name.startswith("pipeline.")][-1]
    return f"{' '.join(f'{type(error).__name__}: {error}'.split())[:QUOTED]} in {place}"
