"""Forms that print no sum of money borrow it from a list of projects in their document."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extract.layout.form.fields import AMOUNT_UNIT, LABEL_YEAR
from pipeline.extract.layout.money.budget_lists import NAME, UNITS, BudgetList, BudgetLists
from pipeline.extract.layout.project.open_form import OpenForm
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Address, Document, Grid
from pipeline.model.finding import Finding
from pipeline.model.reading import FormField
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

NOT_READ = frozenset({"table_not_recognised", "unread_cell"})
"""What was said of a list before it was known as one."""
UNREAD = "unread"
Loan = tuple[OpenForm, BudgetList, list[FormField]]


def with_listed_sums(
    document: Document,
    forms: Sequence[OpenForm],
    roles: dict[Address, str],
    findings: Sequence[Finding],
    rules: Rulebook,
) -> list[Finding]:
    """Adds to forms without a sum the one beside their name in a list, where just one list says one and to no other
    form. The findings, with those on the lists instead of that they were not read; what else stands in them is unread.
    """
    reader = compiled(BudgetLists, rules)
    poor = [form for form in forms if form.holds(NAME) and not any(map(_is_sum, form.fields))]
    lists = list(_lists(document, roles, reader)) if poor else []
    loans = [loan for form in poor if (loan := _loan(form, lists, reader))]
    times = Counter(field.address for _, _, fields in loans for field in fields)
    loans = [loan for loan in loans if all(times[field.address] == 1 for field in loan[2])]
    for form, listed, fields in loans:
        form.fields += _said(form, listed, fields)
        roles |= {field.address: "field" for field in form.fields if field in fields and field.address}
    used = {id(listed): listed for _, listed, _ in loans}.values()
    for listed in used:
        roles |= {listed.rows.address(cell): "header" for cell in listed.header}
    tables = {listed.rows.grid.table_no for listed in used}
    kept = [one for one in findings if one.code not in NOT_READ or one.table_no not in tables]
    return [*kept, *(_finding(table_no, loans) for table_no in sorted(tables))]


def _is_sum(field: FormField) -> bool:
    return bool(field.source or field.measure) and any(map(str.isdigit, field.text))


def _lists(document: Document, roles: dict[Address, str], reader: BudgetLists) -> Iterator[BudgetList]:
    """The lists in tables that nothing else was read of, each below the lines since the table before."""
    above: list[str] = []
    for block in document.blocks:
        if not isinstance(block, Grid):
            above.append(block.text)
            continue
        left = {cell for cell in block.cells if roles.get(Address(block.table_no, cell.row_no, cell.col_no)) == UNREAD}
        listed = reader.read(block, above) if left else None
        if listed and left.issuperset(listed.header):
            yield listed
        above = []


def _loan(form: OpenForm, lists: Sequence[BudgetList], reader: BudgetLists) -> Loan | None:
    """The sums of the form's project where one list alone has them, in the money unit of the form if it states one."""
    names = [reader.bare(one.text.strip()) for one in form.fields if one.name == NAME and one.text.strip()]
    units = frozenset(plain(one.text) for one in form.fields if one.name in UNITS)
    stated = {plain(one.text) for one in form.fields if one.name == AMOUNT_UNIT}
    found = [(listed, fields) for listed in lists if names and (fields := listed.sums(names[-1], units))]
    if len(found) != 1:
        return None
    listed, fields = found[0]
    is_in_unit = not stated or (listed.unit is not None and plain(listed.unit.text) in stated)
    return (form, listed, fields) if is_in_unit else None


def _said(form: OpenForm, listed: BudgetList, fields: Sequence[FormField]) -> Iterator[FormField]:
    """What a list says of a form: the sums, their money unit, and their year if it is one alone."""
    yield from fields
    if listed.unit and not form.holds(AMOUNT_UNIT):
        yield listed.unit
    if len(fields) == 1 and fields[0].measure:
        yield FormField(LABEL_YEAR, fields[0].measure, fields[0].address)


def _finding(table_no: int, loans: Sequence[Loan]) -> Finding:
    """What is said of a list: which projects took their sums from it."""
    taken = [(form, fields) for form, listed, fields in loans if listed.rows.grid.table_no == table_no]
    names = (next(one.text.strip() for one in form.fields if one.name == NAME) for form, _ in taken)
    quoted = "；".join(
        f"{name} {' '.join(one.text for one in fields)}" for name, (_, fields) in zip(names, taken, strict=True)
    )
    details = {"table": str(table_no), "count": str(len(taken))}
    return Finding("sums_from_list", quoted, table_no, None, details)
