"""A document read: its forms and rows, uninterpreted, and what became of every cell."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.model.document import Address, Document
from pipeline.model.finding import Finding


@dataclass(frozen=True, slots=True)
class FormField:
    """A header field of a form: the field's name in `rules/data/layouts/layouts.toml` and the cell that holds its
    value.

    `period` says for what span the value is meant (`annual`, `whole`, …). A sum of money has a `source` (of
    funds) and a `measure` (`initial`, `executed`, …). Each is empty where nothing printed says so. `role_source` says
    how it was known what the field is; see the column of that name in `form_fields`.
    """

    name: str
    text: str
    address: Address | None
    period: str = ""
    source: str = ""
    measure: str = ""
    label: str = ""
    role_source: str = "word"


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


REST = ("rest_table_no", "rest_row_no")
"""The columns that say where an indicator's row goes on; see RawIndicator."""


@dataclass(frozen=True, slots=True)
class RawIndicator:
    """A printed indicator. `texts` maps a column's name in `rules/data/layouts/layouts.toml` to its text as printed.

    Level texts are filled down from merged and blank cells; all others are the row's own. `block_no` counts
    the indicators that one row states side by side, from 1. `role_source` says how the column of the target was found;
    see the column of that name in `indicators`. `rest` is the table and row where one goes on that a page cuts in two.
    """

    form_no: int
    table_no: int
    row_no: int
    block_no: int
    texts: Mapping[str, str]
    values: tuple[RawValue, ...]
    role_source: str = "word"
    rest: tuple[int, int] | None = None


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
