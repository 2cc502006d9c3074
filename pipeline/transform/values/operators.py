"""Operators as signs and words, before and after the number, read as one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.rules.kinds.values import OperatorRule, ValueRules
from pipeline.transform.values.vocabulary import any_of

_WITHIN = frozenset({"range", "<="})


@dataclass(frozen=True, slots=True)
class Operator:
    """The operator of a target, its source, and the words that speak against it."""

    operator: str | None = None
    source: str | None = None
    against: str = ""


@dataclass(frozen=True, eq=False)
class Operators:
    """The operators of a rulebook by their spellings."""

    known: Mapping[str, OperatorRule]
    each: re.Pattern[str]

    @classmethod
    def of(cls, rules: ValueRules) -> "Operators":
        """The operator vocabulary of `rules`."""
        known = {rule.spelling: rule for rule in rules.operators}
        return cls(known, re.compile(any_of(known)))

    def read_range(self, to: str, before: str = "", after: str = "") -> Operator:
        """The operator `range`. Words that only say "within" agree with it, all others are `against` it."""
        return Operator("range", self.known[to].source, self.against_range(before, after))

    def against_range(self, before: str, after: str) -> str:
        """The words beside a range that do not agree with it."""
        others = (self.known[spelling] for spelling in self.each.findall(before) + self.each.findall(after))
        return " ".join(rule.spelling for rule in others if rule.strength != "weak" and rule.operator not in _WITHIN)

    def spelling(self, operator: str | None, source: str | None, position: str = "before") -> str:
        """How an operator is written, the first spelling of the vocabulary; empty for none."""
        return next(self.spellings(operator, source, position), "")

    def spellings(self, operator: str | None, source: str | None, position: str = "before") -> Iterator[str]:
        """The ways to write an operator: not all stand before a date."""
        wanted = (operator, "word" if source == "word" else "symbol", position, "full")
        rules = self.known.values()
        return (r.spelling for r in rules if (r.operator, r.source, r.position, r.strength) == wanted)

    @lru_cache(maxsize=4096)  # noqa: B019 a grammar lives as long as the process; operators repeat without end
    def read(self, before: str, after: str = "") -> Operator:
        """One operator out of all that are printed: full ones before weak ones, signs before words.

        Those that say the same are one; of those that do not, the first stands and the others are `against` it.
        """
        rules = [self.known[spelling] for spelling in self.each.findall(before) + self.each.findall(after)]
        if not rules:
            return Operator()
        ranked = sorted(rules, key=lambda rule: (rule.strength == "weak", rule.source == "word"))
        first, others = ranked[0], [rule for rule in ranked[1:] if rule.strength != "weak"]
        against = " ".join(rule.spelling for rule in others if rule.operator != first.operator)
        return Operator(first.operator, first.source, against)
