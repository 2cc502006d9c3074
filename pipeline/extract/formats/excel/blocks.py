"""What a sheet prints → paragraphs and grids, as the same form has them in Word.

Lines tell what is a table on paper. Where the cells of a sheet have them, rows that no line parts are paragraphs:
titles, the money unit, who signs. Where they have none, a blank row ends a table, and what stands alone in its row
above one is a paragraph. Rows between tables and columns in which no cell begins are not counted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.formats.excel.printed_cells import PrintedCell, PrintedCells
from pipeline.extract.formats.excel.sheet import Area, Counter
from pipeline.model.document import Cell, Grid

_SIDE_BY_SIDE = 2
"""So many texts in a row may be of a table."""
_LINES_TELL = 0.75
"""This share of the texts that stand side by side has lines, where lines tell what is a table."""
_MOST_BLANK = 2
"""So many times the rows and columns that hold texts may a table be."""
_DENSE = 16
"""A table has at most so many positions for each cell that is stored; one with more is left with holes."""


class Line(NamedTuple):
    """A row that is no part of a table."""

    row_no: int
    text: str


class Table(NamedTuple):
    """Rows and columns of a sheet that are a table, each by its number there, and the cells that begin in them."""

    row_nos: list[int]
    col_nos: list[int]
    cells: list[PrintedCell]

    @property
    def area(self) -> Area:
        """Where it stands in its sheet."""
        last = bisect_right(self.col_nos, max(cell.area.right for cell in self.cells)) - 1
        return Area(self.row_nos[0], self.col_nos[0], self.row_nos[-1], self.col_nos[last])

    def place(self, row_no: int, col_no: int) -> tuple[int, int]:
        """The row and column of the grid at which a cell of the sheet stands, or would if it were printed."""
        row, col = bisect_right(self.row_nos, row_no), bisect_right(self.col_nos, col_no)
        return max(row, 1), max(col, 1)

    def grid(self, table_no: int, counter: Counter) -> Grid:
        """The grid. Raises Rejected: `too_many_cells`."""
        placed = sorted(self._placed(counter), key=lambda cell: (cell.row_no, cell.col_no))
        return Grid(table_no, len(self.row_nos), len(self.col_nos), tuple(placed))

    def _placed(self, counter: Counter) -> Iterator[Cell]:
        n_rows, n_cols = len(self.row_nos), len(self.col_nos)
        rows_at, cols_at = ({number: at for at, number in enumerate(each, 1)} for each in (self.row_nos, self.col_nos))
        taken: set[tuple[int, int]] = set()
        is_dense = n_rows * n_cols <= _DENSE * (len(self.cells) + _DENSE)
        for area, text, _ in self.cells:
            top, left = rows_at[area.top], cols_at[area.left]
            row_span, col_span = 1, 1
            if area.top != area.bottom or area.left != area.right:
                row_span = bisect_right(self.row_nos, area.bottom) - top + 1
                col_span = bisect_right(self.col_nos, area.right) - left + 1
                counter.add(row_span * col_span)
            yield Cell(top, left, row_span, col_span, text)
            taken.update((row, col) for row in range(top, top + row_span) for col in range(left, left + col_span))
        for row in range(1, n_rows + 1) if is_dense else ():
            yield from (Cell(row, col, 1, 1, "") for col in range(1, n_cols + 1) if (row, col) not in taken)


def blocks(cells: PrintedCells) -> Iterator[Line | Table]:
    """The lines and tables of a sheet, from above."""
    parts = _by_lines(cells) if _lines_tell(cells.rows.values()) else _by_blanks(cells)
    for is_table, row_nos in parts:
        if is_table:
            yield from _table(cells, row_nos)
        else:
            yield from _lines(cells, row_nos)


def _lines_tell(rows: Iterable[Sequence[PrintedCell]]) -> bool:
    printed = [cell for row in rows if len(texts := _texts(row)) >= _SIDE_BY_SIDE for cell in texts]
    return sum(cell.is_lined for cell in printed) > _LINES_TELL * len(printed)


def _texts(row: Iterable[PrintedCell]) -> list[PrintedCell]:
    return [cell for cell in row if not cell.is_blank]


def _by_lines(cells: PrintedCells) -> Iterator[tuple[bool, list[int]]]:
    """Runs of rows with and without lines."""
    run: list[int] = []
    was_table = False
    for row_no in cells.row_nos():
        is_table = _is_lined(cells, row_no)
        if run and (is_table != was_table or cells.is_parted(run[-1], row_no)):
            yield was_table, run
            run = []
        was_table = is_table
        run.append(row_no)
    if run:
        yield was_table, run


def _is_lined(cells: PrintedCells, row_no: int) -> bool:
    """Whether lines part half of the texts of a row, or the cells of one without texts."""
    row = cells.rows.get(row_no, [])
    texts = _texts(row) or row
    lined = sum(cell.is_lined for cell in texts)
    return 2 * lined >= len(texts) if lined else not _texts(row) and cells.reached.get(row_no, False)


def _by_blanks(cells: PrintedCells) -> Iterator[tuple[bool, list[int]]]:
    """Runs of rows without a blank one between them, those parted off above that hold one text each."""
    run: list[int] = []
    for row_no in [each for each in cells.row_nos() if _texts(cells.rows.get(each, ())) or each in cells.reached]:
        if run and cells.is_parted(run[-1], row_no):
            yield from _titled(cells, run)
            run = []
        run.append(row_no)
    if run:
        yield from _titled(cells, run)


def _titled(cells: PrintedCells, run: list[int]) -> Iterator[tuple[bool, list[int]]]:
    first = next((at for at, row_no in enumerate(run) if not _is_single(cells, row_no)), len(run))
    if first:
        yield False, run[:first]
    if run[first:]:
        yield True, run[first:]


def _is_single(cells: PrintedCells, row_no: int) -> bool:
    """Whether one text stands alone in a row, and in no other."""
    texts = _texts(cells.rows.get(row_no, ()))
    return row_no not in cells.reached and len(texts) == 1 and texts[0].area.bottom == row_no


def _lines(cells: PrintedCells, row_nos: Iterable[int]) -> Iterator[Line]:
    for row_no in row_nos:
        if texts := _texts(cells.rows.get(row_no, ())):
            yield Line(row_no, "\t".join(cell.text for cell in texts))


def _table(cells: PrintedCells, row_nos: list[int]) -> Iterator[Table]:
    """The table of some rows; none if all are blank. Blank rows and columns beside its texts, which have lines or would
    not be here, are part of it, unless more of it were blank than not: people draw lines where nothing will stand.
    """
    held = [cell for row_no in row_nos for cell in cells.rows.get(row_no, ())]
    if not _texts(held):
        return
    whole, filled = _bounds(held), _bounds(_texts(held))
    sizes = [_size(row_nos, held, area) for area in (whole, filled)]
    area = whole if sizes[0] <= _MOST_BLANK * sizes[1] else filled
    inside = [cell for cell in held if _is_in(cell, area)]
    rows = [row_no for row_no in row_nos if area.top <= row_no <= area.bottom]
    yield Table(rows, sorted({cell.area.left for cell in inside}), inside)


def _bounds(cells: Iterable[PrintedCell]) -> Area:
    """The area that cells reach over."""
    tops, lefts, bottoms, rights = zip(*(cell.area for cell in cells), strict=True)
    return Area(min(tops), min(lefts), max(bottoms), max(rights))


def _size(row_nos: Iterable[int], cells: Iterable[PrintedCell], area: Area) -> int:
    """The positions of the table that an area of rows and cells makes."""
    n_rows = sum(area.top <= row_no <= area.bottom for row_no in row_nos)
    return n_rows * len({cell.area.left for cell in cells if _is_in(cell, area)})


def _is_in(cell: PrintedCell, area: Area) -> bool:
    return area.top <= cell.area.top <= area.bottom and area.left <= cell.area.left <= area.right
