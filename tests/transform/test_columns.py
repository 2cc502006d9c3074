"""Sign and unit in columns of their own complete what the cell of the value leaves open, and override nothing."""

from decimal import Decimal

import pytest

from pipeline.model.target import Context
from pipeline.transform.tables.targets import Parses, _parsed
from tests.values.ours import GRAMMAR, RULES, parse_in_columns, parse_target


def row(operator, text, unit, **known):
    """The one target of a cell between a sign and a unit."""
    (target,) = parse_in_columns(text, Context(operator_text=operator, unit_text=unit, **known))
    return target


@pytest.mark.parametrize(
    ("operator", "text", "unit", "read_as"),
    [
        ("≥", "56", "处", "≥56处"),
        ("≧", "180", "万人次", "≧180万人次"),
        ("═", "100", "%", "═100%"),
        ("≤", "4.5", "万元/处", "≤4.5万元/处"),
        ("大于等于", "310", "吨/日", "大于等于310吨/日"),
        (None, "1", "座", "1座"),
        ("≥", "12", None, "≥12"),
        (None, "2.4万", "卷", "2.4万卷"),
        (None, "≤5000", "元/公里/年", "≤5000元/公里/年"),
        ("≤", "30分钟", None, "≤30分钟"),
    ],
)
def test_a_row_says_what_one_cell_would(operator, text, unit, read_as):
    target, whole = row(operator, text, unit), parse_target(read_as)[0]
    for name in (
        "kind",
        "status",
        "operator",
        "low",
        "high",
        "measure_unit",
        "measure_unit_text",
        "base_low",
        "base_high",
        "leftover",
    ):
        assert getattr(target, name) == getattr(whole, name), name
    assert (target.span_start, target.span_end) == (0, len(text))
    assert target.operator_source == ("column" if operator else whole.operator_source)


@pytest.mark.parametrize("unit", ["%", "个", "小时"])
def test_a_unit_that_the_cell_prints_stays(unit):
    target = row(None, "≤30分钟", unit)
    assert (target.operator_source, target.high, target.measure_unit) == ("symbol", Decimal(30), "分钟")


def test_a_sign_that_the_cell_prints_stays():
    target = row("≤", "≥95", "%")
    assert (target.operator, target.operator_source, target.measure_unit) == (">=", "symbol", "%")


def test_what_is_no_unit_is_not_made_one():
    target = row("≦", "2022年12月31日", "年-月-日")
    assert (target.kind, target.operator, target.operator_source) == ("date", "<=", "column")
    assert (target.measure_unit, str(target.due_end)) == (None, "2022-12-31")


def test_a_month_in_the_column_of_units_makes_a_deadline():
    target = row("≤", "12", "月", fiscal_year=2023, indicator_name="管护完成时间")
    assert (target.kind, str(target.due_end), target.span_start, target.span_end) == ("date", "2023-12-31", 0, 2)


@pytest.mark.parametrize(
    ("operator", "text", "unit"), [("═", "改善", "是/否"), ("═", "健全", "等"), ("≥", "有所下降", None)]
)
def test_words_stay_words(operator, text, unit):
    target = row(operator, text, unit)
    assert (target.kind, target.operator, target.measure_unit) == ("qualitative", None, None)


@pytest.mark.parametrize("text", ["优良中低差", "好坏", "1", " 建成2个 "])
def test_a_nature_in_the_column_of_signs_makes_the_target_qualitative(text):
    target = row("定性", text, None)
    assert (target.kind, target.operator, target.low) == ("qualitative", None, None)
    assert text[target.span_start : target.span_end] == text.strip()


def test_a_nature_does_not_override_a_sign_in_the_cell():
    assert row("定性", "≥95%", None).operator == ">="


def test_a_blank_cell_stays_missing_whatever_stands_beside_it():
    assert [row(operator, " ", "个").kind for operator in ("≥", "定性", None)] == ["missing"] * 3


def test_numbers_in_words_are_completed_by_their_unit():
    target = row(None, "二至三", "部")
    assert (target.kind, target.low, target.high, target.measure_unit) == ("quantity", Decimal(2), Decimal(3), "部")


def test_a_column_does_not_change_the_numbers_of_the_cell():
    target = row(None, "100", "2人")
    assert (target.low, target.high) == (Decimal(100), Decimal(100))


def test_damage_in_the_cell_is_still_said():
    alone, completed = parse_target("工95")[0], row(None, "工95", "%")
    assert (completed.status, completed.leftover) == (alone.status, alone.leftover)


def test_several_targets_of_a_cell_share_the_sign():
    text = "4%、3%、2%"
    found = parse_in_columns(text, Context(operator_text="≤", unit_text="%"))
    assert [(target.operator, target.operator_source, target.measure_unit) for target in found] == [
        ("<=", "column", "%")
    ] * 3
    assert [text[target.span_start : target.span_end] for target in found] == ["4%", "3%", "2%"]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("种植作物成活率(≥**%)", ("≥", "%")),
        ("项目总投入（≥**万元）", ("≥", "万元")),
        ("受益人数(人)", (None, "人")),
        ("补助标准（元/人·月）", (None, "元/人·月")),
        ("服务(万人次)", (None, "万人次")),
        ("覆盖村(社区)", (None, None)),
        ("得分(10分)", (None, None)),
        ("成活率(≥85%)", (None, None)),
        ("2025年(度)", (None, None)),
        (None, (None, None)),
    ],
)
def test_the_brackets_of_a_name_ask_for_a_sign_and_a_unit(name, asked):
    assert GRAMMAR.named(name) == asked


def beside_a_name(text, what="target", operator="", unit="", name="苗木成活率(≥**%)"):
    """The one value of a cell of an indicator of this name."""
    value = {"text": text, "operator": operator, "unit": unit, "what": what}
    (target,) = _parsed(value, {"level2_code": None, "indicator_name": name}, 2025, Parses(RULES))
    return target.operator, target.operator_source, target.measure_unit


def test_a_name_completes_what_cell_and_columns_leave_open():
    assert beside_a_name("85") == (">=", "name", "%")
    assert beside_a_name("≤85") == ("<=", "symbol", "%")
    assert beside_a_name("85", operator="=", unit="‰") == ("=", "column", "‰")
    assert beside_a_name("≥3棵") == (">=", "symbol", "棵")


def test_a_value_that_was_reached_takes_no_sign_from_its_name():
    assert beside_a_name("85", what="actual") == (None, None, "%")


def test_that_a_value_is_of_quantity_is_no_sign():
    target = row("定量", "二至三", "部")
    assert (target.operator, target.operator_source, target.label) == ("range", "word", None)
    assert row("定量≥", "3", "部").operator == ">="
