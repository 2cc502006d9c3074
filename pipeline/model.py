"""The values that cross the stage boundaries. All are frozen and picklable; none knows a file or a rule.

    bytes ──extract.docx──▶ Document ──extract.forms──▶ Reading ──extract.frames──▶ long frames, all text
    text  ──transform.targets──▶ tuple[Target, ...]

Numbers of tables, rows and columns count from 1, as a person counts them in the printed document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Address(NamedTuple):
    """Where a cell stands in its document: its anchor, that is its upper left corner."""

    table_no: int
    row_no: int
    col_no: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the user. `code` names a row of `rules/issues.csv`; the sentence is made there.

    `details` fills the placeholders of the message; `evidence` is printed text, quoted as it stands.
    """

    code: str
    evidence: str = ""
    table_no: int | None = None
    row_no: int | None = None
    details: Mapping[str, str] = field(default_factory=dict)


class Rejected(Exception):
    """The input cannot be read at all. `code` names a row of `rules/issues.csv`, `format` what the bytes are."""

    def __init__(self, code: str, format: str = "unknown", **details: str):
        super().__init__(code, format, details)
        self.code, self.format, self.details = code, format, details

    def __reduce__(self):
        return _rejected_again, (self.code, self.format, self.details)


def _rejected_again(code: str, format: str, details: dict[str, str]) -> Rejected:
    return Rejected(code, format, **details)


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed table cell, once, however many grid positions it covers. `text` is as printed."""

    row_no: int
    col_no: int
    row_span: int
    col_span: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rectangular, `n_rows` by `n_cols`; cells in reading order, no two covering one position.

    Positions skipped by gridBefore, gridAfter or a short row hold no cell.
    `parent` is the cell that holds a nested table, None for a table of the body.
    """

    table_no: int
    n_rows: int
    n_cols: int
    cells: tuple[Cell, ...]
    parent: Address | None = None

    def covering(self) -> dict[tuple[int, int], Cell]:
        """Every covered position (row_no, col_no) → the cell that covers it."""
        return {
            (row, col): cell
            for cell in self.cells
            for row in range(cell.row_no, cell.row_no + cell.row_span)
            for col in range(cell.col_no, cell.col_no + cell.col_span)
        }


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables, as printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed, in body order. A nested table stands right after the table that holds it."""

    document_id: str
    name: str
    sha256: str
    size: int
    format: str
    blocks: tuple[Paragraph | Grid, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Grid))


@dataclass(frozen=True, slots=True)
class FormField:
    """A header field of a form: the field's name in `rules/layouts.toml` and the cell that holds its value.

    `period` says for what span the value is meant (`annual`, `whole`, …). A sum of money has a `source` (of
    funds) and a `measure` (`initial`, `executed`, …). Each is empty where nothing printed says so.
    """

    name: str
    text: str
    address: Address | None
    period: str = ""
    source: str = ""
    measure: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A project form: where it begins and its header fields, uninterpreted. `form_no` counts in the document."""

    form_no: int
    table_no: int
    layout: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class RawValue:
    """A value of an indicator as printed: a `target` or an `actual` value, with the sign and unit printed beside it.

    `period`, `region` and `grade` say for what it is meant, empty where the document does not. `source` says
    where it stood: in a `target` column, or in a `block` of text.
    """

    what: str
    text: str
    period: str = ""
    region: str = ""
    grade: str = ""
    operator: str = ""
    unit: str = ""
    source: str = "target"


@dataclass(frozen=True, slots=True)
class RawIndicator:
    """A printed indicator. `texts` maps a column's name in `rules/layouts.toml` to its text as printed.

    Level texts are filled down from merged and blank cells; all others are the row's own. `block_no` counts
    the indicators that one row states side by side, from 1.
    """

    form_no: int
    table_no: int
    row_no: int
    block_no: int
    texts: Mapping[str, str]
    values: tuple[RawValue, ...]


@dataclass(frozen=True, slots=True)
class RawTask:
    """A main task of a department as printed: column name → text."""

    form_no: int
    task_no: int
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: its forms, its indicator rows and what became of every non-empty cell."""

    document: Document
    forms: tuple[Form, ...]
    indicators: tuple[RawIndicator, ...]
    tasks: tuple[RawTask, ...]
    roles: Mapping[Address, str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input file.

    `status` is `parsed`, `partial` (something in it was not read), `rejected` (no row comes from it) or
    `skipped` (left out on purpose). `path` is relative to the folder that was given. A rejected document
    still has a `reading` if its tables could be read, so that its cells are not lost.
    """

    path: str
    status: str
    findings: tuple[Finding, ...]
    sha256: str = ""
    size: int = 0
    format: str = "unknown"
    reading: Reading | None = None

    @property
    def document_id(self) -> str | None:
        """The first 16 hex digits of the checksum, None for a file whose bytes were not read."""
        return self.sha256[:16] or None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a target value beside its own text. It may decide between readings, never override print.

    `operator_text` and `unit_text` are printed in columns of their own beside the value.
    """

    fiscal_year: int | None = None
    level2_code: str | None = None
    indicator_name: str | None = None
    operator_text: str | None = None
    unit_text: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One parsed target value. The fields are the columns of the table `targets`; see `schema.py` for meanings.

    Bounds stay Decimal until Arrow. `span` ends are offsets into the raw text; `leftover` is what lies
    outside every span and is not mere punctuation.
    """

    kind: str
    status: str
    operator: str | None = None
    operator_source: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    low_inclusive: bool | None = None
    high_inclusive: bool | None = None
    unit_text: str | None = None
    unit: str | None = None
    dimension: str | None = None
    factor: Decimal | None = None
    base_unit: str | None = None
    base_low: Decimal | None = None
    base_high: Decimal | None = None
    change: str | None = None
    change_from: str | None = None
    due_start: date | None = None
    due_end: date | None = None
    due_precision: str | None = None
    year_source: str | None = None
    quality_direction: str | None = None
    quality_strength: str | None = None
    span_start: int | None = None
    span_end: int | None = None
    leftover: str = ""
    rule_id: str | None = None
