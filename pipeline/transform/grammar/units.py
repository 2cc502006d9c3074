"""Units as printed, read as canonical unit, dimension and exact factor."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from pipeline.rulebook import ValueRules
from pipeline.transform.grammar.vocabulary import any_of

_TIME = frozenset({"duration", "workdays", "months"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit read. `unit` is canonical and without magnitude; a number times `factor` is in `base_unit`."""

    unit: str | None
    dimension: str | None
    base_unit: str | None
    factor: Fraction

    @property
    def is_time(self) -> bool:
        return self.dimension in _TIME


NO_UNIT = Unit(None, None, None, Fraction(1))


@dataclass(frozen=True, eq=False)
class Units:
    """The units of a rulebook by their spellings."""

    known: Mapping[str, Unit]
    magnitudes: Mapping[str, Fraction]
    leading: re.Pattern[str]
    slashed: re.Pattern[str]
    per: re.Pattern[str]
    and_per: re.Pattern[str]

    @classmethod
    def of(cls, rules: ValueRules) -> "Units":
        """The unit vocabulary of `rules`."""
        magnitudes = {rule.spelling: Fraction(rule.factor) for rule in rules.magnitudes}
        per = re.compile(rules.pieces["per"])
        return cls(
            known={
                spelling: Unit(rule.unit, rule.dimension, rule.base_unit, Fraction(rule.factor))
                for rule in rules.units
                for spelling in rule.spellings.split()
            },
            magnitudes=magnitudes,
            leading=re.compile(any_of(magnitudes)),
            slashed=re.compile(f"{any_of(magnitudes)}?{any_of(_slashed(rules, per))}(?!.)"),
            per=per,
            and_per=re.compile(rules.pieces["and_per"]),
        )

    def knows(self, unit: str | None) -> bool:
        """Whether the numerator of a canonical unit is in the vocabulary."""
        return bool(unit) and unit.partition("/")[0] in self.known

    @lru_cache(maxsize=4096)  # noqa: B019 a grammar lives as long as the process; unit texts repeat without end
    def read(self, text: str) -> Unit:
        """A unit of any make: `万元/年/人` is 元/人/年, factor 10000. An unknown noun counts itself."""
        above, *below = [text] if self.slashed.match(text) else self.per.split(text, maxsplit=1)
        numerator = self._simple(above)
        denominators = [self._simple(part) for part in self.and_per.split(below[0])] if below else []
        factor, tail = numerator.factor, ""
        for unit in sorted(denominators, key=lambda unit: unit.is_time):
            factor /= self._magnitude_of(unit)
            tail += f"/{unit.unit}"
        return Unit(_over(numerator.unit, tail), numerator.dimension, _over(numerator.base_unit, tail), factor)

    def _simple(self, text: str) -> Unit:
        if not text:
            return NO_UNIT
        if text in self.known:
            return self.known[text]
        if match := self.leading.match(text):
            rest = self._simple(text[match.end() :])
            return Unit(rest.unit, rest.dimension, rest.base_unit, rest.factor * self.magnitudes[match[0]])
        return Unit(text, "count", text, Fraction(1))

    def _magnitude_of(self, unit: Unit) -> Fraction:
        return unit.factor / self.known[unit.unit].factor if unit.unit in self.known else unit.factor


def _slashed(rules: ValueRules, per: re.Pattern[str]) -> list[str]:
    """The spellings of units that hold what otherwise parts a unit from its denominator: 件/套 is one or the other."""
    return [spelling for rule in rules.units for spelling in rule.spellings.split() if per.search(spelling)]


def _over(above: str | None, below: str) -> str | None:
    return (above or "") + below if below else above
