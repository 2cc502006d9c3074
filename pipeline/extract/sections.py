"""A grid → its sections, from top to bottom: form rows, or a header with the rows of its table."""

from collections.abc import Iterator

from pipeline.extract.fields import FieldReader, FormSection
from pipeline.extract.headers import SIDE, Header, HeaderReader
from pipeline.extract.rows import Rows
from pipeline.extract.tables import TableReader, TableSection
from pipeline.model import Grid
from pipeline.rulebook import Rulebook


class SectionReader:
    """Cuts grids into sections by labels and headers; knows no document."""

    def __init__(self, rules: Rulebook):
        self._fields, self._headers = FieldReader(rules.layouts), HeaderReader(rules)
        self._tables = TableReader(rules, self._headers)

    def read(self, grid: Grid) -> Iterator[FormSection | TableSection]:
        """The sections of a grid, in order."""
        rows = Rows(grid)
        for headers, row_nos in self._runs(rows):
            if headers:
                yield self._tables.read(rows, headers, row_nos)
            else:
                yield self._fields.read(rows, row_nos)

    def _runs(self, rows: Rows) -> Iterator[tuple[list[Header], list[int]]]:
        """The rows that belong together, and the header above them with its repetitions on later pages, if any.

        A row that begins with a form's label ends the table above it, and so does another header.
        """
        headers: list[Header] = []
        run: list[int] = []
        row_no = 1
        while row_no <= rows.grid.n_rows:
            found = self._headers.read(rows, row_no)
            repeats = bool(found and headers and found.columns == headers[0].columns)
            if (found and not repeats) or (headers and not found and self._begins_form(rows, headers[0], row_no)):
                if headers or run:
                    yield headers, run
                headers, run = [], []
            if found:
                headers.append(found)
            else:
                run.append(row_no)
            row_no = found.last_row + 1 if found else row_no + 1
        if headers or run:
            yield headers, run

    def _begins_form(self, rows: Rows, header: Header, row_no: int) -> bool:
        """Whether a row below a header begins a form: with a label that opens one or that no column explains, or with
        a cell that says what it is and is wider than a column. The same word may be a class or a name in a column.
        """
        first = next(iter(rows.printed(row_no)), None)
        if first is None:
            return False
        column = header.column_at(first.col_no)
        is_wide = column is None or column.name == SIDE or first.col_no + first.col_span > column.cols.stop
        rule = self._fields.rule_of(first)
        if rule is None:
            return is_wide and self._fields.speaks_for_itself(rows, first) != []
        return rule.opens or is_wide or first.col_no == header.left
