"""Self-evaluations that score how a project was decided on and managed above its indicators; and what stands around."""

import pytest

from tests.forms.printed import Wide, read, texts

LEVELS = ["一级指标", "二级指标", "三级指标"]
HEAD = [
    [Wide("项目名称"), Wide("道路养护项目", 7)],
    ["主管单位", Wide("市交通局", 3), "实施单位", Wide("市公路中心", 3)],
]
SOURCES = [
    [
        Wide("项目资金", 1, 2), "来源", "中央（万元）", "省、地（万元）", "本级（万元）", "其他（万元）", "合计（万元）",
        "执行数（万元）",
    ],
    ["金额", "100", "50", "309", "", "459", "400"],
]  # fmt: skip
STANDARDS = [
    [Wide("评价内容", 2), "分值", "自评分", Wide("评价标准", 4)],
    [Wide("组织机构", 2), "2", "2", Wide("有机构得2分", 4)],
    [Wide("主管部门", 2), "3", "3", Wide("履职到位", 4)],
    [Wide("绩效目标", 2), "5", "4", Wide("目标明确", 4)],
]
REASONS = [
    ["评价指标", "权重", "得分", Wide("扣分原因", 5)],
    ["实施单位", "10", "10", Wide("", 5)],
    ["绩效目标", "10", "8", Wide("目标不明确", 5)],
]
INDICATORS = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "原因"],
    ["产出指标", "数量指标", "养护里程", "≥300公里", "320公里", "20", "20", ""],
    ["效益指标", "社会效益指标", "通畅率", "100%", "100%", "30", "30", ""],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "93%", "10", "10", ""],
]


def said(reading, *names):
    (form,) = reading.forms
    return {one.text for one in form.fields if one.name in names}


@pytest.mark.parametrize("points", [STANDARDS, REASONS])
@pytest.mark.parametrize("places", [(1, 2), (2, 1)], ids=["above", "below"])
def test_what_is_scored_states_nothing_of_the_form(points, places):
    parts = [part for _, part in sorted(zip(places, (points, INDICATORS), strict=True), key=lambda one: one[0])]
    reading = read("2021年度项目支出绩效自评表", [*HEAD, *parts[0], *parts[1]])
    assert said(reading, "department", "implementing_unit", "goals") == {"市交通局", "市公路中心"}
    assert texts(reading, "target") == [("≥300公里",), ("100%",), ("≥90%",)]


def test_a_header_of_indicators_in_two_rows_is_no_table_of_points():
    high = [Wide(one, 1, 2) for one in ("实际完成值", "分值", "得分", "偏差原因分析")]
    header = [[Wide("绩效指标", 3), Wide("年度指标值", 3), *high], [*LEVELS, "指标性质", "指标值", "度量单位"]]
    rows = [[*row[:3], "≥", "90", "%", *row[4:]] for row in INDICATORS[1:]]
    reading = read("2021年度项目支出绩效自评表", [*HEAD, *header, *rows])
    assert texts(reading, "target", "actual") == [("90", row[4]) for row in INDICATORS[1:]]


def sums(rows):
    (form,) = read("2021年度项目支出绩效自评表", [*HEAD, *rows, *INDICATORS]).forms
    return {(one.source, one.measure, one.text) for one in form.fields if one.source}


def test_sums_below_the_names_of_their_sources_are_of_these_and_the_first_is_not_the_whole():
    assert sums(SOURCES) == {
        ("transfer", "", "100"), ("transfer", "", "50"), ("fiscal", "", "309"), ("total", "", "459"),
        ("total", "executed", "400"),
    }  # fmt: skip


def test_sums_in_rows_by_what_they_are_and_in_columns_by_their_source_are_both():
    rows = [
        [Wide("预算资金（万元）", 1, 3), "", "财政拨款", "其他资金", Wide("合计", 4)],
        ["预算数", "300", "9", Wide("309", 4)],
        ["执行数", "280", "9", Wide("289", 4)],
    ]
    assert sums(rows) == {
        ("fiscal", "", "300"), ("other", "", "9"), ("total", "", "309"),
        ("fiscal", "executed", "280"), ("other", "executed", "9"), ("total", "executed", "289"),
    }  # fmt: skip


@pytest.mark.parametrize("caption", ["市交通局2021年度乡村道路项目自评表", "2021年项目支出考核打分表"])
def test_a_caption_above_the_title_names_the_year(caption):
    reading = read(caption, "财政预算支出项目绩效目标自评表", [*HEAD, *INDICATORS])
    assert any("2021" in text for text in said(reading, "heading"))
