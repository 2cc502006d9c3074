"""Columns of values side by side: of one kind in each row, for several regions, grades or times, or as target and
result.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.layout.header.contents import Held

MOST = 0.5
SEVERAL = 2
"""So many bounds at least tell that a column prints them."""

TWICE = 2
"""Up to so many times as much is of one size."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def are_parallel(one: Held, other: Held) -> bool:
    """Whether two columns print values of one kind in most rows: numbers of one unit, or words of one shape."""
    shared = one.frames.keys() & other.frames.keys()
    same = sum(one.frames[row_no] == other.frames[row_no] for row_no in shared)
    return same > MOST * len(shared) and len(shared) > MOST * max(len(one.frames), len(other.frames))


def parallels(place: int, held: Sequence[Held], known: Mapping[int, str], role: str) -> int:
    """How many columns print values of one kind with that at a place, which is one of them; of those that words name
    only the ones with a role.
    """
    beside = (other for at, other in enumerate(held) if known.get(at, role) == role)
    return sum(are_parallel(held[place], other) for other in beside)


def are_bounded(one: Held, other: Held, several: bool) -> bool:
    """Whether both columns print bounds in most rows where one does: what was reached has none. Of two columns they are
    others, for a result may repeat the bound that it keeps; beside `several` more they may be the same.
    """
    both, any_ = one.bounded & other.bounded, one.bounded | other.bounded
    told = [row_no for row_no in both if several or one.texts[row_no].strip() != other.texts[row_no].strip()]
    return len(told) >= SEVERAL and len(both) > MOST * len(any_)


def alike(one: Held, other: Held) -> float:
    """In which share of the rows both print, two columns print one shape, or a bare number of the same size."""
    shared = one.shapes.keys() & other.shapes.keys()
    same = sum(one.shapes[row_no] == other.shapes[row_no] or _is_near(one, other, row_no) for row_no in shared)
    return same / len(shared) if shared else 0.0


def _is_near(one: Held, other: Held, row_no: int) -> bool:
    """Whether a column prints a number without unit that is about as large as what the other begins with: 50, ≥50个."""
    own, beside = (_NUMBER.search(held.texts[row_no].replace(",", "")) for held in (one, other))
    if one.frames[row_no] or not own or not beside:
        return False
    small, large = sorted((float(own[0]), float(beside[0])))
    return large <= TWICE * small
