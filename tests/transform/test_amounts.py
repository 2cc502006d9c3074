"""Budgets in yuan: exact, in the unit that is printed, or null and a finding."""

from decimal import Decimal

import pytest

from pipeline.transform.tables import money
from pipeline.transform.tables.money import AmountNotRead, MoneyUnitUnknown
from tests.transform.made import COST, HEADER, indicator, issues, made, of_project
from tests.values.ours import GRAMMAR


def yuan(text, unit):
    return money.yuan(text, unit, GRAMMAR)


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("2812600.00", "元", "2812600.00"),
        ("2,812,600.00", "元", "2812600.00"),
        ("281.26", "万元", "2812600.00"),
        ("162.8", "万元", "1628000.00"),
        ("0.000001", "万元", "0.01"),
        ("1.2", "亿元", "120000000.00"),
        ("0", "元", "0.00"),
        ("３００．５", "元", "300.50"),
        (" 300\n", "元", "300.00"),
        ("-5", "元", "-5.00"),
        ("2008.05", "万元", "20080500.00"),
        ("2025.12", "元", "2025.12"),
        ("20251231", "元", "20251231.00"),
    ],
)
def test_a_number_is_read_in_the_unit_of_the_form(text, unit, amount):
    assert yuan(text, unit) == Decimal(amount)


@pytest.mark.parametrize("unit", ["元", "万元", None])
def test_the_unit_beside_the_number_wins(unit):
    assert yuan("250万元", unit) == Decimal("2500000.00")
    assert yuan("8.5元", unit) == Decimal("8.50")


def test_whose_money_it_is_may_stand_in_brackets_before_the_number():
    assert yuan("乡村振兴补助资金（省级）212.5万元", None) == Decimal("2125000.00")


def test_a_magnitude_beside_the_number_is_of_yuan_and_is_not_multiplied_again():
    assert yuan("250万", "元") == yuan("250万", None) == Decimal("2500000.00")
    for text, unit in [("250亿", "万元"), ("3千", "万元"), ("99999999999999亿", None)]:
        with pytest.raises(AmountNotRead):
            yuan(text, unit)


def test_a_magnitude_that_says_the_forms_own_again_counts_once():
    assert yuan("449.8万", "万元") == Decimal("4498000.00")
    assert yuan("1.2亿", "亿元") == Decimal("120000000.00")


@pytest.mark.parametrize("text", ["", " ", None, "/", "-", "无"])
@pytest.mark.parametrize("unit", ["元", None])
def test_a_blank_or_dashed_cell_is_no_amount_and_not_zero(text, unit):
    assert yuan(text, unit) is None


@pytest.mark.parametrize("text", ["2812600.00", "0"])
def test_a_number_without_any_unit_is_not_taken_for_yuan(text):
    with pytest.raises(MoneyUnitUnknown):
        yuan(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "约3万元",
        "≤3万元",
        "3~5万元",
        "3人",
        "3元/人",
        "10%",
        "2025年12月",
        "12.5.1",
        "见附件",
        "100、200",
        "99999999999999亿元",
        "99999999999999亿",
        "增加300万元",
    ],
)
def test_what_is_no_plain_amount_is_not_read(text):
    with pytest.raises(AmountNotRead):
        yuan(text, "元")


@pytest.mark.parametrize("text", ["¥300", "￥300", "300元整"])
def test_a_sign_of_yuan_says_the_unit_as_well(text):
    assert yuan(text, None) == Decimal("300.00")


def test_what_an_amount_is_made_up_of_may_stand_in_brackets_behind_it():
    assert yuan("854万（建设400万元，示范454万元）", "万元") == Decimal("8540000.00")
    assert yuan("300.5（含上年结转20）", "万元") == Decimal("3005000.00")


@pytest.mark.parametrize("text", ["（一）300", "见附件（2）"])
def test_brackets_before_a_number_or_behind_words_make_no_amount(text):
    with pytest.raises(AmountNotRead):
        yuan(text, "元")


def test_foreign_money_is_not_taken_for_yuan():
    with pytest.raises(AmountNotRead):
        yuan("100美元", "元")


def test_budgets_of_a_form_are_in_yuan():
    built = of_project(预算数="281.26", 其他资金="1.5元", 财政资金=" ", 金额单位="万元")
    (row,) = built["projects"]
    assert row["amount_unit"] == "万元"
    assert [row[name] for name in ("budget_total", "budget_other", "budget_fiscal")] == [
        Decimal("2812600.00"),
        Decimal("1.50"),
        None,
    ]


def test_the_budget_is_of_the_first_measure_that_has_a_total():
    rows = [
        ["资金（万元）", "年初预算数", "全年预算数"],
        ["年度资金总额", "40", "50"],
        ["一般公共预算：30万元", "", ""],
    ]
    (row,) = made([["项目名称", "甲", ""], *rows], [HEADER, indicator(COST, "甲", "8元")])["projects"]
    assert [row[name] for name in ("budget_total", "budget_fiscal")] == [Decimal("500000.00"), None]


@pytest.mark.parametrize("unit", [None, "见附件"])
def test_an_unknown_unit_leaves_the_budget_null_and_is_said_once(unit):
    built = of_project(预算数="281.26", 其他资金="7", 财政资金="3元", 金额单位=unit)
    (row,) = built["projects"]
    assert [row[name] for name in ("budget_total", "budget_other", "budget_fiscal")] == [None, None, Decimal("3.00")]
    (said,) = issues(built, "amount_unit_unknown", "amount_not_read")
    assert (said["code"], said["evidence"], said["project_id"]) == (
        "amount_unit_unknown",
        "281.26 | 7",
        row["project_id"],
    )


def test_an_amount_that_cannot_be_read_is_null_and_said():
    built = of_project(预算数="约281万元", 其他资金="/")
    assert built["projects"][0]["budget_total"] is None
    (said,) = issues(built, "amount_unit_unknown", "amount_not_read")
    assert (said["code"], said["evidence"], said["severity"]) == ("amount_not_read", "约281万元", "error")
