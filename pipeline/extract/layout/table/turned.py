"""Tables turned on their side: their headers stand below one another, and each indicator is a column."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.extract.layout.header.columns import LEVELS, Header
from pipeline.extract.layout.header.headers import KEYS, HeaderReader
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.table.tables import TableReader, TableSection
from pipeline.model.document import Address, Cell, Grid
from pipeline.rules.kinds.rulebook import Rulebook

FEWEST = 3
"""So many headers at least stand below one another: two labels may do so in any form."""
NAME, INDICATORS = "indicator_name", "indicators"
OF_OTHERS = frozenset({"field", "task"})
"""Roles of columns that tables of indicators do not have: the labels of a form say the same."""


class TurnedRows(Rows):
    """Some cells of a grid with rows and columns exchanged. Their addresses are those of the grid as printed."""

    def __init__(self, grid: Grid, cells: list[Cell], bottom: int):
        turned = (
            Cell(one.col_no, one.row_no, one.col_span, min(one.row_span, bottom + 1 - one.row_no), one.text)
            for one in cells
        )
        ordered = tuple(sorted(turned, key=lambda one: (one.row_no, one.col_no)))
        super().__init__(Grid(grid.table_no, grid.n_cols, bottom, ordered))

    def address(self, cell: Cell) -> Address:
        return Address(self.grid.table_no, cell.col_no, cell.row_no)


@dataclass(frozen=True, slots=True)
class Turned:
    """A turned table: its first and last row as printed, and what it says."""

    top: int
    bottom: int
    section: TableSection


class TurnedTables:
    """Finds them by the headers below one another, and reads them as all tables are read."""

    def __init__(self, rules: Rulebook, headers: HeaderReader, tables: TableReader):
        self._headers, self._tables = headers, tables
        self._names = {one.name for one in rules.layouts.columns if one.role not in OF_OTHERS}

    def read(self, rows: Rows) -> Iterator[Turned]:
        """The turned tables of a grid, from the top."""
        for labels in self._stretches(rows):
            if turned := self._read(rows, labels):
                yield turned

    def _stretches(self, rows: Rows) -> Iterator[list[Cell]]:
        """Headers that stand right below one another in the same column, each once, among them several of those that
        only tables of indicators have. One between them may be unknown.
        """
        labels: list[Cell] = []
        names: list[str] = []
        for row_no in range(1, rows.grid.n_rows + 2):
            label = next((cell for cell in rows.printed(row_no) if cell.row_span == 1), None)
            name = self._headers.column_name(label.text) if label else ""
            goes_on = label is not None and _stands_below(label, labels[-1:])
            is_gap = not name and bool(names and names[-1])
            if not goes_on or not (is_gap or (name in self._names and name not in names)):
                known = [name for name in names if name]
                if len(known) >= FEWEST and len(KEYS.intersection(known)) > 1:
                    yield labels if names[-1] else labels[:-1]
                labels, names = [], []
            if label and (labels or name in self._names):
                labels.append(label)
                names.append(name)

    def _read(self, rows: Rows, labels: list[Cell]) -> Turned | None:
        top, bottom, left = labels[0].row_no, labels[-1].row_no, labels[0].col_no
        within = [cell for row_no in range(top, bottom + 1) for cell in rows.printed(row_no)]
        turned = TurnedRows(rows.grid, [cell for cell in within if cell.col_no >= left], bottom)
        header = self._headers.read(turned, left)
        if header is None or header.kind != INDICATORS or not self._states(turned, header):
            return None
        section = self._tables.read(turned, [header], list(range(header.last_row + 1, rows.grid.n_cols + 1)))
        section.roles |= {rows.address(cell): "label" for cell in within if cell.col_no < left}
        _set_upright(section, header, top)
        return Turned(top, bottom, section)

    def _states(self, turned: Rows, header: Header) -> bool:
        """Whether a turned table states indicators: most of its classes are some, or several columns have names. Else
        it may explain how a form is filled in.
        """
        below = range(header.last_row + 1, turned.grid.n_rows + 1)
        held = {
            one.name: [cell for row_no in below for cell in turned.beginning(row_no, one.cols)]
            for one in header.columns
        }
        levels = [cell for name in LEVELS for cell in held.get(name, ())]
        classes = sum(self._headers.is_class(cell.text) for cell in levels)
        return classes * 2 > len(levels) if levels else len(held.get(NAME, ())) > 1


def _stands_below(label: Cell, above: list[Cell]) -> bool:
    return [(label.row_no - 1, label.col_no)] == [(one.row_no, one.col_no) for one in above]


def _set_upright(section: TableSection, header: Header, top: int) -> None:
    """Says of what a turned table states where it is printed: indicators in the row of their names, counted from the
    left.
    """
    row_no = next((one.cols.start for one in header.columns if one.name == NAME), top)
    section.header = replace(header, first_row=top, last_row=top, is_turned=True)
    section.indicators[:] = [
        replace(one, row_no=row_no, block_no=number) for number, one in enumerate(section.indicators, 1)
    ]
