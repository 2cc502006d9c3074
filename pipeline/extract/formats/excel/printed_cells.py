"""A stored sheet → what it prints: cells with their merges, without hidden rows and columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.formats.excel.sheet import Area, Counter, Mark, Sheet, StoredRow

COVERED = "hidden_text_left_out"


class PrintedCell(NamedTuple):
    """A cell, merged or not. `is_lined` is whether a line stands on its left or right."""

    area: Area
    text: str
    is_lined: bool

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


class PrintedCells:
    """The cells of a sheet by the row and column that is the first printed one of each."""

    def __init__(self, sheet: Sheet, counter: Counter):
        """Raises Rejected: `too_many_cells`."""
        self._sheet, self._counter = sheet, counter
        self._hidden_columns = sorted(sheet.hidden_columns)
        self._hidden_rows = sorted(row_no for row_no, row in sheet.rows.items() if row.is_hidden)
        self.marks = list(sheet.marks)
        self.rows: dict[int, list[PrintedCell]] = {}
        """The cells that begin in a row, from the left; rows without any have none."""
        self.reached: dict[int, bool] = {}
        """The rows below its first that a merged cell reaches, and whether it is one with lines."""
        merged = self._merged()
        for row_no, row in sheet.rows.items():
            if not row.is_hidden:
                self._add_single(row_no, row, merged)
        for cells in self.rows.values():
            cells.sort()

    def row_nos(self) -> list[int]:
        """The printed rows that hold anything, in order."""
        return sorted(self.rows.keys() | self.reached.keys())

    def is_parted(self, above: int, below: int) -> bool:
        """Whether a row that is not hidden stands between two others."""
        hidden = len(_between(self._hidden_rows, above + 1, below - 1))
        return below - above - 1 > hidden and not self._sheet.hides_rows

    def _add_single(self, row_no: int, row: StoredRow, merged: set[tuple[int, int]]) -> None:
        for col_no in row.texts.keys() | row.lined:
            if (row_no, col_no) not in merged and col_no not in self._sheet.hidden_columns:
                text = row.texts.get(col_no, "")
                self._put(PrintedCell(Area(row_no, col_no, row_no, col_no), text, col_no in row.lined))

    def _put(self, cell: PrintedCell) -> None:
        self.rows.setdefault(cell.area.top, []).append(cell)

    def _merged(self) -> set[tuple[int, int]]:
        """Adds the merged cells. Returns the stored positions that they cover."""
        covered: set[tuple[int, int]] = set()
        stored = sorted(self._sheet.rows)
        columns = {row_no: sorted(row.texts.keys() | row.lined) for row_no, row in self._sheet.rows.items()}
        for area in self._sheet.merges:
            positions = list(_positions(area, stored, columns))
            self._counter.add(len(positions) + 1)
            if not covered.isdisjoint(positions):
                self.marks.append(Mark("table_overlap", area.top, area.left, self._text(area.top, area.left)))
                continue
            covered.update(positions)
            self._add_merged(area, stored, positions)
        return covered

    def _add_merged(self, area: Area, stored: Sequence[int], positions: Sequence[tuple[int, int]]) -> None:
        text = self._text(area.top, area.left)
        self._mark_covered(area, text, positions)
        rows = [row_no for row_no in _between(stored, area.top, area.bottom) if not self._sheet.rows[row_no].is_hidden]
        left = self._first_column(area)
        is_lined = any(col_no in self._sheet.rows[row_no].lined for row_no, col_no in positions)
        if rows and left is not None and (text.strip() or is_lined):
            self._put(PrintedCell(Area(rows[0], left, rows[-1], area.right), text, is_lined))
            for row_no in rows[1:]:
                self.reached[row_no] = self.reached.get(row_no, False) or is_lined

    def _mark_covered(self, area: Area, text: str, positions: Sequence[tuple[int, int]]) -> None:
        """Notes texts that a merged cell covers, unless they repeat its own, as programs leave it that fill cells first
        and merge them then.
        """
        for row_no, col_no in positions:
            covered = self._text(row_no, col_no)
            if covered.strip() and covered != text and not self._sheet.rows[row_no].is_hidden:
                self.marks.append(Mark(COVERED, row_no, col_no, covered))

    def _first_column(self, area: Area) -> int | None:
        """The first column of an area that is not hidden."""
        hidden = self._hidden_columns
        col_no, place = area.left, bisect_left(hidden, area.left)
        while place < len(hidden) and hidden[place] == col_no:
            col_no, place = col_no + 1, place + 1
        return col_no if col_no <= area.right else None

    def _text(self, row_no: int, col_no: int) -> str:
        row = self._sheet.rows.get(row_no)
        return row.texts.get(col_no, "") if row else ""


def _positions(area: Area, stored: Sequence[int], columns: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """The stored positions in an area."""
    for row_no in _between(stored, area.top, area.bottom):
        yield from ((row_no, col_no) for col_no in _between(columns[row_no], area.left, area.right))


def _between(values: Sequence[int], first: int, last: int) -> Sequence[int]:
    return values[bisect_left(values, first) : bisect_right(values, last)]
