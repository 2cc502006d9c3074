"""The budget held against the cost indicators and against the amounts that the purpose text names.

A finding of a difference must be beyond doubt: whatever cannot be computed makes the outcome `not_testable`, with
the reason, unless what can be computed meets the budget.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product
from typing import Any

import pandas as pd

from pipeline.rulebook import Rulebook
from pipeline.schema import RECONCILIATION_ITEMS, RECONCILIATIONS, Table
from pipeline.transform.amounts import in_fen
from pipeline.transform.costs import MOST_PAIRINGS, Costs, Item
from pipeline.transform.purpose import Purposes
from pipeline.transform.wording import Wording
from pipeline.transform.yearly import for_the_year

TOLERANCE = Decimal(1)
"""Yuan: what is less stems from fen that a form in yuan leaves out."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a project's costs compare with its budget. `items` are as they were counted."""

    items: tuple[Item, ...]
    status: str
    reason: str | None = None
    cost_total: Decimal | None = None
    difference: Decimal | None = None
    allowance: Decimal | None = None

    @property
    def closeness(self) -> str | None:
        """How near a reconciled sum is to the budget."""
        if self.status != "reconciled":
            return None
        if not self.difference:
            return "exact"
        return "tolerance" if abs(self.difference) <= TOLERANCE else "rounding"


def reconcile(
    indicators: pd.DataFrame,
    targets: pd.DataFrame,
    projects: pd.DataFrame,
    funding_items: pd.DataFrame,
    rules: Rulebook,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `reconciliation_items` and `reconciliations`."""
    wording = Wording(rules)
    costs, purposes = Costs(rules, wording), Purposes(funding_items, wording)
    printed = _by_project(indicators.merge(for_the_year(targets, indicators), on="indicator_id"))
    items, outcomes = [], []
    for project in projects.to_dict("records"):
        project_id, budget = project["project_id"], project["budget_total"]
        outcome = compared(costs.items(printed.get(project_id, ())), budget, wording)
        items += [_item_row(project_id, item) for item in outcome.items]
        outcomes.append((*_outcome_row(project_id, budget, outcome), *purposes.of(project_id, budget)))
    return _frame(items, RECONCILIATION_ITEMS), _frame(outcomes, RECONCILIATIONS)


def _by_project(rows: pd.DataFrame) -> dict[str, list[Mapping[str, Any]]]:
    by_project: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows.to_dict("records"):
        by_project.setdefault(row["project_id"], []).append(row)
    return by_project


def compared(readings: Sequence[tuple[Item, ...]], budget: Decimal | None, wording: Wording) -> Outcome:
    """The outcome for a project: `readings` are the ways to understand each of its cost indicators."""
    ways = [_parts_marked(way, wording) for way in islice(product(*readings), MOST_PAIRINGS)]
    if budget is None or not readings:
        return _untested(ways, "no_budget" if budget is None else "no_cost_indicator")
    met = [outcome for way in ways if (outcome := _met(way, budget))]
    if len(met) == 1:
        return met[0]
    if any(item.partner_by == "sum" for item in ways[0]):
        return _untested(ways, "quantity_ambiguous")
    if reason := _obstacle(ways[0], budget):
        return _untested(ways, reason)
    return _differing(ways[0], budget, wording)


def _parts_marked(way: tuple[Item, ...], wording: Wording) -> tuple[Item, ...]:
    """The items, those that say so taken as parts of another."""
    return tuple(
        replace(item, method="part") if item.amount is not None and wording.says("part", item.name) else item
        for item in way
    )


def _met(way: tuple[Item, ...], budget: Decimal) -> Outcome | None:
    """The budget met by the sum of all items, or by one whose parts the others are; None if by neither."""
    if all(item.amount is not None or item.method == "not_money" for item in way):
        whole = _summed(way, budget)
        if whole.status == "reconciled":
            return whole
    for item in way:
        if item.amount == budget and item.partner_by != "sum" and _may_be_parts(way, budget):
            return _summed(_counting_only(item, way), budget)
    return None


def _may_be_parts(way: tuple[Item, ...], budget: Decimal) -> bool:
    return all(item.amount <= budget for item in way if item.amount is not None)


def _counting_only(whole: Item, way: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(item if item is whole or item.amount is None else replace(item, method="part") for item in way)


def _summed(way: tuple[Item, ...], budget: Decimal) -> Outcome:
    counted = [item for item in way if item.amount is not None and item.method != "part"]
    total = sum((item.amount for item in counted), Decimal(0))
    allowance = max(TOLERANCE, in_fen(sum((item.slack for item in counted), Decimal(0))) or TOLERANCE)
    status = "reconciled" if counted and abs(budget - total) <= allowance else "differs"
    return Outcome(way, status, None, total, budget - total, allowance)


def _obstacle(way: tuple[Item, ...], budget: Decimal) -> str | None:
    """Why a difference would prove nothing, or None."""
    counted = [item for item in way if item.amount is not None and item.method != "part"]
    unknown = [item.reason for item in way if item.reason and item.method != "not_money"]
    if unknown or not counted:
        return (unknown or [item.reason for item in way if item.reason] or ["no_cost_indicator"])[0]
    total = sum(item.amount for item in counted)
    if in_fen(total) is None:
        return "cost_not_numeric"
    short = total < budget and any(item.method == "not_money" for item in way)
    return "cost_not_money" if short else None


def _differing(way: tuple[Item, ...], budget: Decimal, wording: Wording) -> Outcome:
    """The difference; where one item calls itself the total, it is that which is held against the budget."""
    totals = [item for item in way if item.amount is not None and wording.says("total", item.name)]
    if len(totals) == 1:
        return _summed(_counting_only(totals[0], way), budget)
    return _summed(way, budget)


def _untested(ways: list[tuple[Item, ...]], reason: str) -> Outcome:
    """Nothing can be said; items that can be understood in several ways come to nothing."""
    return Outcome(tuple(map(_settled, *ways)) if ways else (), "not_testable", reason)


def _settled(first: Item, *others: Item) -> Item:
    if first.partner_by != "sum":
        return first
    return Item(
        first.indicator_id, first.name, first.printed, "none", reason="quantity_ambiguous", unit_cost=first.unit_cost
    )


def _outcome_row(project_id: str, budget: Decimal | None, outcome: Outcome) -> tuple[Any, ...]:
    """A row of `reconciliations`, but for what the purpose text says."""
    sums = outcome.cost_total, budget, outcome.difference
    return project_id, *sums, outcome.status, outcome.closeness, outcome.allowance, outcome.reason


def _item_row(project_id: str, item: Item) -> tuple[Any, ...]:
    """A row of `reconciliation_items`."""
    first, second = (*item.partner_ids, None, None)[:2]
    how = first, second, item.partner_by, item.unit_cost, item.quantity
    return project_id, item.indicator_id, *how, item.amount, item.method, item.reason, item.step or None


def _frame(rows: list[tuple[Any, ...]], table: Table) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[column.name for column in table.columns], dtype=object)
