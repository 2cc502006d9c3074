"""The words and patterns of the review: each holds by its examples, none is dead."""

from dataclasses import replace

from pipeline.load import sqlfiles
from pipeline.rules import book
from pipeline.schema.codes import NO_AMOUNT, OUTCOMES
from pipeline.transform.names.wording import Wording
from tests.architecture.modules import MODULES
from tests.every import every

RULES = book.default()
NAMES = {f"{rule.kind}-{rule.word}": rule for rule in RULES.names}
PATTERNS = [(kind, rule) for kind, rules in RULES.review.text.items() for rule in rules]


def alone(rule):
    """The rulebook with no other word of names."""
    return Wording(replace(RULES, names=(rule,)))


@every("rule", NAMES.values(), named=lambda rule: f"{rule.kind}: {rule.word}")
def test_a_word_is_found_in_its_example_and_not_in_its_counter_example(rule):
    assert alone(rule).says(rule.kind, rule.example)
    assert not alone(rule).says(rule.kind, rule.counter_example)


def test_no_word_of_a_kind_stands_twice():
    assert len(NAMES) == len(RULES.names)


@every("kind", sorted({rule.kind for rule in RULES.names}))
def test_every_kind_of_word_is_asked_for(kind):
    asked = [file.text for file in (*sqlfiles.read("review"), *sqlfiles.read("views")) if f"'{kind}'" in file.text]
    assert asked or [name for name, module in MODULES.items() if kind in module.texts]


@every("kind, rule", PATTERNS, named=lambda kind, rule: f"{kind}: {rule.pattern.pattern}")
def test_a_pattern_finds_its_examples_and_no_counter_example(kind, rule):
    assert rule.examples and rule.counter_examples
    assert all(rule.pattern.search(text) for text in rule.examples)
    assert not any(rule.pattern.search(text) for text in rule.counter_examples)


def test_units_are_kin_once_and_known():
    units = [unit for rule in RULES.kin for unit in rule.units.split()]
    assert len(units) == len(set(units))
    assert set(units) <= {rule.unit for rule in RULES.values.units}


def test_every_reason_and_outcome_has_words_in_the_memo():
    assert set(RULES.memo.reconciliations) == {*OUTCOMES, "part", "price"}
    assert set(RULES.memo.reasons) == {"no_budget", "no_cost_indicator", *NO_AMOUNT}
    assert set(RULES.memo.severities) == book.SEVERITIES
