"""Views rename, join and aggregate; they lose no row and double none."""

import duckdb
import pytest

from pipeline.load import warehouse


def one(database, sql):
    return warehouse.query(database, sql).rows[0]


@pytest.fixture
def writable(database, tmp_path):
    """A copy to change."""
    path = tmp_path / database.name
    path.write_bytes(database.read_bytes())
    with duckdb.connect(str(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("view", "table"),
    [
        ("targets_wide", "targets"),
        ("indicators_wide", "indicators"),
        ("projects_wide", "projects"),
        ("issues_wide", "issues"),
    ],
)
def test_a_wide_view_has_the_rows_of_its_table(view, table, database):
    assert one(database, f"SELECT count(*) FROM {view}") == one(database, f"SELECT count(*) FROM {table}")


def test_the_list_of_tables_shows_no_step_between(database):
    listed = {name for (name,) in warehouse.query(database, "SHOW TABLES").rows}
    steps = {
        name
        for (name,) in warehouse.query(
            database, "SELECT view_name FROM duckdb_views() WHERE schema_name = 'steps'"
        ).rows
    }
    assert len(steps) > 5
    assert not listed & steps


def test_every_grain_has_a_view_that_counts_and_adds_up_right(database):
    """What repeats in targets_wide is there once in the view of its own grain."""
    budgets = one(database, "SELECT sum(budget_total) FROM projects")
    assert one(database, "SELECT sum(budget_total) FROM projects_wide") == budgets
    assert one(database, "SELECT sum(budget_total) FROM units_wide") == budgets
    assert one(database, "SELECT sum(budget_total) FROM targets_wide") > budgets
    counted = one(database, "SELECT count(*), sum(n_targets) FROM indicators_wide WHERE applies")
    assert counted == one(database, "SELECT count(DISTINCT indicator_id), count(*) FROM targets_wide WHERE applies")
    assert one(database, "SELECT sum(n_projects) FROM units_wide") == one(database, "SELECT count(*) FROM projects")
    assert one(database, "SELECT sum(n_quantified) FROM units_wide") == one(
        database, "SELECT count(*) FROM indicators_wide WHERE is_quantified AND applies"
    )


def test_the_budget_of_a_view_of_finer_grain_warns_of_adding_it_up(database):
    """A view with one row per target or finding repeats a project's budget, and says so where a reader looks."""
    repeated = warehouse.query(
        database,
        """
        SELECT table_name, comment FROM duckdb_columns()
        WHERE column_name = 'budget_total' AND table_name IN ('targets_wide', 'issues_wide', 'targets_year_before')
        """,
    ).rows
    assert len(repeated) == 3
    assert all("不可相加" in comment and "never add" in comment for _, comment in repeated)


def test_a_project_without_a_printed_unit_stays_in_the_wide_views(writable):
    writable.execute("UPDATE projects SET unit_code = NULL, unit_name = NULL WHERE project_id = 'p3'")
    assert writable.execute("SELECT count(*) FROM projects_wide").fetchone() == (3,)
    assert writable.execute("SELECT count(*) FROM targets_wide WHERE project_id = 'p3'").fetchone() == (4,)


def test_a_unit_without_a_code_is_joined_by_its_name(writable):
    writable.execute("UPDATE projects SET unit_code = NULL WHERE project_id = 'p3'")
    writable.execute("UPDATE budget_units SET unit_code = NULL WHERE unit_code = '351202'")
    found = writable.execute("SELECT department_code FROM projects_wide WHERE project_id = 'p3'").fetchall()
    assert found == [("351",)]


def test_the_counts_of_a_project_are_those_of_its_indicators(database):
    assert one(
        database,
        "SELECT n_indicators, n_quantified, n_qualitative, n_issues FROM projects_wide WHERE project_id = 'p3'",
    ) == (4, 2, 1, 1)


def test_a_project_of_the_older_scheme_needs_a_cost_class_below_output(database):
    sql = "SELECT count(*), bool_or(class_code = 'cost' AND class_level = '2') FROM required_classes"
    assert one(database, f"{sql} WHERE project_id = 'p1'") == (8, True)


def test_a_project_that_fits_both_schemes_needs_what_both_require(writable):
    writable.execute("UPDATE indicators SET scheme = NULL WHERE project_id = 'p1'")
    codes = writable.execute(
        "SELECT class_code, n_indicators > 0 FROM required_classes WHERE project_id = 'p1' ORDER BY ALL"
    ).fetchall()
    assert codes == [
        ("beneficiary_satisfaction", True), ("benefit", True), ("cost", True), ("output", True),
        ("quality", True), ("quantity", True), ("satisfaction", True), ("timeliness", True),
    ]  # fmt: skip


def test_satisfaction_among_the_benefits_is_satisfaction_all_the_same(writable):
    sql = "SELECT n_indicators FROM required_classes WHERE project_id = 'p1' AND class_code = 'satisfaction'"
    before = writable.execute(sql).fetchall()
    writable.execute("UPDATE indicators SET level1_code = 'benefit' WHERE level2_code = 'beneficiary_satisfaction'")
    assert writable.execute(sql).fetchall() == before != [(0,)]


def test_class_labels_are_one_per_code(database):
    assert one(database, "SELECT count(*) = count(DISTINCT level2_code) FROM steps.indicator_classes") == (True,)


def test_blank_is_what_python_calls_blank(database):
    spaces = [chr(code) for code in range(0x110000) if chr(code).isspace()]
    values = ", ".join(f"(chr({ord(space)}))" for space in spaces)
    assert one(database, f"SELECT bool_and(is_blank(text)), count(*) FROM (VALUES {values}) AS t(text)") == (
        True,
        len(spaces),
    )
    assert one(database, "SELECT is_blank(''), is_blank(' 无 '), is_blank('\u200b')") == (True, False, False)
