"""The words that only one publisher prints can be taken out of the rules: what `benchmarks/unseen.py` rests on."""

from benchmarks.unseen_vocabulary import Word, contributed, without, words
from pipeline.extract.layout import forms
from tests.forms.printed import FORM, INDICATORS, document, fields


def readings(rules, label):
    """Publisher → the reading of its form; the second one calls the budget otherwise."""
    own = [[label if cell == "预算数" else cell for cell in row] for row in FORM]
    forms_of = {"one": FORM, "other": own, "third": FORM}
    return {name: [forms.read(document(form, INDICATORS, name=name), rules)] for name, form in forms_of.items()}


def test_a_word_that_only_one_publisher_prints_is_its_own(rules):
    own = contributed(readings(rules, "项目总预算"), rules)
    assert own == {"one": set(), "other": {Word("part", "总")}, "third": set()}


def test_a_remark_or_number_does_not_make_a_word_another(rules):
    own = contributed(readings(rules, "1.项目总预算（元）："), rules)
    assert Word("part", "总") in own["other"]


def test_a_word_that_is_taken_out_is_no_entry_of_the_rules_any_more(rules):
    gone = {Word("label", "年度本级预算金额"), Word("part", "总"), Word("label", "指标值"), Word("alias", "产出值")}
    assert gone <= words(rules)
    assert words(without(rules, gone)) == words(rules) - gone


def test_rules_without_a_word_read_by_what_is_left(rules):
    """Without any word the project's name is not found."""
    reduced = without(rules, words(rules))
    reading = forms.read(document(FORM, INDICATORS), reduced)
    assert not reading.forms or "project_name" not in fields(reading)
