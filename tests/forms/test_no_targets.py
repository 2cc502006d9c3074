"""What looks like targets and states none makes no project: price lists, tables of points, libraries of indicators."""

import pytest

from tests.forms.printed import FORM, Wide, codes, read, texts

PRICES = [
    ["项目名称", "数量", "单价（元/月）", "金额（万元）"],
    ["保洁服务", "12个月", "28,000.00", "33.60"],
    ["秩序维护服务", "12个月", "36,500.00", "43.80"],
    ["合计", "", "", "77.40"],
]
POINTS = [
    ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分"],
    ["产出", "职责履行", "案件结案率", "20", "结案率≥90%得20分", "20"],
    ["效果", "履职效益", "公众满意度", "10", "满意度≥90%得10分", "9"],
]
LIBRARY = [
    ["行业", "一级指标", "二级指标", "三级指标", "计算方法", "指标参考值", "数据来源"],
    ["教育", "产出指标", "数量指标", "补助学生数", "实际补助人数", "≥90人", "学籍系统"],
    ["教育", "产出指标", "质量指标", "验收合格率", "合格面积/验收面积×100%", "100%", "验收报告"],
    ["教育", "效益指标", "社会效益指标", "巩固率", "毕业人数/入学人数×100%", "≥95%", "统计年鉴"],
]


@pytest.mark.parametrize("table", [PRICES, POINTS, LIBRARY], ids=["prices", "points", "library"])
def test_a_table_that_looks_like_targets_makes_no_project(table):
    reading = read(table)
    assert (reading.forms, reading.indicators) == ((), ())
    assert codes(reading)[-1] == "no_target_table"


def test_a_title_that_speaks_of_evaluation_makes_points_no_targets():
    assert read("附件：部门整体支出绩效评价指标体系评分表", POINTS).forms == ()


def test_below_a_form_rows_with_points_are_its_indicators_without_a_target():
    reading = read(FORM, POINTS)
    assert texts(reading, "indicator_name") == [("案件结案率",), ("公众满意度",)]
    assert {one.role_source for one in reading.indicators} == {"none"}


def test_a_list_whose_columns_are_classes_states_indicators_though_their_headers_are_stems():
    rows = [["项目名称", "数量", "质量", "金额（万元）"], ["保洁服务", "清扫道路≥12公里", "合格率≥95%", "33.60"]]
    assert len(read("2024年项目绩效目标表", rows).indicators) == 2


def test_what_several_columns_say_of_an_indicator_is_kept():
    header = ["一级指标", "二级指标", "三级指标", "计算方法", "指标值", "数据来源"]
    reading = read(FORM, [header, ["产出指标", "数量指标", "补助学生数", "实际补助人数", "≥90人", "学籍系统"]])
    assert texts(reading, "standard", "target") == [("实际补助人数\n学籍系统", "≥90人")]


def test_an_appraisal_of_a_person_is_no_form_of_a_department():
    rows = [
        ["姓名", "张三", "部门", "业务科", "考核年度", "2022"],
        ["考核指标", "考核内容及标准", Wide("分值", 2), Wide("自评得分", 2)],
        ["工作数量", "完成检测样品≥600份", Wide("15", 2), Wide("15", 2)],
        ["工作质量", "检测报告合格率100%", Wide("10", 2), Wide("10", 2)],
    ]
    reading = read("事业单位工作人员年度绩效考核评分表", rows)
    assert (reading.forms, codes(reading)[-1]) == ((), "no_target_table")
