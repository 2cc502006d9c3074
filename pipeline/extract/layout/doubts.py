"""What is said of a table or form that was not read by its words alone, or not at all."""

from collections.abc import Iterator

from pipeline.extract.layout.columns import Column, Header
from pipeline.extract.layout.field_labels import OTHER
from pipeline.extract.layout.open_form import OpenForm, is_sum
from pipeline.model.document import Grid
from pipeline.model.finding import Finding

NOT_BY_WORDS = ("content", "arithmetic")
QUOTED = 60
"""Characters of a table's first row that a finding quotes: enough to recognise it."""


def read_by_content(table_no: int, header: Header) -> Iterator[Finding]:
    """A note on the columns of a table that were told by what they hold, and a finding for each that is doubtful."""
    found = [column for column in header.columns if column.name and column.source in NOT_BY_WORDS]
    row_no = header.first_row or 1
    if found:
        columns = "、".join(f"{_header(column)} → {column.name}" for column in found)
        yield Finding("read_by_content", columns, table_no, row_no, {"table": str(table_no), "columns": columns})
    for doubt in header.doubts:
        details = {"role": doubt.role, "taken": doubt.taken, "other": doubt.other}
        yield Finding("layout_uncertain", f"{doubt.taken} | {doubt.other}", table_no, row_no, details)


def may_name(form: OpenForm) -> Iterator[Finding]:
    """What a form without a name prints in words under labels that nobody knows, one of which may be its name."""
    for one in form.fields:
        if one.name == OTHER and one.address and not is_sum(one.text):
            yield Finding("unread_cell", f"{one.label}: {one.text}", one.address.table_no, one.address.row_no)


def first_row(grid: Grid) -> str:
    """What the first printed row of a table says, short enough to quote."""
    rows = sorted({cell.row_no for cell in grid.cells if not cell.is_blank})
    texts = [cell.text.strip() for cell in grid.cells if rows and cell.row_no == rows[0] and not cell.is_blank]
    return " | ".join(texts)[:QUOTED]


def _header(column: Column) -> str:
    return "/".join(column.path) or str(column.cols.start)
