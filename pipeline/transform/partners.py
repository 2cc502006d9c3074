"""What a unit cost is paid for: the quantity indicators that count the units after its strokes.

Beyond doubt are quantities in the unit itself, in another of the same measure, or in one of its kin
(`rules/unit_kin.csv`); where several fit, the words that the names share decide. What a reader may only guess, such as
that 600元/人/月 is paid for the twelve months of the year, is a guess here too: it counts if it comes to the budget.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice, permutations, product
from math import prod
from typing import Any

from pipeline.rulebook import Rulebook
from pipeline.transform.wording import Wording, plain

Row = Mapping[str, Any]
DECIMALS = 9
"""A count is exact to so many: base bounds such as those of 亩 have no last decimal."""
COUNT, MONTHS, COLUMN = "count", "months", "column"
MOST_PAIRINGS = 256
"""So many ways of pairing a price with quantities are tried; more would prove nothing."""
NOT_STATED, RANGE = "quantity_not_stated", "quantity_is_a_range"


@dataclass(frozen=True, slots=True)
class Partner:
    """How many of the price's unit are stated, by which indicators and in which printed words."""

    indicator_ids: tuple[str, ...]
    printed: str
    count: Decimal


Pairing = tuple[Partner, ...]
"""What a price is multiplied with: a partner per denominator."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The pairings that come into question; `sure` if the names leave just one.

    `reason` says why there is none. `guesses` are what may be meant where the names do not say.
    """

    pairings: tuple[Pairing, ...] = ()
    sure: bool = False
    reason: str | None = None
    guesses: tuple[Pairing, ...] = ()


class Partners:
    """The quantities of one project that prices may be multiplied with."""

    def __init__(self, rows: Iterable[Row], rules: Rulebook, wording: Wording):
        self._wording = wording
        self._units = {unit.unit: unit for unit in rules.values.units}
        self._kin = [frozenset(row.units.split()) for row in rules.kin]
        self._year = next(unit for unit in rules.values.units if (unit.dimension, unit.factor) == (MONTHS, "12"))
        self._rows = [row for row in rows if row["kind"] == "quantity" and self._counts(row)]

    def _counts(self, row: Row) -> bool:
        """Quantities in a unit count; so do periods that a service lasts, which stand among the deadlines too."""
        if row["unit"] is None or row["level2_code"] == "quantity":
            return row["unit"] is not None
        return row["level2_code"] == "timeliness" and self._wording.says("period", row["indicator_name"])

    def of(self, name: str | None, denominators: tuple[str, ...]) -> Choice:
        """The partners of a price with this name, per the units after its strokes."""
        for order in permutations(denominators) if len(denominators) > 1 else ():
            if rows := self._in_unit(joint := "".join(order)):  # 500人天 are counted per 人 and 天 at once
                return self._chosen(name, {joint: rows})
        return self._chosen(name, {unit: self._fitting(unit) for unit in denominators})

    def hinted(self, name: str | None) -> tuple[Partner, ...]:
        """What an amount without strokes may be multiplied with: counts of more than one whose unit its name speaks
        of (每场), or whose name shares words with it.
        """
        spoken = plain(name)
        named, unit_named = [], []
        for row in self._single(self._rows):
            if self._wording.shared(name, row["indicator_name"]) and self._is_thing(row):
                named.append(row)
            elif self._wording.says("per_one", name) and self._numerator(row) in spoken:
                unit_named.append(row)
        partners = (self._partner(row, self._numerator(row)) for row in named + unit_named)
        return tuple(partner for partner in partners if partner.count > 1)

    # ── Beyond doubt ─────────────────────────────────────────────────────────────────────────────────────

    def _fitting(self, unit: str) -> list[Row]:
        return self._in_unit(unit) or self._convertible(unit) or self._akin(unit)

    def _in_unit(self, unit: str) -> list[Row]:
        return [row for row in self._rows if self._yearly(row) == unit]

    def _yearly(self, row: Row) -> str:
        """The unit of a quantity; 4次/年 are 4次 of the one year that a budget pays for."""
        return row["unit"].removesuffix(f"/{self._year.unit}")

    def _numerator(self, row: Row) -> str:
        return row["unit"].partition("/")[0]

    def _convertible(self, unit: str) -> list[Row]:
        """Quantities in another unit of the same measure: 公顷 for a price per 亩. Nouns are not converted."""
        rule = self._units.get(unit)
        if rule is None or rule.dimension == COUNT:
            return []
        return [row for row in self._rows if row["base_unit"] == rule.base_unit]

    def _akin(self, unit: str) -> list[Row]:
        kin = [units for units in self._kin if unit in units]
        return [row for row in self._rows if any(self._yearly(row) in units for units in kin)]

    def _chosen(self, name: str | None, fitting: Mapping[str, list[Row]]) -> Choice:
        single = {unit: self._single(rows) for unit, rows in fitting.items()}
        guesses = _pairings(tuple(dict.fromkeys(self._guesses(name, unit, rows))) for unit, rows in single.items())
        if not all(fitting.values()):
            return Choice(reason=NOT_STATED, guesses=guesses)
        if not all(single.values()):
            return Choice(reason=RANGE)
        named = {unit: self._closest(name, rows) for unit, rows in single.items()}
        pairings = _pairings(tuple(self._partner(row, unit) for row in rows) for unit, (rows, _) in named.items())
        sure = all(sure for _, sure in named.values())
        return Choice(pairings, sure, None if pairings else NOT_STATED, () if sure else guesses)

    def _single(self, rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if row["operator"] != "range"]

    def _closest(self, name: str | None, rows: list[Row]) -> tuple[list[Row], bool]:
        """The rows whose names share most with the price's name, and whether that leaves just one, wholly read."""
        scores = [self._wording.shared(name, row["indicator_name"]) for row in rows]
        closest = [row for row, score in zip(rows, scores, strict=True) if score == max(scores)]
        return closest, max(scores) > 0 and len(closest) == 1 and not closest[0]["leftover"]

    def _partner(self, row: Row, unit: str) -> Partner:
        return Partner((row["indicator_id"],), printed(row), self._count(row, unit))

    def _count(self, row: Row, unit: str) -> Decimal:
        """How many of the price's unit a quantity states: 5天 is 5, though its base unit is the hour."""
        stated = row["base_high"] if row["base_high"] is not None else row["base_low"]
        return _in_decimals(Fraction(stated) / self._factor(unit))

    def _factor(self, unit: str) -> Fraction:
        return Fraction(self._units[unit].factor) if unit in self._units else Fraction(1)

    # ── Guesses ──────────────────────────────────────────────────────────────────────────────────────────

    def _guesses(self, name: str | None, unit: str, fitting: list[Row]) -> Iterator[Partner]:
        """What else a price per unit may be paid for. Where quantities fit: any of them, or those named alike
        together. Where none does: what only a reader's sense finds.
        """
        if fitting:
            yield from (self._partner(row, unit) for row in fitting)
            closest, _ = self._closest(name, fitting)
            if len(closest) > 1:
                yield _together([self._partner(row, unit) for row in closest])
            return
        yield from self._over_a_time(unit)
        yield from self._composed(unit)
        yield from (self._partner(row, row["unit"]) for row in self._spoken_of(name, unit))
        yield from self._whole_year(unit)

    def _over_a_time(self, unit: str) -> Iterator[Partner]:
        """Quantities that come again in a time: 2次/月 over the year, 310吨/日 over the days that are stated."""
        for row in self._single(self._rows):
            counted, _, time = row["unit"].partition("/")
            if time and unit in (counted, *self._kin_of(counted)):
                times = [self._partner(other, time) for other in self._single(self._fitting(time))]
                for often in times or self._whole_year(time):
                    yield _product([self._partner(row, counted), often])

    def _kin_of(self, unit: str) -> frozenset[str]:
        return frozenset().union(*(units for units in self._kin if unit in units))

    def _composed(self, unit: str) -> Iterator[Partner]:
        """人次 may be counted as 人 × 次; and what is paid per 人 as 人次."""
        for place in range(1, len(unit)):
            parts = unit[:place], unit[place:]
            if all(part in self._units for part in parts):
                rows = (self._single(self._fitting(part)) for part in parts)
                for pair in product(*rows):
                    yield _product([self._partner(row, part) for row, part in zip(pair, parts, strict=True)])
        for row in self._single(self._rows):
            if row["unit"].startswith(unit) and row["unit"][len(unit) :] in self._units:
                yield self._partner(row, row["unit"])

    def _spoken_of(self, name: str | None, unit: str) -> list[Row]:
        """Counts whose names speak of the unit (30个 villages for a price per 村); or else those nearest the price's
        name, if their unit may stand for anything (12个 for a price per 座) and not for heads or occasions.
        """
        counts = [row for row in self._single(self._rows) if self._is_count(row["unit"])]
        if not self._is_count(unit) or not counts:
            return []
        if spoken := [row for row in counts if unit in plain(row["indicator_name"])]:
            return spoken
        of_anything = [row for row in counts if not self._kin_of(row["unit"])]
        closest = self._closest(name, of_anything)[0] if of_anything else []
        return [row for row in closest if self._wording.shared(name, row["indicator_name"])]

    def _is_count(self, unit: str) -> bool:
        return "/" not in unit and (unit not in self._units or self._units[unit].dimension == COUNT)

    def _is_thing(self, row: Row) -> bool:
        rule = self._units.get(row["unit"])
        return "/" not in row["unit"] and (rule is None or rule.dimension != MONTHS)

    def _whole_year(self, unit: str) -> Iterator[Partner]:
        """The months or quarters of the one year that a budget pays for. Brackets say that it is not printed."""
        rule = self._units.get(unit)
        if rule is not None and rule.dimension == MONTHS:
            yield Partner((), f"(1{self._year.unit})", _in_decimals(self._factor(self._year.unit) / self._factor(unit)))


def printed(row: Row) -> str:
    """A value as a person would copy it: with the sign and unit of columns beside it, where these complete it.

    A value that only the name states is printed there.
    """
    text = plain(row["value_text"] or row["target_text"] or row["indicator_name"])
    before = row["operator_text"] if row["operator_source"] == COLUMN else None
    is_inside = row["unit_text"] is None or plain(row["unit_text"]) in text
    after = None if is_inside else row["unit_column_text"]
    return plain(before) + text + plain(after)


def _pairings(options: Iterable[tuple[Partner, ...]]) -> tuple[Pairing, ...]:
    """Every way to take one partner per denominator; no indicator counts twice in one."""
    return tuple(pairing for pairing in islice(product(*options), MOST_PAIRINGS + 1) if _is_distinct(pairing))


def _is_distinct(pairing: Pairing) -> bool:
    ids = [one for partner in pairing for one in partner.indicator_ids]
    return len(ids) == len(set(ids))


def _product(factors: list[Partner]) -> Partner:
    ids = tuple(one for factor in factors for one in factor.indicator_ids)
    words = " × ".join(factor.printed for factor in factors)
    return Partner(ids, words, prod((factor.count for factor in factors), start=Decimal(1)))


def _together(terms: list[Partner]) -> Partner:
    ids = tuple(one for term in terms for one in term.indicator_ids)
    return Partner(ids, f"({' + '.join(term.printed for term in terms)})", sum(term.count for term in terms))


def _in_decimals(number: Fraction) -> Decimal:
    return Decimal(round(number * 10**DECIMALS)).scaleb(-DECIMALS)
