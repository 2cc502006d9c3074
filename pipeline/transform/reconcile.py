"""Cost indicators against the budget: every cost is a total, an amount per year or a unit cost times a quantity.

A unit cost belongs to the quantity indicator that counts what it is paid for: the unit after the stroke must
be that quantity's unit, and where several quantities share the unit, the words that the two names share decide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import prod
from typing import Any

import pandas as pd

from pipeline.rulebook import Rulebook
from pipeline.schema import RECONCILIATION_ITEMS, RECONCILIATIONS, Table
from pipeline.transform.amounts import MONEY, in_fen

Row = Mapping[str, Any]
COST_CODES = frozenset({"cost", "economic_cost", "social_cost", "environmental_cost"})
QUANTITY_CODE = "quantity"


DECIMALS = 9
"""A count is exact to so many: base bounds such as those of 亩 have no last decimal."""


@dataclass(frozen=True, slots=True)
class Item:
    """One cost indicator: what it comes to and how, or why that cannot be said."""

    indicator_id: str
    method: str
    amount: Decimal | None = None
    unit_cost: Decimal | None = None
    quantity_indicator_id: str | None = None
    quantity: Decimal | None = None
    reason: str | None = None


def reconcile(
    indicators: pd.DataFrame, targets: pd.DataFrame, projects: pd.DataFrame, rules: Rulebook
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `reconciliation_items` and `reconciliations`."""
    reckoner = _Reckoner(rules)
    rows = indicators.drop(columns="target_text").merge(targets, on="indicator_id").groupby("project_id", sort=False)
    items, outcomes = [], []
    for project in projects.to_dict("records"):
        project_id = project["project_id"]
        printed = rows.get_group(project_id).to_dict("records") if project_id in rows.groups else []
        found = reckoner.items(printed)
        items += [_item_row(project_id, item) for item in found]
        outcomes.append(_outcome(project_id, project["budget_total"], found))
    return _frame(items, RECONCILIATION_ITEMS), _frame(outcomes, RECONCILIATIONS)


class _Reckoner:
    """Works out what each cost indicator of a project comes to."""

    def __init__(self, rules: Rulebook):
        units = rules.values.units
        # A budget pays for one year, so an amount per year is the amount; no other span of time is.
        self._years = {unit.unit for unit in units if (unit.dimension, unit.factor) == ("months", "12")}
        self._factors = {unit.unit: Fraction(unit.factor) for unit in units}

    def items(self, rows: list[Row]) -> list[Item]:
        """One item per cost indicator, given the project's indicators joined with their targets."""
        costs: dict[str, list[Row]] = {}
        for row in rows:
            if COST_CODES & {row["level1_code"], row["level2_code"]}:
                costs.setdefault(row["indicator_id"], []).append(row)
        quantities = [row for row in rows if row["level2_code"] == QUANTITY_CODE and row["kind"] == "quantity"]
        return [self._item(printed, quantities) for printed in costs.values()]

    def _item(self, printed: list[Row], quantities: list[Row]) -> Item:
        """What a cost indicator comes to, given its targets; of several in one cell none is its cost."""
        cost, *others = printed
        unit_cost = _bound(cost)
        if others or cost["dimension"] != MONEY or unit_cost is None or cost["operator"] == "range":
            return Item(cost["indicator_id"], "none", reason="cost_not_numeric")
        per = cost["unit"].split("/")[1:]
        counted = [unit for unit in per if unit not in self._years]
        if not counted:
            return _item(cost["indicator_id"], "per_year" if per else "total", unit_cost)
        partners = [_partner(cost, unit, quantities) for unit in counted]
        if reasons := [partner for partner in partners if isinstance(partner, str)]:
            return Item(cost["indicator_id"], "none", unit_cost=unit_cost, reason=reasons[0])
        quantity = prod(self._count(partner) for partner in partners)
        amount = unit_cost * quantity
        return _item(cost["indicator_id"], "unit_cost", amount, unit_cost, partners[0]["indicator_id"], quantity)

    def _count(self, quantity: Row) -> Decimal:
        """How many of its own unit a quantity states: 5天 is 5, though its base unit is the hour."""
        factor = self._factors.get(quantity["unit"], Fraction(1))
        return Decimal(round(Fraction(_bound(quantity)) / factor * 10**DECIMALS)).scaleb(-DECIMALS)


def _bound(row: Row) -> Decimal | None:
    """The number a budget is made with: the ceiling of a cost, the floor of a quantity."""
    return row["base_high"] if row["base_high"] is not None else row["base_low"]


def _item(indicator_id: str, method: str, amount: Decimal, *how: Any) -> Item:
    """An item that comes to an amount, unless that is too large to be true."""
    rounded = in_fen(amount)
    if rounded is None:
        return Item(indicator_id, "none", reason="cost_not_numeric")
    return Item(indicator_id, method, rounded, *how)


def _partner(cost: Row, unit: str, quantities: Iterable[Row]) -> Row | str:
    """The quantity in `unit` whose name shares most with the cost's name, or the reason why there is no such one."""
    same_unit = [row for row in quantities if row["unit"] == unit and _bound(row) is not None]
    if not same_unit:
        return "quantity_not_stated"
    shared = [shared_words(cost["indicator_name"], row["indicator_name"]) for row in same_unit]
    best = [row for row, score in zip(same_unit, shared, strict=True) if score == max(shared)]
    if len(best) > 1 or max(shared) == 0:
        return "quantity_ambiguous"
    return best[0]


def shared_words(one: str | None, other: str | None) -> int:
    """How many pairs of neighbouring characters two names share: words need not be cut for that.

    >>> shared_words("等保测评单位成本", "等保测评信息系统数量")
    3
    >>> shared_words("等保测评单位成本", "托管机柜数量")
    0
    """
    return len(_pairs(one or "") & _pairs(other or ""))


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}


def _outcome(project_id: str, budget: Decimal | None, items: list[Item]) -> tuple[Any, ...]:
    """A row of `reconciliations`."""
    if reason := _obstacle(budget, items):
        return project_id, None, budget, None, "not_testable", reason
    total = sum(item.amount for item in items)
    return project_id, total, budget, budget - total, "reconciled" if total == budget else "differs", None


def _obstacle(budget: Decimal | None, items: list[Item]) -> str | None:
    """Why the costs cannot be held against the budget, or None."""
    if budget is None or not items:
        return "no_budget" if budget is None else "no_cost_indicator"
    reasons = [item.reason for item in items if item.reason]
    if not reasons and in_fen(sum(item.amount for item in items)) is None:
        return "cost_not_numeric"
    return reasons[0] if reasons else None


def _item_row(project_id: str, item: Item) -> tuple[Any, ...]:
    """A row of `reconciliation_items`."""
    unit_cost = (item.unit_cost, item.quantity)
    return project_id, item.indicator_id, item.quantity_indicator_id, *unit_cost, item.amount, item.method


def _frame(rows: list[tuple[Any, ...]], table: Table) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[column.name for column in table.columns], dtype=object)
