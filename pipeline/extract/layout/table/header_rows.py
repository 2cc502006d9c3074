"""What the rows of a header say beside the columns: the role of each cell, the money unit, and the year of sums."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.extract.layout.form.fields import LABEL_YEAR
from pipeline.extract.layout.header.columns import LIST, Column, Header
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import undated, unit_in
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Address, Cell
from pipeline.model.reading import FormField
from pipeline.rules.kinds.layouts import ColumnRule, Layouts

TARGET = "target"


def roles(rows: Rows, headers: Sequence[Header]) -> dict[Address, str]:
    """The roles of the cells of headers. One that reaches below its header is a label beside the table, and the numbers
    of the columns head nothing.
    """
    found = {}
    for header in headers:
        for row_no in range(header.first_row, header.last_row + 1):
            is_count = rows.counts_columns(row_no)
            for cell in rows.printed(row_no):
                reaches_down = cell.row_no + cell.row_span - 1 > header.last_row
                found[rows.address(cell)] = "caption" if is_count else "label" if reaches_down else "header"
    return found


def under_unknown(rows: Rows, header: Header, row_nos: Iterable[int]) -> dict[Address, str]:
    """The printed cells below headers that no rule knows, and the lowest of these."""
    columns = [column for column in header.columns if column.path and not column.name]
    return {
        rows.address(cell): column.path[-1]
        for column in columns
        for row_no in row_nos
        for cell in rows.beginning(row_no, column.cols)
    }


def unit(rows: Rows, header: Header, layouts: Layouts) -> Iterator[FormField]:
    """The money units that a header states."""
    for row_no in range(header.first_row, header.last_row + 1):
        for cell in rows.printed(row_no):
            if said := unit_in(layouts, cell.text):
                yield FormField("amount_unit", said, rows.address(cell))


def year(rows: Rows, header: Header, rules: Mapping[str, ColumnRule]) -> Iterator[FormField]:
    """The year of the sums in a list of projects, or of the targets in a table of indicators, where their headers name
    one and no column is headed by another year in the same words: beside others it may be any of several.
    """
    dated = [one for one in header.columns if one.year and one.name]
    said = [one for one in dated if _is_of_form(header, one, rules)]
    alike = {one.year for one in dated if one in said or _undated(one) in map(_undated, said)}
    cell = _naming_year(rows, header, said[0]) if len(alike) == 1 else None
    if cell:
        yield FormField(LABEL_YEAR, said[0].year, rows.address(cell))


def _undated(column: Column) -> str:
    return undated(plain(column.path[-1])) if column.path else ""


def _is_of_form(header: Header, column: Column, rules: Mapping[str, ColumnRule]) -> bool:
    """Whether what stands in a column is of the year of the form: its sums in a list, its targets elsewhere."""
    is_sum = column.name in rules and bool(rules[column.name].source)
    return is_sum if header.kind == LIST else column.name == TARGET and column.period != "whole"


def _naming_year(rows: Rows, header: Header, column: Column) -> Cell | None:
    """The lowest header above a column that names its year."""
    above = (rows.at(row_no, column.cols.start) for row_no in range(header.last_row, header.first_row - 1, -1))
    return next((cell for cell in above if cell and column.year in cell.text), None)
