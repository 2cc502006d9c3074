"""The Rulebook that holds all rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.rules.kinds.findings import IssueRule, ReviewRules
from pipeline.rules.kinds.layouts import Layouts
from pipeline.rules.kinds.meaning import Morpheme
from pipeline.rules.kinds.names import NameWord, TaxonomyClass, UnitKin
from pipeline.rules.kinds.texts import ExportWords, MemoWords
from pipeline.rules.kinds.values import ValueRules


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules. The transform compiles what it needs from here; nothing else reads `rules/`.

    `off` holds the codes of findings that this run does not report.
    """

    issues: Mapping[str, IssueRule]
    taxonomy: tuple[TaxonomyClass, ...]
    layouts: Layouts
    morphemes: tuple[Morpheme, ...]
    symbols: Mapping[tuple[str, str], str]
    values: ValueRules
    names: tuple[NameWord, ...]
    kin: tuple[UnitKin, ...]
    review: ReviewRules
    memo: MemoWords
    export: ExportWords
    pages: Mapping[str, Mapping[str, Any]]
    off: frozenset[str] = frozenset()
