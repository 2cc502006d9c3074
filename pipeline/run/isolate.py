"""One bad file hurts nobody, when documents are put together too: one that they cannot be put together with is rejected
alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from pipeline.model.told import Told
from pipeline.run.document import reason

Part = TypeVar("Part")
Made = TypeVar("Made")


class NoTables(Told):
    """No tables can be made, and no single document is to blame. The message says why."""


def set_apart(
    parts: Sequence[Part],
    make: Callable[[Sequence[Part]], Made],
    reject: Callable[[Part, str], Part],
    named: Callable[[Exception], Iterable[int]] = lambda error: (),
) -> Made:
    """What `make` gives; each part that it fails on by itself is replaced by what `reject` makes of it and the reason.

    Only a failure costs time: the parts that it names, if any, are made by themselves, and the others together. Where
    that does not do, halves, and halves of those that fail, are made anew until each culprit stands alone. Raises
    NoTables if `make` fails without any document, on each of several, or only on several together.
    """

    def others(faults: Mapping[int, Exception]) -> list[Part]:
        return [reject(part, reason(faults[no])) if no in faults else part for no, part in enumerate(parts)]

    try:
        return make(parts)
    except Exception as error:
        fault = error
    blamed = {no: alone for no in named(fault) if (alone := _error(make, [parts[no]]))}
    if 0 < len(blamed) < len(parts):
        with suppress(Exception):
            return make(others(blamed))
    _acquit(make)
    faults = blamed if len(blamed) == len(parts) else dict(_culprits(parts, range(len(parts)), fault, make))
    _blame_all(parts, faults)
    try:
        return make(others(faults))
    except Exception as error:
        raise NoTables("the documents cannot be made into tables together: {reason}", reason=reason(error)) from error


def _acquit(make: Callable[[Sequence[Part]], Made]) -> None:
    """Raises NoTables if it is no document's fault."""
    if error := _error(make, ()):
        raise NoTables("no tables can be made, whatever the documents hold: {reason}", reason=reason(error)) from error


def _blame_all(parts: Sequence[Part], faults: Mapping[int, Exception]) -> None:
    """Raises NoTables if `make` fails on each of several documents: that is no fault of theirs."""
    if len(parts) > 1 and len(faults) == len(parts):
        error = faults[0]
        raise NoTables(
            "no document can be made into tables; the first one fails with {reason}", reason=reason(error)
        ) from error


def _culprits(
    parts: Sequence[Part], among: range, error: Exception, make: Callable[[Sequence[Part]], Made]
) -> Iterator[tuple[int, Exception]]:
    """Which of these, on which `make` fails with `error`, it fails on by themselves, and how."""
    if len(among) == 1:
        yield among[0], error
        return
    middle = len(among) // 2
    for half in (among[:middle], among[middle:]):
        if fault := _error(make, [parts[no] for no in half]):
            yield from _culprits(parts, half, fault, make)


def _error(make: Callable[[Sequence[Part]], Made], parts: Sequence[Part]) -> Exception | None:
    try:
        make(parts)
    except Exception as error:
        return error
    return None
