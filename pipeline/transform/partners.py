"""What a unit cost is paid for: the quantity indicators that count the units after its strokes.

The unit must be that of the quantity, or of its kin (`rules/unit_kin.csv`); where several fit, or none beyond
doubt, the words that the names share decide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

from pipeline.rulebook import Rulebook
from pipeline.transform.wording import Wording

Row = Mapping[str, Any]
DECIMALS = 9
"""A count is exact to so many: base bounds such as those of 亩 have no last decimal."""
COUNT = "count"
NOT_STATED, RANGE = "quantity_not_stated", "quantity_is_a_range"


@dataclass(frozen=True, slots=True)
class Partner:
    """A quantity indicator, and how many of the price's unit it states."""

    indicator_id: str
    printed: str
    count: Decimal


@dataclass(frozen=True, slots=True)
class Choice:
    """Per denominator the partners that come into question; `sure` if the names leave just one for each.

    `reason` says why there is none.
    """

    options: tuple[tuple[Partner, ...], ...] = ()
    sure: bool = False
    reason: str | None = None


class Partners:
    """The quantities of one project that prices may be multiplied with."""

    def __init__(self, rows: Iterable[Row], rules: Rulebook, wording: Wording):
        self._wording = wording
        self._units = {unit.unit: unit for unit in rules.values.units}
        self._kin = [frozenset(row.units.split()) for row in rules.kin]
        self._rows = [row for row in rows if row["kind"] == "quantity" and self._counts(row)]

    def _counts(self, row: Row) -> bool:
        """Quantities count; so do periods that a service lasts, which stand among the deadlines too."""
        if row["level2_code"] == "quantity":
            return row["unit"] is not None
        return row["level2_code"] == "timeliness" and self._wording.says("period", row["indicator_name"])

    def of(self, name: str | None, denominators: tuple[str, ...]) -> Choice:
        """The partners of a price with this name, per the units after its strokes."""
        for order in permutations(denominators) if len(denominators) > 1 else ():
            if rows := self._in_unit(joint := "".join(order)):  # 500人天 are counted per 人 and 天 at once
                return self._chosen(name, {joint: rows})
        return self._chosen(name, {unit: self._fitting(unit) for unit in denominators})

    def _fitting(self, unit: str) -> list[Row]:
        return self._in_unit(unit) or self._convertible(unit) or self._akin(unit)

    def _in_unit(self, unit: str) -> list[Row]:
        return [row for row in self._rows if row["unit"] == unit]

    def _convertible(self, unit: str) -> list[Row]:
        """Quantities in another unit of the same measure: 公顷 for a price per 亩. Nouns are not converted."""
        rule = self._units.get(unit)
        if rule is None or rule.dimension == COUNT:
            return []
        return [row for row in self._rows if row["base_unit"] == rule.base_unit]

    def _akin(self, unit: str) -> list[Row]:
        kin = [units for units in self._kin if unit in units]
        return [row for row in self._rows if any(row["unit"] in units for units in kin)]

    def _chosen(self, name: str | None, fitting: Mapping[str, list[Row]]) -> Choice:
        if not all(fitting.values()):
            return Choice(reason=NOT_STATED)
        single = {unit: [row for row in rows if row["operator"] != "range"] for unit, rows in fitting.items()}
        if not all(single.values()):
            return Choice(reason=RANGE)
        named = {unit: self._named(name, rows) for unit, rows in single.items()}
        options = (tuple(self._partner(row, unit) for row in rows) for unit, (rows, _) in named.items())
        return Choice(tuple(options), sure=all(sure for _, sure in named.values()))

    def _named(self, name: str | None, rows: list[Row]) -> tuple[list[Row], bool]:
        """The rows whose names share most with the price's name, and whether that leaves just one."""
        scores = [self._wording.shared(name, row["indicator_name"]) for row in rows]
        closest = [row for row, score in zip(rows, scores, strict=True) if score == max(scores)]
        return closest, max(scores) > 0 and len(closest) == 1

    def _partner(self, row: Row, unit: str) -> Partner:
        return Partner(row["indicator_id"], row["target_text"], self._count(row, unit))

    def _count(self, row: Row, unit: str) -> Decimal:
        """How many of the price's unit a quantity states: 5天 is 5, though its base unit is the hour."""
        stated = row["base_high"] if row["base_high"] is not None else row["base_low"]
        factor = Fraction(self._units[unit].factor) if unit in self._units else Fraction(1)
        return Decimal(round(Fraction(stated) / factor * 10**DECIMALS)).scaleb(-DECIMALS)
