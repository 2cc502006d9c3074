"""Every query file answers its question as it stands, says what not to conclude, and answers alike every time."""

import re

import duckdb
import pytest

from pipeline.load import sqlfiles, warehouse
from pipeline.schema.tables import TABLES

QUERIES = {query.name: query for query in sqlfiles.read("queries")}
ALL = [file for kind in ("views", "queries", "checks") for file in sqlfiles.read(kind)]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def rows(database, name):
    columns, found = warehouse.query(database, QUERIES[name].text)
    return [dict(zip(columns, row, strict=True)) for row in found]


@pytest.fixture(scope="module")
def shuffled(wide_database, tmp_path_factory):
    """The wide database with the rows of every table in another order."""
    path = tmp_path_factory.mktemp("shuffled") / wide_database.name
    path.write_bytes(wide_database.read_bytes())
    with duckdb.connect(str(path)) as connection:
        for table in TABLES:
            connection.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM {table} ORDER BY hash({table})")
            connection.execute(f"DELETE FROM {table}")
            connection.execute(f"INSERT INTO {table} SELECT * FROM kept")
            connection.execute("DROP TABLE kept")
    return path


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_answers(name, wide_database):
    columns, found = warehouse.query(wide_database, QUERIES[name].text)
    assert found
    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_answers_alike_whatever_the_order_of_rows(name, wide_database, shuffled):
    assert warehouse.query(wide_database, QUERIES[name].text) == warehouse.query(shuffled, QUERIES[name].text)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_says_in_both_languages_what_not_to_conclude(name):
    assert "不能据此认为：" in QUERIES[name].zh
    assert "Do not conclude" in QUERIES[name].en


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.name)
def test_a_file_says_what_it_is_for_first_in_chinese_then_in_english(file):
    assert all(CHINESE.search(line) for line in file.zh.splitlines())
    assert file.en
    assert not CHINESE.search(file.en)
    assert all(len(line) <= 120 for line in (file.zh + "\n" + file.en).splitlines())


def test_budgets_add_up_per_unit_and_a_blank_is_no_zero(database):
    found = rows(database, "budgets_by_unit")
    assert [str(row["budget_total_yuan"]) for row in found] == ["1957925.00", "1646000.00", "457800.00"]
    assert {row["budget_other_yuan"] for row in found} == {None}


def test_dates_count_as_quantified_and_words_do_not(database):
    by_unit = {row["unit_code"]: row for row in rows(database, "quantified_share_by_unit")}
    assert by_unit["351101"]["quantified_percent"] == 83.3
    assert by_unit["351202"]["missing_or_not_read"] == 1
    by_class = {row["level2_code"]: row["quantified_percent"] for row in rows(database, "quantified_share_by_class")}
    assert by_class["timeliness"] == 100
    assert by_class["sustainability"] == 0


def test_wordings_stand_by_frequency(database):
    assert [(row["wording"], row["indicators"]) for row in rows(database, "qualitative_wordings")] == [
        ("有效保障", 2),
        ("持续有效", 1),
    ]


def test_targets_without_operator_are_numbers_and_dates(database):
    found = [row["target_text"] for row in rows(database, "targets_without_operator")]
    assert sorted(found) == ["100%", "12月", "2024年12月底", "315个"]


def test_deadlines_outside_the_year_and_without_a_year_are_told_apart(database):
    found = {row["target_text"]: row["finding"] for row in rows(database, "deadlines_outside_year")}
    assert found["2024年12月底"].endswith("outside the fiscal year")
    assert found["12月"].endswith("no year printed")
    assert len(found) == 2


def test_standards_and_thresholds_that_differ_between_units_are_found(database):
    found = rows(database, "same_indicator_different_target")
    assert {row["indicator_name"] for row in found} == {"多种用工人员经费标准", "多种用工人员满意度"}
    assert [row["base_high"] for row in found if row["in_unit"] == "元/人/年"] == [76300, 82300]


JUDGED = (
    "qualitative_wordings",
    "targets_without_operator",
    "same_indicator_different_target",
    "satisfaction_thresholds",
)


@pytest.mark.parametrize("name", JUDGED)
def test_lesser_grades_are_no_targets_and_change_no_answer(name, database, tmp_path):
    graded = tmp_path / database.name
    graded.write_bytes(database.read_bytes())
    with duckdb.connect(str(graded)) as connection:
        connection.execute("""
            INSERT INTO targets
            SELECT * REPLACE (
                target_no + 100 AS target_no, '差' AS grade, false AS for_year,
                value_text || '差' AS value_text, base_low / 2 AS base_low, base_high / 2 AS base_high
            )
            FROM targets
        """)
    assert rows(graded, name) == rows(database, name)


def test_a_rise_is_no_threshold(database, tmp_path):
    rising = tmp_path / database.name
    rising.write_bytes(database.read_bytes())
    with duckdb.connect(str(rising)) as connection:
        connection.execute("UPDATE targets SET change = 'rise'")
    found = rows(rising, "satisfaction_thresholds")
    assert [row["threshold_percent"] for row in found] == [None]
    assert sum(row["indicators"] for row in found) == 3


def test_duplicates_name_their_rows(database):
    assert [(row["times"], row["rows_in_table"]) for row in rows(database, "duplicate_indicators")] == [(2, "11、12")]


def test_unit_prices_stand_beside_totals(database):
    found = rows(database, "unit_prices_beside_totals")
    assert [row["stated_as"].split()[0] for row in found] == ["单价", "年度额", "总额", "单价", "单价"]
    assert found[0]["quantity_indicator"] == "电子化支付CA证书数量"


def test_missing_classes_are_named(database):
    found = {row["missing_classes"]: row["present"] for row in rows(database, "coverage_of_required_classes")}
    assert found == {"质量指标、时效指标": 6, "": 8}


def test_satisfaction_thresholds_are_counted_in_percent(database):
    found = rows(database, "satisfaction_thresholds")
    assert [(row["threshold_percent"], row["operator"], row["indicators"]) for row in found] == [
        (95, ">=", 2),
        (90, ">=", 1),
    ]


def test_findings_say_what_to_do_and_the_gravest_come_first(database):
    found = rows(database, "findings_and_what_to_do")
    assert found[0]["code"] == "damaged_pdf"
    assert all(row["what_to_do_zh"] and row["what_to_do_en"] for row in found)


def test_an_example_of_findings_is_one_finding_in_both_languages(built):
    database = built / warehouse.NAME
    examples = {(row["example_zh"], row["example_en"]) for row in rows(database, "findings_and_what_to_do")}
    assert examples <= set(warehouse.query(database, "SELECT message_zh, message_en FROM issues").rows)


def test_one_project_is_shown_whole(database):
    found = rows(database, "one_project_whole")
    assert found[0]["content"] == "2025年财政信息系统网络及运维经费"
    assert sum(row["part"].endswith("indicator") for row in found) == 12
    other = QUERIES["one_project_whole"].text.replace("words = ''", "words = '股权投资'")
    assert warehouse.query(database, other).rows[0][2] == "2025年长聘人员经费"


def test_missed_targets_stand_with_score_and_reason(wide_database):
    (found,) = rows(wide_database, "missed_targets")
    assert (found["target_text"], found["in_unit"], found["actual_text"]) == ("95", "%", "93%")
    assert (found["score"], found["deviation_reason"]) == ("9.5", "洪水损毁")


def test_the_goals_that_share_fewest_words_with_an_indicator_come_first(built):
    found = rows(built / "budget_targets.duckdb", "goals_and_indicators")
    shared = [row["shared_pairs"] for row in found]
    assert shared == sorted(shared)
    nearest = {row["goal_text"].partition("，")[0]: row["nearest_indicator"] for row in found}
    assert nearest["通过升级改造财企信息服务信息化管理系统"] == "提高税收流失问题治理能力"
    assert nearest["通过开发内部控制管理平台"] == "提高单位内部制度执行规范性"


def test_a_goal_that_shares_no_word_with_an_indicator_is_not_left_out(database, tmp_path):
    other = tmp_path / database.name
    other.write_bytes(database.read_bytes())
    with duckdb.connect(str(other)) as connection:
        connection.execute("UPDATE goals SET goal_text = 'xyz' WHERE goal_no = 1")
        (count,) = connection.execute("SELECT count(*) FROM goals WHERE goal_no = 1").fetchone()
    found = [row for row in rows(other, "goals_and_indicators") if row["goal_text"] == "xyz"]
    assert count == len(found) > 0
    assert {(row["shared_pairs"], row["nearest_indicator"]) for row in found} == {(0, None)}
