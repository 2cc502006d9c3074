"""Cost indicators: each is a total, an amount per year or a unit cost times what it is paid for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product
from math import prod
from typing import Any

from pipeline.rulebook import Rulebook
from pipeline.transform.amounts import MONEY, in_fen
from pipeline.transform.partners import NOT_STATED, Choice, Partner, Partners, printed
from pipeline.transform.wording import Wording, plain

Row = Mapping[str, Any]
COST, PER_ONE, CAP = "cost", "per_one", "cap"
NOT_OF_THE_BUDGET = ("saving", "whole_period")
"""Kinds of names whose amounts a year's budget does not pay: what is saved, what a contract of years comes to."""
OTHER_COSTS = frozenset({"social_cost", "environmental_cost"})
"""Classes of the 2021 scheme that weigh harm, which seldom is an amount of the budget."""
FLOORS = frozenset({">=", ">"})
MOST_PAIRINGS = 256
"""So many ways of pairing a price with quantities are tried; more would prove nothing."""
STATED, GUESSED, MULTIPLIED = 0, 1, 2
"""How a reading is come by: as it is printed, as it may be meant, or a plain amount taken as the price of one."""


@dataclass(frozen=True, slots=True)
class Item:
    """A cost indicator and what it comes to, in yuan; or `reason`, why that cannot be said.

    `slack` is how far the amount may be off because it, or its unit cost, was rounded before it was printed. `aside`
    says that the amount is none that the budget pays, by class, by name or since it is a mere change; `floor`, that it
    has a lower bound only.
    A reading beyond `STATED` counts if it comes to the budget, and proves nothing if not.
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
    aside: bool = False
    floor: bool = False
    reading: int = STATED

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
        """Per cost indicator the ways to understand it, those that are printed so first; `rows` are a project's
        indicators joined with their targets.
        """
        rows = list(rows)
        costs: dict[str, list[Row]] = {}
        for row in rows:
            if is_cost(row):
                costs.setdefault(row["indicator_id"], []).append(row)
        partners = Partners(rows, self._rules, self._wording)
        return [_distinct(self._readings(stated, partners)) for stated in costs.values()]

    def _readings(self, stated: list[Row], partners: Partners) -> Iterator[Item]:
        item = self._item(stated[0])
        if len(stated) > 1:
            yield replace(item, reason="several_amounts")
            yield from self._of_one_cell(item, stated)
        elif reason := self._obstacle(stated[0]):
            yield replace(item, method="not_money" if reason == "cost_not_money" else "none", reason=reason)
        else:
            yield from self._priced(replace(item, unit_cost=bound(stated[0])), stated[0], partners)

    def _item(self, cost: Row) -> Item:
        name = cost["indicator_name"] or ""
        said = any(self._wording.says(kind, name) for kind in NOT_OF_THE_BUDGET)
        aside = said or cost["level2_code"] in OTHER_COSTS or cost["change"] is not None
        return Item(cost["indicator_id"], name, printed(cost), "none", aside=aside, floor=cost["operator"] in FLOORS)

    def _obstacle(self, cost: Row) -> str | None:
        """Why a cost indicator states no amount in yuan, or None."""
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

    def _priced(self, item: Item, cost: Row, partners: Partners) -> Iterator[Item]:
        """An amount, or a unit cost times what it is paid for."""
        per, counted = self._denominators(cost)
        doubt = self._doubt(item, cost, counted)
        if counted:
            choice = partners.of(item.name, counted)
            yield from _as_stated(item, cost, choice, doubt)
            yield from _times_each(item, cost, choice.guesses, GUESSED)
            return
        total = _coming_to(replace(item, method="per_year" if per else "total", unit_cost=None), bound(cost))
        total = replace(total, slack=_cut_by(cost))
        if doubt:
            yield replace(item, reason=doubt)
            yield replace(total, reading=GUESSED)
        else:
            yield total
        hinted = partners.hinted(item.name)
        yield from _times_each(item, cost, (hinted,) if hinted else (), GUESSED if doubt else MULTIPLIED)

    def _denominators(self, cost: Row) -> tuple[list[str], tuple[str, ...]]:
        """The units after the strokes, and those of them that are counted."""
        per = cost["unit"].split("/")[1:]
        return per, tuple(unit for unit in per if unit not in self._years)

    def _doubt(self, item: Item, cost: Row, counted: tuple[str, ...]) -> str | None:
        """Why the amount that is read may not be the one that is meant, or None."""
        if cost["leftover"]:
            is_price = counted or f"/{plain(cost['leftover'])}" in plain(cost["target_text"])
            return NOT_STATED if is_price else "cost_not_numeric"
        if not counted and self._wording.says(PER_ONE, item.name):
            return NOT_STATED
        return "cost_is_a_range" if self._wording.says(CAP, item.name) else None

    def _of_one_cell(self, item: Item, stated: list[Row]) -> Iterator[Item]:
        """What several values of one cell may come to: 500元/人，共100人, or 甲3万元，乙2万元 together."""
        amounts = [row for row in stated if row["dimension"] == MONEY]
        if any(self._obstacle(row) or row["leftover"] for row in amounts):
            return
        if len(amounts) == 1:
            others = {row["unit"]: row for row in stated if row is not amounts[0]}
            _, counted = self._denominators(amounts[0])
            if counted and set(counted) == set(others) and all(bound(row) for row in others.values()):
                quantity = prod((bound(row) for row in others.values()), start=Decimal(1))
                partner = Partner((item.indicator_id,), "", quantity)
                made = replace(item, unit_cost=bound(amounts[0]))
                yield replace(_times(made, amounts[0], (partner,), "sum", GUESSED), terms=())
        elif len(amounts) == len(stated) and not any(self._denominators(row)[1] for row in amounts):
            yield _coming_to(replace(item, method="total", reading=GUESSED), sum(bound(row) for row in amounts))


def _distinct(readings: Iterable[Item]) -> tuple[Item, ...]:
    """The readings without those that an earlier one says already."""
    known = {}
    for item in readings:
        known.setdefault((item.method, item.amount, frozenset(item.partner_ids)), item)
    return tuple(known.values())


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


def _as_stated(item: Item, cost: Row, choice: Choice, doubt: str | None) -> Iterator[Item]:
    """The unit cost times each pairing that is open; one item with the reason where there is none."""
    by = "names" if choice.sure else "sum"
    paired = tuple(_times_each(item, cost, choice.options, GUESSED if doubt else STATED, by))
    if doubt or not paired:
        yield replace(item, reason=choice.reason or doubt or NOT_STATED)
    yield from paired


def _times_each(
    item: Item, cost: Row, options: tuple[tuple[Partner, ...], ...], reading: int, by: str = "sum"
) -> Iterator[Item]:
    """The unit cost times every pairing of one partner per denominator; no indicator counts twice in one."""
    for pairing in islice(product(*options), MOST_PAIRINGS + 1) if options else ():
        ids = [one for partner in pairing for one in partner.indicator_ids]
        if len(ids) == len(set(ids)):
            yield _times(item, cost, pairing, by, reading)


def _times(item: Item, cost: Row, pairing: tuple[Partner, ...], by: str, reading: int) -> Item:
    quantity = prod((partner.count for partner in pairing), start=Decimal(1))
    ids = tuple(one for partner in pairing for one in partner.indicator_ids)
    computed = replace(
        item,
        method="unit_cost" if ids else "per_year",  # no count but that of the year's months
        quantity=quantity,
        partner_ids=ids,
        partner_by=by,
        slack=_rounded_by(cost) * quantity,
        terms=tuple(partner.printed for partner in pairing),
        reading=reading,
    )
    return _coming_to(computed, item.unit_cost * quantity)


def _cut_by(cost: Row) -> Decimal:
    """How far an amount may be off that is printed in 万元 with two decimals or more, as accounts are cut to these."""
    by = _rounded_by(cost)
    return by if Decimal(cost["factor"]) > 1 and by * 200 <= Decimal(cost["factor"]) else Decimal(0)


def _rounded_by(cost: Row) -> Decimal:
    """Half the last printed decimal of a price or an amount, in yuan: 8.23万元 may stand for anything from 82,250 to
    82,350.

    A price without decimals is one that somebody set, and none is worked out to more than the fen.
    """
    number = cost["high"] if cost["high"] is not None else cost["low"]
    decimals = -Decimal(number).as_tuple().exponent
    return Decimal(cost["factor"]).scaleb(-decimals) / 2 if decimals > 0 else Decimal(0)
