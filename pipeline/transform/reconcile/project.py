"""The tables `reconciliations` and `reconciliation_items`: each project's budget held against its cost indicators and
against the amounts that its purpose text names.
"""

from decimal import Decimal
from typing import Any

from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.tables.review import RECONCILIATION_ITEMS, RECONCILIATIONS
from pipeline.transform.names.wording import Wording
from pipeline.transform.reconcile.cost_readings import Costs
from pipeline.transform.reconcile.costs import Reading
from pipeline.transform.reconcile.outcome import Outcome, compared
from pipeline.transform.reconcile.purpose import Purposes
from pipeline.transform.records import Rows, grouped, named
from pipeline.transform.tables.money import AmountNotRead, yuan
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.grammars import grammar_of

DECIMALS_OF_A_FORM = 2
"""Forms in 万元 print that many at least."""


def reconcile(
    indicators: Rows, targets: Rows, projects: Rows, funding_items: Rows, rules: Rulebook
) -> tuple[Rows, Rows]:
    """The tables `reconciliation_items` and `reconciliations`."""
    wording, grammar = compiled(Wording, rules), grammar_of(rules)
    costs, purposes = Costs(rules, wording), Purposes(funding_items, wording)
    of_year = grouped((target for target in targets if target["for_year"]), "indicator_id")
    values = (row | target for row in indicators for target in of_year.get(row["indicator_id"], ()))
    printed = grouped(values, "project_id")
    items, outcomes = [], []
    for project in projects:
        project_id, budget = project["project_id"], project["budget_total"]
        slack = rounded_by(budget, project["amount_unit"], grammar)
        readings = costs.readings(printed.get(project_id, ()), project["fiscal_year"])
        outcome = compared(readings, budget, wording, slack)
        items += [_item_row(project_id, one) for one in outcome.costs]
        outcomes.append((*_outcome_row(project_id, budget, outcome), *purposes.of(project_id, budget)))
    return named(items, RECONCILIATION_ITEMS), named(outcomes, RECONCILIATIONS)


def rounded_by(budget: Decimal | None, money_unit: str | None, grammar: Grammar) -> Decimal:
    """How far a budget in yuan may be off because its form is in a larger unit of money: half the last decimal.

    >>> from pipeline.rules import book
    >>> grammar = grammar_of(book.default())
    >>> [str(rounded_by(Decimal(budget), "万元", grammar)) for budget in (33300, 33318)]
    ['50.00', '0']
    >>> rounded_by(Decimal(33300), "元", grammar)
    Decimal('0')
    """
    one = _in_yuan(money_unit, grammar)
    if budget is None or one <= 1:
        return Decimal(0)
    last = one.scaleb(-DECIMALS_OF_A_FORM)
    return Decimal(0) if budget % last else (last / 2).quantize(Decimal("0.01"))


def _in_yuan(money_unit: str | None, grammar: Grammar) -> Decimal:
    """What one of the form's unit of money is in yuan; 0 for foreign money and where none is printed."""
    try:
        return yuan("1", money_unit, grammar) or Decimal(0)
    except AmountNotRead:
        return Decimal(0)


def _outcome_row(project_id: str, budget: Decimal | None, outcome: Outcome) -> tuple[Any, ...]:
    """A row of `reconciliations`, but for what the purpose text says."""
    sums = outcome.cost_total, budget, outcome.difference
    return project_id, *sums, outcome.status, outcome.made_of, outcome.closeness, outcome.allowance, outcome.reason


def _item_row(project_id: str, one: Reading) -> tuple[Any, ...]:
    """A row of `reconciliation_items`."""
    first, second = (*one.partner_ids, None, None)[:2]
    how = first, second, one.partner_by, one.unit_cost, one.quantity
    return project_id, one.cost.indicator_id, *how, one.amount, one.method, one.reason, one.step or None
