"""Rules → tables: the faces that rules enclose, as cells with spans.

    rules ──touching──▶ one table's rules ──places──▶ rows and columns ──missing lines──▶ cells that span them

A side of the table where no line is drawn counts as drawn: many forms leave out their left and right border.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.extract.formats.pdf.rulings import SHORTEST, SNAP, nearest, places
from pipeline.extract.formats.pdf.shapes import Box, Rule

MAX_PLACES = 100_000
"""Rows times columns. A drawing or a hatching that has more is no table."""
MAX_CROSSINGS = 4_000_000
"""Level rules times upright ones of a page: the work that finding the tables among them may take."""
MAX_TABLES = 100
"""No page has more tables, and each character may have to be looked for in every one."""


class TooMany(Exception):
    """A page holds more than any page of a document, as a map or a plan does."""


class Face(NamedTuple):
    """A cell, rows and columns from 0.

    `is_open`: it lies at the left or right side of the table, where others have a line, and has none, so that nothing
    may be there. `is_open_above`, `is_open_below`: so it is at the top or bottom, where it may go on over the page.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    is_open: bool = False
    is_open_above: bool = False
    is_open_below: bool = False


class Lattice:
    """A ruled table: where its lines stand and the cells between them. `is_whole`: every cell is closed by lines;
    `is_ruled`: its lines are drawn, not taken from the white between texts.
    """

    is_ruled = True

    def __init__(self, columns: Sequence[float], rows: Sequence[float], faces: Sequence[Face], is_whole: bool):
        self.columns, self.rows, self.faces, self.is_whole = columns, rows, faces, is_whole
        self.box = Box(columns[0], rows[0], columns[-1], rows[-1])
        self._of = {
            (row, col): number
            for number, face in enumerate(faces)
            for row in range(face.row, face.row + face.row_span)
            for col in range(face.col, face.col + face.col_span)
        }

    def face_at(self, x: float, y: float) -> int | None:
        """The number of the cell that a point is in, None if it is in none."""
        return self._of.get((bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1))

    def box_of(self, face: Face) -> Box:
        """Where a cell stands on the page."""
        right, bottom = self.columns[face.col + face.col_span], self.rows[face.row + face.row_span]
        return Box(self.columns[face.col], self.rows[face.row], right, bottom)


def lattices(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Lattice]:
    """The ruled tables of a page, from top to bottom, and the frames, which enclose a single space and are no tables.

    Raises TooMany if the page has more rules or tables than any page of a document.
    """
    if len(level) * len(upright) > MAX_CROSSINGS:
        raise TooMany
    found = [made for one in _touching(level, upright) if (made := lattice(*one))]
    if sum(len(each.faces) > 1 for each in found) > MAX_TABLES:
        raise TooMany
    return sorted(found, key=lambda lattice: (lattice.box.top, lattice.box.left))


def _touching(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The rules that cross or touch each other, directly or over others, group by group."""
    level = sorted(level)
    heights = [rule.at for rule in level]
    groups = Groups(len(level) + len(upright))
    for number, side in enumerate(upright, len(level)):
        first, last = bisect_left(heights, side.start - SNAP), bisect_right(heights, side.end + SNAP)
        for other in range(first, last):
            if level[other].start - SNAP <= side.at <= level[other].end + SNAP:
                groups.join(number, other)
    for members in groups.all():
        levels = [level[each] for each in members if each < len(level)]
        uprights = [upright[each - len(level)] for each in members if each >= len(level)]
        if levels and uprights:
            yield levels, uprights


class Groups:
    """Numbers that belong together, directly or over others."""

    def __init__(self, count: int):
        self._head = list(range(count))

    def head(self, number: int) -> int:
        """The number that stands for its group."""
        while self._head[number] != number:
            self._head[number] = self._head[self._head[number]]
            number = self._head[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make the groups of two numbers one."""
        self._head[self.head(other)] = self.head(one)

    def all(self) -> Iterable[list[int]]:
        """The groups, in the order of their first numbers."""
        members: dict[int, list[int]] = {}
        for number in range(len(self._head)):
            members.setdefault(self.head(number), []).append(number)
        return members.values()


def lattice(level: Sequence[Rule], upright: Sequence[Rule]) -> Lattice | None:
    """The table that rules make, None if they enclose nothing or far too much."""
    columns = _spaced([rule.at for rule in upright], [(rule.start, rule.end) for rule in level])
    rows = _spaced([rule.at for rule in level], [(rule.start, rule.end) for rule in upright])
    if len(columns) < 2 or len(rows) < 2 or len(columns) * len(rows) > MAX_PLACES:
        return None
    beside, below = _drawn(upright, columns, rows), _drawn(level, rows, columns)
    return _enclosed(columns, rows, beside, below)


def _spaced(across: list[float], reach: list[tuple[float, float]]) -> list[float]:
    """Where lines stand, and where the lines across them end if that is further out."""
    inner = places(across)
    first, last = min(start for start, _ in reach), max(end for _, end in reach)
    before = [first] if first < inner[0] - SHORTEST else []
    after = [last] if last > inner[-1] + SHORTEST else []
    return [*before, *inner, *after]


def _drawn(rules: Iterable[Rule], at: Sequence[float], along: Sequence[float]) -> set[tuple[int, int]]:
    """Which pieces of lines are drawn: (number of the line, number of the space along it)."""
    covered: dict[tuple[int, int], float] = {}
    for rule in rules:
        line = nearest(at, rule.at)
        first = max(0, bisect_right(along, rule.start) - 1)
        for space in range(first, min(len(along) - 1, bisect_left(along, rule.end))):
            length = min(rule.end, along[space + 1]) - max(rule.start, along[space])
            covered[line, space] = covered.get((line, space), 0.0) + length
    return {
        (line, space) for (line, space), length in covered.items() if length >= 0.6 * (along[space + 1] - along[space])
    }


def _enclosed(
    columns: Sequence[float], rows: Sequence[float], beside: set[tuple[int, int]], below: set[tuple[int, int]]
) -> Lattice:
    """The cells: spaces between which no line is drawn are one."""
    width, height = len(columns) - 1, len(rows) - 1
    groups = Groups(width * height)
    for row in range(height):
        for col in range(width):
            if col and (col, row) not in beside:
                groups.join(row * width + col - 1, row * width + col)
            if row and (row, col) not in below:
                groups.join((row - 1) * width + col, row * width + col)
    found = [list(_rectangles([divmod(space, width) for space in spaces])) for spaces in groups.all()]
    faces = _opened(chain.from_iterable(found), width, height, beside, below)
    return Lattice(columns, rows, sorted(faces), all(len(pieces) == 1 for pieces in found))


def _rectangles(spaces: list[tuple[int, int]]) -> Iterator[Face]:
    """The rectangles that spaces make up: one if a cell is closed; else as few as runs of rows give."""
    runs: dict[tuple[int, int], Face] = {}
    for row, start, stop in _runs(spaces):
        above = runs.get((start, stop))
        if above and above.row + above.row_span == row:
            runs[start, stop] = above._replace(row_span=above.row_span + 1)
        else:
            if above:
                yield above
            runs[start, stop] = Face(row, start, 1, stop - start)
    yield from runs.values()


def _runs(spaces: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Unbroken runs of spaces in a row: (row, first column, column after the last)."""
    ordered = sorted(spaces)
    row, start = ordered[0]
    stop = start + 1
    for next_row, col in ordered[1:]:
        if (next_row, col) != (row, stop):
            yield row, start, stop
            row, start = next_row, col
        stop = col + 1
    yield row, start, stop


def _opened(
    faces: Iterable[Face], columns: int, rows: int, beside: set[tuple[int, int]], below: set[tuple[int, int]]
) -> Iterator[Face]:
    """The cells, each with the sides of the table at which it has no line and others have one."""
    left, right = (any((line, row) in beside for row in range(rows)) for line in (0, columns))
    top, bottom = (any((line, col) in below for col in range(columns)) for line in (0, rows))
    for face in faces:
        ends_right, ends_below = face.col + face.col_span == columns, face.row + face.row_span == rows
        at_left = left and face.col == 0 and (0, face.row) not in beside
        at_right = right and ends_right and (columns, face.row) not in beside
        yield face._replace(
            is_open=at_left or at_right,
            is_open_above=top and face.row == 0 and (0, face.col) not in below,
            is_open_below=bottom and ends_below and (rows, face.col) not in below,
        )
