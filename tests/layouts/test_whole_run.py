"""All layouts in one folder, beside the published document: one dataset, in which nothing printed is lost or invented."""

import duckdb
import pytest

from pipeline.load import warehouse
from pipeline.reports.summary import report
from tests.conftest import SOURCE
from tests.layouts.catalogue import FIXTURES, expected

NOT_PUBLISHED = f"JOIN documents USING (document_id) WHERE path <> '{SOURCE.name}'"
PARTIAL = {"S"}
"""Layouts whose forms lack what a project form has: towns as rows leave no room for a goal."""


@pytest.fixture(scope="module")
def whole(all_layouts):
    """The report of the dataset and its database."""
    database = all_layouts / warehouse.NAME
    return report(database), database


@pytest.fixture(scope="module")
def ask(whole):
    with duckdb.connect(str(whole[1]), read_only=True) as connection:
        yield lambda sql: connection.execute(sql).fetchall()


def test_every_document_is_read(ask):
    wanted = {fixture.file_name: "partial" if fixture.id in PARTIAL else "parsed" for fixture in FIXTURES}
    assert dict(ask("SELECT path, status FROM documents")) == wanted | {SOURCE.name: "parsed"}


def test_every_check_passes(whole):
    assert [(check.name, check.rows[:3]) for check in warehouse.check(whole[1]) if check.rows] == []


def test_no_cell_is_left_unread(ask):
    assert ask("SELECT * FROM cells WHERE role = 'unread'") == []
    assert ask("SELECT * FROM issues WHERE code IN ('unread_cell', 'table_not_recognised', 'reading_failed')") == []


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
def test_a_document_gives_as_many_projects_and_indicators_as_expected(fixture, ask):
    tables = expected(fixture)
    found = ask(f"SELECT n_projects, n_indicators FROM documents WHERE path = '{fixture.file_name}'")
    assert found == [(len(tables["projects"]), len(tables["indicators"]))]


def test_every_printed_value_is_that_of_a_row(ask):
    """Counted, not only looked up: each cell of a value is one value of one indicator, and none is there twice."""
    printed = """
        SELECT path, role, without_space(text), count(*)
        FROM cells JOIN documents ON documents.document_id = cells.document_id
        WHERE role IN ('target', 'actual')
        GROUP BY ALL
    """
    stated = """
        SELECT path, what, without_space(value_text), count(DISTINCT (parsed_values.indicator_id, cell_no))
        FROM steps.parsed_values
        JOIN indicators ON indicators.indicator_id = parsed_values.indicator_id
        JOIN documents ON documents.document_id = indicators.document_id
        WHERE value_text IS NOT NULL AND (what = 'actual' OR value_source = 'target')
        GROUP BY ALL
    """
    assert ask(f"({printed}) EXCEPT ({stated})") == ask(f"({stated}) EXCEPT ({printed})") == []


def test_values_are_told_apart_by_period_region_and_grade(ask):
    wanted = {
        (row["period"], row["region"], row["grade"]) for fixture in FIXTURES for row in expected(fixture)["targets"]
    }
    found = set(ask(f"SELECT period, region, grade FROM targets JOIN indicators USING (indicator_id) {NOT_PUBLISHED}"))
    assert found == wanted


def test_signs_and_units_of_columns_complete_the_values_beside_them(ask):
    sql = """
        SELECT count(*), count(*) FILTER (operator IS NOT NULL)
        FROM targets
        WHERE kind IN ('quantity', 'date') AND operator_text IS NOT NULL
    """
    ((beside_a_sign, with_operator),) = ask(sql)
    assert beside_a_sign == with_operator > 0
    assert (
        ask(
            "SELECT * FROM targets WHERE kind = 'quantity' AND measure_unit_column_text IS NOT NULL AND measure_unit IS NULL"
        )
        == []
    )


def test_projects_of_different_layouts_share_no_id(ask):
    assert ask("SELECT project_id FROM projects GROUP BY project_id HAVING count(*) > 1") == []
    assert ask("SELECT indicator_id FROM indicators GROUP BY indicator_id HAVING count(*) > 1") == []


def test_the_report_counts_an_indicator_once_whatever_values_it_states(whole, ask):
    """Four grades, half and whole years, counties: one indicator, and a target if one is stated for the year."""
    units = {(row["unit_code"], row["unit_name"], row["document"]): row for row in whole[0].units}
    assert sum(row["targets"] for row in units.values()) == whole[0].totals["targets"]
    assert sum(row["indicators"] for row in units.values()) == whole[0].totals["indicators"]
    assert all(row["measurable"] <= row["targets"] <= row["indicators"] for row in units.values())
    graded = "SELECT count(*) FROM targets JOIN indicators USING (indicator_id) JOIN projects USING (project_id)"
    school = units["402005", "某某市第二中学", None]
    assert (school["indicators"], school["targets"]) == (66, 66)
    assert ask(f"{graded} WHERE unit_code = '402005'") == [(4 * 66,)]


def test_projects_without_a_printed_unit_are_reported_by_document(whole):
    without = [row for row in whole[0].units if row["unit_code"] is None and row["unit_name"] is None]
    paths = [row["document"] for row in without]
    assert len(paths) == len(set(paths)) > 1 and set(paths) <= {fixture.file_name for fixture in FIXTURES}
    assert all(row["document"] is None for row in whole[0].units if row not in without)
