"""What must be seen at the end of a run over the published document, in the Parquet files and in the database."""

from datetime import date
from decimal import Decimal

import duckdb
import pytest

from pipeline.load import warehouse
from pipeline.schema.tables import TABLES


@pytest.fixture(scope="module")
def ask(built):
    """The first row that the database answers with."""
    with duckdb.connect(str(built / warehouse.NAME), read_only=True) as connection:
        yield lambda sql: connection.execute(sql).fetchone()


@pytest.fixture(scope="module")
def targets(dataset):
    """Every target with its indicator and project."""
    joined = dataset["targets"].merge(dataset["indicators"], on="indicator_id")
    return joined.merge(dataset["projects"], on=["project_id", "document_id"], suffixes=("", "_of_project"))


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("documents", 1),
        ("projects", 12),
        ("budget_units", 3),
        ("indicators", 129),
        ("targets", 129),
        ("reconciliations", 12),
    ],
)
def test_the_tables_have_their_rows(dataset, ask, name, rows):
    assert len(dataset[name]) == rows
    assert ask(f"SELECT count(*) FROM {name}") == (rows,)


def test_every_table_is_in_both_with_the_same_rows(dataset, ask):
    assert set(dataset) == set(TABLES)
    for name, frame in dataset.items():
        assert ask(f"SELECT count(*) FROM {name}") == (len(frame),)


def test_the_budgets_add_up(dataset, ask):
    assert dataset["projects"]["budget_total"].sum() == Decimal("16963200.00")
    assert ask("SELECT sum(budget_total) FROM projects") == (Decimal("16963200.00"),)


@pytest.mark.parametrize(
    ("where", "rows"),
    [
        ("kind == 'quantity'", 103),
        ("kind == 'date'", 11),
        ("kind == 'qualitative'", 15),
        ("kind == 'quantity' and operator.isnull()", 14),
        ("kind == 'date' and operator.isnull()", 6),
        ("kind == 'date' and operator == '<=' and operator_source == 'word'", 5),
        ("status != 'clean'", 0),
        ("leftover != ''", 0),
    ],
)
def test_the_targets_are_of_these_kinds(dataset, ask, where, rows):
    assert len(dataset["targets"].query(where)) == rows
    sql = where.replace("==", "=").replace("operator.isnull()", "operator IS NULL")
    assert ask(f"SELECT count(*) FROM targets WHERE {sql}") == (rows,)


def test_no_cell_is_unread(dataset):
    assert "unread" not in set(dataset["cells"]["role"])


def test_the_document_is_wholly_read_as_the_known_layout(dataset):
    assert dataset["documents"]["status"].tolist() == ["parsed"]
    assert set(dataset["projects"]["layout"]) == {"A"}
    assert sorted(dataset["projects"]["project_no"]) == list(range(1, 13))
    assert set(dataset["projects"]["fiscal_year"]) == {2025}


def one(targets, project_no, **printed):
    (row,) = (
        targets.loc[targets["project_no"] == project_no]
        .query(" and ".join(f"{name} == {value!r}" for name, value in printed.items()))
        .to_dict("records")
    )
    return row


def test_a_cost_per_head_and_year_is_in_canonical_units(targets):
    row = one(targets, 8, target_text="≤8.23万元/年/人")
    assert (row["operator"], row["base_high"], row["measure_unit"], row["high"]) == ("<=", 82300.0, "元/人/年", 8.23)
    assert row["level2_code"] == "cost"


def test_a_volume_in_hundreds_of_millions_is_in_yuan(targets):
    row = one(targets, 2, indicator_name="代理业务资金规模")
    assert (row["operator"], row["base_low"], row["base_unit"]) == (">=", 30000000000.0, "元")


def test_a_decimal_of_ten_thousands_is_exact(targets):
    assert one(targets, 1, target_text="≤162.8万元/年")["base_high"] == 1628000.0


def test_a_deadline_of_last_year_ends_there_and_is_a_finding(targets, dataset):
    row = one(targets, 5, target_text="2024年12月底")
    assert (row["due_end"], row["year_source"]) == (date(2024, 12, 31), "text")
    found = dataset["issues"].query("code == 'deadline_outside_fiscal_year'")
    assert found["indicator_id"].tolist() == [row["indicator_id"]]


def test_a_month_without_a_year_is_that_of_the_fiscal_year(targets):
    row = one(targets, 12, target_text="12月")
    assert (row["due_start"], row["due_end"], row["due_precision"], row["year_source"]) == (
        date(2025, 12, 1),
        date(2025, 12, 31),
        "month",
        "fiscal_year",
    )


def test_a_month_is_a_deadline_and_a_month_s_length_is_not(targets):
    assert one(targets, 7, target_text="≤1个月")["dimension"] == "months"
    assert one(targets, 2, target_text="≤1工作日")["base_unit"] == "工作日"


@pytest.mark.parametrize("code", ["351101", "351201", "351202"])
def test_units_have_their_codes_as_text(ask, code):
    row = ask(f"SELECT typeof(unit_code), department_code FROM budget_units WHERE unit_code = '{code}'")
    assert row == ("VARCHAR", "351")


def test_equal_names_at_two_units_are_two_projects(dataset):
    same = dataset["projects"].query("project_name == '2025年长聘人员经费'")
    assert sorted(same["unit_code"]) == ["351201", "351202"]
    assert same["project_id"].is_unique


def test_one_indicator_may_have_two_classes_at_two_units(targets):
    found = targets.query("indicator_name == '财政设备运行稳定率'")[["project_no", "level2_code"]]
    assert sorted(map(tuple, found.to_numpy())) == [(5, "sustainability"), (9, "social_benefit")]


def test_the_goals_of_the_first_project_are_six(dataset):
    goals = dataset["goals"].merge(dataset["projects"].query("project_no == 1"), on="project_id")
    assert goals["goal_no"].tolist() == [1, 2, 3, 4, 5, 6]
    assert "部门预算1.0、直达资金" in goals["goal_text"].iloc[0]


@pytest.mark.parametrize(("project_no", "rows"), [(6, 2), (9, 5)])
def test_the_amounts_of_a_purpose_text_add_up_to_the_budget(dataset, project_no, rows):
    project = dataset["projects"].query("project_no == @project_no").iloc[0]
    items = dataset["funding_items"].query("project_id == @project.project_id")
    assert len(items) == rows == len(dataset["funding_items"]) - {6: 5, 9: 2}[project_no]
    assert items["amount"].sum() == project["budget_total"]


def test_formulas_are_kept_apart_and_other_descriptions_repeat_the_name(dataset):
    indicators = dataset["indicators"]
    assert indicators["formula"].notna().sum() == 7
    assert (indicators["description"] == indicators["indicator_name"]).sum() == 112
