"""What a cost states and what it may come to: the price as printed, and its readings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from math import prod
from typing import Any

from pipeline.transform.reconcile.pairing import Pairing
from pipeline.transform.tables.money import in_fen

Row = Mapping[str, Any]
SUM = "sum"
"""What tells the partner of a price where nothing printed does: only so do the costs come to the budget."""


class Basis(IntEnum):
    """How a reading is come by, the nearest to the print first. What goes beyond `PRINTED` counts if it comes to the
    budget, and proves nothing if not.
    """

    PRINTED = 0
    """As it stands there."""
    OPEN = 1
    """As it stands there, but the names do not tell which of several quantities a price is paid for."""
    GUESSED = 2
    """As it may be meant."""
    MULTIPLIED = 3
    """A plain amount taken as the price of one."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost indicator. `aside` says that its amount is none that the budget pays, by class, by name or since it is a
    mere change; `floor`, that it has a lower bound only; `adds_nothing`, that it is no money, and explains nothing.
    """

    indicator_id: str
    name: str
    printed: str
    aside: bool
    floor: bool
    adds_nothing: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to understand a cost, and what it comes to then, in yuan; or `reason`, why that cannot be said.

    `pairing` is what a unit cost is multiplied with. `slack` is how far the amount may be off because it, or its unit
    cost, was rounded before it was printed.
    """

    cost: Cost
    basis: Basis
    method: str
    amount: Decimal | None = None
    reason: str | None = None
    unit_cost: Decimal | None = None
    pairing: Pairing = ()
    partner_by: str | None = None
    slack: Decimal = Decimal(0)

    @property
    def sure_amount(self) -> Decimal:
        """The amount of a reading that has one. Raises ValueError if it has none."""
        if self.amount is None:
            raise ValueError(f"no amount: {self.reason}")
        return self.amount

    @property
    def partner_ids(self) -> tuple[str, ...]:
        """The indicators that say how many are paid for."""
        return tuple(one for partner in self.pairing for one in partner.indicator_ids)

    @property
    def quantity(self) -> Decimal | None:
        """How many are paid for."""
        return _count(self.pairing) if self.pairing else None

    @property
    def step(self) -> str:
        """The printed terms and what they come to, as a person would write the sum."""
        terms = (partner.printed for partner in self.pairing if partner.printed)
        sum_of = " × ".join((self.cost.printed, *terms))
        return f"{sum_of} = {self.amount:,}" if self.amount is not None else sum_of


def refused(cost: Cost, reason: str, unit_cost: Decimal | None = None) -> Reading:
    """The reading of a cost that comes to no amount, or to none that counts."""
    method = "not_money" if reason == "cost_not_money" else "none"
    return Reading(cost, Basis.PRINTED, method, reason=reason, unit_cost=unit_cost)


@dataclass(frozen=True, slots=True)
class Price:
    """An amount in yuan that a cost states. `counted` are the units after its strokes, those of years apart.

    `doubt` says why it may not be what is meant: then no reading counts as printed.
    """

    cost: Cost
    row: Row
    counted: tuple[str, ...]
    doubt: str | None = None

    @property
    def amount(self) -> Decimal:
        """Yuan; that of one, if anything is counted."""
        return sure_bound(self.row)

    def refused(self, reason: str) -> Reading:
        """No amount: how many are paid for is not known, or the price itself is in doubt."""
        return refused(self.cost, reason, self.amount)

    def alone(self) -> Reading:
        """The amount as it is; that of a year is paid once."""
        method = "per_year" if "/" in self.row["measure_unit"] else "total"
        reading = Reading(self.cost, self._basis(Basis.PRINTED), method, slack=_cut_by(self.row))
        return _coming_to(reading, self.amount)

    def times(self, pairing: Pairing, basis: Basis, by: str = SUM) -> Reading:
        """The amount times a pairing. Without a count but that of the year's months it is one per year."""
        method = "unit_cost" if any(partner.indicator_ids for partner in pairing) else "per_year"
        slack = _rounded_by(self.row) * _count(pairing)
        reading = Reading(self.cost, self._basis(basis), method, None, None, self.amount, tuple(pairing), by, slack)
        return _coming_to(reading, self.amount * _count(pairing))

    def _basis(self, basis: Basis) -> Basis:
        return Basis.GUESSED if self.doubt else basis


def bound(row: Row) -> Decimal | None:
    """The number a budget is made with: the ceiling of a cost, the floor of a quantity."""
    return row["base_high"] if row["base_high"] is not None else row["base_low"]


def sure_bound(row: Row) -> Decimal:
    """The bound of a row that is known to have one."""
    number: Decimal = row["base_high"] if row["base_high"] is not None else row["base_low"]
    return number


def together(cost: Cost, rows: Iterable[Row]) -> Reading:
    """The amounts of one cell as one."""
    return _coming_to(Reading(cost, Basis.GUESSED, "total"), sum(map(sure_bound, rows), Decimal(0)))


def _count(pairing: Pairing) -> Decimal:
    return prod((partner.count for partner in pairing), start=Decimal(1))


def _coming_to(reading: Reading, amount: Decimal) -> Reading:
    """The reading with its amount, unless that is too large to be true."""
    rounded = in_fen(amount)
    if rounded is None:
        return replace(reading, method="none", reason="cost_not_numeric")
    return replace(reading, amount=rounded)


def _cut_by(row: Row) -> Decimal:
    """How far an amount may be off that is printed in 万元 with two decimals or more, as accounts are cut to these."""
    by = _rounded_by(row)
    return by if Decimal(row["factor"]) > 1 and by * 200 <= Decimal(row["factor"]) else Decimal(0)


def _rounded_by(row: Row) -> Decimal:
    """Half the last printed decimal of a price or an amount, in yuan: 8.23万元 may stand for anything from 82,250 to
    82,350.

    A price without decimals is one that somebody set, and none is worked out to more than the fen.
    """
    number = row["high"] if row["high"] is not None else row["low"]
    decimals = -int(Decimal(number).as_tuple().exponent)
    return Decimal(row["factor"]).scaleb(-decimals) / 2 if decimals > 0 else Decimal(0)
