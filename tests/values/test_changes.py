"""Values that state a change, and those that state the level reached: which is which, in cells, rows and prose."""

import pytest

from pipeline.model.target import Context
from pipeline.transform.values.render import is_same
from tests.values.ours import explain, find_quantities, parse_in_columns, parse_target, render

LEVELS = ["提升至95%", "提高到95%", "下降到5%以下", "降低至3%", "由80%提升至95%", "达到95%", "较上年提升至95%"]


@pytest.mark.parametrize(("change", "level"), [("下降≥5%", "≥5%"), ("同比增长10%", "10%"), ("减少3个", "3个")])
def test_a_change_and_a_level_of_the_same_number_are_not_the_same(change, level):
    (one,), (other,) = parse_target(change), parse_target(level)
    assert (one.operator, one.low, one.high, one.measure_unit) == (
        other.operator,
        other.low,
        other.high,
        other.measure_unit,
    )
    assert one.change and other.change is None and not is_same(one, other)


@pytest.mark.parametrize("text", LEVELS)
def test_a_level_that_is_reached_is_no_change(text):
    (target,) = parse_target(text)
    assert (target.kind, target.change, target.change_from) == ("quantity", None, None)


def test_the_words_of_a_change_lie_in_its_span():
    (target,) = parse_target("农民人均收入较上年增长≥5%")
    assert (target.span_start, target.span_end, target.leftover) == (0, 14, "")


def test_the_year_that_a_change_is_measured_against_is_no_date_of_its_own():
    (target,) = parse_target("比2012年下降10%以上", Context(fiscal_year=2017))
    assert (target.kind, target.change, target.change_from, target.due_end) == ("quantity", "fall", "base_period", None)


def test_a_word_of_change_that_does_not_stand_before_the_number_is_left_over():
    for text in ("提高服务水平≥95%", "压减支出15%", "增加就业岗位20个"):
        (target,) = parse_target(text)
        assert (target.status, target.change) == ("partial", None), text


def test_a_direction_alone_is_a_matter_of_quality():
    for text in ("增长", "较上年增长", "与上年持平", "不低于上年", "翻番"):
        (target,) = parse_target(text)
        assert (target.kind, target.change) == ("qualitative", None), text


def test_a_change_before_a_list_counts_for_all_of_it():
    found = parse_target("同比分别下降31.9%和46.2%")
    assert [(one.low, one.change, one.change_from) for one in found] == [
        (found[0].low, "fall", "year_before"),
        (found[1].low, "fall", "year_before"),
    ]
    assert [one.change for one in parse_target("增长5%、3次")] == ["rise", None]


def test_a_change_takes_sign_and_unit_of_the_columns_beside_it():
    (target,) = parse_in_columns("同比增长5", Context(operator_text="≥", unit_text="%"))
    assert (target.operator, target.operator_source, target.measure_unit, target.change) == (
        ">=",
        "column",
        "%",
        "rise",
    )


def test_the_unit_of_a_column_is_that_of_every_number_of_a_list():
    text = "12、10、8"
    found = parse_in_columns(text, Context(operator_text="≤", unit_text="%"))
    assert [(one.operator, one.high, one.measure_unit) for one in found] == [("<=", one.high, "%") for one in found]
    assert [text[one.span_start : one.span_end] for one in found] == ["12", "10", "8"]


def test_a_month_beside_a_name_of_completion_is_a_date_and_beside_one_of_length_a_length():
    (date,) = parse_in_columns("11", Context(2025, None, "完成时限", None, "月"))
    (length,) = parse_in_columns("11", Context(2025, None, "办理时限", None, "月"))
    assert (date.kind, str(date.due_end), length.kind, length.measure_unit) == ("date", "2025-11-30", "quantity", "月")


@pytest.mark.parametrize("text", ["较上年下降≥5%", "环比增长2%", "较2020年下降3%", "较预算节约3%", "翻一番", "增长-2%"])
def test_the_canonical_form_keeps_the_change(text):
    (target,) = parse_target(text)
    assert is_same(parse_target(render(target))[0], target)


def test_explain_shows_the_words_of_a_change():
    (explained,) = explain("同比增长≥5%").targets
    assert [(piece.name, piece.printed) for piece in explained.pieces][:2] == [
        ("change", "同比增长"),
        ("operator", "≥"),
    ]
    assert explained.canonical == "较上年增长≥5%"


def test_running_text_says_which_amounts_are_changes():
    found = find_quantities("预算100万元，比上年减少20万元")
    assert [(int(one.low), one.change) for one in found] == [(100, None), (20, "fall")]
