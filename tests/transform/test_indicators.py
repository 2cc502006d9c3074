"""Indicators: numbered in print order, classed by the scheme of their table."""

import pytest

from pipeline.transform.names.taxonomy import Taxonomy
from tests.transform.made import COST, HEADER, QUANTITY, form, indicator, issues, made, of_project

OLD = [("产出指标", "成本指标"), ("效益指标", "可持续影响指标")]
NEW = [("成本指标", "经济成本指标"), ("产出指标", "数量指标")]
BOTH = [("产出指标", "数量指标"), ("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标")]


@pytest.fixture(scope="module")
def taxonomy(rules):
    return Taxonomy(rules)


@pytest.mark.parametrize(
    ("levels", "scheme"),
    [
        (OLD, "2015"),
        ([*BOTH, OLD[0]], "2015"),
        (NEW, "2021"),
        ([*BOTH, NEW[0]], "2021"),
        (BOTH, None),
        ([OLD[0], NEW[0]], None),
        ([*OLD, NEW[0]], "2015"),
        ([("投入", "某类"), (None, None)], None),
        ([], None),
    ],
)
def test_the_scheme_is_the_one_that_explains_most_rows_of_a_table(taxonomy, levels, scheme):
    assert taxonomy.scheme(levels) == scheme


@pytest.mark.parametrize(
    ("level1", "level2", "codes"),
    [
        ("产出指标", "数量指标", ("output", "quantity")),
        ("产出指标(50分)", "数量指标（20分）", ("output", "quantity")),
        ("成本指标(0-20)分", "经济成本指标", ("cost", "economic_cost")),
        ("经济\n效益 指标", None, ("benefit", "economic_benefit")),
        ("效益指标", "经济效益\n指标", ("benefit", "economic_benefit")),
        ("效果指标", "环境效益指标", ("benefit", "ecological_benefit")),
        ("项目完成指标", "产出进度指标", ("output", "timeliness")),
        ("满意度指标", "社会公众或服务对象满意度指标", ("satisfaction", "beneficiary_satisfaction")),
        ("效益指标", None, ("benefit", None)),
        ("效益指标", "数量指标", ("benefit", None)),
        ("效益指标", "服务对象满意度", ("benefit", "beneficiary_satisfaction")),
        ("产出指标40分", "数量指标15分", ("output", "quantity")),
        ("产出指标", "产出时效", ("output", "timeliness")),
        (None, "数量指标", ("output", "quantity")),
        (None, "别的指标", (None, None)),
        ("一、产出指标", "（1）数量指标：", ("output", "quantity")),
        ("1.\t效益指标", "②社会效益", ("benefit", "social_benefit")),
        ("决策", "项目立项", ("decision", "project_approval")),
    ],
)
def test_labels_are_classed_whatever_stands_around_them(taxonomy, level1, level2, codes):
    found = taxonomy.classify(None, (level1, level2))
    assert (found.level1_code, found.level2_code) == codes


def test_a_class_that_only_the_other_scheme_knows_is_classed_all_the_same(taxonomy):
    assert taxonomy.classify("2021", ("产出指标", "成本指标")).level2_code == "cost"


def test_one_document_may_hold_tables_of_both_schemes():
    built = made(
        form(), [HEADER, indicator(OLD[0], "甲", "1元")], form(项目名称="乙"), [HEADER, indicator(NEW[0], "乙", "1元")]
    )
    assert sorted((row["indicator_name"], row["scheme"]) for row in built["indicators"]) == [
        ("乙", "2021"),
        ("甲", "2015"),
    ]


def test_an_unknown_class_is_kept_as_printed_and_said():
    levels = [("产出指标", "别类指标"), ("某类", ""), QUANTITY, ("效益指标", ""), ("", "")]
    built = of_project(*(indicator(pair, "甲", "1") for pair in levels))
    assert [(row["level1"], row["level2"], row["level1_code"], row["level2_code"]) for row in built["indicators"]] == [
        ("产出指标", "别类指标", "output", None),
        ("某类", None, None, None),
        ("产出指标", "数量指标", "output", "quantity"),
        ("效益指标", None, "benefit", None),
        ("效益指标", None, "benefit", None),
    ]
    said = issues(built, "level_not_recognised")
    assert sorted(one["evidence"] for one in said) == ["产出指标 / 别类指标", "某类"]


def test_indicators_are_numbered_in_print_order_over_all_tables_of_a_project():
    rows = [indicator(QUANTITY, name, "1个") for name in "甲乙丙"]
    built = made(form(), [HEADER, *rows[:2]], [HEADER, rows[2]])
    project_id = built["projects"][0]["project_id"]
    assert [(row["indicator_id"], row["indicator_no"], row["indicator_name"]) for row in built["indicators"]] == [
        (f"{project_id}-001", 1, "甲"),
        (f"{project_id}-002", 2, "乙"),
        (f"{project_id}-003", 3, "丙"),
    ]


def test_a_blank_target_is_null_of_no_source_and_missing():
    built = of_project(indicator(QUANTITY, "甲", " "), indicator(QUANTITY, "乙", "8个"))
    assert [(row["target_text"], row["value_source"]) for row in built["indicators"]] == [
        (None, "none"),
        ("8个", "target"),
    ]
    assert [row["kind"] for row in built["targets"]] == ["missing", "quantity"]


@pytest.mark.parametrize(
    ("name", "low"), [("资金支付完成率100%", 100.0), ("优秀比例不超过20%", None), ("验收合格率达到95%以上", 95.0)]
)
def test_a_name_states_a_bound_or_ends_in_a_percentage(name, low):
    built = of_project(indicator(QUANTITY, name, " "))
    assert [row["value_source"] for row in built["indicators"]] == ["name"]
    assert [(row["kind"], row["measure_unit"], row["low"]) for row in built["targets"]] == [("quantity", "%", low)]


@pytest.mark.parametrize("name", ["完成3期工程", "100%财政拨款单位个数", "较上年增长5%", "受理12345热线"])
def test_any_other_number_is_part_of_the_name(name):
    built = of_project(indicator(QUANTITY, name, " "))
    assert [row["value_source"] for row in built["indicators"]] == ["none"]


def test_blank_cells_of_some_rows_are_null_in_these_rows_only():
    built = of_project(indicator(COST, "甲", "8元"), indicator(COST, "", "9元", "描述"))
    assert [(row["indicator_name"], row["description"]) for row in built["indicators"]] == [
        ("甲", None),
        (None, "描述"),
    ]


def test_target_texts_keep_their_white_space_and_other_texts_lose_the_outer_one():
    (row,) = of_project(indicator(QUANTITY, " 甲 ", " ≥8\n个 ", " 描述\n"))["indicators"]
    assert (row["indicator_name"], row["target_text"], row["description"]) == ("甲", " ≥8\n个 ", "描述")


@pytest.mark.parametrize(("actual", "applies"), [("目标明确", True), ("无", False), ("", False)])
def test_a_row_without_a_target_applies_if_it_was_reached(actual, applies):
    header = ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"]
    built = made(form(), [header, ["产出指标", "数量指标", "完整性", "—", actual, "4", "4"]])
    assert [row["applies"] for row in built["indicators"]] == [applies]
