"""A grid → its sections, from top to bottom: form rows, or a header with the rows of its table."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from pipeline.extract.layout.captions import Captions
from pipeline.extract.layout.form.fields import FieldReader, FormSection
from pipeline.extract.layout.halves import halves
from pipeline.extract.layout.header.columns import CLASSES, LEVELS, LIST, SIDE, Header
from pipeline.extract.layout.header.headers import HeaderReader
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.table.tables import TableReader, TableSection
from pipeline.extract.layout.table.turned import TurnedTables
from pipeline.extract.layout.words.field_labels import REMARK
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Grid
from pipeline.rules.kinds.rulebook import Rulebook

GIVEN = frozenset({"weight", "score", "actual"})
"""Columns of an indicator that no target runs over."""
LABEL_AND_VALUE = 2
"""Cells that a row of a form prints at least, and one of a table more than."""
Section = FormSection | TableSection


class SectionReader:
    """Cuts grids into sections by labels and headers; knows no document."""

    def __init__(self, rules: Rulebook):
        self._fields, self._headers = FieldReader(rules), HeaderReader(rules)
        self._tables, self._captions = TableReader(rules, self._headers), Captions(rules)
        self._turned = TurnedTables(rules, self._headers, self._tables)

    def read(self, grid: Grid, before: Header | None = None) -> Iterator[Section]:
        """The sections of a grid, in order, those of forms side by side one after the other. Its first rows may go on
        below the header of a table `before` it.
        """
        for part in halves(grid, self._fields.opens):
            below = 1
            for turned in self._turned.read(Rows(part)):
                yield from self._sections(_rows_of(part, below, turned.top - 1), before)
                yield turned.section
                below, before = turned.bottom + 1, None
            yield from self._sections(_rows_of(part, below, part.n_rows), before)

    def _sections(self, rows: Rows, before: Header | None) -> Iterator[Section]:
        above: Header | None = None
        for headers, row_nos in self._runs(rows, before if before and self._goes_on(rows, before) else None):
            if headers:
                above = headers[0]
                yield self._tables.read(rows, headers, row_nos)
            else:
                section = self._fields.read(rows, row_nos)
                above = None if section.opens else above
                yield self._with_totals(rows, above, row_nos, section) if above else section

    def _with_totals(self, rows: Rows, header: Header, row_nos: list[int], section: FormSection) -> FormSection:
        """The last rows of a form, where the totals of the table above may stand below remarks."""
        found = [one for row_no in row_nos for one in self._tables.totals(rows, header, row_no)]
        roles = {one.address: "field" for one in found if one.address}
        return replace(section, fields=(*section.fields, *found), roles={**section.roles, **roles})

    def _goes_on(self, rows: Rows, header: Header) -> bool:
        """Whether a grid goes on below the header of a table before it: it is as wide, and its first rows print
        classes, and nothing else, where that table has them; or they stand in the very columns of one that has none.
        """
        if header.kind in (CLASSES, LIST) or header.columns[-1].cols.stop - 1 != rows.grid.n_cols:
            return False
        run = [row_no for row_no in self._first_rows(rows, header) if not self._fields.is_note(rows, row_no)]
        levels = [column for column in header.columns if column.name in LEVELS]
        if not levels:
            return bool(run) and all(_is_in_line(rows, header, row_no) for row_no in run)
        printed = {
            cell for row_no in run for one in levels for cell in rows.over(row_no, one.cols) if not cell.is_blank
        }
        return bool(printed) and all(self._headers.is_class(cell.text) for cell in printed)

    def _first_rows(self, rows: Rows, header: Header) -> Iterator[int]:
        """The rows of a grid down to its first header or form."""
        for row_no in range(1, rows.grid.n_rows + 1):
            if self._headers.read(rows, row_no, below_header=True) or self._begins_form(rows, header, row_no):
                return
            yield row_no

    def _runs(self, rows: Rows, before: Header | None) -> Iterator[tuple[list[Header], list[int]]]:
        """The rows that belong together, and the header above them with its repetitions on later pages, if any; the
        first may be that of a table `before`.

        A row that begins with a form's label ends the table above it, and so does another header.
        """
        headers: list[Header] = [replace(before, first_row=0, last_row=0)] if before else []
        run: list[int] = []
        row_no = 1
        while row_no <= rows.grid.n_rows:
            again = self._again(rows, headers[0], row_no) if headers else None
            found = again or self._headers.read(rows, row_no, below_header=bool(headers))
            repeats = bool(again or (found and headers and found.columns == headers[0].columns))
            if (found and not repeats) or (headers and not found and self._begins_form(rows, headers[0], row_no)):
                ahead = [] if found else self._ahead(rows, run)
                if headers or run:
                    yield headers, run[: len(run) - len(ahead)]
                headers, run = [], ahead
            if found:
                headers.append(found)
            else:
                run.append(row_no)
            row_no = found.last_row + 1 if found else row_no + 1
        if headers or run:
            yield headers, run

    def _ahead(self, rows: Rows, run: list[int]) -> list[int]:
        """The last rows of a run that are of the form below it: its title, and what stands between the two."""
        lines = list(takewhile(lambda row_no: self._fields.is_note(rows, row_no), reversed(run)))
        title = next((place for place, row_no in enumerate(lines) if self._captions.is_title(rows, row_no)), -1)
        return lines[title::-1] if title >= 0 else []

    def _again(self, rows: Rows, header: Header, row_no: int) -> Header | None:
        """The header as it stands in a row once more with the same words, as on the next page."""
        depth = header.last_row - header.first_row + 1
        if not depth:
            return None
        for down in range(depth):
            if _words(rows, header.first_row + down) != _words(rows, row_no + down):
                return None
        return replace(header, first_row=row_no, last_row=row_no + depth - 1)

    def _begins_form(self, rows: Rows, header: Header, row_no: int) -> bool:
        """Whether a row below a header begins a form: with a label that opens one or that no column explains, or with
        a cell that says what it is and is wider than a column. The same word may be a class or a name in a column.
        """
        first = next(iter(rows.printed(row_no)), None)
        if first is None or (header.kind == LIST and self._tables.says_total(first.text)):
            return False
        if self._tables.heads(rows, header, row_no):
            return False
        column = header.column_at(first.col_no)
        is_wide = column is None or column.name == SIDE or first.col_no + first.col_span > column.cols.stop
        rule = self._fields.rule_of(first)
        if rule is None and is_wide and _is_pair(rows, header, row_no):
            return True
        if rule is None:
            said = self._fields.speaks_for_itself(rows, first) if is_wide else []
            return any(one.name != REMARK for one in said)
        return rule.opens or is_wide or (first.col_no == header.left and not self._is_in_columns(rows, header, row_no))

    def _is_in_columns(self, rows: Rows, header: Header, row_no: int) -> bool:
        """Whether a row prints something in each of several columns of a table, as indicators do: below or beside a
        class, or else not label after value as forms do.
        """
        named = [column for column in header.columns if column.name and column.name != SIDE]
        within = [
            cell
            for cell in rows.printed(row_no)
            if any(cell.col_no in column.cols and cell.col_no + cell.col_span <= column.cols.stop for column in named)
        ]
        if len(within) <= LABEL_AND_VALUE:
            return False
        classes = [
            cell for column in header.columns if column.name in LEVELS for cell in rows.over(row_no, column.cols)
        ]
        if any(cell.row_no < row_no or self._headers.is_class(cell.text) for cell in classes):
            return True
        return self._fields.rule_of(within[1]) is not None or self._fields.rule_of(within[2]) is None


def _rows_of(grid: Grid, top: int, bottom: int) -> Rows:
    """A grid with the cells alone that begin in some of its rows."""
    cells = tuple(cell for cell in grid.cells if top <= cell.row_no <= bottom)
    return Rows(grid if len(cells) == len(grid.cells) else replace(grid, n_rows=bottom, cells=cells))


def _is_pair(rows: Rows, header: Header, row_no: int) -> bool:
    """Whether a row is a label and what it labels: two cells, over the columns that say what an indicator is and over
    those that give its values, or beside the table and over all of it.
    """
    printed = rows.printed(row_no)
    if len(printed) != LABEL_AND_VALUE:
        return False
    said, given = (header.columns_under(cell) for cell in printed)
    if said == {SIDE}:
        return given >= {"indicator_name", "target"}
    return {*LEVELS, "indicator_name"} <= said and "target" in given and not given.isdisjoint(GIVEN)


def _is_in_line(rows: Rows, header: Header, row_no: int) -> bool:
    """Whether the cells of a row, blank ones too, are those of a table's columns, and several are printed."""
    columns = {(column.cols.start, column.cols.stop) for column in header.columns}
    cells = rows.over(row_no, rows.cols)
    within = all((cell.col_no, cell.col_no + cell.col_span) in columns for cell in cells)
    return within and len(rows.printed(row_no)) > LABEL_AND_VALUE


def _words(rows: Rows, row_no: int) -> list[tuple[int, int, str]]:
    return [(cell.col_no, cell.col_span, plain(cell.text)) for cell in rows.printed(row_no)]
