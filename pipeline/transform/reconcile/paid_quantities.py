"""The quantities that a project states: found by the unit of a price, and counted in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.names.wording import Wording, plain
from pipeline.transform.reconcile.service_periods import ServicePeriods
from pipeline.transform.values.units import JOINED

Row = Mapping[str, Any]
DECIMALS = 9
"""A count is exact to so many: base bounds such as those of 亩 have no last decimal."""
COUNT, MONTHS, COLUMN = "count", "months", "column"


@dataclass(frozen=True, slots=True)
class Partner:
    """How many of the price's unit are stated, by which indicators and in which printed words."""

    indicator_ids: tuple[str, ...]
    printed: str
    count: Decimal
    each: tuple[str, ...] = ()
    """The units of one of which this is the count: 每期培训人数 are those of one 期."""

    def times(self, other: "Partner") -> "Partner":
        """Both counts multiplied: 2次/月 over 12个月."""
        words = f"{self.printed} × {other.printed}"
        return Partner(self.indicator_ids + other.indicator_ids, words, self.count * other.count)


def together(terms: list[Partner]) -> Partner:
    """Several counts as one: 50人 and 70人 for one price."""
    ids = tuple(one for term in terms for one in term.indicator_ids)
    return Partner(
        ids, f"({' + '.join(term.printed for term in terms)})", sum((term.count for term in terms), Decimal(0))
    )


class Quantities:
    """The quantities of one project that prices may be multiplied with, as rows. `year` is its fiscal year."""

    def __init__(self, rows: Sequence[Row], rules: Rulebook, wording: Wording, year: int | None):
        self._wording = wording
        self._units = {unit.unit: unit for unit in rules.values.units}
        self._kin = [frozenset(row.units.split()) for row in rules.kin]
        self._year = next(unit for unit in rules.values.units if (unit.dimension, unit.factor) == (MONTHS, "12"))
        self._periods = ServicePeriods(rows, wording, year)
        self._rows = [row for row in rows if row["kind"] == "quantity" and self._counts(row)]

    def _counts(self, row: Row) -> bool:
        """Quantities in a unit count; so do periods that a service lasts, which stand among the deadlines too."""
        if row["measure_unit"] is None or row["level2_code"] == "quantity":
            return row["measure_unit"] is not None
        return row["level2_code"] == "timeliness" and self._periods.says(row)

    # ── By unit ──────────────────────────────────────────────────────────────────────────────────────────

    def fitting(self, unit: str) -> list[Row]:
        """What is beyond doubt counted in the unit: in itself, in another of the same measure, or in one of its kin."""
        return self.in_unit(unit) or self._convertible(unit) or self._akin(unit)

    def in_unit(self, unit: str) -> list[Row]:
        """The quantities in this very unit; a product of two may be written with a dot."""
        return [row for row in self._within_a_year() if self._yearly(row).replace(JOINED, "") == unit]

    def single(self) -> list[Row]:
        """The quantities that state one number."""
        return singles(self._rows)

    def counts(self) -> list[Row]:
        """The quantities that count things, with one number each."""
        return [row for row in self.single() if self.is_count(row["measure_unit"])]

    def _yearly(self, row: Row) -> str:
        """The unit of a quantity; 4次/年 are 4次 of the one year that a budget pays for."""
        return row["measure_unit"].removesuffix(f"/{self._year.unit}")

    def _convertible(self, unit: str) -> list[Row]:
        """Quantities in another unit of the same measure: 公顷 for a price per 亩. Nouns are not converted."""
        rule = self._units.get(unit)
        if rule is None or rule.dimension == COUNT:
            return []
        return [row for row in self._within_a_year() if row["base_unit"] == rule.base_unit]

    def _within_a_year(self) -> list[Row]:
        """The quantities, but for periods that last longer than what a budget pays for."""
        return [row for row in self._rows if row["dimension"] != MONTHS or self._is_within(row)]

    def _is_within(self, row: Row) -> bool:
        return _stated(row) <= Fraction(self._year.factor)

    def _akin(self, unit: str) -> list[Row]:
        kin = self.kin_of(unit)
        return [row for row in self._rows if self._yearly(row) in kin]

    # ── Of units ─────────────────────────────────────────────────────────────────────────────────────────

    def kin_of(self, unit: str) -> frozenset[str]:
        """The units that count the same kind of thing."""
        return frozenset().union(*(units for units in self._kin if unit in units))

    def knows(self, unit: str) -> bool:
        """Whether the rules have this unit."""
        return unit in self._units

    def is_count(self, unit: str) -> bool:
        """Whether things are counted in the unit, once and for all."""
        return "/" not in unit and (unit not in self._units or self._units[unit].dimension == COUNT)

    def is_thing(self, unit: str) -> bool:
        """Whether the unit is one of things, counted or measured, and not of months."""
        return "/" not in unit and (unit not in self._units or self._units[unit].dimension != MONTHS)

    # ── As partners ──────────────────────────────────────────────────────────────────────────────────────

    def partner(self, row: Row, unit: str) -> Partner:
        """A quantity, counted in the unit: 5天 is 5, though its base unit is the hour."""
        each = tuple(one for one in self._wording.units_of_one(row["indicator_name"]) if one != self._year.unit)
        return Partner((row["indicator_id"],), printed(row), _in_decimals(_stated(row) / self._factor(unit)), each)

    def whole_year(self, unit: str) -> list[Partner]:
        """The months or quarters of the one year that a budget pays for. Brackets say that it is not printed."""
        rule = self._units.get(unit)
        if rule is None or rule.dimension != MONTHS:
            return []
        return [Partner((), f"(1{self._year.unit})", _in_decimals(self._factor(self._year.unit) / self._factor(unit)))]

    def periods(self, unit: str) -> list[Partner]:
        """What is printed of how long a service lasts, in months or quarters, though not as a count of these within
        the year: as dates, of which those in the fiscal year count, and as a span of years.
        """
        if unit not in self._units or self._units[unit].dimension != MONTHS:
            return []
        long = [row for row in self.single() if row["dimension"] == MONTHS and not self._is_within(row)]
        found = [(row, Fraction(months)) for row, months in self._periods.months()] + [
            (row, _stated(row)) for row in long
        ]
        counts = ((row, _in_decimals(months / self._factor(unit))) for row, months in found)
        return [Partner((row["indicator_id"],), printed(row), count) for row, count in counts]

    def parts_of_a_year(self) -> list[Partner]:
        """The periods of service that are shorter than a year, in years."""
        stated = [row for row in self._rows if row["dimension"] == MONTHS and self._periods.says(row)]
        counts = [self.partner(row, self._year.unit) for row in singles(stated)] + self.periods(self._year.unit)
        return [one for one in counts if one.count < 1]

    def _factor(self, unit: str) -> Fraction:
        return Fraction(self._units[unit].factor) if unit in self._units else Fraction(1)


def singles(rows: Iterable[Row]) -> list[Row]:
    """The quantities that state one number and no range."""
    return [row for row in rows if row["operator"] != "range"]


def nearest(wording: Wording, name: str | None, rows: Iterable[Row]) -> tuple[list[Row], int]:
    """The quantities whose names share most words with a price's name, and how much."""
    scores = [(wording.shared(name, row["indicator_name"]), row) for row in rows]
    most = max((score for score, _ in scores), default=0)
    return [row for score, row in scores if score == most], most


def numerator(row: Row) -> str:
    """What is counted: 次 of 2次/月."""
    return row["measure_unit"].partition("/")[0]


def _stated(row: Row) -> Fraction:
    return Fraction(row["base_high"] if row["base_high"] is not None else row["base_low"])


def printed(row: Row) -> str:
    """A value as a person would copy it: with the sign and unit of columns beside it, or the unit of its name,
    where these complete it.

    A value that only the name states is printed there.
    """
    text = plain(row["value_text"] or row["target_text"] or row["indicator_name"])
    before = row["operator_text"] if row["operator_source"] == COLUMN else None
    is_inside = row["measure_unit_text"] is None or plain(row["measure_unit_text"]) in text
    after = None if is_inside else row["measure_unit_column_text"] or row["measure_unit_text"]
    return plain(before) + text + plain(after)


def _in_decimals(number: Fraction) -> Decimal:
    return Decimal(round(number * 10**DECIMALS)).scaleb(-DECIMALS)
