"""The vocabularies of the grammar: every spelling means what its line says, and none means two things."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from operator import attrgetter

import pytest

from pipeline.model.target import Context
from pipeline.rules import book
from pipeline.schema.tables.indicators import PARSE
from pipeline.transform.values.changes import BASES, DIRECTIONS
from pipeline.transform.values.numbers import times
from pipeline.transform.values.qualities import Qualities, Quality
from tests.every import every
from tests.values.ours import GRAMMAR, parse_target

RULES = book.default().values
CONTEXT = Context(fiscal_year=2025)
SPELLINGS = [(rule, spelling) for rule in RULES.units for spelling in rule.spellings.split()]
OPERATORS = [rule for rule in RULES.operators if rule.position in ("before", "within", "after")]
DIMENSIONS = {
    "ratio", "money", "count", "length", "area", "volume", "mass", "duration", "workdays", "months", "data",
    "data_rate", "energy", "power", "temperature", "sound",
}  # fmt: skip


def repeated(words) -> list[str]:
    return sorted(word for word, times in Counter(words).items() if times > 1)


@every("rule, spelling", SPELLINGS, named=lambda rule, spelling: f"{rule.unit}: {spelling}")
def test_every_spelling_of_a_unit_is_that_unit(rule, spelling):
    unit = GRAMMAR.units.read(GRAMMAR.normalise(spelling).read)
    expected = (rule.unit, rule.dimension, rule.base_unit, Fraction(rule.factor))
    assert (unit.unit, unit.dimension, unit.base_unit, unit.factor) == expected


@every("rule", RULES.units, named=attrgetter("unit"))
def test_every_unit_is_read_in_its_example(rule):
    (target,) = parse_target(rule.example)
    assert (target.kind, target.status) == ("quantity", "clean")
    assert (target.measure_unit.partition("/")[0], target.dimension) == (rule.unit, rule.dimension)


@every("rule", RULES.units, named=attrgetter("unit"))
def test_every_unit_is_a_spelling_of_itself_and_its_base_is_known(rule):
    assert rule.unit in rule.spellings.split()
    assert rule.dimension in DIMENSIONS
    assert rule.dimension != "count" or (rule.base_unit, rule.factor) == (rule.unit, "1")


def test_no_spelling_stands_for_two_units():
    assert repeated(GRAMMAR.normalise(spelling).read for _, spelling in SPELLINGS) == []


def test_units_of_one_dimension_and_base_agree_on_the_base():
    bases = {(rule.dimension, rule.base_unit) for rule in RULES.units if rule.dimension not in ("count", "money")}
    assert repeated(dimension for dimension, _ in bases) == []


@every("rule", RULES.magnitudes, named=attrgetter("spelling"))
def test_every_magnitude_multiplies_the_number_before_it(rule):
    (target,) = parse_target(rule.example)
    printed = target.low if target.low is not None else target.high
    base = target.base_low if target.base_low is not None else target.base_high
    assert rule.spelling in rule.example and base == times(printed, Fraction(rule.factor))


@every("rule", OPERATORS, named=attrgetter("spelling"))
def test_every_operator_is_read_where_it_stands(rule):
    text = {"before": "{}95%", "within": "95{}人", "after": "95%{}"}[rule.position].format(rule.spelling)
    (target,) = parse_target(text)
    assert (target.operator, target.operator_source, target.status) == (rule.operator, rule.source, "clean")


def test_no_spelling_of_an_operator_stands_twice():
    assert repeated(GRAMMAR.normalise(rule.spelling).read for rule in RULES.operators) == []


@every("rule", RULES.calendar, named=attrgetter("spellings"))
def test_every_word_of_dates_is_read_in_its_example(rule):
    (target,) = parse_target(rule.example, CONTEXT)
    assert (target.kind, target.status, target.operator) == ("date", "clean", rule.operator or None)
    assert not rule.precision or target.due_precision == rule.precision


@every("rule", RULES.words, named=attrgetter("word"))
def test_every_word_stands_in_its_example(rule):
    assert GRAMMAR.normalise(rule.word).read in GRAMMAR.normalise(rule.example).read


@pytest.mark.parametrize("piece", ["lead", "deed", "remark", "name"])
def test_the_words_around_a_target_do_not_change_it(piece):
    for rule in RULES.words:
        if rule.piece == piece:
            targets = parse_target(rule.example, CONTEXT)
            assert [target.status for target in targets] == ["clean"], rule.example


def test_words_that_change_a_target_are_left_over():
    for rule in RULES.words:
        if rule.piece == "unclear":
            (target,) = parse_target(f"{rule.word}95%", CONTEXT)
            assert target.status == "partial" and rule.word in target.leftover


@every("rule", [rule for rule in RULES.words if rule.piece in DIRECTIONS], named=attrgetter("word"))
def test_a_word_of_change_says_which_way_in_its_example_and_before_any_number(rule):
    for text in (rule.example, f"{rule.word}1倍"):
        (target,) = parse_target(text)
        assert (target.status, target.change) == ("clean", DIRECTIONS[rule.piece]), text


@every("rule", [rule for rule in RULES.words if rule.piece in BASES], named=attrgetter("word"))
def test_what_a_change_is_measured_against_is_read_in_its_example(rule):
    (target,) = parse_target(rule.example)
    assert (target.status, target.change_from) == ("clean", rule.piece)


@pytest.mark.parametrize("piece", ["since", "since_tail", "base_word", "extent"])
def test_the_other_words_of_a_change_are_understood(piece):
    for rule in RULES.words:
        if rule.piece == piece:
            (target,) = parse_target(rule.example)
            assert target.status == "clean" and target.change, rule.example


def test_directions_and_bases_are_those_of_the_schema():
    allowed = {column.name: set(column.values) for column in PARSE}
    assert set(DIRECTIONS.values()) == allowed["change"] and set(BASES) == allowed["change_from"]


def test_characters_are_read_one_for_one():
    assert all(len(rule.printed) == len(rule.read_as) for rule in RULES.characters)
    assert repeated("".join(rule.printed for rule in RULES.characters)) == []


def test_what_a_character_is_read_as_is_left_as_it_is():
    printed = set("".join(rule.printed for rule in RULES.characters))
    assert printed.isdisjoint("".join(rule.read_as for rule in RULES.characters))


@every("rule", RULES.qualities, named=attrgetter("word"))
def test_a_word_of_quality_says_so_in_its_example_and_not_in_its_counter_example(rule):
    alone = Qualities.of(replace(RULES, qualities=(rule,)))
    said = Quality() if rule.direction == "negate" else Quality(rule.direction or None, rule.strength or None)
    assert rule.word in rule.example and alone.read(rule.example) == said
    assert rule.word not in rule.counter_example and alone.read(rule.counter_example) == Quality()
    (target,) = parse_target(rule.example)
    assert (target.kind, target.status) == ("qualitative", "clean")


@every("rule", [rule for rule in RULES.qualities if rule.direction != "negate"], named=attrgetter("word"))
def test_a_word_of_quality_has_directions_and_strengths_of_the_schema(rule):
    allowed = {column.name: {*column.values, ""} for column in PARSE}
    assert rule.direction in allowed["quality_direction"] and rule.strength in allowed["quality_strength"]
    assert rule.direction or rule.strength
    assert rule.gives_way in ("", "yes")


def test_no_word_of_quality_stands_twice():
    assert repeated(rule.word for rule in RULES.qualities) == []


@pytest.mark.parametrize(
    ("text", "direction", "strength"),
    [
        ("显著提升", "raise", "marked"),
        ("持续改善", "raise", None),
        ("持续有效", "keep", "firm"),
        ("长期", "keep", None),
        ("不断完善制度，保障运行", None, "firm"),
        ("不提高", None, None),
        ("不低于上年", "keep", None),
        ("无重大事故", "prevent", "complete"),
        ("全面推进，逐步建立", None, "complete"),
        ("一体化", None, None),
    ],
)
def test_a_wording_asks_for_the_direction_on_which_its_words_agree_and_its_greatest_strength(text, direction, strength):
    (target,) = parse_target(text)
    assert (target.quality_direction, target.quality_strength) == (direction, strength)


def test_what_is_no_wording_has_no_quality():
    for text in ("≥8个", "2025年12月底前完成", "有效率95%", "**", "123456789012345678901234567890"):
        assert {(one.quality_direction, one.quality_strength) for one in parse_target(text)} == {(None, None)}


def test_no_character_stands_for_two_numbers():
    assert repeated("".join(rule.characters for rule in RULES.numerals)) == []
