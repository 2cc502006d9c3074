"""What published forms state in their own ways: names without a label, rows of totals, templates left unfilled."""

import pytest

from tests.forms.printed import HEADER, ROWS, Wide, codes, fields, money, read, texts, unread

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


# ── Labels that no rule knows ────────────────────────────────────────────────────────────────────────────


def test_a_label_that_no_rule_knows_claims_its_own_value():
    reading = read([["项目名称", Wide("甲", 4)], ["天干", Wide("地支", 4)], ["预算数", Wide("1", 4)], HEADER, *ROWS])
    assert fields(reading)["project_name"] == "甲"
    assert [(one.label, one.text) for one in reading.forms[0].fields if one.name == "other"] == [("天干", "地支")]
    assert unread(reading) == []


def test_labels_side_by_side_head_the_columns_below_them():
    reading = read(
        [["项目名称", Wide("甲", 4)], ["年度目标", Wide("实际完成情况", 4)], ["保障运行", Wide("已保障", 4)]]
    )
    assert fields(reading) == {"project_name": "甲", "goals": "保障运行", "goals_done": "已保障"}


def test_the_money_unit_says_what_it_is_whatever_label_stands_beside_it():
    reading = read([[Wide("填报单位：（盖章）", 3), Wide("单位：万元", 2)], ["项目名称", Wide("甲", 4)], HEADER, *ROWS])
    assert fields(reading) == {"amount_unit": "万元", "project_name": "甲"}


def test_a_form_that_nobody_filled_in_is_no_project():
    asked = [[label, Wide("", 4)] for label in ("项目名称", "项目负责人", "预算数", "立项依据")]
    reading = read([*asked, HEADER, ["产出指标", "数量指标", "1.", "", ""]])
    assert (reading.forms, reading.indicators) == ((), ())
    assert codes(reading) == ["no_target_table"]
    assert unread(reading) == []


def test_a_form_that_nobody_filled_in_is_passed_over_before_the_next():
    blank = [["项目名称", Wide("", 4)], ["预算数", Wide("", 4)], HEADER, ["产出指标", "数量指标", "", "", ""]]
    reading = read(blank, [["项目名称", Wide("甲", 4)], HEADER, *ROWS])
    assert [one.form_no for one in reading.forms] == [1]
    assert {one.form_no for one in reading.indicators} == {1}


@pytest.mark.parametrize("title, n_forms", [("销售一部员工绩效考核表", 0), ("运维项目绩效目标表", 1)])
def test_targets_of_persons_are_none_of_a_budget(title, n_forms):
    header = ["序号", "指标名称", "权重", "目标值", "实际完成值", "得分"]
    reading = read(
        title, [header, ["1", "回款率", "20", "≥95%", "95%", "20"], ["2", "投诉次数", "10", "≤2次", "1次", "10"]]
    )
    assert len(reading.forms) == n_forms
    assert n_forms or codes(reading) == ["table_not_recognised", "no_target_table"]


# ── Several sums in one cell ─────────────────────────────────────────────────────────────────────────────

HELD = "项目资金申请（万元）"


def in_one_cell(text):
    return read([["项目名称", Wide("甲", 4)], [HELD, Wide(text, 4)], HEADER, *ROWS])


def test_a_cell_may_hold_the_total_and_its_sources_each_in_a_line():
    reading = in_one_cell("资金总额：250\n一、财政拨款：200\n二、自有资金：50")
    assert [(source, text) for source, _, text in money(reading)] == [
        ("total", "250"),
        ("fiscal", "200"),
        ("own", "50"),
    ]


def test_where_a_line_is_no_source_that_is_known_the_total_alone_is_read():
    reading = in_one_cell("资金总额：250\n一、预算资金：250\n二、自有资金：0")
    assert [(source, text) for source, _, text in money(reading)] == [("total", "250")]


# ── Two levels and no third ──────────────────────────────────────────────────────────────────────────────

TWO = ["一级指标", "二级指标", "绩效标准", "当年预期实现值"]


def test_below_classes_of_level_2_the_second_level_holds_the_names():
    rows = [["数量指标", "巡查次数", "", "200次"], ["质量指标", "合格率", "", "≥92%"]]
    reading = read([["项目名称", Wide("甲", 3)], TWO, *rows])
    assert texts(reading, "level1", "level2", "indicator_name", "target") == [
        (None, "数量指标", "巡查次数", "200次"),
        (None, "质量指标", "合格率", "≥92%"),
    ]


def test_below_classes_of_level_1_two_levels_name_no_indicator():
    reading = read([["项目名称", Wide("甲", 3)], TWO, ["产出指标", "数量指标", "", "200次"]])
    assert not reading.indicators


# ── Lists of projects with a row for every indicator ─────────────────────────────────────────────────────

LISTED = ["项目名称", "预算数", "一级指标", "二级指标", "三级指标", "指标值"]
FIRST = ["产出指标", "数量指标", "巡查次数", "200次"]
SECOND = ["产出指标", "质量指标", "合格率", "≥92%"]
THIRD = ["产出指标", "数量指标", "培训人数", "30人"]
MERGED = [[Wide("甲", rows=2), Wide("10", rows=2), *FIRST], SECOND, ["乙", "20", *THIRD]]
REPEATED = [["甲", "10", *FIRST], ["甲", "10", *SECOND], ["乙", "20", *THIRD]]
BLANK = [["甲", "10", *FIRST], ["", "", *SECOND], ["乙", "20", *THIRD]]


@pytest.mark.parametrize("rows", [MERGED, REPEATED, BLANK], ids=["merged", "repeated", "blank"])
def test_a_project_of_a_list_goes_on_until_another_is_named(rows):
    reading = read([["", Wide("单位：万元", 5)], LISTED, *rows])
    assert [fields(reading, form_no)["project_name"] for form_no in (1, 2)] == ["甲", "乙"]
    assert [fields(reading, form_no)["amount_unit"] for form_no in (1, 2)] == ["单位：万元"] * 2
    assert [money(reading, form_no) for form_no in (1, 2)] == [[("total", "", "10")], [("total", "", "20")]]
    assert [(row.form_no, row.texts["indicator_name"]) for row in reading.indicators] == [
        (1, "巡查次数"),
        (1, "合格率"),
        (2, "培训人数"),
    ]
    assert unread(reading) == []


def test_a_unit_printed_once_beside_several_projects_is_that_of_each():
    rows = [[Wide("某局", rows=2), "甲", "10", *FIRST], ["乙", "20", *THIRD]]
    reading = read([["单位名称", *LISTED], *rows])
    assert [fields(reading, form_no)["listed_unit"] for form_no in (1, 2)] == ["某局", "某局"]


def test_two_projects_of_one_name_and_different_sums_are_two():
    reading = read([LISTED, ["甲", "10", *FIRST], ["甲", "20", *SECOND]])
    assert [row.form_no for row in reading.indicators] == [1, 2]


def test_a_list_that_goes_on_under_its_header_on_the_next_page_goes_on_with_its_last_project():
    reading = read([LISTED, ["甲", "10", *FIRST]], [LISTED, ["", "", *SECOND], ["乙", "20", *THIRD]])
    assert [row.form_no for row in reading.indicators] == [1, 1, 2]


# ── Results of an evaluation below the indicators ────────────────────────────────────────────────────────


def test_what_stands_beside_a_tall_caption_states_no_indicator():
    result = [[Wide("绩效评价结果", rows=2), "进度", "10分", "节约", "10分"], ["准确度", "9分", "总分", "29分"]]
    reading = read([["项目名称", Wide("甲", 4)], HEADER, *ROWS, *result])
    assert len(reading.indicators) == len(ROWS)
    assert unread(reading) == []


@pytest.mark.parametrize("title, said", [("项目支出绩效目标表", True), ("绩效目标表", False)])
def test_the_name_of_a_department_is_none_of_the_project_of_a_project_s_form(title, said):
    money = ["资金总额（万元）", Wide("10", 4)]
    reading = read(title, [["部门名称", Wide("某某局", 4)], money, HEADER, *ROWS])
    lacking = [one.details["fields"] for one in reading.findings if one.code == "header_field_missing"]
    assert any("项目名称" in one for one in lacking) == said
