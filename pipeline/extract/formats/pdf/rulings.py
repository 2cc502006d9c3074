"""Pieces of lines as they are drawn → whole rules at the same places, whatever they are drawn in."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.extract.formats.pdf.shapes import Rule

SNAP = 3.0
"""Lines this near to each other, in points, are one: a double line, or the borders of two cells that touch."""
_DASH = 8.0
"""Dashes are shorter than this, and so are the gaps between them."""
SHORTEST = 5.0
"""No cell is narrower or lower."""


def whole(pieces: Iterable[Rule]) -> list[Rule]:
    """The rules that pieces make up: those at one place are put on one line, and joined where they touch.

    >>> whole([Rule(10, 0, 50), Rule(12, 50, 100), Rule(40, 0, 90), Rule(70, 0, 2)])
    [Rule(at=11.0, start=0, end=100), Rule(at=40.0, start=0, end=90)]
    """
    return [
        joined
        for line in _at_one_place(pieces)
        for joined in _joined(line, _place(line))
        if joined.end - joined.start >= SHORTEST
    ]


def places(values: Iterable[float]) -> list[float]:
    """The distinct places among coordinates, in order; those nearer than `SNAP` to the first of them are one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= SNAP:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def nearest(at: Sequence[float], value: float) -> int:
    """The number of the place that is nearest to a value; the places stand in order.

    >>> nearest([0, 10, 20], 14), nearest([0, 10, 20], 99)
    (1, 2)
    """
    after = bisect_left(at, value)
    near = [number for number in (after - 1, after) if 0 <= number < len(at)]
    return min(near, key=lambda number: abs(at[number] - value))


def _at_one_place(pieces: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Pieces by place. A group reaches no further than `SNAP` from its first piece, so that it cannot creep."""
    group: list[Rule] = []
    for piece in sorted(pieces):
        if group and piece.at - group[0].at > SNAP:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _place(line: Sequence[Rule]) -> float:
    """Where a line stands: the longer a piece, the more it counts."""
    length = sum(piece.end - piece.start for piece in line)
    return sum(piece.at * (piece.end - piece.start) for piece in line) / length if length else line[0].at


def _joined(line: Sequence[Rule], at: float) -> Iterator[Rule]:
    """The pieces of one line, joined where they touch or, if it is dashed, over its gaps."""
    ordered = sorted(line, key=lambda piece: piece.start)
    gap = _gap(ordered)
    start, end = ordered[0].start, ordered[0].end
    for piece in ordered[1:]:
        if piece.start - end > gap:
            yield Rule(at, start, end)
            start, end = piece.start, piece.end
        end = max(end, piece.end)
    yield Rule(at, start, end)


def _gap(ordered: Sequence[Rule]) -> float:
    """How far apart pieces of one line may be: dashes, of which most pieces must be, stand a dash or more apart."""
    dashes = sum(piece.end - piece.start <= _DASH for piece in ordered)
    if dashes < 4 or dashes * 2 < len(ordered):
        return SNAP
    gaps = sorted(after.start - before.end for before, after in pairwise(ordered))
    return max(SNAP, min(_DASH, 1.5 * gaps[len(gaps) // 2]))
