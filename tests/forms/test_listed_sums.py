"""A form without a sum of money takes the one beside its name in a list of projects of its document, where that is sure."""

import pytest

from tests.forms.printed import INDICATORS, Wide, codes, fields, read

NAMES = ("设备购置经费", "人才培训经费")


def form(name, *rows):
    return [["项目名称", Wide(name, 3)], ["实施单位", Wide("某县医院", 3)], ["绩效目标", Wide("按期完成。", 3)], *rows]


def forms(*more):
    return [block for name in NAMES for block in ("项目支出绩效目标表", form(name, *more), INDICATORS)]


def sums(*blocks):
    """The project's name, sum and money unit of each form."""
    reading = read(*blocks)
    said = [fields(reading, number) for number in range(1, len(reading.forms) + 1)]
    return [(one["project_name"], one.get("money"), one.get("amount_unit")) for one in said]


WANTED = [(NAMES[0], "1500000", "元"), (NAMES[1], "24000", "元")]
TOTALS = ["合计", "", "", "1524000"]
PLAIN = [
    ["项目名称", "项目单位", "功能科目", "金额（元）"],
    [NAMES[0], "某县医院", "2100299", "1500000"],
    [NAMES[1], "某县医院", "2130599", "24000"],
]


def test_a_list_of_nothing_but_names_and_sums_is_one_too():
    table = [[row[0], row[3]] for row in PLAIN]
    assert sums("项目支出预算表", table, *forms()) == WANTED


@pytest.mark.parametrize("is_before", [True, False])
def test_the_sum_stands_in_a_list_before_or_behind_the_forms(is_before):
    listed = ["项目支出预算表", [*PLAIN, TOTALS]]
    assert sums(*(listed if is_before else []), *forms(), *([] if is_before else listed)) == WANTED


def test_where_the_sum_is_from_is_said():
    reading = read([*PLAIN, TOTALS], *forms())
    found = [one for one in reading.forms[0].fields if one.name == "money"]
    assert [(one.role_source, one.label, one.address.table_no, one.address.row_no) for one in found] == [
        ("listed", "金额（元）", 1, 2)
    ]
    assert codes(reading).count("sums_from_list") == 1
    assert "header_field_missing" not in codes(reading)
    assert "table_not_recognised" not in codes(reading)


def test_the_total_is_taken_of_several_columns_of_funds():
    table = [
        [Wide("单位：元", 6)],
        [
            Wide("项目编码", rows=2),
            Wide("项目名称", rows=2),
            Wide("合计", rows=2),
            Wide("本年拨款", 2),
            Wide("自筹", rows=2),
        ],
        ["小计", "其中：一般公共预算"],
        ["45000025P000000007", NAMES[0], "1500000", "1000000", "1000000", "500000"],
        ["45000025P000000008", "45000025P000000008-" + NAMES[1], "24000", "24000", "24000", ""],
        [Wide("合计", 2), "1524000", "1024000", "1024000", "500000"],
    ]
    assert sums("项目支出预算表", table, *forms()) == WANTED


def test_rows_of_a_project_count_where_one_is_their_sum():
    table = [
        ["项目名称", "项目单位", "经济科目", "合计"],
        [NAMES[0], "", "", "1500000"],
        [NAMES[0], "某县医院", "办公费", "1000000"],
        ["", "某县医院", "培训费", "500000"],
        [NAMES[1], "", "", "24000"],
        [NAMES[1], "某县医院", "办公费", "24000"],
    ]
    assert sums("项目支出预算表　　单位：元", table, *forms()) == WANTED


def test_rows_of_a_project_without_their_sum_give_none():
    table = [
        ["项目名称", "项目单位", "经济科目", "金额（元）"],
        [NAMES[0], "某县医院", "办公费", "1000000"],
        [NAMES[0], "某县医院", "培训费", "500000"],
        [Wide(NAMES[1], rows=2), "某县医院", "办公费", "12000"],
        ["某县医院", "培训费", "12000"],
    ]
    assert [one[1] for one in sums(table, *forms())] == [None, None]


def test_the_row_of_the_own_unit_counts():
    table = [
        ["项目名称", "项目单位", "功能科目", "金额（元）"],
        [NAMES[0], "某县医院", "2100299", "1500000"],
        [NAMES[0], "某县中医院", "2100299", "700000"],
        [NAMES[1], "某县中医院", "2130599", "24000"],
        [NAMES[1], "某县妇幼保健院", "2130599", "24000"],
    ]
    assert [one[1] for one in sums(table, *forms())] == ["1500000", None]


def test_each_year_says_its_own_sum():
    table = [
        ["项目名称", "项目单位", "2024年预算数（元）", "2025年预算数（元）"],
        [NAMES[0], "某县医院", "1400000", "1500000"],
        [NAMES[1], "某县医院", "20000", "24000"],
    ]
    found = read("项目支出预算表", table, *forms()).forms[0].fields
    assert [(one.text, one.measure) for one in found if one.name == "money"] == [
        ("1400000", "2024"),
        ("1500000", "2025"),
    ]


@pytest.mark.parametrize("title", ["部门政府采购预算表", "2024年项目支出决算表", "项目支出中期规划预算表"])
def test_a_list_of_something_else_is_no_budget(title):
    assert [one[1] for one in sums(title, PLAIN, *forms())] == [None, None]


def test_a_list_of_what_was_spent_or_counted_is_no_budget():
    table = [[*PLAIN[0][:3], "2024年执行数（元）"], *PLAIN[1:]]
    assert [one[1] for one in sums(table, *forms())] == [None, None]


def test_two_lists_that_differ_give_none():
    other = [[cell.replace("1500000", "900000") for cell in row] for row in PLAIN]
    assert [one[1] for one in sums("项目支出预算表", PLAIN, "专项资金表", other, *forms())] == [None, None]


def test_a_total_smaller_than_its_part_gives_none():
    table = [
        ["项目名称", "财政拨款", "自有资金", "合计"],
        [NAMES[0], "2000000", "", "1500000"],
        [NAMES[1], "24000", "", "24000"],
    ]
    assert [one[1] for one in sums("单位：元", table, *forms())] == [None, "24000"]


def test_a_form_that_states_its_own_sum_keeps_it():
    found = sums(PLAIN, *forms(["预算数（元）", Wide("1200000", 3)]))
    assert [one[1] for one in found] == [None, None]


def test_one_row_is_not_the_budget_of_two_forms():
    twice = ["项目支出绩效目标表", form(NAMES[0]), INDICATORS] * 2
    assert [one[1] for one in sums(PLAIN, *twice)] == [None, None]


@pytest.mark.parametrize(
    "headers",
    [
        ("单位名称（项目名称）", "科目", "合计", "财政拨款"),
        ("项目", "科目", "总计", "一般公共预算"),
        ("单位名称、项目名称", "科目", "核定金额", "合计"),
    ],
)
def test_the_header_may_name_projects_with_others_and_money_that_is_not_understood(headers):
    at = next(place for place, text in enumerate(headers) if text in ("合计", "总计"))
    rows = [["某县医院", "", "1524000", "1524000"], *([name, "", text, text] for name, text, _ in WANTED)]
    assert sums("单位：元", [list(headers), *rows], *forms()) == WANTED
    labels = [
        one.label for one in read("单位：元", [list(headers), *rows], *forms()).forms[0].fields if one.name == "money"
    ]
    assert labels == [headers[at]]


@pytest.mark.parametrize("headers", [("申报金额", "核定金额"), ("预算数", "审定数"), ("财政拨款", "其他资金")])
def test_of_two_sums_of_which_either_may_be_the_budget_none_is(headers):
    table = [["项目名称", "项目单位", *headers], [NAMES[0], "某县医院", "150", "120"], [NAMES[1], "某县医院", "2", "1"]]
    assert [one[1] for one in sums("单位：元", table, *forms())] == [None, None]


def test_without_a_total_the_only_sum_of_a_project_is_its_budget():
    table = [
        ["项目名称", "项目单位", "一般公共预算", "政府性基金"],
        [NAMES[0], "某县医院", "1500000", ""],
        [NAMES[1], "某县医院", "", "24000"],
    ]
    assert sums("单位：元", table, *forms()) == WANTED
