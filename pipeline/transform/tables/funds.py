"""Sums of money in forms → the table `funds`, and the three of them that a project's budget is."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from pipeline.model.finding import Located
from pipeline.rules.kinds.layouts import TextRule
from pipeline.schema.codes import MEASURES
from pipeline.transform.tables.money import AmountNotRead, yuan
from pipeline.transform.values.grammar import Grammar

BUDGET = {"budget_total": "total", "budget_fiscal": "fiscal", "budget_other": "other"}
BUDGET_MEASURES = ("annual", "adjusted", "initial", "whole")
"""Which sum is the year's budget: the annual one, else what a self-evaluation calls it, else the only one there is."""
NO_AMOUNT = frozenset({"rate", "weight", "score"})
"""What stands among sums of money and is none: how much of the budget was executed, and the points for that."""


class Fund(NamedTuple):
    """A sum of money of a form; `amount` is None for a rate, its points and its score."""

    source: str
    measure: str
    amount: Decimal | None
    text: str
    label: str | None
    table_no: int | None
    row_no: int | None


def funds(
    fields: Iterable[Mapping[str, Any]], money_unit: str | None, in_label: TextRule, grammar: Grammar
) -> tuple[list[Fund], list[Located]]:
    """The sums of money among a form's fields, and findings for those that could not be read.

    The unit in a sum's own label wins over `money_unit`, the form's. A sum of which nothing says otherwise is
    the year's: forms are made for a year's budget.
    """
    found, findings = [], []
    for field in fields:
        measure = field["measure"] or field["period"] or "annual"
        text = field["text"].strip()
        if not field["source"] or measure not in MEASURES or not any(map(str.isalnum, text)):
            continue
        labelled = in_label.pattern.search(field["label"])
        unit = labelled["amount_unit"] if labelled else money_unit
        try:
            amount = None if measure in NO_AMOUNT else yuan(text, unit, grammar)
        except AmountNotRead as error:
            findings.append(Located(error.code, evidence=text))
            continue
        if amount is not None or measure in NO_AMOUNT:
            label = field["label"].strip() or None
            found.append(Fund(field["source"], measure, amount, text, label, field["table_no"], field["row_no"]))
    return found, findings


def budget(found: Iterable[Fund]) -> dict[str, Decimal | None]:
    """The project's budget columns. All three are of one measure, so that they can be compared: the first that has a
    total, else the first there is.
    """
    by_measure: dict[str, dict[str, Decimal]] = {}
    for fund in found:
        if fund.amount is not None:
            by_measure.setdefault(fund.measure, {}).setdefault(fund.source, fund.amount)
    printed = [one for one in BUDGET_MEASURES if one in by_measure]
    measure = next((one for one in printed if BUDGET["budget_total"] in by_measure[one]), next(iter(printed), None))
    return {name: by_measure.get(measure, {}).get(source) for name, source in BUDGET.items()}
