"""How the tables of a document were understood: what each cell was taken for, and on what evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.extract.layout.words.header_words import HeaderWords
from pipeline.extract.layout.words.meaning import Meanings
from pipeline.model.document import Address, Cell, Grid
from pipeline.model.finding import Finding
from pipeline.model.reading import FormField, Outcome, Reading
from pipeline.rules.kinds.rulebook import Rulebook

CONTENT = "content"
UNREAD = "unread"
READ_AS_PARTS = frozenset({"label", "header"})
"""Roles of the cells that are read by their parts."""


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A printed cell. `what` is the field or column that it is of, `told` how that was known, `says` what its label
    says of time, source and measure, `parts` a label's or header's known parts.
    """

    cell: Cell
    role: str
    what: str = ""
    told: str = ""
    says: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column of a table of rows: where it stands, its header, the column that it is and how that was known, and what
    most cells below were taken for.
    """

    first: int
    last: int
    row_no: int
    header: str
    name: str
    told: str
    role: str


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table with its cells in reading order, the columns that have headers, and what was said of it."""

    grid: Grid
    cells: tuple[SeenCell, ...]
    columns: tuple[SeenColumn, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SeenField:
    """A field of a form: the number of the form, and how it was known."""

    form_no: int
    field: FormField


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as it was understood. `above` are the fields that no cell holds: those of paragraphs, of titles."""

    path: str
    status: str
    tables: tuple[SeenTable, ...]
    fields: tuple[SeenField, ...]
    findings: tuple[Finding, ...]

    @property
    def above(self) -> tuple[SeenField, ...]:
        """The fields that stand in no table."""
        return tuple(one for one in self.fields if one.field.address is None)


def layout(outcome: Outcome, rules: Rulebook) -> Layout:
    """What became of a document's cells. Of one that could not be opened there are no tables, only what was said."""
    findings = tuple(one for one in outcome.findings if one.table_no is None)
    if outcome.reading is None:
        return Layout(outcome.path, outcome.status, (), (), outcome.findings)
    reading = outcome.reading
    fields = tuple(SeenField(form.form_no, field) for form in reading.forms for field in form.fields)
    tables = tuple(_Tables(reading, fields, rules).seen(grid) for grid in reading.document.grids)
    return Layout(outcome.path, outcome.status, tables, fields, findings)


class _Tables:
    """Gathers what a reading says of each cell."""

    def __init__(self, reading: Reading, fields: Iterable[SeenField], rules: Rulebook):
        self._roles, self._findings = reading.roles, reading.findings
        self._headers, self._meanings = HeaderWords(rules), Meanings(rules.morphemes)
        self._role_of = {one.name: one.role for one in rules.layouts.columns}
        self._fields: Mapping[Address, FormField] = {
            one.field.address: one.field for one in reversed(tuple(fields)) if one.field.address
        }

    def seen(self, grid: Grid) -> SeenTable:
        """A table with the evidence for its cells."""
        columns = tuple(self._columns(grid))
        cells = tuple(self._cell(grid, cell, columns) for cell in grid.cells)
        findings = tuple(one for one in self._findings if one.table_no == grid.table_no)
        return SeenTable(grid, cells, columns, findings)

    def _role(self, grid: Grid, cell: Cell) -> str:
        return self._roles.get(Address(grid.table_no, cell.row_no, cell.col_no), "")

    def _cell(self, grid: Grid, cell: Cell, columns: Iterable[SeenColumn]) -> SeenCell:
        role = self._role(grid, cell)
        parts = self._meanings.of(cell.text).parts if role in READ_AS_PARTS else ()
        if field := self._fields.get(Address(grid.table_no, cell.row_no, cell.col_no)):
            says = ", ".join(filter(None, (field.period, field.source, field.measure)))
            return SeenCell(cell, role, field.name, field.role_source, says, parts)
        above = next(
            (one for one in columns if one.row_no <= cell.row_no and one.first <= cell.col_no <= one.last), None
        )
        if above and role not in ("", "label", UNREAD):
            return SeenCell(cell, role, above.name, above.told, "", parts)
        return SeenCell(cell, role, parts=parts)

    def _columns(self, grid: Grid) -> Iterator[SeenColumn]:
        """The lowest header over each column, from the last header of the table to the first."""
        headers = [cell for cell in grid.cells if self._role(grid, cell) == "header"]
        for header in reversed(headers):
            last = header.col_no + header.col_span - 1
            roles = self._below(grid, header)
            if roles:
                role = roles.most_common(1)[0][0]
                place = (header.col_no, last, header.row_no, header.text)
                yield SeenColumn(*place, *self._told(header.text, role), role)

    def _told(self, header: str, role: str) -> tuple[str, str]:
        """The column that a header names and how it does. Where what stands below is something else, or no words
        decide, the contents did.
        """
        name, told = self._headers.told(header)
        if name and self._role_of.get(name) == role:
            return name, told
        return "", "" if role in ("", UNREAD) else CONTENT

    def _below(self, grid: Grid, header: Cell) -> Counter[str]:
        """How often each role stands below a header, in cells that begin under it; none for a header over others."""
        columns = range(header.col_no, header.col_no + header.col_span)
        below = [cell for cell in grid.cells if cell.row_no > header.row_no and cell.col_no in columns]
        roles = [self._role(grid, cell) for cell in below if not cell.is_blank]
        return Counter() if roles[:1] == ["header"] else Counter(role for role in roles if role != "header")


def said(finding: Finding, rules: Rulebook, language: str) -> str:
    """A finding as a sentence in `zh` or `en`, as the table `issues` has it."""
    message = getattr(rules.issues[finding.code], f"message_{language}")
    return message.format(**finding.details)


def printed_names(rules: Rulebook) -> Mapping[str, str]:
    """Field or column → the first of its printed labels, which is its name in Chinese."""
    fields = {one.name: one.labels[0] for one in rules.layouts.fields if one.labels}
    return {one.name: one.headers[0] for one in rules.layouts.columns if one.headers} | fields
