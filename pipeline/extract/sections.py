"""A grid → its sections, from top to bottom: form rows, or a header with its indicator rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.extract.fields import FieldReader, FormSection
from pipeline.extract.indicator_table import (
    Covering,
    Header,
    HeaderReader,
    LevelFill,
    column_at,
    columns_under,
    is_indicator,
    row_cells,
)
from pipeline.model import Address, Cell, Grid
from pipeline.rulebook import Layouts

Rows = Mapping[int, list[Cell]]
"""Row number → the cells that begin in that row."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A printed indicator row: its number in the table and its texts by column name, levels filled down."""

    row_no: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IndicatorSection:
    """A header row and the indicators below it."""

    row_no: int
    columns: frozenset[str]
    rows: tuple[IndicatorRow, ...]
    roles: Mapping[Address, str]


class SectionReader:
    """Cuts grids into sections by labels and headers; knows no document."""

    def __init__(self, layouts: Layouts):
        self._fields, self._headers = FieldReader.of(layouts), HeaderReader.of(layouts)
        self._role_of = {rule.name: rule.role for rule in layouts.columns}
        self._levels = tuple(rule.name for rule in layouts.columns if rule.role == "level")
        self._needs = layouts.needs

    def read(self, grid: Grid) -> Iterator[FormSection | IndicatorSection]:
        """The sections of a grid, in order."""
        rows, covering = _rows(grid), grid.covering()
        for header, row_nos in self._runs(rows):
            if header is None:
                yield self._fields.read(grid, [cell for row_no in row_nos for cell in rows[row_no]])
            else:
                yield self._indicators(grid, header, {row_no: rows[row_no] for row_no in row_nos}, covering)

    def _runs(self, rows: Rows) -> Iterator[tuple[Header | None, list[int]]]:
        """Rows that belong together, each run with its header or None. A header repeated after a page break
        stays in its run; a row that begins with a form's label ends the indicators above it.
        """
        header, run = None, []
        for row_no, cells in rows.items():
            found = self._headers.read(cells)
            begins = found.columns != header.columns if found and header else found is not None
            if begins or (header and self._begins_form(header, cells)):
                if run:
                    yield header, run
                header, run = found, []
            run.append(row_no)
        if run:
            yield header, run

    def _begins_form(self, header: Header, cells: list[Cell]) -> bool:
        """Whether a row below indicators begins a form: with a label at their left edge, where no name of an
        indicator stands, or with a cell that says what it is and is wider than an indicator's.
        """
        first = next((cell for cell in cells if not cell.is_blank), None)
        if first is None or first.col_no > header.left:
            return False
        is_wide = len(columns_under(header, first)) > 1
        return bool(self._fields.field_of(first) or (is_wide and self._fields.speaks_for_itself(first)))

    def _indicators(self, grid: Grid, header: Header, rows: Rows, covering: Covering) -> IndicatorSection:
        fill = LevelFill(self._levels)
        stated: list[IndicatorRow] = []
        roles: dict[Address, str] = {}
        headings: dict[Address, str] = {}
        last_header_row = header.last_row_no
        for row_no, cells in rows.items():
            if repeated := self._headers.read(cells):
                last_header_row = repeated.last_row_no
            if row_no <= last_header_row:
                roles |= {_address(grid, cell): "header" for cell in cells if not cell.is_blank}
                continue
            columns = row_cells(header, covering, row_no)
            levels = fill.fill(columns)
            if is_indicator(columns, self._needs, row_no):
                stated.append(IndicatorRow(row_no, self._texts(columns) | levels))
                roles |= headings | self._roles(grid, header, cells)
                headings = {}
            elif self._is_heading(header, cells):
                headings |= self._level_roles(grid, header, cells)
            else:
                roles |= self._level_roles(grid, header, cells)
        return IndicatorSection(header.row_no, frozenset(header.columns), tuple(stated), roles)

    def _texts(self, columns: Mapping[str, tuple[Cell, ...]]) -> dict[str, str]:
        """The row's own texts; levels are filled down apart from these."""
        return {
            name: "".join(cell.text for cell in cells) for name, cells in columns.items() if name not in self._levels
        }

    def _is_heading(self, header: Header, cells: list[Cell]) -> bool:
        """Whether a row that states no indicator is a heading of the rows below, or a remark if none follow: one
        of its cells runs from the levels over other columns.
        """
        under = [columns_under(header, cell) for cell in cells if not cell.is_blank]
        return any(names.intersection(self._levels) and names.difference(self._levels) for names in under)

    def _roles(self, grid: Grid, header: Header, cells: list[Cell]) -> dict[Address, str]:
        """The roles of an indicator row's cells by the columns in which they begin."""
        named = {_address(grid, cell): column_at(header, cell) for cell in cells if not cell.is_blank}
        return {address: self._role_of[name] for address, name in named.items() if name}

    def _level_roles(self, grid: Grid, header: Header, cells: list[Cell]) -> dict[Address, str]:
        """The same of a row that states no indicator and so gives levels only."""
        return {address: role for address, role in self._roles(grid, header, cells).items() if role == "level"}


def _rows(grid: Grid) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row_no, []).append(cell)
    return rows


def _address(grid: Grid, cell: Cell) -> Address:
    return Address(grid.table_no, cell.row_no, cell.col_no)
