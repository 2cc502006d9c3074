"""What stands behind each rule: the published values and forms, and the made-up texts of the tests, that it reads.

A rule that reads nothing is there because somebody thought of it: its `origin` says so, or the rule can go.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.model.target import Context
from pipeline.reports.corpus import Names, Places, Values
from pipeline.reports.rule_entries import NAME_WORDS, PATTERNS, Entry, Vocabulary, of_names, of_values, vocabularies
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.names.wording import Wording, plain
from pipeline.transform.values.grammar import Grammar, Setting
from pipeline.transform.values.parse import parse_target
from pipeline.transform.values.parts import scan

Value = tuple[str, Context]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many published texts a rule reads, how many forms print them, and how many made-up texts it reads.

    `needed` says how many of the published ones are read otherwise without it; None where that was not asked.
    """

    file: str
    vocabulary: str
    rule: str
    origin: str
    published: int
    forms: int
    made_up: int
    needed: int | None = None


def evidence(rules: Rulebook, grammar: Grammar, values: Values, names: Names) -> dict[Entry, Evidence]:
    """The evidence for every rule of values and names, those without any first."""
    counted = {entry: _counted(entry, texts) for entry, texts in read_by(rules, grammar, values, names).items()}
    return dict(sorted(counted.items(), key=lambda one: (one[1].published, one[1].made_up)))


def read_by(rules: Rulebook, grammar: Grammar, values: Values, names: Names) -> dict[Entry, list[Places]]:
    """The places of each text that a rule reads, for every rule of values and names, in the order of the files."""
    found: dict[Entry, list[Places]] = {entry: [] for entry in (*of_values(rules.values), *of_names(rules))}
    for entry, value in values_read(rules.values, grammar, values):
        found[entry].append(values[value])
    for entry, name in _names_read(rules, names):
        found[entry].append(names[name])
    return found


def _counted(entry: Entry, texts: list[Places]) -> Evidence:
    published = [places for places in texts if places]
    forms = frozenset().union(*published)
    said = (entry.file, entry.vocabulary, entry.name, entry.origin)
    return Evidence(*said, len(published), len(forms), len(texts) - len(published))


def unused(rules: ValueRules, grammar: Grammar, values: Iterable[Value]) -> Iterator[tuple[str, str]]:
    """Each rule of values that reads none of the texts, as (file, rule)."""
    met = {entry for entry, _ in values_read(rules, grammar, values)}
    yield from ((entry.file, entry.name) for entry in of_values(rules) if entry not in met)


def values_read(rules: ValueRules, grammar: Grammar, values: Iterable[Value]) -> Iterator[tuple[Entry, Value]]:
    """The patterns that read a value or a part of it, and the words that it and its indicator's name are made of."""
    patterns = {entry.name: entry for entry in of_values(rules) if entry.file == PATTERNS}
    known = [Vocabulary(entries, grammar) for entries in vocabularies(rules)]
    for text, context in values:
        met = {patterns[id] for id in _patterns_met(text, context, grammar) if id in patterns}
        met.update(entry for words in known for entry in words.found(text, context.indicator_name or ""))
        yield from ((entry, (text, context)) for entry in met)


def _patterns_met(text: str, context: Context, grammar: Grammar) -> set[str | None]:
    inside = (part.found.form.rule.id for part in scan(Setting(grammar.normalise(text), grammar, context)))
    return {*(target.rule_id for target in parse_target(text, grammar, context)), *inside}


def _names_read(rules: Rulebook, names: Iterable[str]) -> Iterator[tuple[Entry, str]]:
    """The words that names hold in their place, the classes that are printed, the units that have kin."""
    words = [(Entry.of(NAME_WORDS, rule), Wording(replace(rules, names=(rule,)))) for rule in rules.names]
    whole = _by_word(entry for entry in of_names(rules) if entry.file != NAME_WORDS)
    for name in names:
        yield from ((entry, name) for entry, word in words if word.says(entry.vocabulary, name))
        yield from ((entry, name) for entry in whole.get(plain(name), ()))


def _by_word(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in entry.words:
            found[word].append(entry)
    return found
