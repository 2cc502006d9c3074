"""Qualitative wordings: which way they ask things to go, and how strongly."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.rules.kinds.values import QualityRule, ValueRules
from pipeline.transform.values.vocabulary import any_of

STRENGTHS = ("slight", "firm", "marked", "complete")
"""From the weakest to the strongest."""
_NEGATION = "negate"


@dataclass(frozen=True, slots=True)
class Quality:
    """What a wording asks for; None where its words do not say, or contradict each other."""

    direction: str | None = None
    strength: str | None = None


@dataclass(frozen=True, eq=False)
class Qualities:
    """The graded vocabulary of a rulebook by its words."""

    known: Mapping[str, QualityRule]
    each: re.Pattern[str]

    @classmethod
    def of(cls, rules: ValueRules) -> "Qualities":
        """The vocabulary of qualities of `rules`."""
        known = {rule.word: rule for rule in rules.qualities}
        return cls(known, re.compile(any_of(known)))

    @lru_cache(maxsize=65536)  # noqa: B019 a grammar lives as long as the process; wordings repeat without end
    def read(self, text: str) -> Quality:
        """The direction on which all words agree that do not give way, and the greatest strength of any word.

        >>> from pipeline.rules import book
        >>> qualities = Qualities.of(book.default().values)
        >>> qualities.read("有效保障"), qualities.read("持续改善").direction
        (Quality(direction='keep', strength='firm'), 'raise')
        """
        rules = list(self._stated(text))
        firm = {rule.direction for rule in rules if rule.direction and not rule.gives_way}
        directions = firm or {rule.direction for rule in rules if rule.direction}
        strengths = {rule.strength for rule in rules}
        return Quality(
            direction=directions.pop() if len(directions) == 1 else None,
            strength=next((strength for strength in reversed(STRENGTHS) if strength in strengths), None),
        )

    def _stated(self, text: str) -> Iterator[QualityRule]:
        """The words of a text, but none that is negated."""
        negated_at = -1
        for match in self.each.finditer(text):
            rule = self.known[match[0]]
            if rule.direction == _NEGATION:
                negated_at = match.end()
            elif match.start() != negated_at:
                yield rule
