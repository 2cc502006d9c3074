"""Lists of projects and forms one under the other: whose sums, years, units and titles they print."""

import pytest

from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.table.listed import runs
from tests.forms.printed import HEADER, ROWS, Wide, codes, fields, grid, money, read, texts

CLASSES = ["一级指标", "二级指标", "三级指标", "指标值"]
OF_FIRST = ["产出指标", "数量指标", "巡查次数", "≥12次"]
OF_SECOND = ["效益指标", "社会效益指标", "群众知晓率", "≥90%"]


def listed(headers, *projects):
    """A list of two projects with an indicator each."""
    rows = zip(projects, (OF_FIRST, OF_SECOND), strict=True)
    return read([[*headers, *CLASSES], *([*project, *indicator] for project, indicator in rows)])


# ── The column of sums ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("header", ["项目总额", "预算安排", "预算总额", "资金总额（万元）", "资金规模"])
def test_a_column_of_sums_is_told_by_the_parts_of_its_header(header):
    reading = listed(["项目名称", header], ["甲", "10"], ["乙", "20"])
    assert [money(reading, form_no) for form_no in (1, 2)] == [[("total", "", "10")], [("total", "", "20")]]


@pytest.mark.parametrize("header", ["上年预算数", "其中：财政拨款", "项目个数", "安排依据"])
def test_what_is_no_whole_sum_of_this_year_is_none(header):
    reading = listed(["项目名称", header], ["甲", "10"], ["乙", "20"])
    assert not [one for one in money(reading) if one[:2] == ("total", "")]


def test_of_two_sums_in_a_list_each_says_of_when_it_is():
    reading = listed(["项目名称", "项目总额（亿元）", "2024年预算数（万元）"], ["甲", "10", "4"], ["乙", "20", "8"])
    sums = [(one.label, one.period, one.measure, one.text) for one in reading.forms[0].fields if one.source]
    assert sums == [("项目总额（亿元）", "whole", "", "10"), ("2024年预算数（万元）", "", "2024", "4")]
    assert fields(reading)["label_year"] == "2024"


def test_sums_of_several_years_in_a_list_give_no_year():
    reading = listed(["项目名称", "2023年预算数", "2024年预算数"], ["甲", "10", "4"], ["乙", "20", "8"])
    assert "label_year" not in fields(reading)
    assert [one[1] for one in money(reading)] == ["2023", "2024"]


# ── What a list lacks ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("header", ["项目总额", "绩效目标"])
def test_a_list_lacks_only_what_it_has_a_column_for(header):
    reading = listed(["项目名称", header], ["甲", "10"], ["乙", "20"])
    assert "header_field_missing" not in codes(reading)


@pytest.mark.parametrize("header, label, text", [("项目总额", "预算数", "10"), ("绩效目标", "绩效目标", "保障运行。")])
def test_a_blank_in_a_column_of_a_list_is_missing_there(header, label, text):
    reading = listed(["项目名称", header], ["甲", text], ["乙", ""])
    assert [one.evidence for one in reading.findings if one.code == "header_field_missing"] == [label]


# ── The unit of each project ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "headers,place",
    [
        (["单位", "项目名称", "预算金额"], 0),
        (["项目名称", "单位", "预算金额"], 1),
        (["项目名称", "预算金额", "单位"], 2),
    ],
)
def test_a_unit_beside_a_project_has_it_though_its_header_could_be_one_of_measures(headers, place):
    projects = [["甲", "10"], ["乙", "20"]]
    for project, unit in zip(projects, ["港航事务中心", "应急管理局"], strict=True):
        project.insert(place, unit)
    reading = listed(headers, *projects)
    assert [fields(reading, form_no)["listed_unit"] for form_no in (1, 2)] == ["港航事务中心", "应急管理局"]


def test_units_of_measure_in_a_list_are_no_units_that_have_projects():
    reading = read(
        [
            ["项目名称", "预算金额", *CLASSES, "单位"],
            ["甲", "10", *OF_FIRST[:-1], "12", "次"],
            ["乙", "20", *OF_SECOND[:-1], "90", "%"],
        ]
    )
    assert texts(reading, "target", "unit") == [("12", "次"), ("90", "%")]
    assert "listed_unit" not in fields(reading)


@pytest.mark.parametrize("heading,unit", [("一、教育局", "教育局"), ("一、民生保障", None)])
def test_the_heading_of_a_group_is_a_unit_only_where_it_names_an_organisation(heading, unit):
    reading = read(
        [
            ["项目名称", "预算金额", *CLASSES],
            [Wide(heading, 6)],
            ["甲", "10", *OF_FIRST],
            ["乙", "20", *OF_SECOND],
        ]
    )
    assert [fields(reading, form_no).get("listed_unit") for form_no in (1, 2)] == [unit, unit]


# ── Columns of classes ───────────────────────────────────────────────────────────────────────────────────


def test_a_column_of_classes_is_one_though_its_header_says_kind_and_notes_stand_below():
    reading = read(
        [
            ["项目名称", Wide("甲", 3)],
            ["指标类别", "二级指标", "具体指标", "预期值"],
            OF_FIRST,
            OF_SECOND,
            ["满意度指标", "服务对象满意度", "居民满意度", "≥85%"],
            ["其他说明", Wide("无", 3)],
            ["审核意见", Wide("同意申报。", 3)],
        ]
    )
    assert texts(reading, "level1") == [("产出指标",), ("效益指标",), ("满意度指标",)]


# ── Years of sums ────────────────────────────────────────────────────────────────────────────────────────


def test_the_year_in_the_label_of_a_sum_goes_before_what_stands_above_it():
    reading = read(
        [
            ["项目名称", Wide("甲", 3)],
            ["项目实施期", Wide("2023年-2025年", 3)],
            ["实施期资金总额", "9,000.00", "年度资金总额（2024年）", "3,000.00"],
            HEADER,
            *ROWS,
        ]
    )
    assert ("total", "2024", "3,000.00") in money(reading)
    assert ("total", "2024", "9,000.00") not in money(reading)


# ── Forms one under the other in one table ───────────────────────────────────────────────────────────────


def stacked(*lines):
    """Two forms in one table, each below lines that are no part of a form."""
    return read([row for name in ("甲", "乙") for row in (*lines, ["项目名称", Wide(name, 4)], HEADER, *ROWS)])


@pytest.mark.parametrize(
    "lines",
    [
        [[Wide("某县2024年项目支出绩效目标表", 5)]],
        [[Wide("某县2024年项目支出绩效目标表", 5)], [Wide("填报单位：某某局", 4), "单位：万元"]],
        [["", "", "", "", ""], [Wide("某县2024年项目支出绩效目标表", 5)], [Wide("填报单位：某某局", 5)]],
    ],
)
def test_a_title_within_a_table_is_of_the_form_below_it(lines):
    reading = stacked(*lines)
    assert [fields(reading, form_no)["project_name"] for form_no in (1, 2)] == ["甲", "乙"]
    assert [fields(reading, form_no)["title"] for form_no in (1, 2)] == ["某县2024年项目支出绩效目标表"] * 2
    assert [row.form_no for row in reading.indicators] == [1] * len(ROWS) + [2] * len(ROWS)
    assert "cells_not_read" not in codes(reading)


def test_rows_below_headers_that_say_nothing_of_a_project_are_one_run():
    assert list(runs(Rows(grid(1, [["甲"], ["乙"]])), [], [1, 2])) == [[1, 2]]


def maintained(name, *more):
    form = [["项目名称", Wide(name, 2)], ["资金额度", Wide("77", 2)], *([label, Wide(text, 2)] for label, text in more)]
    form += [["年度目标", Wide("做好养护，及时修复。", 2)], ["一级指标", "三级指标", "指标值"]]
    return [*form, ["产出指标", "养护里程", "≥86公里"], ["效益指标", "通行条件", "得到改善"]]


def units(*blocks):
    above = ["某镇2023年度专项绩效目标表", "填报单位：某某镇人民政府      单位：万元"]
    return [fields(read(*above, *blocks), no).get("unit") for no in (1, 2)]


def test_the_unit_above_forms_is_that_of_all_below_that_name_nobody():
    beside = [[*left, *right] for left, right in zip(maintained("甲"), maintained("乙"), strict=True)]
    assert units(beside) == units(maintained("甲"), maintained("乙")) == ["某某镇人民政府"] * 2
    assert units(maintained("甲"), "填报单位：另一局", maintained("乙"))[1] == "另一局"


def test_the_unit_above_forms_is_not_that_of_a_form_under_another_title_or_of_another_department():
    assert units(maintained("甲"), "另一局2023年度专项绩效目标表", maintained("乙"))[1] is None
    assert units(maintained("甲"), maintained("乙", ("主管部门", "另一局")))[1] is None
