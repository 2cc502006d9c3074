"""Rules come in as an argument everywhere: two rulebooks in one process give two results."""

from dataclasses import replace

import pytest

from pipeline.model.target import Context
from pipeline.rules import book
from pipeline.transform.values.explain import explain
from pipeline.transform.values.grammars import grammar_of
from pipeline.transform.values.in_columns import parse_in_columns
from pipeline.transform.values.parse import find_quantities
from tests.forms.printed import document
from tests.transform.made import QUANTITY, dataset, indicator, project

OURS, WORD = "个", "咕"


@pytest.fixture(scope="module")
def theirs():
    """The rules with another word for one unit, wherever the vocabulary of units writes it."""
    rules = book.default()
    renamed = [
        replace(rule, unit=WORD, base_unit=WORD, spellings=rule.spellings.replace(OURS, WORD))
        if rule.unit == OURS
        else rule
        for rule in rules.values.units
    ]
    return replace(rules, values=replace(rules.values, units=tuple(renamed)))


def test_a_rulebook_has_one_grammar_and_another_has_another(theirs):
    assert grammar_of(theirs) is grammar_of(theirs)
    assert grammar_of(theirs) is not grammar_of(book.default())


def test_a_renamed_unit_is_known_by_the_rules_that_name_it(theirs):
    for rules, known, unknown in ((book.default(), OURS, WORD), (theirs, WORD, OURS), (book.default(), OURS, WORD)):
        grammar = grammar_of(rules)
        assert [one.measure_unit for one in find_quantities(f"新建8{known}，改建9{unknown}", grammar)] == [known]


def test_a_renamed_unit_is_explained_and_written_in_canonical_form(theirs):
    ours, other = (grammar_of(rules) for rules in (book.default(), theirs))
    (explained,) = explain(f"≥8{WORD}", other).targets
    assert (explained.canonical, explained.target.base_unit) == (f"≥8{WORD}", WORD)
    (explained,) = explain(f"≥8{OURS}", ours).targets
    assert (explained.canonical, explained.target.base_unit) == (f"≥8{OURS}", OURS)


def test_a_renamed_unit_in_a_column_of_its_own_is_read(theirs):
    context = Context(operator_text="≥", unit_text=WORD)
    (target,) = parse_in_columns("8", context, grammar_of(theirs), theirs.layouts.text["nature"])
    assert (target.operator, target.measure_unit, target.base_unit) == (">=", WORD, WORD)


def test_targets_and_findings_follow_the_rules(theirs):
    rows = [indicator(QUANTITY, f"建设数量{no}", target) for no, target in enumerate((f"≥8{OURS}", f"≥9{WORD}"))]
    for rules, unknown in ((book.default(), f"≥9{WORD}"), (theirs, f"≥8{OURS}")):
        made = dataset(document(*project(*rows)), rules=rules)
        assert [row["measure_unit"] for row in made["targets"]] == [OURS, WORD]
        assert [row["evidence"] for row in made["issues"] if row["code"] == "new_unit"] == [unknown]
