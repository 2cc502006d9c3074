"""Sums of money in forms → the table `funds`, and the three of them that a project's budget is."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from pipeline.model.finding import Located
from pipeline.rules.kinds.layouts import TextRule
from pipeline.schema.codes import MEASURES
from pipeline.transform.tables.money import AmountNotRead, yuan
from pipeline.transform.values.grammar import Grammar

TOTAL = "total"
BUDGET = {"budget_total": TOTAL, "budget_fiscal": "fiscal", "budget_other": "other"}
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


def budget(found: Iterable[Fund]) -> tuple[dict[str, Decimal | None], list[Located]]:
    """The project's budget columns, and a finding where several sums claim to be its total. All three columns are of
    one measure, so that they can be compared: the first that has a total, else the first there is.
    """
    printed: dict[str, dict[str, list[Fund]]] = {}
    for fund in found:
        if fund.amount is not None:
            printed.setdefault(fund.measure, {}).setdefault(fund.source, []).append(fund)
    measures = [one for one in BUDGET_MEASURES if one in printed]
    measure = next((one for one in measures if TOTAL in printed[one]), next(iter(measures), None))
    sums = printed[measure] if measure else {}
    total, doubts = _total(sums)
    columns = {name: sums[source][0].amount if source in sums else None for name, source in BUDGET.items()}
    return columns | {"budget_total": total}, doubts


def _total(sums: Mapping[str, list[Fund]]) -> tuple[Decimal | None, list[Located]]:
    """The total of sums by source: the one that is printed; of several the one that the sources, or the other totals,
    add up to. Where none is printed it is the only source that has any money, if others are printed beside it.
    """
    totals = sums.get(TOTAL, [])
    amounts = list(dict.fromkeys(fund.amount for fund in totals))
    parts = [funds[0].amount for source, funds in sums.items() if source != TOTAL]
    if not amounts:
        paid = [amount for amount in parts if amount]
        return (paid[0] if len(paid) == 1 and len(parts) > 1 else None), []
    if len(amounts) == 1:
        return amounts[0], []
    borne_out = [one for one in amounts if one and one in (sum(parts), sum(amounts) - one)]
    if len(borne_out) == 1:
        return borne_out[0], []
    said = "；".join(f"{fund.label or ''} {fund.text}".strip() for fund in totals)
    return None, [Located("budget_uncertain", evidence=said, details={"count": str(len(amounts))})]
