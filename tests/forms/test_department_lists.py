"""Tables of whole departments: each unit, with its own sum or goals beside its indicators, is a form."""

import pytest

from tests.forms.printed import Wide, fields, read

ROWS = [
    ["产出指标", "数量指标", "在校学生人数", "≥168", "人"],
    ["效益指标", "社会效益指标", "入学率", "≥95", "%"],
    ["满意度指标", "服务对象满意度指标", "家长满意度", "≥95", "%"],
]
UNITS = {"州特殊教育学校": ("1286.52", "办好特殊教育"), "州民族中学": ("3300.00", "提高教学质量")}
COLUMNS = ["一级指标", "二级指标", "三级指标", "绩效指标值", "度量单位"]


def header(name="单位名称", goals="整体绩效目标"):
    tall = [Wide(name, 1, 2), Wide("年度预算申请", 2), Wide(goals, 1, 2), Wide("部门整体支出年度绩效指标", 5)]
    return [tall, ["资金总额", "基本支出", *COLUMNS]]


def merged():
    for unit, (amount, goals) in UNITS.items():
        own = [Wide(text, 1, len(ROWS)) for text in (unit, amount, "20.00", goals)]
        yield from ([*(own if row is ROWS[0] else []), *row] for row in ROWS)


def repeated():
    return ([unit, amount, "20.00", goals, *row] for unit, (amount, goals) in UNITS.items() for row in ROWS)


def once():
    for unit, (amount, goals) in UNITS.items():
        yield from ([*([unit, amount, "20.00", goals] if row is ROWS[0] else [""] * 4), *row] for row in ROWS)


def forms(head, rows):
    reading = read("2023年部门整体支出绩效目标表", "部门：505_某州教育局　金额单位：万元", [*head, *rows])
    said = [fields(reading, form.form_no) for form in reading.forms]
    count = [sum(one.form_no == form.form_no for one in reading.indicators) for form in reading.forms]
    return [(one["whole_department"], one["money"], one["goals"]) for one in said], count


@pytest.mark.parametrize("rows", [merged, repeated, once])
@pytest.mark.parametrize("head", [header(), header("部门名称", "年度绩效目标"), header("预算单位", "总体目标")])
def test_each_unit_of_a_table_is_a_form_with_its_own_sum_and_goals(head, rows):
    assert forms(head, rows()) == ([(unit, *said) for unit, said in UNITS.items()], [len(ROWS)] * 2)


def test_a_sum_of_all_units_is_no_form():
    total = ["合计", "4586.52", "40.00", *[""] * 6]
    assert len(forms(header(), [total, *merged()])[0]) == 2


def test_who_answers_for_an_indicator_is_no_department():
    table = [["责任单位", "资金", *COLUMNS], *(["县教育局", "12.5", *row] for row in ROWS)]
    reading = read("2023年某某项目支出绩效目标表", table)
    assert not any(one.name == "whole_department" for form in reading.forms for one in form.fields)
