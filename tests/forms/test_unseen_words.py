"""The words that only one publisher prints can be taken out of the rules: what `benchmarks/unseen.py` rests on."""

import pytest

from benchmarks.unseen_vocabulary import Word, contributed, without, words
from pipeline.extract.layout import forms
from tests.forms.printed import FORM, INDICATORS, codes, document, fields


@pytest.fixture
def label(rules):
    """A whole label that the forms below do not print."""
    printed = {cell for row in FORM for cell in row}
    whole = (word.text for word in words(rules) if word.kind == "label")
    return min(text for text in whole if text.isalpha() and text not in printed)


def own_labels(rules, printed):
    """The whole labels that are the second of three publishers' own, which calls the budget as `printed`."""
    other = [[printed if cell == "预算数" else cell for cell in row] for row in FORM]
    forms_of = {"one": FORM, "other": other, "third": FORM}
    readings = {name: [forms.read(document(form, INDICATORS, name=name), rules)] for name, form in forms_of.items()}
    own = contributed(readings, rules)
    assert not own["one"] and not own["third"]
    return {word.text for word in own["other"] if word.kind == "label"}


def test_a_word_that_only_one_publisher_prints_is_its_own(rules, label):
    assert own_labels(rules, label) == {label}


def test_a_remark_or_number_does_not_make_a_word_another(rules, label):
    assert own_labels(rules, f"1.{label}（元）：") == {label}


def test_a_word_that_is_taken_out_is_no_entry_of_the_rules_any_more(rules, label):
    gone = {Word("label", label), Word("alias", "产出值")}
    assert gone <= words(rules)
    assert words(without(rules, gone)) == words(rules) - gone


def test_the_rules_without_a_word_are_those_that_read(rules):
    name = "项目名称"
    gone = {word for word in words(rules) if word.text in (name, "名称")}
    full, reduced = (forms.read(document(FORM, INDICATORS), one) for one in (rules, without(rules, gone)))
    assert "project_name" in fields(full)
    assert "layout_uncertain" not in codes(full) and "layout_uncertain" in codes(reduced)
