"""The kinds of rules that are no grammar: findings, classes, symbols, words; and the Rulebook that holds all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.layoutrules import Layouts, TextRule
from pipeline.valuerules import ValueRules


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
    evaluated: str
    file: str
    rejected: str
    caution: str
    summary: str
    total: str
    project: str
    project_budget: str
    between: str
    implementing_unit: str
    department: str
    annex: str
    annex_caution: str
    untouched: str
    address: str
    address_table: str
    named: str
    placed: str
    several: str
    listed: str
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
    pages: Mapping[str, Mapping[str, Any]]
    off: frozenset[str] = frozenset()
