"""The rules of target values: one dataclass per vocabulary, and the patterns written with them.

`origin` says why a rule is there: the published place and year of a value that is read otherwise without it, `language`
for what any speaker knows, or `synthetic` for what was only thought of.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product


@dataclass(frozen=True, slots=True)
class CharacterRule:
    """Characters printed and what they are read as, one for one, in the order of the two strings."""

    printed: str
    read_as: str
    note: str
    origin: str


@dataclass(frozen=True, slots=True)
class UnitRule:
    """A unit. `spellings` are parted by spaces; `factor`, a fraction, turns it into its base unit exactly."""

    unit: str
    spellings: str
    dimension: str
    base_unit: str
    factor: str
    example: str
    origin: str


@dataclass(frozen=True, slots=True)
class MagnitudeRule:
    """A word that multiplies the number before it."""

    spelling: str
    factor: str
    example: str
    origin: str


@dataclass(frozen=True, slots=True)
class OperatorRule:
    """A comparison as sign or word, before or after the number. A `weak` one gives way to any other.

    After a character of `not_after` the spelling is the end of another word: 约 in 节约. A spelling with braces stands
    for several: 不{低|少}{于|} is 不低于, 不低, 不少于 and 不少.
    """

    spelling: str
    position: str
    operator: str
    source: str
    strength: str
    not_after: str
    note: str
    origin: str


_CHOICE = re.compile(r"\{([^{}]*)\}")


def spelled(rule: OperatorRule) -> Iterator[OperatorRule]:
    """An operator once for each of its spellings, the first choice of all braces first."""
    parts = _CHOICE.split(rule.spelling)
    for choice in product(*([part] if no % 2 == 0 else part.split("|") for no, part in enumerate(parts))):
        yield replace(rule, spelling="".join(choice))


@dataclass(frozen=True, slots=True)
class NumeralRule:
    """Characters that write one number; `role`: a digit, a multiplier (十 百 万), a counter (个 in 1个半),
    or a fraction that is added to what stands before it (½).
    """

    characters: str
    value: str
    role: str
    origin: str


@dataclass(frozen=True, slots=True)
class CalendarRule:
    """A word of dates. `first` to `last` are days of the month if ten_days, else months of the year."""

    spellings: str
    piece: str
    precision: str
    first: str
    last: str
    operator: str
    example: str
    origin: str


@dataclass(frozen=True, slots=True)
class WordRule:
    """A word known to the patterns as `piece`; `value` is a number where the piece needs one."""

    word: str
    piece: str
    value: str
    example: str
    origin: str


@dataclass(frozen=True, slots=True)
class QualityRule:
    """A word of qualitative wordings: the direction that it asks for, and how strongly, either empty if it says
    nothing.

    One that `gives_way` tells the direction only where no other word does: 持续 in 持续改善.
    """

    word: str
    direction: str
    strength: str
    gives_way: str
    example: str
    counter_example: str
    origin: str


@dataclass(frozen=True, slots=True)
class PatternRule:
    """A form of target values; `rules/patterns.toml` tells the language of patterns and what each key means."""

    id: str
    reading: str
    place: str
    weight: int
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    origin: str
    when: str = ""
    unit: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class ValueRules:
    """The grammar of target values: its vocabularies and the patterns written with them."""

    characters: tuple[CharacterRule, ...]
    units: tuple[UnitRule, ...]
    magnitudes: tuple[MagnitudeRule, ...]
    numerals: tuple[NumeralRule, ...]
    operators: tuple[OperatorRule, ...]
    calendar: tuple[CalendarRule, ...]
    words: tuple[WordRule, ...]
    qualities: tuple[QualityRule, ...]
    pieces: Mapping[str, str]
    around: Mapping[str, str]
    written: Mapping[str, str]
    patterns: tuple[PatternRule, ...]
