"""What the review finds in the documents of other layouts: every finding was read against its document and judged."""

import csv
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from pipeline.load import warehouse
from tests.layouts.catalogue import FIXTURES

JUDGED = list(csv.DictReader((Path(__file__).parent / "judged_fixtures.csv").open(encoding="utf-8", newline="")))
PLACE = ("fixture", "code", "project_name", "table_no", "row_no")


@pytest.fixture(scope="module")
def found(all_layouts):
    """The place of each finding in the documents of other layouts, as text, in no order."""
    with duckdb.connect(str(all_layouts / warehouse.NAME), read_only=True) as connection:
        rows = connection.execute("SELECT path, code, project_name, table_no, row_no FROM issues_wide").fetchall()
    ids = {fixture.file_name: fixture.id for fixture in FIXTURES}
    return [(ids[path], *("" if one is None else str(one) for one in others)) for path, *others in rows if path in ids]


def test_every_finding_is_judged_and_every_judged_finding_is_found(found):
    assert Counter(found) == Counter(tuple(row[name] for name in PLACE) for row in JUDGED)


def test_no_finding_is_wrong_and_each_verdict_says_why():
    assert {row["verdict"] for row in JUDGED} == {"right", "debatable"}
    assert all(row["why"] for row in JUDGED)
