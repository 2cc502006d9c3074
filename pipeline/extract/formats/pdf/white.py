"""White that goes through several lines → the columns of text between it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.formats.pdf.lines import Line
from pipeline.extract.formats.pdf.shapes import Box

_GAP = 0.8
"""White of this many characters parts two texts of a line."""
_COLUMN_GAP = 1.5
"""Columns stand apart by more than this many characters."""
_LEAST_LINES = 3
_MOST_COLUMNS = 50


class Piece(NamedTuple):
    """A stretch across the page: from where to where, in points."""

    left: float
    right: float

    def meets(self, other: "Piece") -> bool:
        """Whether two stretches have a part in common.

        >>> Piece(0, 10).meets(Piece(9, 20)), Piece(0, 10).meets(Piece(10, 20))
        (True, False)
        """
        return self.left < other.right and other.left < self.right

    def with_(self, others: Iterable["Piece"]) -> "Piece":
        """The stretch that takes in this one and others."""
        all_ = (self, *others)
        return Piece(min(each.left for each in all_), max(each.right for each in all_))


def pieces(line: Line) -> list[Piece]:
    """The stretches of a line that have no wide white in them, from left to right."""
    found: list[Piece] = []
    for char in line.chars:
        if char.text == " ":
            continue
        if found and char.left - found[-1].right < _GAP * line.size:
            found[-1] = Piece(found[-1].left, max(found[-1].right, char.right))
        else:
            found.append(Piece(char.left, char.right))
    return found


def columns_of(rows: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The columns of rows of pieces, from left to right; fewer than two if there are none.

    The narrowest pieces come first, so that one that reaches over several columns, as a title does, makes none of its
    own. Two columns that no row shows beside each other are one, whose texts stand differently in it.

    >>> columns_of([[Piece(0, 90), Piece(100, 120)], [Piece(0, 20), Piece(130, 160)], [Piece(5, 170)]])
    [Piece(left=0, right=90), Piece(left=100, right=160)]
    """
    found: list[Piece] = []
    for piece in sorted({piece for row in rows for piece in row}, key=lambda piece: (piece.right - piece.left, piece)):
        met = [each for each in found if each.meets(piece)]
        if len(met) < 2:
            found = [*(each for each in found if each not in met), piece.with_(met)]
    found.sort()
    while (number := _never_beside(found, rows)) is not None:
        found[number : number + 2] = [found[number].with_(found[number + 1 : number + 2])]
    return found


def filled(row: Iterable[Piece], columns: Sequence[Piece]) -> set[int]:
    """The numbers of the columns that pieces stand in."""
    return {number for number, column in enumerate(columns) if any(map(column.meets, row))}


def _never_beside(columns: Sequence[Piece], rows: Sequence[Sequence[Piece]]) -> int | None:
    """The first column that no row shows beside the next one, each with a piece of its own."""
    own = [set(_own(row, columns)) for row in rows]
    for number, pair in enumerate(pairwise(range(len(columns)))):
        if not any(set(pair) <= each for each in own):
            return number
    return None


def _own(row: Iterable[Piece], columns: Sequence[Piece]) -> Iterator[int]:
    for piece in row:
        if len(stood := filled([piece], columns)) == 1:
            yield from stood


def unruled(lines: Sequence[Line], tables: Sequence[Box]) -> Iterator[list[Line]]:
    """Lines one below the other whose text stands in columns, without lines between them."""
    group: list[Line] = []
    above: list[float] = []
    for line in lines:
        starts = _columns(line)
        is_near = group and not any(group[-1].base < table.top < line.base for table in tables)
        if not (is_near and _aligned(above, starts, line.size)):
            yield from _a_table(group)
            group = []
        group.append(line)
        above = starts
    yield from _a_table(group)


def _a_table(group: list[Line]) -> Iterator[list[Line]]:
    if len(group) >= _LEAST_LINES:
        yield group


def _columns(line: Line) -> list[float]:
    """Where the columns of a line start, the first one left out."""
    return [start for gap, start in line.gaps if gap > _COLUMN_GAP][:_MOST_COLUMNS]


def _aligned(above: Iterable[float], below: Sequence[float], size: float) -> bool:
    """Whether columns of two lines have a start in common."""
    return any(abs(one - other) <= size for one in above for other in below)
