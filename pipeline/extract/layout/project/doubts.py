"""What is said of a table or form that was not read by its words alone, or not at all."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.header.columns import UNKNOWN, Column, Header
from pipeline.extract.layout.project.nameless import is_named
from pipeline.extract.layout.project.open_form import OpenForm, is_sum
from pipeline.extract.layout.words.field_labels import OTHER
from pipeline.model.document import Address, Document, Grid
from pipeline.model.finding import Finding
from pipeline.rules.kinds.layouts import FieldRule

NOT_BY_WORDS = ("content", "arithmetic")
A_TABLE = 6
"""So many cells that were not read may be a table of indicators: two rows of a class, a name and a value."""
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


def unread(grid: Grid, roles: dict[Address, str], unknown: Mapping[Address, str]) -> dict[int, list[str]]:
    """Gives the role `unread` to every cell of a grid that has none among `roles`: their texts by row. One below a
    header that no rule knows is quoted after that header, which is what the rules lack.
    """
    left: dict[int, list[str]] = {}
    for cell in grid.cells:
        address = Address(grid.table_no, cell.row_no, cell.col_no)
        if not cell.is_blank and address not in roles:
            header = unknown.get(address)
            left.setdefault(cell.row_no, []).append(f"{header}: {cell.text}" if header else cell.text)
            roles[address] = "unread"
    return left


def not_read(grid: Grid, left: Mapping[int, Sequence[str]], recognised: bool) -> Iterator[Finding]:
    """What was left of a table: one finding for each row, or one for a table of which nothing was recognised."""
    if left and not recognised:
        details = {"table": str(grid.table_no), "headers": first_row(grid)}
        yield Finding("table_not_recognised", details["headers"], grid.table_no, None, details)
        return
    for row_no, texts in sorted(left.items()):
        yield Finding("unread_cell", " | ".join(texts), grid.table_no, row_no)


def lacking(form: OpenForm, rules: Sequence[FieldRule], captions: Captions) -> Iterator[Finding]:
    """What a form does not state, as far as nothing is left in it that was not read and could state it; and the sums,
    or the words where it has no name or no total, under labels that nobody knows.
    """
    expected, opening = [rule for rule in rules if rule.expected], [rule for rule in rules if rule.opens]
    wanted = [rule for rule in expected if not form.states(rule)]
    titles = [one.text for one in form.fields if one.name == TITLE]
    of_a_whole = any(map(captions.is_of_a_whole, titles))
    is_project = form.holds(opening[0].name)
    named = is_named(form, [rule.name for rule in opening], captions)
    missing = [rule.title for rule in wanted if form.asks(rule) and not form.may_state(rule)]
    yield from _unknown(form, sums=True)
    if not (is_project or (named and of_a_whole)) or any(
        rule.source for rule in wanted
    ):  # a name, or a sum with words behind it
        yield from _unknown(form, sums=False)
    if not (named or of_a_whole or form.unread or any(_unknown(form, sums=False))) and len(wanted) < len(expected):
        missing[:0] = [opening[0].title]
    if missing:
        names = "、".join(missing)
        yield Finding("header_field_missing", names, form.table_no, None, {"fields": names})
    if not form.n_indicators and len(form.unread) < A_TABLE:
        yield Finding("form_without_indicators", "", form.table_no)


def _unknown(form: OpenForm, sums: bool) -> Iterator[Finding]:
    """What a form prints beside or below labels that nobody knows: sums of money, or words."""
    for one in form.fields:
        is_unknown = one.name == OTHER or one.measure == UNKNOWN
        if is_unknown and one.address and is_sum(one.text) == sums:
            yield Finding("unread_cell", f"{one.label}: {one.text}", one.address.table_no, one.address.row_no)


def no_target_table(document: Document) -> Finding:
    """What is said of a document without any form or indicator, with what its tables begin with."""
    headers = "; ".join(first_row(grid) for grid in document.grids)
    details = {"tables": str(len(document.grids)), "headers": headers}
    return Finding("no_target_table", headers, None, None, details)


def first_row(grid: Grid) -> str:
    """What the first printed row of a table says, short enough to quote."""
    rows = sorted({cell.row_no for cell in grid.cells if not cell.is_blank})
    texts = [cell.text.strip() for cell in grid.cells if rows and cell.row_no == rows[0] and not cell.is_blank]
    return " | ".join(texts)[:QUOTED]


def _header(column: Column) -> str:
    return "/".join(column.path) or str(column.cols.start)
