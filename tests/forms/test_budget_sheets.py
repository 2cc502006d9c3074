"""Sheets of a budget beside forms of targets: they make no projects."""

import pytest

from tests.forms.printed import INDICATORS, Wide, fields, read

WHOLE = "部门（单位）整体绩效目标表"
FORM = [["部门名称", Wide("某县水利局", 3)], ["年度目标", Wide("保障供水安全。", 3)]]
INCOME = [
    [Wide("2024年部门收支总表", 4)],
    [Wide("部门名称：某县水利局", 3), "单位：万元"],
    [Wide("收入", 2), Wide("支出", 2)],
    ["项目", "预算数", "项目", "预算数"],
    ["财政拨款收入", "4126.85", "农林水支出", "3712.4"],
    ["收入总计", "4126.85", "支出总计", "4126.85"],
]
GRANTS = [
    [Wide("一般公共预算支出表", 3)],
    [Wide("部门：某县水利局", 2), "单位：元"],
    ["科目编码", "科目名称", "金额"],
    ["213", "农林水支出", "3712400"],
]
LIST = [
    [Wide("项目支出预算表", 5)],
    [Wide("部门：某县水利局", 4), "单位：元"],
    ["单位名称", "项目名称", "经济科目名称", "合计", "其中：一般公共预算"],
    ["某县水利局", "修渠", "维修费", "20", "20"],
    ["某县水利局", "护林", "物业费", "30", "30"],
]


@pytest.mark.parametrize("sheet", [INCOME, GRANTS, LIST])
@pytest.mark.parametrize("is_before", [True, False])
def test_a_sheet_of_a_budget_is_no_form_of_the_department_above_it(sheet, is_before):
    form = [WHOLE, FORM, INDICATORS]
    reading = read(sheet, *form) if is_before else read(*form, sheet)
    assert len(reading.forms) == 1
    assert fields(reading)["goals"] == "保障供水安全。"
    assert "unread" in reading.roles.values()


def test_a_department_above_its_money_and_targets_has_them():
    money = [[Wide("部门名称：某县水利局", 4)], ["年度预算", "总额", Wide("120万元", 2)], *FORM[1:]]
    reading = read(WHOLE, money, INDICATORS)
    assert len(reading.forms) == 1
    assert fields(reading)["whole_department"] == "某县水利局"


def test_a_department_above_its_money_has_the_indicators_below():
    money = [[Wide("部门名称：某县水利局", 3)], ["年度预算", "总额", "120万元"]]
    assert "whole_department" in fields(read(WHOLE, money, INDICATORS))
