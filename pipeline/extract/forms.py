"""Document → forms and indicator rows, by what labels and headers say. Nothing is interpreted here.

A form is open from the table that names a project until the next one does; indicator rows belong to the
open form. What no label, header or form claims gets the role `unread` and a finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.extract.fields import FormSection
from pipeline.extract.sections import IndicatorSection, SectionReader
from pipeline.model import (
    Address,
    Document,
    Finding,
    Form,
    FormField,
    Grid,
    Paragraph,
    RawIndicator,
    Reading,
)
from pipeline.rulebook import Layouts, Rulebook

QUOTED = 60
"""Characters of a table's first row that a finding quotes: enough to recognise it."""


def read(document: Document, rules: Rulebook) -> Reading:
    """The forms and indicator rows of a document, a role for every non-blank cell, and what was left over.

    A document without any form or indicator is read all the same; `no_target_table` is then among the findings.
    """
    pass_over = _Pass(rules.layouts)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            pass_over.paragraph(block)
        else:
            pass_over.grid(block)
    return pass_over.reading(document)


@dataclass(slots=True)
class _OpenForm:
    """A form that may still gain fields and indicators. `tables` are those that it stands in so far."""

    table_no: int
    fields: list[FormField]
    tables: set[int]
    columns: set[str] = field(default_factory=set)
    n_indicators: int = 0

    def holds(self, name: str) -> bool:
        return any(one.name == name for one in self.fields)


class _Pass:
    """One pass over a document: the title last seen, the forms so far, the last of which is open."""

    def __init__(self, layouts: Layouts):
        self._layouts, self._sections = layouts, SectionReader(layouts)
        self._opening = tuple(rule.name for rule in layouts.fields if rule.opens)
        self._title: list[FormField] = []
        self._forms: list[_OpenForm] = []
        self._indicators: list[RawIndicator] = []
        self._roles: dict[Address, str] = {}
        self._findings: list[Finding] = []

    def paragraph(self, paragraph: Paragraph) -> None:
        """Remembers a title for the next form."""
        text = paragraph.text.strip()
        for rule in self._layouts.text["title"]:
            if found := rule.pattern.search(text):
                self._title = [FormField(name, value, None) for name, value in found.groupdict().items() if value]

    def grid(self, grid: Grid) -> None:
        """Places the cells of a grid."""
        recognised = False
        for section in self._sections.read(grid):
            if isinstance(section, IndicatorSection):
                self._add_indicators(grid, section)
                recognised = True
            elif self._is_form(section):
                self._open(grid, section.fields)
            elif not self._continues_form(grid, section):
                continue
            self._roles |= section.roles
            recognised = True
        self._findings += self._leave(grid, recognised)

    def _is_form(self, section: FormSection) -> bool:
        return any(one.name in self._opening for one in section.fields)

    def _continues_form(self, grid: Grid, section: FormSection) -> bool:
        """More fields of the open form, printed in its own table or below its indicators."""
        if not (self._forms and section.fields and grid.table_no in self._forms[-1].tables):
            return False
        self._forms[-1].fields += section.fields
        return True

    def _open(self, grid: Grid, fields: tuple[FormField, ...]) -> None:
        self._forms.append(_OpenForm(grid.table_no, [*self._title, *fields], {grid.table_no}))
        self._title = []

    def _add_indicators(self, grid: Grid, section: IndicatorSection) -> None:
        if not self._forms or self._title:
            # A title without a form before the table: the indicators are not those of the last project.
            self._findings.append(Finding("indicators_without_form", "", grid.table_no, section.row_no))
            self._open(grid, ())
        form, form_no = self._forms[-1], len(self._forms)
        form.tables.add(grid.table_no)
        form.columns |= section.columns
        form.n_indicators += len(section.rows)
        self._indicators += [RawIndicator(form_no, grid.table_no, row.row_no, row.texts) for row in section.rows]

    def _leave(self, grid: Grid, recognised: bool) -> Iterator[Finding]:
        """Gives the role `unread` to every cell that has none, and says so once per table or row."""
        left: dict[int, list[str]] = {}
        for cell in grid.cells:
            address = Address(grid.table_no, cell.row_no, cell.col_no)
            if not cell.is_blank and address not in self._roles:
                left.setdefault(cell.row_no, []).append(cell.text)
                self._roles[address] = "unread"
        if left and not recognised:
            details = {"table": str(grid.table_no), "headers": first_row(grid)}
            yield Finding("table_not_recognised", details["headers"], grid.table_no, None, details)
            return
        for row_no, texts in sorted(left.items()):
            yield Finding("unread_cell", " | ".join(texts), grid.table_no, row_no)

    def reading(self, document: Document) -> Reading:
        """Closes all forms."""
        forms = tuple(
            Form(number, form.table_no, self._layout(form), tuple(form.fields))
            for number, form in enumerate(self._forms, 1)
        )
        findings = [*document.findings, *self._findings, *self._missing()]
        if not self._forms:
            headers = "; ".join(first_row(grid) for grid in document.grids)
            findings.append(
                Finding(
                    "no_target_table", headers, None, None, {"tables": str(len(document.grids)), "headers": headers}
                )
            )
        return Reading(document, forms, tuple(self._indicators), self._roles, tuple(findings))

    def _layout(self, form: _OpenForm) -> str:
        for layout in self._layouts.layouts:
            if form.columns.issuperset(layout.columns) and all(form.holds(name) for name in layout.fields):
                return layout.id
        return "other"

    def _missing(self) -> Iterator[Finding]:
        expected = [rule for rule in self._layouts.fields if rule.expected]
        for form in self._forms:
            missing = [rule.labels[0] for rule in expected if not form.holds(rule.name)]
            if missing:
                names = ", ".join(missing)
                yield Finding("header_field_missing", names, form.table_no, None, {"fields": names})
            if not form.n_indicators:
                yield Finding("form_without_indicators", "", form.table_no)


def first_row(grid: Grid) -> str:
    """What the first printed row of a table says, short enough to quote."""
    rows = sorted({cell.row_no for cell in grid.cells if not cell.is_blank})
    texts = [cell.text.strip() for cell in grid.cells if rows and cell.row_no == rows[0] and not cell.is_blank]
    return " | ".join(texts)[:QUOTED]
