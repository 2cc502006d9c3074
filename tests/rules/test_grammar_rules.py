"""The rule files of the grammar: each rule does what its examples say, none is dead, none contradicts another."""

import re
from dataclasses import replace
from operator import attrgetter, itemgetter

import pytest

from pipeline.model.target import Context
from pipeline.rules import book
from pipeline.rules.book import RuleError
from pipeline.transform.values import grammars, parse
from pipeline.transform.values.grammar import Setting
from pipeline.transform.values.parts import scan
from pipeline.transform.values.readings import READINGS, read
from pipeline.transform.values.shapes import Alphabet
from pipeline.transform.values.vocabulary import Pieces
from tests.every import every
from tests.values.expected import read_rows
from tests.values.ours import GRAMMAR, parse_target

RULES = book.default().values
CASES = read_rows("cases.csv")
PATTERNS = {rule.id: rule for rule in RULES.patterns}
EXAMPLES = [(rule.id, text) for rule in RULES.patterns for text in rule.examples]
ALL = GRAMMAR.patterns.all.forms
ALL_FORMS = {form.rule.id: form for form in ALL}
COUNTER_EXAMPLES = [(rule.id, text) for rule in RULES.patterns for text in rule.counter_examples]


def context(id: str) -> Context:
    """A fiscal year, and a name that holds the word which the rule asks for, if it asks for one."""
    words = [rule.word for rule in RULES.words if rule.piece == PATTERNS[id].when]
    return Context(fiscal_year=2025, indicator_name=words[0] if words else None)


def rules_that_read(id: str, text: str) -> list[str | None]:
    """The rules of the targets of a text; for a rule that is only looked for inside, the one that its start shows."""
    if PATTERNS[id].place == "inside":
        found = ALL.inside(GRAMMAR.normalise(text).read, GRAMMAR.inner)(0)
        return [each.form.rule.id for each in found[:1]]
    targets = parse_target(text, context(id))
    return [target.rule_id for target in targets] if len(targets) == 1 else []


@every("id, text", EXAMPLES)
def test_each_example_is_read_whole_by_its_rule(id, text):
    assert id in rules_that_read(id, text)


@every("id, text", COUNTER_EXAMPLES)
def test_no_counter_example_is_read_by_its_rule(id, text):
    assert id not in rules_that_read(id, text)


@every("id", PATTERNS)
def test_each_rule_has_examples_both_ways(id):
    assert PATTERNS[id].examples and PATTERNS[id].counter_examples


@every("id", PATTERNS)
def test_each_rule_names_a_reading_and_a_place_that_exist(id):
    assert PATTERNS[id].reading in READINGS
    assert PATTERNS[id].place in ("whole", "inside", "anywhere")


def test_each_reading_is_used():
    assert set(READINGS) == {rule.reading for rule in RULES.patterns}


def readings(text, context, weight):
    """What the rules of one weight make of a whole text."""
    setting = Setting(GRAMMAR.normalise(text), GRAMMAR, context)
    found = [each for each in GRAMMAR.whole(setting.text.read, context.indicator_name)]
    return [fields for each in found if each.form.rule.weight == weight and (fields := read(each, setting)) is not None]


def planted(**rule):
    """The rules and one more, which reads what `quantity` reads."""
    return replace(RULES, patterns=(*RULES.patterns, replace(PATTERNS["quantity"], id="planted", **rule)))


def test_two_rules_of_equal_weight_that_read_an_example_differently_are_refused():
    with pytest.raises(RuleError, match="quantity and planted, both of weight 20"):
        grammars.compile(planted(reading="qualitative"), check=True)


def test_two_rules_of_other_weight_or_the_same_reading_are_let_be():
    grammars.compile(planted(reading="qualitative", weight=19), check=True)
    grammars.compile(planted(), check=True)


@every("id, text", EXAMPLES + COUNTER_EXAMPLES)
def test_rules_of_equal_weight_do_not_read_one_text_differently(id, text):
    for weight in {rule.weight for rule in RULES.patterns}:
        found = readings(text, context(id), weight)
        assert all(fields == found[0] for fields in found)


@every("row", CASES, named=itemgetter("text"))
def test_rules_of_equal_weight_do_not_read_a_case_differently(row):
    here = Context(int(row["fiscal_year"] or 2025), indicator_name=row["indicator_name"] or None)
    for weight in {rule.weight for rule in RULES.patterns}:
        found = readings(row["text"], here, weight)
        assert all(fields == found[0] for fields in found)


@every("form", [form for form in ALL_FORMS.values() if form.rule.needs], named=attrgetter("rule.id"))
def test_no_text_that_a_rule_matches_lacks_what_the_rule_needs(form):
    texts = [row["text"] for row in CASES] + [text for _, text in EXAMPLES + COUNTER_EXAMPLES]
    matched = [read for text in texts if form.regex.search(read := GRAMMAR.normalise(text).read)]
    assert matched and [read for read in matched if form.rule.needs not in read] == []


def test_the_rules_of_the_package_pass_the_check():
    grammars.compile(RULES, check=True)


def test_a_pattern_that_is_no_regular_expression_is_refused():
    with pytest.raises(RuleError, match="planted"):
        grammars.compile(planted(pattern="(?<=a+){number}"), check=True)


@pytest.mark.parametrize("pattern", ["(?P<number>8)", "{no_such_piece}", "(?i:a)", "[z-a]"])
def test_what_is_no_part_of_the_language_of_patterns_is_refused(pattern):
    with pytest.raises(RuleError, match=r"patterns\.toml"):
        grammars.compile(planted(pattern=pattern))


READ = sorted({GRAMMAR.normalise(text).read for text in [row["text"] for row in CASES] + [t for _, t in EXAMPLES]})
STRANGE = ["٣个", "≥ǅ95%", "𠀀8个", "8\u00ad个", "あ95%以上"]


def test_no_form_that_reads_a_text_whole_is_passed_over():
    every = (1 << len(ALL_FORMS)) - 1
    for text in READ + STRANGE:
        matching = [form for form in ALL if form.regex.fullmatch(text)]
        assert [found.form for found in ALL.whole(text, every)] == matching, text


def test_no_form_that_stands_inside_a_text_is_passed_over():
    inner = [form for form in ALL if not form.rule.when and form.rule.place != "whole"]
    texts = READ[::2] + STRANGE + ["，".join(READ[at : at + 4]) for at in range(0, len(READ), 40)]
    for text in texts:
        look = ALL.inside(text, GRAMMAR.inner)
        for at in range(len(text)):
            matching = {form.rule.id for form in inner if form.regex.match(text, at)}
            found = look(at)
            at_once = {one.form.rule.id for one in found if one.match.start() == at}
            assert at_once == matching, (text, at)


def written(form):
    return form.regex.pattern


@pytest.mark.parametrize("begin", range(0, len(READ), 200))
def test_what_texts_lack_changes_no_answer(begin):
    texts = READ[begin : begin + 200]
    narrow = grammars.compile(RULES)
    narrow.expect(texts)
    patterns = narrow.patterns.of("")
    assert sum(map(len, map(written, patterns.forms))) < sum(map(len, map(written, ALL)))
    for text in texts:
        assert parse.parse_target(text, narrow) == parse.parse_target(text, GRAMMAR), text
        assert parse.find_quantities(text, narrow) == parse.find_quantities(text, GRAMMAR), text
    assert narrow.patterns.of("") is patterns


def test_texts_that_nobody_expected_are_read_alike():
    narrow = grammars.compile(RULES)
    for text in READ[::100]:
        assert parse.parse_target(text, narrow) == parse.parse_target(text, GRAMMAR), text
    assert narrow.patterns.of("") is narrow.patterns.all


def test_each_rule_is_met_in_the_cases():
    met = set()
    for row in [*CASES, *read_rows("said_otherwise.csv")]:
        here = Context(int(row["fiscal_year"] or 2025), indicator_name=row["indicator_name"] or None)
        found = scan(Setting(GRAMMAR.normalise(row["text"]), GRAMMAR, here))
        met |= {part.found.form.rule.id for part in found}
        met |= {target.rule_id for target in parse_target(row["text"], here)}
    assert set(PATTERNS) - met == set()


def pieces_used():
    """Every piece that a pattern reaches, through other pieces too."""
    texts = [rule.pattern for rule in RULES.patterns] + list(RULES.around.values())
    used = set()
    while texts:
        for name in re.findall(r"\{(?:[a-z_]+=)?([a-z_]+)\}", texts.pop()):
            if name not in used:
                used.add(name)
                texts.append(RULES.pieces.get(name, ""))
    return used


def test_each_piece_is_used():
    assert set(RULES.pieces) <= pieces_used()


def test_each_kind_of_word_is_used():
    kinds = {rule.piece for rule in RULES.words} | {rule.piece for rule in RULES.calendar}
    hints = {rule.when for rule in RULES.patterns if rule.when}
    assert kinds <= pieces_used() | hints


def test_a_plain_class_matches_what_the_engine_matches():
    pieces = Pieces(RULES)
    alphabet = Alphabet([*pieces.values(), *(rule.pattern for rule in RULES.patterns)])
    written = [*pieces.values(), *RULES.around.values(), *(rule.pattern for rule in RULES.patterns)]
    classes = sorted({one for text in written for one in re.findall(r"(?<!\\)\[\^?[^\]\\]+\]", text)})
    every_character = "".join(alphabet.matched(".") | alphabet.matched(r"[\n\s]"))
    found = {one: alphabet.matched(one) & set(every_character) for one in classes}
    assert len(classes) > 100
    assert found == {one: frozenset(re.findall(one, every_character)) for one in classes}
