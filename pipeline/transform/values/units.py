"""Units as printed, read as canonical unit, dimension and exact factor."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.numbers import times
from pipeline.transform.values.vocabulary import NOTHING, Pieces, any_of, compiled

_DIGITS = re.compile(r"[1-9]\d*")
_TIME = frozenset({"duration", "workdays", "months"})
MONEY = "money"
JOINED = "·"
"""Stands in canonical units between what is multiplied."""


@dataclass(frozen=True)
class Unit:
    """A unit read. `unit` is canonical and without magnitude; a number times `factor` is in `base_unit`."""

    unit: str | None
    dimension: str | None
    base_unit: str | None
    factor: Fraction

    @cached_property
    def size(self) -> Decimal:
        """How much of the base unit one is."""
        return times(Decimal(1), self.factor)

    @property
    def is_time(self) -> bool:
        return self.dimension in _TIME


NO_UNIT = Unit(None, None, None, Fraction(1))


@dataclass(frozen=True, eq=False)
class Units:
    """The units of a rulebook by their spellings; `numerals` may stand before a denominator: 次/两年.

    `money` is the base unit of money as the vocabulary writes it: that of its first unit of money.
    """

    known: Mapping[str, Unit]
    magnitudes: Mapping[str, Fraction]
    numerals: Mapping[str, Fraction]
    money: str | None
    leading: re.Pattern[str]
    slashed: re.Pattern[str]
    per: re.Pattern[str]
    and_per: re.Pattern[str]
    joint: re.Pattern[str]

    @classmethod
    def of(cls, rules: ValueRules) -> "Units":
        """The unit vocabulary of `rules`."""
        magnitudes = {rule.spelling: Fraction(rule.factor) for rule in rules.magnitudes}
        pieces = Pieces(rules)
        # Rules of before, with which these may be compared, know of no joint.
        per, and_per, joint = (
            compiled(pieces.get(name, NOTHING), pieces, named=False) for name in ("per", "and_per", "joint")
        )
        return cls(
            known={
                spelling: Unit(rule.unit, rule.dimension, rule.base_unit, Fraction(rule.factor))
                for rule in rules.units
                for spelling in rule.spellings.split()
            },
            magnitudes=magnitudes,
            numerals=_numerals(rules),
            money=next((unit.base_unit for unit in rules.units if unit.dimension == MONEY), None),
            leading=re.compile(any_of(magnitudes)),
            slashed=re.compile(f"{any_of(magnitudes)}?{any_of(_slashed(rules, per))}(?!.)"),
            per=per,
            and_per=and_per,
            joint=joint,
        )

    def knows(self, unit: str | None) -> bool:
        """Whether the numerator of a canonical unit is in the vocabulary."""
        return unit is not None and unit != "" and unit.partition("/")[0] in self.known

    @lru_cache(maxsize=4096)  # noqa: B019 a grammar lives as long as the process; unit texts repeat without end
    def read(self, text: str) -> Unit:
        """A unit of any make: `万元/年/人` is 元/人/年, factor 10000. An unknown noun counts itself, and so does a
        product of units (人次·天) that has no name of its own (人天). A denominator said twice counts once:
        每人400元/人.
        """
        above, *below = [text] if self.slashed.match(text) else self.per.split(text, maxsplit=1)
        numerator = self._simple(above)
        parts = self._parted(below[0]) if below else []
        denominators = dict.fromkeys(map(self._simple, parts))
        factor, tail = numerator.factor, ""
        for unit in sorted(denominators, key=lambda unit: unit.is_time):
            factor /= self._magnitude_of(unit)
            tail += f"/{unit.unit}"
        return Unit(_over(numerator.unit, tail), numerator.dimension, _over(numerator.base_unit, tail), factor)

    def below(self, text: str) -> str:
        """What a unit as printed is counted for, with its stroke: /人 of 元/人."""
        stroke = None if self.slashed.match(text) else self.per.search(text)
        return text[stroke.start() :] if stroke else ""

    def _parted(self, below: str) -> list[str]:
        """What stands below the stroke, unit by unit; brackets around all of it say nothing. A measure that is written
        as a product (千瓦·时) is one unit.
        """
        inner = below[1:-1] if below.startswith("(") else below
        is_measure = inner in self.known and self.known[inner].dimension != "count"
        return [inner] if is_measure else self.and_per.split(inner)

    def _simple(self, text: str) -> Unit:
        if not text:
            return NO_UNIT
        if known := self.known.get(text) or self.known.get(self.joint.sub("", text)):
            return known
        if match := _DIGITS.match(text):
            rest = self._simple(text[match.end() :])
            return Unit(rest.unit, rest.dimension, rest.base_unit, rest.factor * int(match[0]))
        if text[0] in self.numerals and text[1:] in self.known:
            rest = self.known[text[1:]]
            return Unit(rest.unit, rest.dimension, rest.base_unit, rest.factor * self.numerals[text[0]])
        if match := self.leading.match(text):
            rest = self._simple(text[match.end() :])
            return Unit(rest.unit, rest.dimension, rest.base_unit, rest.factor * self.magnitudes[match[0]])
        noun = JOINED.join(self.known.get(part, NO_UNIT).unit or part for part in self.joint.split(text))
        return Unit(noun, "count", noun, Fraction(1))

    def _magnitude_of(self, unit: Unit) -> Fraction:
        known = self.known.get(unit.unit or "")
        return unit.factor / known.factor if known else unit.factor


def _numerals(rules: ValueRules) -> Mapping[str, Fraction]:
    """What a single character counts: 两, 三, 半."""
    digits = (rule for rule in rules.numerals if rule.role == "digit")
    return {character: Fraction(rule.value) for rule in digits for character in rule.characters if rule.value != "0"}


def _slashed(rules: ValueRules, per: re.Pattern[str]) -> list[str]:
    """The spellings of units that hold what otherwise parts a unit from its denominator: 件/套 is one or the other."""
    return [spelling for rule in rules.units for spelling in rule.spellings.split() if per.search(spelling)]


def _over(above: str | None, below: str) -> str | None:
    return (above or "") + below if below else above
