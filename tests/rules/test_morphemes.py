"""The parts of labels: each says in its example what its line says, and not in its counter-example."""

from collections import Counter

import pytest

from pipeline.extract.layout.words.meaning import Meanings
from pipeline.rules import book
from pipeline.rules.kinds.meaning import Sense

MORPHEMES = book.default().morphemes
MEANINGS = Meanings(MORPHEMES)
PARTS = ("head", "modifier", "about", "joint")
each = pytest.mark.parametrize("rule", MORPHEMES, ids=lambda rule: f"{rule.text}-{rule.part}-{rule.sense}")


def says(rule, label):
    """Whether a label is read with this part, and with what its line says."""
    meaning = MEANINGS.of(label)
    if rule.text not in meaning.parts:
        return False
    if rule.part != "head":
        return rule.sense in meaning.said
    return meaning.head == rule.sense


@each
def test_a_part_says_in_its_example_what_its_line_says(rule):
    if rule.sense != "and":
        assert says(rule, rule.example)


@each
def test_a_part_does_not_say_it_in_its_counter_example(rule):
    assert not rule.counter_example or not says(rule, rule.counter_example)


@each
def test_nothing_in_an_example_is_left_unexplained(rule):
    assert MEANINGS.of(rule.example).unexplained == 0


def test_no_part_stands_twice_and_each_is_of_a_known_kind():
    assert [
        line for line, times in Counter((one.text, one.part, one.sense) for one in MORPHEMES).items() if times > 1
    ] == []
    assert {one.part for one in MORPHEMES} == set(PARTS)


def test_a_part_that_is_head_and_modifier_has_an_example_that_tells_them_apart():
    parts = Counter(one.text for one in MORPHEMES if one.part in ("head", "modifier"))
    heads = [one for one in MORPHEMES if one.part == "head" and parts[one.text] > 1]
    assert [one.text for one in heads if not one.counter_example] == []


@pytest.mark.parametrize(
    ("label", "head", "said"),
    [
        ("项目资金", "money", {"project"}),
        ("资金项目", "project", {"money"}),
        ("项目名称", "project", {"name"}),
        ("项目负责人及联系电话", "person", {"project", "and_phone"}),
        ("主管部门（单位）名称及部门预算编码", "department", {"supervising", "name", "and_code"}),
        ("其中：本级财政拨款", "money", {"of_which", "local", "fiscal"}),
        ("一级预算单位", "unit", {"first_level", "budget"}),
        ("年度目标1：（80分）", "goal", {"annual"}),
        ("2025年度指标值", "value", {"annual"}),
    ],
)
def test_the_last_head_of_the_first_thing_says_what_a_label_is_of(label, head, said):
    meaning = MEANINGS.of(label)
    assert (meaning.head, meaning.said, meaning.unexplained) == (head, said, 0)


def test_brackets_may_say_the_year():
    meaning = MEANINGS.of("年度资金总额（2023年，万元）")
    assert (meaning.head, meaning.year, meaning.remarks) == ("sum", "2023", ("2023年", "万元"))


def test_what_no_part_explains_is_counted():
    assert MEANINGS.of("黄山区财政资金").unexplained == 2
    assert MEANINGS.of("甲乙丙丁").share == 0
    assert MEANINGS.of("项目资金").share == 1


def test_a_long_text_is_no_label():
    assert MEANINGS.of("保障项目资金" * 10).head == ""


def test_a_sense_is_a_head_with_what_it_needs_and_must_not_say():
    sense = Sense.read("money|sum fiscal|local -year_before")
    assert MEANINGS.of("县级资金").fits(sense)
    assert MEANINGS.of("财政资金总额").fits(sense)
    assert not MEANINGS.of("上年财政资金").fits(sense)
    assert not MEANINGS.of("资金").fits(sense)
