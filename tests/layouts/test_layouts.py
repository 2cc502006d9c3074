"""Every layout gives the tables that a careful person gets from its document."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from pipeline.extract.inputs import InputFile
from pipeline.extract.read import read_file
from pipeline.extract.rows import long_rows
from pipeline.transform.document import tables
from tests.layouts.catalogue import FIXTURES, NO_AMOUNT, Fixture, expected

KEYS = {
    "projects": ("project_name",),
    "funds": ("project_name", "source", "measure"),
    "goals": ("project_name", "period", "goal_no"),
    "indicators": ("project_name", "indicator_no"),
    "targets": ("project_name", "indicator_no", "target_no"),
    "results": ("project_name", "indicator_no", "period"),
    "tasks": ("project_name", "task_no"),
}


@pytest.fixture(scope="module")
def read(tmp_path_factory, rules):
    """Fixture → its tables as the pipeline makes them, each document read once."""
    folder, done = tmp_path_factory.mktemp("layouts"), {}

    def reading(fixture: Fixture) -> Mapping[str, pd.DataFrame]:
        if fixture.id not in done:
            path = folder / fixture.file_name
            path.write_bytes(fixture.build())
            made = tables(long_rows([read_file(InputFile(path, path.name), rules)]), rules, "test")
            done[fixture.id] = {name: pd.DataFrame(rows, dtype=object) for name, rows in made.items()}
        return done[fixture.id]

    return reading


def named(frame: pd.DataFrame, made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """A table with the names of its projects and the numbers of its indicators."""
    if "indicator_id" in frame and "indicator_no" not in frame:
        columns = ["indicator_id", "project_id", "indicator_no", "value_source"]
        frame = frame.merge(made["indicators"][columns], on="indicator_id")
    if "project_name" not in frame:
        frame = frame.merge(made["projects"][["project_id", "project_name"]], on="project_id")
    return frame


def as_text(value: Any) -> str | None:
    """A value as the expected tables print it: names without line breaks, amounts with two decimals."""
    if pd.isna(value):
        return None
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value).replace("\n", "")


def rows(records: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> list[tuple[str | None, ...]]:
    return [tuple(as_text(record[name]) for name in columns) for record in records]


def per_cell(targets: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row per value cell: the expected tables do not split a cell that states several targets."""
    cells: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in targets:
        place = tuple(row[name] for name in ("indicator_id", "period", "region", "grade", "value_text"))
        cells.setdefault(place, row | {"unit_text": row["measure_unit_column_text"], "target_text": row["value_text"]})
    numbers: dict[str, int] = {}
    for row in cells.values():
        row["target_no"] = numbers[row["indicator_id"]] = numbers.get(row["indicator_id"], 0) + 1
    return list(cells.values())


CASES = [(fixture, table) for fixture in FIXTURES for table in expected(fixture)]


@pytest.mark.parametrize(("fixture", "table"), CASES, ids=[f"{fixture.id}-{table}" for fixture, table in CASES])
def test_the_layout_gives_its_tables(fixture, table, read):
    wanted = expected(fixture)[table]
    columns = list(wanted[0])
    made = read(fixture)
    found = named(made[table], made).to_dict("records")
    if table == "targets":
        found = per_cell(found)
    if table == "funds":
        found = [row | {"amount": row["text"] if row["measure"] in NO_AMOUNT else row["amount"]} for row in found]
    key = [columns.index(name) for name in KEYS[table]]

    def order(row: Any) -> tuple[str, ...]:
        return tuple(str(row[place]).zfill(4) for place in key)

    assert sorted(rows(found, columns), key=order) == sorted(rows(wanted, columns), key=order)
