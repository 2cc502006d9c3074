"""What published forms state in their own ways: names without a label, rows of totals, templates left unfilled."""

import pytest

from tests.forms.printed import HEADER, ROWS, Wide, codes, fields, read, texts, unread

EVALUATED = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]
OUTLINE = [
    ["项目", "指标值", "绩效金额"],
    ["某市疾控中心", "", ""],
    ["疫苗采购", "", "3000000"],
    ["产出指标", "", ""],
    ["成本指标（必填）", "", ""],
    ["采购价格", "100%", ""],
    ["数量指标（必填）", "", ""],
    ["采购支数", "≥5万支", ""],
    ["满意度指标", "", ""],
    ["服务对象满意度", "≥90%", ""],
    ["冷链设备", "", "200000"],
    ["产出指标", "", ""],
    ["数量指标", "", ""],
    ["购置冰箱数量", "6台", ""],
]


def money(reading, form_no=1):
    """The sums of money of a form: source, measure, text."""
    return [(one.source, one.measure, one.text) for one in reading.forms[form_no - 1].fields if one.source]


# ── Forms without a name ─────────────────────────────────────────────────────────────────────────────────


def headless(*rows):
    return [["单位名称", Wide("某某局", 4)], *rows, HEADER, *ROWS]


@pytest.mark.parametrize("row", [["预算数", Wide("300", 4)], ["绩效目标", Wide("1.保障运行。", 4)]])
def test_what_heads_an_indicator_table_with_sums_or_goals_is_a_form_and_its_name_is_missed(row):
    reading = read(headless(row))
    assert fields(reading)["unit"] == "某某局"
    assert len(reading.indicators) == len(ROWS)
    (missing,) = [one.evidence for one in reading.findings if one.code == "header_field_missing"]
    assert missing.startswith("项目名称")
    assert "indicators_without_form" not in codes(reading)


def test_rows_above_an_indicator_table_that_state_nothing_of_a_budget_are_no_form():
    reading = read(headless(["联系人", Wide("张三", 4)]))
    assert codes(reading)[0] == "indicators_without_form"


def test_a_second_form_without_a_name_is_no_part_of_the_first():
    reading = read(
        [["项目名称", Wide("甲", 4)], ["预算数", Wide("1", 4)], HEADER, *ROWS], headless(["预算数", Wide("2", 4)])
    )
    assert [money(reading, form_no) for form_no in (1, 2)] == [[("total", "", "1")], [("total", "", "2")]]
    assert [row.form_no for row in reading.indicators] == [1, 1, 1, 2, 2, 2]


# ── Sums of money ────────────────────────────────────────────────────────────────────────────────────────

MEASURES = [Wide("资金情况（万元）", rows=4), "", "年初预算数", "全年执行数"]


def test_a_row_of_totals_below_labels_of_when_states_the_sums_of_the_form():
    rows = [
        ["项目名称", Wide("甲", 3)],
        MEASURES,
        ["合计", "300", "280"],
        ["其中：财政拨款", "300", "280"],
        ["其他资金", "", ""],
    ]
    reading = read(rows)
    assert money(reading)[:2] == [("total", "initial", "300"), ("total", "executed", "280")]
    assert unread(reading) == []


def test_a_row_of_totals_below_nothing_of_the_kind_is_a_caption():
    reading = read([["项目名称", Wide("甲", 4)], ["合计", "300", "280", "", ""], HEADER, *ROWS])
    assert money(reading) == []


def test_a_label_with_a_colon_of_its_own_may_share_its_cell_with_the_sum():
    rows = [["项目名称", Wide("甲", 3)], [Wide("按收入性质分：", 2), Wide("按支出性质分：", 2)]]
    rows += [
        [Wide("其中： 一般公共预算：200万元", 2), Wide("其中：基本支出：120万元", 2)],
        [Wide("其他资金：100万元", 2), Wide("", 2)],
    ]
    assert money(read(rows)) == [("fiscal", "", "200万元"), ("other", "", "100万元")]


def test_the_sum_of_the_year_before_is_none_of_the_year():
    rows = [["项目名称", Wide("甲", 3)], [Wide("资金（万元）", rows=2), "项目", "上年度安排资金", "本年度申请资金"]]
    reading = read([*rows, ["县级资金", "213.4", "259"]])
    assert money(reading) == [("fiscal", "year_before", "213.4"), ("fiscal", "annual", "259")]


def test_a_heading_that_states_the_unit_may_be_all_that_labels_the_sum():
    assert money(read([["项目名称", "甲"], ["项目资金（万元）", "9.55"]])) == [("total", "", "9.55")]


def test_a_tall_heading_claims_no_sum_that_another_label_should():
    rows = [["项目名称", Wide("甲", 2)], [Wide("项目资金（万元）", rows=2), "某某基金", "5"], ["预算数", "8"]]
    assert money(read(rows)) == [("total", "", "8")]


# ── Titles ───────────────────────────────────────────────────────────────────────────────────────────────


def titled(*between):
    form = [["项目名称", Wide("甲", 4)], HEADER, *ROWS]
    return read("项目支出绩效目标表", "（2025年度）", form, *between, form)


def test_the_line_of_the_year_counts_for_every_form_below_it():
    assert [fields(titled(), form_no)["title_year"] for form_no in (1, 2)] == ["2025", "2025"]


def test_the_line_of_the_year_ends_with_the_next_title():
    assert "title_year" not in fields(titled("2.2024年运维经费绩效目标表"), 2)
    assert fields(titled("（2024年度）"), 2)["title_year"] == "2024"


# ── Templates left unfilled, and cells for several indicators ────────────────────────────────────────────


@pytest.mark.parametrize("text", ["指标2：", "指标3:", "指标1：/", "……", "/"])
def test_what_a_template_prints_for_one_more_indicator_is_none(text):
    rows = [
        ["产出指标", "数量指标", "指标1：维护系统数量", "8个"],
        ["产出指标", "质量指标", text, ""],
        ["产出指标", "时效指标", "完成时间", "12月"],
    ]
    reading = read([["项目名称", Wide("甲", 3)], ["一级指标", "二级指标", "三级指标", "指标值"], *rows])
    assert texts(reading, "level2", "indicator_name") == [("数量指标", "指标1：维护系统数量"), ("时效指标", "完成时间")]
    assert unread(reading) == []


def test_a_named_indicator_without_a_value_is_one():
    rows = [["产出指标", "质量指标", "指标2：合格率", ""], ["产出指标", "质量指标", "指标3：", "95%"]]
    reading = read([["项目名称", Wide("甲", 3)], ["一级指标", "二级指标", "三级指标", "指标值"], *rows])
    assert texts(reading, "indicator_name") == [("指标2：合格率",), ("指标3：",)]


def test_points_beside_several_indicators_are_those_of_none_alone():
    rows = [
        ["产出指标", "数量指标", "培训人数", "30人", "30人", Wide("50", rows=2), "20"],
        ["产出指标", "质量指标", "合格率", "98%", "98%", "30"],
        ["效益指标", "社会效益指标", "就业率", "90%", "91%", "40", "40"],
    ]
    reading = read([["项目名称", Wide("甲", 6)], EVALUATED, *rows])
    assert texts(reading, "weight", "score") == [("", "20"), ("", "30"), ("40", "40")]


# ── Outlines ─────────────────────────────────────────────────────────────────────────────────────────────


def test_an_outline_holds_units_projects_classes_and_indicators():
    reading = read("单位：元", OUTLINE)
    names = ("level1", "level2", "indicator_name", "target")
    assert texts(reading, *names) == [
        ("产出指标", "成本指标（必填）", "采购价格", "100%"),
        ("产出指标", "数量指标（必填）", "采购支数", "≥5万支"),
        ("满意度指标", None, "服务对象满意度", "≥90%"),
        ("产出指标", "数量指标", "购置冰箱数量", "6台"),
    ]
    assert [fields(reading, form_no)["project_name"] for form_no in (1, 2)] == ["疫苗采购", "冷链设备"]
    assert [fields(reading, form_no)["listed_unit"] for form_no in (1, 2)] == ["某市疾控中心"] * 2
    assert [money(reading, form_no) for form_no in (1, 2)] == [[("total", "", "3000000")], [("total", "", "200000")]]
    assert unread(reading) == []
