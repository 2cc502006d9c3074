"""Rules of target values → their grammar: compiled, and refused where two rules of equal weight would contradict."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from pipeline.model.target import Context
from pipeline.rules.book import RuleError
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.values import PatternRule, ValueRules
from pipeline.transform.values.calendar import Calendar
from pipeline.transform.values.changes import Changes
from pipeline.transform.values.grammar import Fields, Grammar, Setting
from pipeline.transform.values.normal_text import character_table
from pipeline.transform.values.numbers import Numbers
from pipeline.transform.values.operators import Operators
from pipeline.transform.values.patterns import Found, Patterns, by_weight
from pipeline.transform.values.qualities import Qualities
from pipeline.transform.values.readings import read
from pipeline.transform.values.shapes import refuse_wrong
from pipeline.transform.values.spellings import Spellings
from pipeline.transform.values.units import Units
from pipeline.transform.values.vocabulary import Pieces

_SOME_YEAR = 2024  # a leap year: no example is impossible only for want of a day


def compile(rules: ValueRules, check: bool = False) -> Grammar:
    """The grammar of the rules. Raises RuleError for a piece that does not exist.

    With `check`, which rules that were changed need, every form is compiled and every example read: raises RuleError
    for what is no regular expression, and where two rules of equal weight contradict each other.
    """
    grammar = _compiled(rules)
    if check:
        _check(rules, grammar)
    return grammar


def _check(rules: ValueRules, grammar: Grammar) -> None:
    for form in grammar.patterns.all.forms:
        form.regex  # noqa: B018 raises for what is no regular expression
    for rule in rules.patterns:
        for example in rule.examples:
            _refuse_ambiguous(example, _context(rule, rules), grammar)


def _compiled(rules: ValueRules) -> Grammar:
    pieces = Pieces(rules)
    refuse_wrong([rule.pattern for rule in rules.patterns] + [*rules.pieces.values(), *rules.around.values()], pieces)
    hints = dict.fromkeys(rule.when for rule in by_weight(rules) if rule.when)
    return Grammar(
        patterns=Spellings(rules, partial(Patterns, rules)),
        free=_forms(rules, lambda rule: not rule.when and rule.place != "inside"),
        inner=_forms(rules, lambda rule: not rule.when and rule.place != "whole"),
        hinted={hint: _forms(rules, _told_by(hint)) for hint in hints},
        hints={hint: re.compile(pieces[hint]) for hint in hints},
        characters=character_table(rules.characters),
        numbers=Numbers.of(rules),
        units=Units.of(rules),
        operators=Operators.of(rules),
        changes=Changes.of(rules),
        calendar=Calendar.of(rules),
        qualities=Qualities.of(rules),
        written=rules.written,
    )


def _forms(rules: ValueRules, suits: Callable[[PatternRule], bool]) -> int:
    """The set of forms that suit."""
    return sum(1 << no for no, rule in enumerate(by_weight(rules)) if suits(rule))


def _told_by(hint: str) -> Callable[[PatternRule], bool]:
    return lambda rule: rule.when == hint


def _context(rule: PatternRule, rules: ValueRules) -> Context:
    """A context in which the rule may hold: its name has the word that the rule asks for, if it asks for one."""
    asked = (word.word for word in rules.words if word.piece == rule.when)
    return Context(fiscal_year=_SOME_YEAR, indicator_name=next(asked, None))


def _refuse_ambiguous(example: str, context: Context, grammar: Grammar) -> None:
    for weight, readings in groupby(_readings(example, context, grammar), lambda reading: reading[0].form.rule.weight):
        (first, target), *others = readings
        for other, contrary in others:
            if contrary != target:
                one, two = first.form.rule.id, other.form.rule.id
                raise RuleError(
                    "patterns.toml: {one} and {two}, both of weight {weight}, read {example!r} differently; "
                    "give one more weight, or narrow its pattern",
                    one=one,
                    two=two,
                    weight=weight,
                    example=example,
                )


def _readings(text: str, context: Context, grammar: Grammar) -> Iterator[tuple[Found, Fields]]:
    """What every form that reads a text whole makes of it, in the order in which they are tried."""
    setting = Setting(grammar.normalise(text), grammar, context)
    for found in grammar.whole(setting.text.read, context.indicator_name):
        if (fields := read(found, setting)) is not None:
            yield found, fields


def grammar_of(rules: Rulebook) -> Grammar:
    """The grammar of a rulebook, compiled once."""
    return compiled(_of_rulebook, rules)


def _of_rulebook(rules: Rulebook) -> Grammar:
    return compile(rules.values)
