"""Readings → long rows, all text, as dicts by column name: one per document, cell, form field and so on.

| rows              | columns                                                                            |
|-------------------|------------------------------------------------------------------------------------|
| documents         | document_id path sha256 bytes format status, and four counts                       |
| cells             | document_id table_no row_no col_no row_span col_span text role                     |
| forms             | document_id form_no table_no layout                                                |
| form_fields       | document_id form_no field text period source measure label role_source and place   |
| indicator_cells   | document_id raw_no form_no table_no row_no block_no column text                    |
| indicator_values  | document_id raw_no what text period region grade operator unit source              |
| task_cells        | document_id form_no task_no column text                                            |
| findings          | document_id table_no row_no code evidence details                                  |

Numbers that count (rows, bytes) are numbers; everything printed is text. `raw_no` counts the indicators of a
document in reading order: down, then the next block beside it.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from pipeline.model.document import Address
from pipeline.model.reading import REST, Outcome, RawIndicator, Reading

Row = tuple[Any, ...]
NOWHERE = (None, None, None)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "document_id", "path", "sha256", "bytes", "format", "status",
        "n_tables", "n_cells", "n_projects", "n_indicators",
    ),
    "cells": ("document_id", "table_no", "row_no", "col_no", "row_span", "col_span", "text", "role"),
    "forms": ("document_id", "form_no", "table_no", "layout"),
    "form_fields": (
        "document_id", "form_no", "field", "text", "period", "source", "measure", "label", "role_source",
        "table_no", "row_no", "col_no",
    ),
    "indicator_cells": ("document_id", "raw_no", "form_no", "table_no", "row_no", "block_no", "column", "text"),
    "indicator_values": (
        "document_id", "raw_no", "what", "text", "period", "region", "grade", "operator", "unit", "source",
    ),
    "task_cells": ("document_id", "form_no", "task_no", "column", "text"),
    "findings": ("document_id", "table_no", "row_no", "code", "evidence", "details"),
}  # fmt: skip

_OF_VALUE = attrgetter(*COLUMNS["indicator_values"][2:])


def long_rows(outcomes: Iterable[Outcome]) -> dict[str, list[dict[str, Any]]]:
    """The rows above, by name. They stand in the order of the outcomes, then of the document."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    for outcome in outcomes:
        for name, row in _rows(outcome):
            rows[name].append(dict(zip(COLUMNS[name], row, strict=True)))
    return rows


def _rows(outcome: Outcome) -> Iterator[tuple[str, Row]]:
    document_id = outcome.document_id
    if document_id:
        yield "documents", _document_row(outcome)
    for finding in outcome.findings:
        row = (document_id, finding.table_no, finding.row_no, finding.code, finding.evidence, finding.details)
        yield "findings", row
    if document_id and outcome.reading:
        yield from _reading_rows(document_id, outcome.reading)


def _document_row(outcome: Outcome) -> Row:
    reading = outcome.reading
    counts = (0, 0, 0, 0)
    if reading:
        grids = reading.document.grids
        n_cells = sum(len(grid.cells) for grid in grids)
        counts = (len(grids), n_cells, len(reading.forms), len(reading.indicators))
    file = (outcome.document_id, outcome.path, outcome.sha256, outcome.size, outcome.format, outcome.status)
    return file + counts


def _reading_rows(document_id: str, reading: Reading) -> Iterator[tuple[str, Row]]:
    for grid in reading.document.grids:
        for cell in grid.cells:
            place = (grid.table_no, cell.row_no, cell.col_no)
            role = reading.roles.get(Address(*place))
            yield "cells", (document_id, *place, cell.row_span, cell.col_span, cell.text, role)
    for form in reading.forms:
        yield "forms", (document_id, form.form_no, form.table_no, form.layout)
        for field in form.fields:
            said = (field.period, field.source, field.measure, field.label, field.role_source)
            yield "form_fields", (document_id, form.form_no, field.name, field.text, *said, *(field.address or NOWHERE))
    for raw_no, row in enumerate(reading.indicators, 1):
        yield from _indicator_rows(document_id, raw_no, row)
    for task in reading.tasks:
        for column, text in task.texts.items():
            yield "task_cells", (document_id, task.form_no, task.task_no, column, text)


def _indicator_rows(document_id: str, raw_no: int, row: RawIndicator) -> Iterator[tuple[str, Row]]:
    place = (row.form_no, row.table_no, row.row_no, row.block_no)
    rest = zip(REST, map(str, row.rest), strict=True) if row.rest else ()
    for column, text in (*row.texts.items(), ("role_source", row.role_source), *rest):
        yield "indicator_cells", (document_id, raw_no, *place, column, text)
    for value in row.values:
        yield "indicator_values", (document_id, raw_no, *_OF_VALUE(value))
