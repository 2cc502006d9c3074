"""Lists of projects: whose each project is, where its own row does not say it."""

import pytest

from tests.forms.printed import Wide, fields, read

HEADER = ["单位名称", "项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值"]
FIRST = ["产出指标", "数量指标", "修建渠道长度", "≥3公里"]
SECOND = ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"]
MORE = ["", "", "", *SECOND]


def units(*rows, header=HEADER, name="listed_unit"):
    reading = read([header, *map(list, rows)])
    return [fields(reading, form.form_no).get(name) for form in reading.forms]


def row(unit, project, amount="10"):
    return [unit, project, amount, *FIRST]


def test_a_unit_that_is_printed_once_has_the_projects_below_it():
    rows = [row("甲县水利局", "修渠"), MORE, row("", "护林"), MORE, row("乙县水利局", "治沙"), MORE]
    assert units(*rows) == ["甲县水利局", "甲县水利局", "乙县水利局"]


@pytest.mark.parametrize("end", [["", "小计", "20"], [Wide("小计", 2), "20"], [Wide("县属其他项目", 7)]])
def test_a_sum_or_a_heading_ends_the_projects_of_a_unit(end):
    end = [*end, *[""] * (7 - sum(cell.cols if isinstance(cell, Wide) else 1 for cell in end))]
    rows = [row("甲县水利局", "修渠"), MORE, row("", "护林"), MORE, end, row("", "治沙", "30"), MORE]
    assert units(*rows) == ["甲县水利局", "甲县水利局", None]


def test_a_placeholder_for_a_unit_is_not_that_of_the_row_above():
    assert "甲县水利局" not in units(row("甲县水利局", "修渠"), row("—", "护林"))[1:]


def test_a_unit_right_of_the_names_is_said_of_its_own_row_alone():
    header = ["项目名称", "单位名称", *HEADER[2:]]
    rows = [["修渠", "甲县水利局", "10", *FIRST], ["护林", "", "10", *SECOND]]
    assert units(*rows, header=header) == ["甲县水利局", None]


def test_a_unit_ends_where_another_department_begins():
    header = ["主管部门", *HEADER]
    rows = [
        ["甲县水利局", *row("灌区中心", "修渠")],
        ["", *row("", "护林")],
        ["乙县农业局", *row("", "治沙")],
    ]
    assert units(*rows, header=header) == ["灌区中心", "灌区中心", None]
    assert units(*rows, header=header, name="department") == ["甲县水利局", "甲县水利局", "乙县农业局"]


@pytest.mark.parametrize("label", ["填报单位", "编报部门", "填报单位（公章）", "实施单位"])
def test_what_stands_above_a_list_has_its_projects_if_no_column_says_otherwise(label):
    above = [[Wide("2024年项目支出绩效目标表", 7)], [Wide(f"{label}：甲县水利局", 4), Wide("单位：万元", 3)]]
    header = ["序号", *HEADER[1:]]
    reading = read([*above, header, row("1", "修渠"), row("2", "护林")])
    name = "implementing_unit" if label == "实施单位" else "unit"
    assert [fields(reading, no)[name] for no in (1, 2)] == ["甲县水利局", "甲县水利局"]
