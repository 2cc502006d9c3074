"""Known values said otherwise: what changes the meaning is read, or it is said that it was not understood."""

from itertools import product

import pytest

from tests.every import every
from tests.values.ours import parse_target

VALUES = [
    "95%",
    "8个",
    "300万元",
    "1200元/人",
    "5公里",
    "3个工作日",
    "20家",
    "1.5万人次",
    "三次",
    "五天",
    "两名",
    "每月2次",
]
LEADS = [
    "约", "近", "逾", "超", "不足", "不到", "不含", "不得", "禁止", "至少", "最多", "不少于", "不超过", "低于", "高于", "增加", "减少",
]  # fmt: skip
TAILS = [
    "以上", "以下", "以内", "左右", "上下", "前后", "之外", "以外", "除外", "不等", "取消", "之间", "起", "半", "分之一", "的一半", "、不含税",
]  # fmt: skip
JOINTS = ["；", "，", "\n", "、"]


def stated(text):
    """What the values of a text mean; None if something in it was not understood."""
    targets = parse_target(text)
    if any(target.status != "clean" for target in targets):
        return None
    return [(one.kind, one.operator, one.low, one.high, one.measure_unit, one.factor, one.change) for one in targets]


@every("value, lead", product(VALUES, LEADS))
def test_a_word_before_a_value_that_changes_it_is_not_ignored(value, lead):
    assert stated(lead + value) != stated(value)


@every("value, tail", product(VALUES, TAILS))
def test_words_behind_a_value_that_change_it_are_not_ignored(value, tail):
    assert stated(value + tail) != stated(value)


@every("value, other, joint", product(VALUES, VALUES, JOINTS))
def test_two_values_in_one_cell_are_both_what_each_is_alone(value, other, joint):
    assert stated(value + joint + other) in (None, stated(value) + stated(other))


@every("value", VALUES)
def test_a_bound_of_another_unit_is_none_of_the_value_before_it(value):
    assert stated(f"{value}、3‰以内")[0] == stated(value)[0]
    assert stated(f"≥3‰、{value}")[1] == stated(value)[0]


@every("value", VALUES)
def test_full_width_and_white_space_between_number_and_unit_change_nothing(value):
    wide = value.translate({ord("0") + digit: ord("０") + digit for digit in range(10)} | {ord("%"): "％"})
    spaced = "".join(
        f"{one}\n" if one.isdigit() and not after.isdigit() and after != "." else one
        for one, after in zip(value, value[1:] + "x", strict=True)
    )
    assert stated(wide) == stated(spaced) == stated(value)


@pytest.mark.parametrize(
    ("text", "operator", "bound"),
    [
        ("没有超过5天", "<=", 5),
        ("从未低于95%", ">=", 95),
        ("不会超过3%", "<=", 3),
        ("未少于3次", ">=", 3),
        ("不曾晚于3天", "<=", 3),
    ],
)
def test_a_comparison_that_is_negated_is_the_other_one(text, operator, bound):
    (target,) = parse_target(text)
    assert (target.status, target.operator, target.low or target.high) == ("clean", operator, bound)


@pytest.mark.parametrize("text", ["未发生超过2起", "没有出现超过3天", "防止超过10人"])
def test_what_is_denied_with_a_comparison_is_not_taken_as_stated(text):
    assert all(target.status == "partial" for target in parse_target(text))
