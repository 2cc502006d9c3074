"""Which values are read otherwise without a rule: the proof that it is needed.

Rules are taken away together where no value could tell which of them it missed: a few dozen grammars do for a thousand
rules. What is taken away is written in characters that nobody prints, so that patterns keep their pieces.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pipeline.reports.rule_entries import CHARACTERS, PATTERNS, WORDS, Entry, Vocabulary, files, of_values
from pipeline.reports.rule_evidence import Value, values_read
from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.grammars import compile
from pipeline.transform.values.parse import parse_target

_PRIVATE = 0xE000
"""The first of the characters that no standard gives a meaning."""
_NOTHING = "(?!)"
Touched = Mapping[Entry, set[Value]]


def needed(rules: ValueRules, grammar: Grammar, values: Iterable[Value]) -> dict[Entry, set[Value]]:
    """The values that are read otherwise without it, for each rule; takes as long as compiling some dozen grammars."""
    values = list(values)
    before = {value: _reading(value, grammar) for value in values}
    found: dict[Entry, set[Value]] = {entry: set() for entry in of_values(rules)}
    for together in _batches(_touched(rules, grammar, values)):
        without = compile(_without(rules, frozenset(together)))
        for entry, touched in together.items():
            found[entry] = {value for value in touched if _reading(value, without) != before[value]}
    return found


def _reading(value: Value, grammar: Grammar) -> Any:
    """What a grammar makes of a value, and whether it knows the units. One with a gap may break on the value."""
    text, context = value
    try:
        targets = parse_target(text, grammar, context)
    except (ArithmeticError, LookupError, ValueError):
        return None
    return targets, [grammar.units.knows(target.measure_unit) for target in targets]


def _touched(rules: ValueRules, grammar: Grammar, values: Iterable[Value]) -> Touched:
    """The values that may miss a rule: those that hold one of its words, also inside a longer one."""
    alone = [(entry, Vocabulary([entry], grammar)) for entry in of_values(rules) if entry.file != PATTERNS]
    found: dict[Entry, set[Value]] = {}
    for entry, value in values_read(rules, grammar, values):
        if entry.file == PATTERNS:
            found.setdefault(entry, set()).add(value)
    for value in values:
        for entry, words in alone:
            if any(True for _ in words.found(value[0], value[1].indicator_name or "")):
                found.setdefault(entry, set()).add(value)
    return found


def _batches(touched: Touched) -> Iterator[Touched]:
    """Rules in groups of which no value is touched by two, the most used first."""
    left = sorted(touched.items(), key=lambda one: -len(one[1]))
    while left:
        together: dict[Entry, set[Value]] = {}
        taken: set[Value] = set()
        for entry, values in left:
            if taken.isdisjoint(values):
                together[entry] = values
                taken |= values
        yield together
        left = [(entry, values) for entry, values in left if entry not in together]


def _without(rules: ValueRules, entries: frozenset[Entry]) -> ValueRules:
    """The rules with some of them out of reach. Examples go, since nobody asks whether these rules contradict."""
    number, kept = _PRIVATE, {}
    for file, all_of_it in files(rules).items():
        rows = []
        for rule in all_of_it:
            gone = Entry.of(file, rule) in entries
            rows.append(_blanked(file, rule, number) if gone else rule)
            number += len(rule.printed) if file == CHARACTERS else 1
        kept[file] = tuple(rows)
    patterns = tuple(replace(rule, examples=()) for rule in kept.pop(PATTERNS))
    changed: dict[str, Any] = {file.partition(".")[0]: rows for file, rows in kept.items()}
    return replace(rules, **changed, patterns=patterns)


def _blanked(file: str, rule: Any, number: int) -> Any:
    if file == PATTERNS:
        return replace(rule, pattern=_NOTHING, needs="")
    length = len(rule.printed) if file == CHARACTERS else 1
    return replace(rule, **{WORDS[file]: "".join(chr(number + place) for place in range(length))})
