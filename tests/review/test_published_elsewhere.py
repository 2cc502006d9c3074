"""Published documents of other places, and made-up ones by sector: what was written down of each before it was read.

Of most of the published ones only the beginning could be had; what their end would state is not asked for.
"""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipeline.load import warehouse
from pipeline.rules import book
from pipeline.run.dataset import run
from pipeline.run.progress import Progress
from tests.review.published_later import LATER
from tests.review.published_results import RESULTS
from tests.review.published_targets import TARGETS
from tests.review.sectors import SECTORS

HERE = Path(__file__).parent
PUBLISHED = [*TARGETS, *RESULTS, *LATER]
GROUPS = {"published": PUBLISHED, "sectors": SECTORS}
OF_THE_END = {
    "missing_class",
    "weights_do_not_add_up",
    "form_without_indicators",
    "benefit_not_quantified",
    "cost_repeats_budget",
    "goal_without_indicator",
    "deadlines_all_at_year_end",
}
"""What is said of a document that breaks off: its end would say otherwise."""
PLACE = ("origin", "code", "project_name", "table_no", "row_no")
STATED = ("fiscal_year", "budget_total", "indicators")
VALUE = ("level2_code", "indicator_name", "kind", "operator", "low", "high", "measure_unit", "due_start", "due_end")


def judged(name):
    return list(csv.DictReader((HERE / name).open(encoding="utf-8", newline="")))


JUDGED = {group: judged(f"judged_{group}.csv") for group in GROUPS}
MISSED = [(group, row) for group, rows in JUDGED.items() for row in rows if row["verdict"] == "missed"]


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A question to the dataset of a group of documents → its rows, the path replaced by where the document is from."""
    connections = {}
    for group, documents in GROUPS.items():
        raw, out = (tmp_path_factory.mktemp(group) / name for name in ("raw", "processed"))
        raw.mkdir()
        for one in documents:
            (raw / one.file_name).write_bytes(one.build())
        run([raw], out, Progress(), book.default())
        connections[group] = duckdb.connect(str(out / warehouse.NAME), read_only=True)
    origins = {one.file_name: one.origin for documents in GROUPS.values() for one in documents}

    def ask(group, question):
        return [(origins[path], *values) for path, *values in connections[group].execute(question).fetchall()]

    yield ask
    for connection in connections.values():
        connection.close()


def found(asked, group):
    """The place of each finding as text, in no order; of a document that breaks off not what its end would settle."""
    cut = {one.origin for one in GROUPS[group] if not one.is_whole}
    rows = asked(group, "SELECT path, code, project_name, table_no, row_no FROM issues_wide")
    kept = [row for row in rows if row[0] not in cut or row[1] not in OF_THE_END]
    return Counter((origin, *("" if one is None else str(one) for one in others)) for origin, *others in kept)


def printed(number):
    return "" if number is None else f"{number:g}"


def test_every_published_value_is_read_as_a_person_reads_it(asked):
    rows = asked(
        "published",
        """
        SELECT path, level2_code, indicator_name, targets.kind, operator, low, high, measure_unit, due_start, due_end
        FROM targets
        JOIN indicators USING (indicator_id)
        JOIN documents USING (document_id)
        -- Of several values in a cell, and of the regions of a row, the first.
        WHERE target_no = 1
        """,
    )
    read = Counter(
        (
            origin,
            level2 or "",
            name.strip(),
            kind,
            operator or "",
            printed(low),
            printed(high),
            unit or "",
            *map(day, due),
        )
        for origin, level2, name, kind, operator, low, high, unit, *due in rows
    )
    wanted = Counter(tuple(row[name] for name in ("origin", *VALUE)) for row in judged("published_indicators.csv"))
    assert read - wanted == wanted - read == Counter()


def day(date):
    return str(date) if date else ""


def projects_read(asked):
    """What is known of each project, as text, by the origin of its document and its name."""
    rows = asked(
        "published",
        """
        SELECT path, project_name, fiscal_year, budget_total, count(indicator_id)
        FROM projects
        JOIN documents USING (document_id)
        LEFT JOIN indicators USING (project_id)
        GROUP BY project_id, path, fiscal_year, budget_total, project_name
        """,
    )
    return {
        (origin, name or ""): dict(zip(STATED, (str(year or ""), amount(budget), str(count)), strict=True))
        for origin, name, year, budget, count in rows
    }


def amount(printed):
    return None if printed in ("", None) else Decimal(printed)


def wanted(row):
    return {name: amount(row[name]) if name == "budget_total" else row[name] for name in STATED}


def test_every_published_project_has_its_name_year_and_budget(asked):
    read = projects_read(asked)
    rows = [row for row in judged("published_projects.csv") if row["unread"] != "project"]
    assert set(read) == {(row["origin"], row["project_name"]) for row in rows}
    for row in rows:
        found, unread = read[row["origin"], row["project_name"]], row["unread"].split()
        assert {name: found[name] for name in STATED if name not in unread} == {
            name: value for name, value in wanted(row).items() if name not in unread
        }


@pytest.mark.parametrize(
    ("row", "name"),
    [
        pytest.param(row, name, marks=pytest.mark.xfail(strict=True, reason=row["why"]), id=f"{name} {row['origin']}")
        for row in judged("published_projects.csv")
        for name in row["unread"].split()
    ],
)
def test_what_a_person_reads_of_a_project_is_read(asked, row, name):
    read = projects_read(asked).get((row["origin"], row["project_name"]), {})
    assert read and (name == "project" or read[name] == wanted(row)[name])


@pytest.mark.parametrize("group", GROUPS)
def test_every_finding_is_judged_and_every_judged_finding_is_found(asked, group):
    wanted = [row for row in JUDGED[group] if row["verdict"] != "missed"]
    assert found(asked, group) == Counter(tuple(row[name] for name in PLACE) for row in wanted)


@pytest.mark.parametrize("group", GROUPS)
def test_no_finding_is_wrong_and_each_verdict_says_why(group):
    assert {row["verdict"] for row in JUDGED[group]} <= {"right", "debatable", "missed"}
    assert all(row["why"] for row in JUDGED[group])


@pytest.mark.parametrize(
    ("group", "row"),
    [
        pytest.param(group, row, marks=pytest.mark.xfail(strict=True, reason=row["why"]), id=row["code"])
        for group, row in MISSED
    ],
)
def test_what_a_person_would_say_is_said(asked, group, row):
    assert tuple(row[name] for name in PLACE) in found(asked, group)
