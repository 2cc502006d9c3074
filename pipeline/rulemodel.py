"""The kinds of rules: one dataclass per file of `rules/`, or per kind of entry. `rulebook.py` loads them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssueRule:
    """A kind of finding: how grave it is, what it means, what to do. Messages hold `{placeholders}`.

    `innocent` says how the same may be right, where it may. `found_by` is `reading` for what the program could not
    read, `review` for what a reviewer would ask about; only these can be switched off or graded anew.
    """

    code: str
    severity: str
    criterion: str
    message_zh: str
    message_en: str
    action_zh: str
    action_en: str
    innocent_zh: str
    innocent_en: str
    found_by: str


@dataclass(frozen=True, slots=True)
class TaxonomyClass:
    """An indicator class of one scheme. `parent` is the code of its level-1 class, empty for level 1 itself.

    `aliases` are the other printed labels of the same class, parted by spaces.
    """

    scheme: str
    level: str
    code: str
    parent: str
    label: str
    aliases: str
    required: str
    source: str

    @property
    def labels(self) -> tuple[str, ...]:
        return (self.label, *self.aliases.split())


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character of a symbol font (`w:sym`) and the text it prints. `code` is hexadecimal."""

    font: str
    code: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class TextRule:
    """A pattern over printed text. What it must find, and must not, stands beside it and is tested."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A header field of a form, by its printed labels. `opens`: no form without it; `expected`: missed if absent.

    A sum of money has a `source` of funds; a label with a `measure` or `period` says it of the sums below it.
    """

    name: str
    labels: tuple[str, ...]
    opens: bool = False
    expected: bool = False
    source: str = ""
    measure: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """A column of a table, by its printed headers, and the role of the cells below it. See FieldRule for `source`."""

    name: str
    headers: tuple[str, ...]
    role: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class TableRule:
    """A kind of table, by the columns that it must have. Two rules may name the same `kind`, by default their name."""

    name: str
    needs: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """A named form: the fields and columns that must all be there."""

    id: str
    title: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layouts:
    """How forms are recognised: `rules/layouts.toml`. `text` holds the patterns by what they find."""

    fields: tuple[FieldRule, ...]
    columns: tuple[ColumnRule, ...]
    tables: tuple[TableRule, ...]
    layouts: tuple[LayoutRule, ...]
    text: Mapping[str, tuple[TextRule, ...]]


@dataclass(frozen=True, slots=True)
class CharacterRule:
    """Characters printed and what they are read as, one for one, in the order of the two strings."""

    printed: str
    read_as: str
    note: str


@dataclass(frozen=True, slots=True)
class UnitRule:
    """A unit. `spellings` are parted by spaces; `factor`, a fraction, turns it into its base unit exactly."""

    unit: str
    spellings: str
    dimension: str
    base_unit: str
    factor: str
    example: str


@dataclass(frozen=True, slots=True)
class MagnitudeRule:
    """A word that multiplies the number before it."""

    spelling: str
    factor: str
    example: str


@dataclass(frozen=True, slots=True)
class OperatorRule:
    """A comparison as sign or word, before or after the number. A `weak` one gives way to any other.

    After a character of `not_after` the spelling is the end of another word: 约 in 节约.
    """

    spelling: str
    position: str
    operator: str
    source: str
    strength: str
    not_after: str
    note: str


@dataclass(frozen=True, slots=True)
class NumeralRule:
    """Characters that write one number; `role`: a digit, a multiplier (十 百 万), or a counter (个 in 1个半)."""

    characters: str
    value: str
    role: str


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


@dataclass(frozen=True, slots=True)
class WordRule:
    """A word known to the patterns as `piece`; `value` is a number where the piece needs one."""

    word: str
    piece: str
    value: str
    example: str


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
    when: str = ""


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
    pieces: Mapping[str, str]
    around: Mapping[str, str]
    written: Mapping[str, str]
    patterns: tuple[PatternRule, ...]


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word that tells what a name is about (`kind`), and where in the name it must stand: anywhere, start or end."""

    kind: str
    word: str
    place: str
    example: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class UnitKin:
    """Units that count the same kind of thing, parted by spaces: a price per one may be paid for a count of another."""

    units: str
    note: str


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """What comparisons of texts and names need: `rules/review.toml`. `text` holds patterns by what they find;
    `same_words` maps the end of a name to the words that mean the same.
    """

    text: Mapping[str, tuple[TextRule, ...]]
    same_words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MemoWords:
    """The wording of the review memo and the worklist: `rules/memo.toml`. Texts hold `{placeholders}`."""

    title: str
    intro: str
    caution: str
    summary: str
    project: str
    project_line: str
    documents: str
    untouched: str
    address: str
    address_table: str
    innocent: str
    columns: tuple[str, ...]
    widths_cm: tuple[float, ...]
    sign: tuple[str, ...]
    font: str
    worklist: str
    worklist_columns: tuple[str, ...]
    states: tuple[str, ...]
    severities: Mapping[str, str]
    reconciliations: Mapping[str, str]
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules. The transform compiles what it needs from here; nothing else reads `rules/`.

    `off` holds the codes of findings that this run does not report.
    """

    issues: Mapping[str, IssueRule]
    taxonomy: tuple[TaxonomyClass, ...]
    layouts: Layouts
    symbols: Mapping[tuple[str, str], str]
    values: ValueRules
    names: tuple[NameWord, ...]
    kin: tuple[UnitKin, ...]
    review: ReviewRules
    memo: MemoWords
    off: frozenset[str] = frozenset()
