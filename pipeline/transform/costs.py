"""Cost indicators: each is a total, an amount per year or a unit cost times what it is paid for.

A cost indicator seldom says all that its amount takes. So it has readings: first what is printed, or why that comes to
no amount, then what may be meant. `Basis` says how each is come by.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import prod

from pipeline.rulebook import Rulebook
from pipeline.transform.amounts import MONEY, in_fen
from pipeline.transform.partners import NOT_STATED, Partners
from pipeline.transform.prices import NAMES, Basis, Cost, Price, Reading, Row, bound, refused, together
from pipeline.transform.quantities import Partner, printed
from pipeline.transform.wording import Wording, plain

COST, PER_ONE, CAP = "cost", "per_one", "cap"
NOT_OF_THE_BUDGET = ("saving", "whole_period")
"""Kinds of names whose amounts a year's budget does not pay: what is saved, what a contract of years comes to."""
OTHER_COSTS = frozenset({"social_cost", "environmental_cost"})
"""Classes of the 2021 scheme that weigh harm, which seldom is an amount of the budget."""
FLOORS = frozenset({">=", ">"})


class Costs:
    """Works out what cost indicators come to, by the rules of units and names."""

    def __init__(self, rules: Rulebook, wording: Wording):
        units = rules.values.units
        self._yuan = next(unit.base_unit for unit in units if unit.dimension == MONEY)
        self._base = {unit.unit: unit.base_unit for unit in units}
        # A budget pays for one year, so an amount per year is the amount; no other span of time is.
        self._years = {unit.unit for unit in units if (unit.dimension, unit.factor) == ("months", "12")}
        self._rules, self._wording = rules, wording

    def readings(self, rows: Iterable[Row]) -> list[tuple[Reading, ...]]:
        """Per cost indicator its readings, the one that is printed first; `rows` are a project's indicators joined
        with their targets.
        """
        rows = list(rows)
        costs: dict[str, list[Row]] = {}
        for row in rows:
            if is_cost(row):
                costs.setdefault(row["indicator_id"], []).append(row)
        partners = Partners(rows, self._rules, self._wording)
        return [_distinct(self._readings(stated, partners)) for stated in costs.values()]

    def _readings(self, stated: list[Row], partners: Partners) -> Iterator[Reading]:
        cost = self._cost(stated[0])
        if len(stated) > 1:
            yield refused(cost, "several_amounts")
            yield from self._of_one_cell(cost, stated)
        elif obstacle := self._obstacle(stated[0]):
            yield refused(cost, obstacle)
        else:
            price = self._price(cost, stated[0])
            yield from _of_a_unit_cost(price, partners) if price.counted else _of_an_amount(price, partners)

    def _cost(self, row: Row) -> Cost:
        name = row["indicator_name"] or ""
        said = any(self._wording.says(kind, name) for kind in NOT_OF_THE_BUDGET)
        aside = said or row["level2_code"] in OTHER_COSTS or row["change"] is not None
        return Cost(row["indicator_id"], name, printed(row), aside, floor=row["operator"] in FLOORS)

    def _obstacle(self, row: Row) -> str | None:
        """Why a cost indicator states no amount in yuan, or None."""
        if row["kind"] != "quantity":
            return "cost_not_money" if row["level2_code"] in OTHER_COSTS else "cost_not_numeric"
        if not row["unit"]:
            return "cost_without_unit"
        if row["dimension"] != MONEY:
            return "cost_not_money"
        if self._base[row["unit"].partition("/")[0]] != self._yuan:
            return "cost_in_other_currency"
        if row["operator"] == "range":
            return "cost_is_a_range"
        return None if bound(row) is not None and in_fen(bound(row)) is not None else "cost_not_numeric"

    def _price(self, cost: Cost, row: Row) -> Price:
        counted = self._counted(row)
        return Price(cost, row, counted, self._doubt(cost, row, is_price=bool(counted)))

    def _counted(self, row: Row) -> tuple[str, ...]:
        return tuple(unit for unit in row["unit"].split("/")[1:] if unit not in self._years)

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
            others = {row["unit"]: row for row in stated if row is not amounts[0]}
            if price.counted and set(price.counted) == set(others) and all(bound(row) for row in others.values()):
                count = prod((bound(row) for row in others.values()), start=Decimal(1))
                yield price.times((Partner((cost.indicator_id,), "", count),), Basis.GUESSED)
        elif len(amounts) == len(stated) and not any(map(self._counted, amounts)):
            yield together(cost, amounts)


def is_cost(row: Row) -> bool:
    """Whether an indicator is a cost, in either scheme."""
    return COST in (row["level1_code"], row["level2_code"])


def _of_a_unit_cost(price: Price, partners: Partners) -> Iterator[Reading]:
    """The price times what the names tell, or each that they leave open; then what a reader may guess."""
    choice = partners.of(price.cost.name, price.counted)
    if price.doubt or not choice.pairings:
        yield price.refused(choice.reason or price.doubt)
    for pairing in choice.pairings:
        yield price.times(pairing, Basis.PRINTED, NAMES) if choice.sure else price.times(pairing, Basis.OPEN)
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
    known = {}
    for one in readings:
        known.setdefault((one.method, one.amount, frozenset(one.partner_ids)), one)
    return tuple(known.values())
