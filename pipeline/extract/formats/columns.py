"""Where the cells of a table stand that are given by their edges: edges in twips → the columns of a grid."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pipeline.extract.formats.flow import Bound, Row

# Edges that are no further apart are one in print: 10 twips are 0.18 mm, and a hand that drags a border is not that
# exact, nor is a program that turns its units into twips.
NEAR = 10
# Word's limit is 63 cells a row; rows that share no edge make more columns. Where a file states more, none of which
# can be told from its neighbour in print, edges that are further apart count as one.
MOST = 256
_WIDTH = 1440
"""The width of a cell of which the file states none: an inch, as good as any."""


class Columns:
    """The columns of a table. Every cell of a row has at least one, in order, so that no two cover one position."""

    def __init__(self, rows: Iterable[Sequence[Bound]]):
        edges = sorted({edge for row in rows for bound in row for edge in (bound.left, bound.right)})
        near = NEAR
        while len(starts := _clusters(edges, near)) > MOST:
            near *= 2
        self._starts = starts

    def spans(self, bounds: Sequence[Bound]) -> tuple[int, list[int]]:
        """How many columns a row leaves free at its left, and how many each of its cells covers."""
        stop = first = self._column(bounds[0].left) if bounds else 0
        counts = []
        for bound in bounds:
            start, stop = stop, max(self._column(bound.right), stop + 1)
            counts.append(stop - start)
        return first, counts

    def _column(self, edge: int) -> int:
        return max(bisect_right(self._starts, edge) - 1, 0)


def filled(row: Row) -> Sequence[Bound]:
    """The bounds of the cells of a row: as many as it has cells. Those that are not stated stand at its right."""
    stated = row.bounds[: len(row.cells)]
    edge = stated[-1].right if stated else 0
    lacking = range(len(row.cells) - len(stated))
    return [*stated, *(Bound(edge + at * _WIDTH, edge + (at + 1) * _WIDTH) for at in lacking)]


def _clusters(edges: Sequence[int], near: int) -> list[int]:
    """The first of the edges that count as one, for each column line.

    >>> _clusters([0, 3, 10, 11, 40], 10)
    [0, 11, 40]
    """
    starts: list[int] = []
    for edge in edges:
        if not starts or edge - starts[-1] > near:
            starts.append(edge)
    return starts
