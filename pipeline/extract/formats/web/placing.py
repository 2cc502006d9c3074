"""Where the cells of a table stand: rows of spans → slots of a grid in which no position is covered twice.

The cells are placed as the HTML Standard says (4.9.12.1, "Forming a table"), with two differences: where it lets cells
overlap, the later one ends before the other; columns in which no cell begins are not counted: they have no width.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.extract.formats.grid import Slot
from pipeline.model.document import Address, Cell, Grid
from pipeline.model.finding import Rejected

# The limits of the standard for what a file may state.
_WIDEST, _TALLEST = 1000, 65_534
# Positions that the cells of one table may cover: a sheet of 100,000 rows with 40 columns. Those who read a grid take
# time and memory for each.
MOST_POSITIONS = 4_000_000


class Spans(NamedTuple):
    """What a cell states: how many rows and columns it covers; `is_spread`: it covers none but its own, and blank cells
    follow it in the others.
    """

    rows: int
    columns: int
    is_spread: bool = False


class Placed(NamedTuple):
    """A table that is laid out: `rows` has a slot for each cell that was given, in order; `blanks` are further cells;
    `overlaps` are slots that end before another.
    """

    n_rows: int
    n_cols: int
    rows: list[list[Slot]]
    blanks: list[Slot]
    overlaps: list[Slot]


class _Merge(NamedTuple):
    """A cell that reaches down: the columns it covers, up to the last but one number, and its last row."""

    start: int
    stop: int
    last: int


def span(stated: str | None, is_down: bool = False) -> int:
    """A number of rows or columns as a page states it; 0 means all rows to the end of the group.

    >>> [span(each) for each in ("3", " 2px", "0", "-1", None, "99999999999")], span("0", is_down=True)
    ([3, 2, 1, 1, 1, 1000], 0)
    """
    if stated is None or stated == "1":
        return 1
    digits = ""
    for character in stated.strip()[:9]:
        if character not in "0123456789":
            break
        digits += character
    if not digits:
        return 1
    return min(int(digits), _TALLEST) if is_down else max(min(int(digits), _WIDEST), 1)


def placed(groups: Iterable[Sequence[Sequence[Spans]]]) -> Placed:
    """Lay out the rows of groups, none of which a cell leaves downwards.

    Raises Rejected (`table_too_large`) for one that covers more than `MOST_POSITIONS`.
    """
    table = Placed(0, 0, [], [], [])
    first = steps = 0
    for group in groups:
        above: list[_Merge] = []
        for number, row in enumerate(group, first + 1):
            above = _place_row(row, number, first + len(group), above, table)
            steps += len(above) + len(row)
            if steps + len(table.blanks) > MOST_POSITIONS:
                raise _too_large()
        first += len(group)
    return _narrowed(table._replace(n_rows=first))


def finished(layout: Placed, table_no: int, parent: Address | None) -> Grid:
    """The grid of a table whose slots have their texts."""
    slots: Iterable[Slot] = (slot for row in layout.rows for slot in row)
    ordered = sorted([*slots, *layout.blanks], key=lambda slot: (slot.row_no, slot.col_no))
    cells = tuple(Cell(each.row_no, each.col_no, each.row_span, each.col_span, each.text) for each in ordered)
    return Grid(table_no, layout.n_rows, layout.n_cols, cells, parent)


def _place_row(row: Sequence[Spans], number: int, last: int, above: list[_Merge], table: Placed) -> list[_Merge]:
    """Place the cells of a row; the merges that reach into the next one, from left to right."""
    slots: list[Slot] = []
    begun: list[_Merge] = []
    column, passed = 1, 0
    for cell in row:
        while passed < len(above) and above[passed].start <= column:
            column = max(column, above[passed].stop)
            passed += 1
        stop = column + cell.columns
        is_cut = passed < len(above) and above[passed].start < stop
        stop = above[passed].start if is_cut else stop
        down = min(cell.rows or last, last - number + 1)
        slots.append(Slot(number, column, 1 if cell.is_spread else stop - column, down))
        if cell.is_spread and len(table.blanks) <= MOST_POSITIONS:
            table.blanks.extend(Slot(number, each, 1, down) for each in range(column + 1, stop))
        if is_cut:
            table.overlaps.append(slots[-1])
        if down > 1:
            begun.append(_Merge(column, stop, number + down - 1))
        column = stop
    table.rows.append(slots)
    return sorted([*(merge for merge in above if merge.last > number), *begun])


def _narrowed(table: Placed) -> Placed:
    """The table without columns in which no cell begins."""
    slots = [*(slot for row in table.rows for slot in row), *table.blanks]
    begun = sorted({slot.col_no for slot in slots})
    for slot in slots:
        start, stop = (bisect_left(begun, each) for each in (slot.col_no, slot.col_no + slot.col_span))
        slot.col_no, slot.col_span = start + 1, stop - start
    if sum(slot.row_span * slot.col_span for slot in slots) > MOST_POSITIONS:
        raise _too_large()
    return table._replace(n_cols=len(begun))


def _too_large() -> Rejected:
    return Rejected("table_too_large", "html", limit=str(MOST_POSITIONS))
