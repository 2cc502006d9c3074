"""A grid → its sections, from top to bottom: form rows, or a header with the rows of its table."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from pipeline.extract.layout.columns import CLASSES, LEVELS, LIST, SIDE, Header
from pipeline.extract.layout.field_labels import REMARK
from pipeline.extract.layout.fields import FieldReader, FormSection
from pipeline.extract.layout.headers import HeaderReader
from pipeline.extract.layout.labels import plain
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.tables import TableReader, TableSection
from pipeline.model.document import Grid
from pipeline.rules.kinds.rulebook import Rulebook

LABEL_AND_VALUE = 2
"""Cells that a row of a form prints at least, and one of a table more than."""
Section = FormSection | TableSection


class SectionReader:
    """Cuts grids into sections by labels and headers; knows no document."""

    def __init__(self, rules: Rulebook):
        self._fields, self._headers = FieldReader(rules), HeaderReader(rules)
        self._tables = TableReader(rules, self._headers)

    def read(self, grid: Grid) -> Iterator[Section]:
        """The sections of a grid, in order."""
        rows = Rows(grid)
        above: Header | None = None
        for headers, row_nos in self._runs(rows):
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

    def read_on(self, grid: Grid, header: Header) -> TableSection | None:
        """The section of a grid that goes on below the header of a table before it, or None if nothing says so: it has
        to be as wide, and to print classes, and nothing else, where that table has them.
        """
        levels = [column for column in header.columns if column.name in LEVELS]
        if header.kind == CLASSES or not levels or header.columns[-1].cols.stop - 1 != grid.n_cols:
            return None
        rows = Rows(grid)
        printed = {
            cell
            for row_no in range(1, grid.n_rows + 1)
            if not self._fields.is_note(rows, row_no)
            for column in levels
            for cell in rows.over(row_no, column.cols)
            if not cell.is_blank
        }
        is_like = printed and all(self._headers.is_class(cell.text) for cell in printed)
        return self._tables.read_on(rows, header) if is_like else None

    def _runs(self, rows: Rows) -> Iterator[tuple[list[Header], list[int]]]:
        """The rows that belong together, and the header above them with its repetitions on later pages, if any.

        A row that begins with a form's label ends the table above it, and so does another header.
        """
        headers: list[Header] = []
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
        title = next((place for place, row_no in enumerate(lines) if self._fields.is_title(rows, row_no)), -1)
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


def _words(rows: Rows, row_no: int) -> list[tuple[int, int, str]]:
    return [(cell.col_no, cell.col_span, plain(cell.text)) for cell in rows.printed(row_no)]
