"""Cost indicators: each is a total, an amount per year or a unit cost times what it is paid for.

A cost indicator seldom says all that its amount takes. So it has readings: first what is printed, or why that comes to
no amount, then what may be meant. `Basis` says how each is come by.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from math import prod

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.names.wording import Wording, plain
from pipeline.transform.reconcile.costs import Basis, Cost, Price, Reading, Row, bound, refused, sure_bound, together
from pipeline.transform.reconcile.paid_quantities import Partner, printed
from pipeline.transform.reconcile.pairing import NOT_STATED, Partners
from pipeline.transform.tables.money import in_fen
from pipeline.transform.values.units import MONEY

RATIO = "ratio"
COST, PER_ONE, CAP = "cost", "per_one", "cap"
NOT_OF_THE_BUDGET = ("saving", "whole_period", "others_share")
"""Kinds of names whose amounts a year's budget does not pay: what is saved, what a contract of years comes to, what is
left to those who are served.
"""
OTHER_COSTS = frozenset({"social_cost", "environmental_cost"})
"""Classes of the 2021 scheme that weigh harm, which seldom is an amount of the budget."""
TIMES = frozenset({"duration", "workdays", "months"})
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
FLOORS = frozenset({">=", ">"})


class Costs:
    """Works out what cost indicators come to, by the rules of units and names."""

    def __init__(self, rules: Rulebook, wording: Wording):
        units = rules.values.units
        self._yuan = next(unit.base_unit for unit in units if unit.dimension == MONEY)
        self._base = {unit.unit: unit.base_unit for unit in units}
        # A budget pays for one year, so an amount per year is the amount; no other span of time is.
        self._years = {unit.unit for unit in units if (unit.dimension, unit.factor) == ("months", "12")}
        self._times = {unit.unit for unit in units if unit.dimension in TIMES}
        self._rules, self._wording = rules, wording

    def readings(self, rows: Iterable[Row], year: int | None = None) -> list[tuple[Reading, ...]]:
        """Per cost indicator its readings, the one that is printed first; `rows` are a project's indicators joined
        with their targets, `year` its fiscal year.
        """
        rows = list(rows)
        costs: dict[str, list[Row]] = {}
        for row in rows:
            if is_cost(row):
                costs.setdefault(row["indicator_id"], []).append(row)
        in_money = [stated for stated in costs.values() if any(row["dimension"] == MONEY for row in stated)]
        partners = Partners(rows, self._rules, self._wording, year, is_only_price=len(in_money) == 1)
        found = (self._readings(self._cost(stated[0], year), stated, partners) for stated in costs.values())
        return list(map(_distinct, found))

    def _readings(self, cost: Cost, stated: list[Row], partners: Partners) -> Iterator[Reading]:
        if len(stated) > 1:
            yield refused(cost, "several_amounts")
            yield from self._of_one_cell(cost, stated)
        elif obstacle := self._obstacle(stated[0]):
            yield refused(cost, obstacle)
        else:
            yield from self._of_one_value(cost, stated[0], partners)

    def _of_one_value(self, cost: Cost, row: Row, partners: Partners) -> Iterator[Reading]:
        """A price per what its unit says, an amount, or both: 人均 makes an amount the price of one."""
        price = self._price(cost, row)
        parts = partners.parts_of_a_year() if self._is_yearly(row) else []
        if parts:  # how much of the year is paid for is not said in so many words
            price = replace(price, doubt=price.doubt or NOT_STATED)
        found: list[Reading] = []
        if price.counted:
            found += _of_a_unit_cost(price, partners)
        if not self._counted(row):
            found += _of_an_amount(replace(price, doubt=NOT_STATED) if price.counted else price, partners)
        yield from found
        for part in parts:
            yield from (price.times((*one.pairing, part), Basis.GUESSED) for one in found if one.amount is not None)

    def _cost(self, row: Row, year: int | None) -> Cost:
        name = row["indicator_name"] or ""
        said = any(self._wording.says(kind, name) for kind in NOT_OF_THE_BUDGET) or _is_of_another_year(name, year)
        aside = said or row["level2_code"] in OTHER_COSTS or row["change"] is not None
        return Cost(row["indicator_id"], name, printed(row), aside, row["operator"] in FLOORS, self._adds_nothing(row))

    def _adds_nothing(self, row: Row) -> bool:
        """Whether a cost that is no money leaves no part of the budget unexplained: harm, and a rate of how others are
        kept to if it is all or nothing. One of 97% may be what is spent of the budget.
        """
        name = row["indicator_name"]
        if row["level2_code"] in OTHER_COSTS:
            return row["dimension"] != MONEY and not self._wording.says("applied_rate", name)
        return row["dimension"] == RATIO and bound(row) in (0, 1) and self._wording.says("control_rate", name)

    def _obstacle(self, row: Row) -> str | None:
        """Why a cost indicator states no amount in yuan, or None."""
        if row["kind"] != "quantity":
            return "cost_not_money" if row["level2_code"] in OTHER_COSTS else "cost_not_numeric"
        if not row["measure_unit"]:
            return "cost_without_unit"
        if row["dimension"] != MONEY:
            return "cost_not_money"
        if self._base[row["measure_unit"].partition("/")[0]] != self._yuan:
            return "cost_in_other_currency"
        if row["operator"] == "range":
            return "cost_is_a_range"
        return None if bound(row) is not None and in_fen(sure_bound(row)) is not None else "cost_not_numeric"

    def _price(self, cost: Cost, row: Row) -> Price:
        printed = self._counted(row)
        named = self._wording.units_of_one(cost.name) if self._times.issuperset(printed) else ()
        counted = tuple(dict.fromkeys((*printed, *(unit for unit in named if unit not in self._years))))
        return Price(cost, row, counted, self._doubt(cost, row, is_price=bool(counted)))

    def _is_yearly(self, row: Row) -> bool:
        return not self._years.isdisjoint(row["measure_unit"].split("/")[1:])

    def _counted(self, row: Row) -> tuple[str, ...]:
        return tuple(unit for unit in row["measure_unit"].split("/")[1:] if unit not in self._years)

    def _doubt(self, cost: Cost, row: Row, is_price: bool) -> str | None:
        """Why the amount that is read may not be the one that is meant, or None."""
        if row["leftover"]:
            is_price = is_price or f"/{plain(row['leftover'])}" in plain(row["target_text"])
            return NOT_STATED if is_price else "cost_not_numeric"
        if not is_price and self._wording.says(PER_ONE, cost.name):
            return NOT_STATED
        return "cost_is_a_range" if self._wording.says(CAP, cost.name) else None

    def _of_one_cell(self, cost: Cost, stated: list[Row]) -> Iterator[Reading]:
        """What several values of one cell may come to: 500元/人，共100人, or 甲3万元，乙2万元 together."""
        amounts = [row for row in stated if row["dimension"] == MONEY]
        if any(self._obstacle(row) or row["leftover"] for row in amounts):
            return
        if len(amounts) == 1:
            price = Price(cost, amounts[0], self._counted(amounts[0]))
            others = {row["measure_unit"]: row for row in stated if row is not amounts[0]}
            if price.counted and set(price.counted) == set(others) and all(bound(row) for row in others.values()):
                count = prod((sure_bound(row) for row in others.values()), start=Decimal(1))
                yield price.times((Partner((cost.indicator_id,), "", count),), Basis.GUESSED)
        elif len(amounts) == len(stated) and not any(map(self._counted, amounts)):
            yield together(cost, amounts)


def is_cost(row: Row) -> bool:
    """Whether an indicator is a cost, in either scheme."""
    return COST in (row["level1_code"], row["level2_code"])


def _is_of_another_year(name: str, year: int | None) -> bool:
    """Whether a name speaks of years, but not of the fiscal year.

    >>> _is_of_another_year("2024年投资", 2025), _is_of_another_year("2024-2025年投资", 2025)
    (True, False)
    """
    years = YEAR.findall(name)
    return bool(years) and year is not None and str(year) not in years


def _of_a_unit_cost(price: Price, partners: Partners) -> Iterator[Reading]:
    """The price times what the names tell, or each that they leave open; then what a reader may guess."""
    choice = partners.of(price.cost.name, price.counted)
    if price.doubt or not choice.pairings:
        yield price.refused(choice.reason or price.doubt or NOT_STATED)
    for pairing in choice.pairings:
        by = choice.told_by
        yield price.times(pairing, Basis.PRINTED, by) if by else price.times(pairing, Basis.OPEN)
    for pairing in choice.guesses:
        yield price.times(pairing, Basis.GUESSED)


def _of_an_amount(price: Price, partners: Partners) -> Iterator[Reading]:
    """The amount itself; then the price of one, where a count beside it goes by the same words."""
    if price.doubt:
        yield price.refused(price.doubt)
    yield price.alone()
    for partner in partners.hinted(price.cost.name):
        yield price.times((partner,), Basis.MULTIPLIED)


def _distinct(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings without those that an earlier one says already."""
    known: dict[tuple[str, Decimal | None, frozenset[str]], Reading] = {}
    for one in readings:
        known.setdefault((one.method, one.amount, frozenset(one.partner_ids)), one)
    return tuple(known.values())
