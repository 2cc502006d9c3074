"""Cost indicators: each is a total, an amount per year or a unit cost times what it is paid for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from math import prod
from typing import Any

from pipeline.rulebook import Rulebook
from pipeline.transform.amounts import MONEY, in_fen
from pipeline.transform.partners import Choice, Partners
from pipeline.transform.wording import Wording

Row = Mapping[str, Any]
COST, PER_ONE = "cost", "per_one"
OTHER_COSTS = frozenset({"social_cost", "environmental_cost"})
"""Classes of the 2021 scheme that weigh harm, which seldom is an amount of the budget."""
MOST_PAIRINGS = 256
"""So many ways of pairing a price with quantities are tried; more would prove nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """A cost indicator and what it comes to, in yuan; or `reason`, why that cannot be said.

    `slack` is how far the amount may be off because the unit cost was rounded before it was printed.
    """

    indicator_id: str
    name: str
    printed: str
    method: str
    amount: Decimal | None = None
    reason: str | None = None
    unit_cost: Decimal | None = None
    quantity: Decimal | None = None
    partner_ids: tuple[str, ...] = ()
    partner_by: str | None = None
    slack: Decimal = Decimal(0)
    terms: tuple[str, ...] = ()

    @property
    def step(self) -> str:
        """The printed terms and what they come to, as a person would write the sum."""
        sum_of = " × ".join((self.printed, *self.terms))
        return f"{sum_of} = {self.amount:,}" if self.amount is not None else sum_of


class Costs:
    """Works out what cost indicators come to, by the rules of units and names."""

    def __init__(self, rules: Rulebook, wording: Wording):
        units = rules.values.units
        self._yuan = next(unit.base_unit for unit in units if unit.dimension == MONEY)
        self._base = {unit.unit: unit.base_unit for unit in units}
        # A budget pays for one year, so an amount per year is the amount; no other span of time is.
        self._years = {unit.unit for unit in units if (unit.dimension, unit.factor) == ("months", "12")}
        self._rules, self._wording = rules, wording

    def items(self, rows: Iterable[Row]) -> list[tuple[Item, ...]]:
        """Per cost indicator the ways to understand it, nearly always one; `rows` are a project's indicators
        joined with their targets.
        """
        rows = list(rows)
        costs: dict[str, list[Row]] = {}
        for row in rows:
            if is_cost(row):
                costs.setdefault(row["indicator_id"], []).append(row)
        partners = Partners(rows, self._rules, self._wording)
        return [self._readings(printed, partners) for printed in costs.values()]

    def _readings(self, printed: list[Row], partners: Partners) -> tuple[Item, ...]:
        cost = printed[0]
        item = Item(cost["indicator_id"], cost["indicator_name"] or "", cost["target_text"] or "", "none")
        if reason := self._obstacle(printed):
            method = "not_money" if reason == "cost_not_money" else "none"
            return (replace(item, method=method, reason=reason),)
        per = cost["unit"].split("/")[1:]
        counted = tuple(unit for unit in per if unit not in self._years)
        if not counted and self._wording.says(PER_ONE, cost["indicator_name"]):
            return (replace(item, unit_cost=bound(cost), reason="quantity_not_stated"),)
        if not counted:
            return (_coming_to(replace(item, method="per_year" if per else "total"), bound(cost)),)
        choice = partners.of(cost["indicator_name"], counted)
        if choice.reason:
            return (replace(item, unit_cost=bound(cost), reason=choice.reason),)
        return _multiplied(replace(item, unit_cost=bound(cost)), cost, choice)

    def _obstacle(self, printed: list[Row]) -> str | None:
        """Why a cost indicator states no one amount in yuan, or None."""
        cost, *others = printed
        if others:
            return "several_amounts"
        if cost["kind"] != "quantity":
            return "cost_not_money" if cost["level2_code"] in OTHER_COSTS else "cost_not_numeric"
        if not cost["unit"]:
            return "cost_without_unit"
        if cost["dimension"] != MONEY:
            return "cost_not_money"
        if self._base[cost["unit"].partition("/")[0]] != self._yuan:
            return "cost_in_other_currency"
        if cost["operator"] == "range":
            return "cost_is_a_range"
        return None if bound(cost) is not None and in_fen(bound(cost)) is not None else "cost_not_numeric"


def is_cost(row: Row) -> bool:
    """Whether an indicator is a cost, in either scheme."""
    return COST in (row["level1_code"], row["level2_code"])


def bound(row: Row) -> Decimal | None:
    """The number a budget is made with: the ceiling of a cost, the floor of a quantity."""
    return row["base_high"] if row["base_high"] is not None else row["base_low"]


def _coming_to(item: Item, amount: Decimal) -> Item:
    """The item with its amount, unless that is too large to be true."""
    rounded = in_fen(amount)
    if rounded is None:
        return replace(item, method="none", reason="cost_not_numeric")
    return replace(item, amount=rounded)


def _multiplied(item: Item, cost: Row, choice: Choice) -> tuple[Item, ...]:
    """The unit cost times each pairing that is open."""
    pairings = list(product(*choice.options))[:MOST_PAIRINGS]
    return tuple(_times(item, cost, pairing, choice.sure) for pairing in pairings)


def _times(item: Item, cost: Row, pairing: tuple, sure: bool) -> Item:
    quantity = prod((partner.count for partner in pairing), start=Decimal(1))
    computed = replace(
        item,
        method="unit_cost",
        quantity=quantity,
        partner_ids=tuple(partner.indicator_id for partner in pairing),
        partner_by="names" if sure else "sum",
        slack=_rounded_by(cost) * quantity,
        terms=tuple(partner.printed for partner in pairing),
    )
    return _coming_to(computed, item.unit_cost * quantity)


def _rounded_by(cost: Row) -> Decimal:
    """Half the last printed decimal of a unit cost, in yuan: 8.23万元 may stand for anything from 82,250 to 82,350.

    A price without decimals is one that somebody set, and none is worked out to more than the fen.
    """
    printed = cost["high"] if cost["high"] is not None else cost["low"]
    decimals = -Decimal(printed).as_tuple().exponent
    return Decimal(cost["factor"]).scaleb(-decimals) / 2 if decimals > 0 else Decimal(0)
