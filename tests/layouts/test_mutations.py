"""Changes of a document that leave its meaning as it is leave its rows as they are."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import pytest

from pipeline.extract.formats.word import docx
from pipeline.extract.layout import forms
from pipeline.extract.rows import long_rows
from pipeline.model.document import Document
from pipeline.model.reading import Outcome, Reading
from pipeline.transform.document import tables
from tests.layouts import mutations
from tests.layouts.catalogue import FIXTURES, Fixture
from tests.layouts.mutations import plain

ADDRESSES = {"document_id", "table_no", "row_no", "block_no", "raw_no", "label"}
NUMBERS = {"indicator_id", "indicator_no"}
SIDE_BY_SIDE = "E"
"""Its blocks follow each other table by table, so a break changes the numbers of the indicators."""
COMPARED = ("projects", "funds", "goals", "funding_items", "tasks", "indicators", "targets", "results")
MUTATIONS: Mapping[str, Callable[[Document, Fixture], Document]] = {
    "swapped columns": lambda document, fixture: mutations.swapped_columns(document, fixture.names, *fixture.swap),
    "renamed headers": lambda document, fixture: mutations.renamed_headers(document, fixture.renamed),
    "split merges": lambda document, fixture: mutations.split_merges(document, fixture.names),
    "blank classes": lambda document, fixture: mutations.blank_repeated_classes(document, fixture.names),
    "blank rows": lambda document, fixture: mutations.with_blank_rows(document, fixture.names),
    "broken over pages": lambda document, fixture: mutations.broken_over_pages(document, fixture.names),
}
CASES = [
    pytest.param(fixture, mutate, id=f"{fixture.id}-{name}")
    for fixture in FIXTURES
    for name, mutate in MUTATIONS.items()
    if (fixture.swap or name != "swapped columns") and (fixture.renamed or name != "renamed headers")
]


def rows(reading: Reading, rules) -> dict[str, list[dict[str, Any]]]:
    """The tables of a document without addresses; texts without white space, since a split merge may repeat it."""
    document = reading.document
    outcome = Outcome(document.name, "parsed", reading.findings, document.sha256, document.size, "docx", reading)
    made = tables(long_rows([outcome]), rules, "test")
    return {name: [_comparable(row) for row in made[name]] for name in COMPARED}


def _comparable(row: Mapping[str, Any]) -> dict[str, Any]:
    printed = {column: plain(value) if isinstance(value, str) else value for column, value in row.items()}
    return {column: None if pd.isna(value) else value for column, value in printed.items() if column not in ADDRESSES}


def unnumbered(found: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """The rows in any order: targets by the class, name and description of their indicators, not by their numbers."""
    named = {
        row["indicator_id"]: {
            column: row[column] for column in ("project_id", "level2", "indicator_name", "description")
        }
        for row in found["indicators"]
    }
    bare = {
        name: [named.get(row.get("indicator_id"), {}) | {column: row[column] for column in row if column not in NUMBERS} for row in rows]
        for name, rows in found.items()
    }  # fmt: skip
    return {name: sorted(map(str, rows)) for name, rows in bare.items()}


@pytest.fixture(scope="module")
def printed(rules):
    """Fixture → its document and its rows as they are, each read once."""
    done: dict[str, tuple[Document, dict]] = {}

    def read(fixture: Fixture):
        if fixture.id not in done:
            document = docx.parse(fixture.build(), fixture.file_name, rules)
            done[fixture.id] = document, rows(forms.read(document, rules), rules)
        return done[fixture.id]

    return read


@pytest.mark.parametrize(("fixture", "mutate"), CASES)
def test_the_same_rows_come_out_and_no_cell_is_left_unread(fixture, mutate, printed, rules):
    document, wanted = printed(fixture)
    mutated = mutate(document, fixture)
    reading = forms.read(mutated, rules)
    found = rows(reading, rules)
    if fixture.id == SIDE_BY_SIDE:
        found, wanted = unnumbered(found), unnumbered(wanted)
    for name in COMPARED:
        assert found[name] == wanted[name], name
    assert unread(mutated, reading) == []


def unread(document: Document, reading: Reading) -> list[str]:
    """The texts of the cells that were given no meaning."""
    texts = {(grid.table_no, cell.row_no, cell.col_no): cell.text for grid in document.grids for cell in grid.cells}
    return [texts[address] for address, role in reading.roles.items() if role == "unread"]
