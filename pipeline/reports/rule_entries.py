"""The rules of values and names one by one, as entries of their files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.vocabulary import any_of

PATTERNS, CHARACTERS, NUMERALS = "patterns.toml", "characters.csv", "numerals.csv"
BY_CHARACTER = (CHARACTERS, NUMERALS)
"""The files whose rules hold single characters."""
NAME_WORDS, TAXONOMY, KIN = "name_words.csv", "taxonomy.csv", "unit_kin.csv"
PARTED = {"words.csv": "piece", "calendar.csv": "piece", NAME_WORDS: "kind", TAXONOMY: "scheme"}
"""File → the field that parts it into vocabularies: the words of one do not compete with those of another."""
WORDS = {
    PATTERNS: "id",
    CHARACTERS: "printed",
    "units.csv": "spellings",
    "magnitudes.csv": "spelling",
    NUMERALS: "characters",
    "operators.csv": "spelling",
    "calendar.csv": "spellings",
    "words.csv": "word",
    "qualities.csv": "word",
    NAME_WORDS: "word",
    TAXONOMY: "labels",
    KIN: "units",
}
"""File → the field that says what its rule is called, or the words that it knows."""


class Entry(NamedTuple):
    """A rule: its file, the vocabulary in it, its words, and why it is there."""

    file: str
    vocabulary: str
    words: tuple[str, ...]
    origin: str

    @classmethod
    def of(cls, file: str, rule: Any) -> "Entry":
        """The entry of a rule of the file."""
        said = getattr(rule, WORDS[file])
        words = tuple(said) if file in BY_CHARACTER or isinstance(said, tuple) else tuple(said.split())
        return cls(file, getattr(rule, PARTED.get(file, ""), ""), words, rule.origin)

    @property
    def name(self) -> str:
        return ("" if self.file in BY_CHARACTER else " ").join(self.words)


def of_values(rules: ValueRules) -> list[Entry]:
    """The entries of the grammar of target values, file by file."""
    return [Entry.of(file, rule) for file, all_of_it in files(rules).items() for rule in all_of_it]


def files(rules: ValueRules) -> dict[str, tuple]:
    """The rules of target values by the file that they stand in."""
    return {
        PATTERNS: rules.patterns,
        CHARACTERS: rules.characters,
        "units.csv": rules.units,
        "magnitudes.csv": rules.magnitudes,
        NUMERALS: rules.numerals,
        "operators.csv": rules.operators,
        "calendar.csv": rules.calendar,
        "words.csv": rules.words,
        "qualities.csv": rules.qualities,
    }


def of_names(rules: Rulebook) -> list[Entry]:
    """The entries of what names and classes say, file by file."""
    named = {NAME_WORDS: rules.names, TAXONOMY: rules.taxonomy, KIN: rules.kin}
    return [Entry.of(file, rule) for file, all_of_it in named.items() for rule in all_of_it]


def vocabularies(rules: ValueRules) -> Iterable[list[Entry]]:
    """The entries that are words, by vocabulary."""
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in of_values(rules):
        if entry.file != PATTERNS:
            found[entry.file, entry.vocabulary].append(entry)
    return found.values()


class Vocabulary:
    """Words of which the longest wins at any place: 元 is not met in 美元. Characters are met as printed."""

    def __init__(self, entries: Iterable[Entry], grammar: Grammar):
        self._grammar = grammar
        self._entries = {self._read(word, entry.file): entry for entry in entries for word in entry.words}
        self._as_printed = any(entry.file == CHARACTERS for entry in self._entries.values())
        self._words = re.compile(any_of(self._entries))

    def _read(self, text: str, file: str) -> str:
        return text if file == CHARACTERS else self._grammar.normalise(text).read

    def found(self, *texts: str) -> Iterator[Entry]:
        """The entries whose words stand in any of the texts."""
        for text in texts:
            read = text if self._as_printed else self._grammar.normalise(text).read
            yield from (self._entries[word] for word in self._words.findall(read))
