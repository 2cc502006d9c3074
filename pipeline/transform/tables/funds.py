"""Sums of money in forms → the table `funds`, and the three of them that a project's budget is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from pipeline.model.finding import Located
from pipeline.rules.kinds.layouts import TextRule
from pipeline.schema.codes import MEASURES
from pipeline.transform.tables.form_fields import matched
from pipeline.transform.tables.money import AmountNotRead, yuan
from pipeline.transform.values.grammar import Grammar

Texts = Mapping[str, Sequence[TextRule]]
TOTAL = "total"
BUDGET = {"budget_total": TOTAL, "budget_fiscal": "fiscal", "budget_other": "other"}
ANNUAL, WHOLE = "annual", "whole"
BUDGET_MEASURES = (ANNUAL, "adjusted", "initial", WHOLE)
"""Which sum is the year's budget: the annual one, else what a self-evaluation calls it, else the only one there is."""
NO_AMOUNT = frozenset({"rate", "weight", "score"})
"""What stands among sums of money and is none: how much of the budget was executed, and the points for that."""


class Fund(NamedTuple):
    """A sum of money of a form; `amount` is None for a rate, its points and its score. `is_annual`: it says that it is
    the year's, which most leave unsaid.
    """

    source: str
    measure: str
    amount: Decimal | None
    text: str
    label: str | None
    table_no: int | None
    row_no: int | None
    is_annual: bool = False

    @property
    def printed(self) -> tuple[Any, ...]:
        """What the table `funds` keeps of it."""
        return self[:-1]


def funds(
    fields: Iterable[Mapping[str, Any]], money_unit: str | None, year: int | None, text: Texts, grammar: Grammar
) -> tuple[list[Fund], list[Located]]:
    """The sums of money among a form's fields, and findings for those that could not be read.

    The unit in a sum's own label wins over `money_unit`, the form's. A sum of which nothing says otherwise is
    the year's: forms are made for a year's budget. One of a named year is the year's if it is the form's `year`.
    """
    found, findings = [], []
    for field in fields:
        of_year = field["measure"] == str(year)
        measure = "annual" if of_year else field["measure"] or field["period"] or "annual"
        if not field["source"] or measure not in MEASURES or not any(map(str.isalnum, field["text"])):
            continue
        labelled = text["unit_in_label"][0].pattern.search(field["label"])
        unit = labelled["amount_unit"] if labelled else money_unit
        label, is_annual = field["label"].strip() or None, of_year or field["period"] == "annual"
        for said, of_what, is_said in _parts(field["text"].strip(), measure, is_annual, year, text["part_of_year"]):
            try:
                amount = None if of_what in NO_AMOUNT else yuan(_bare(said, text["formal_sum"]), unit, grammar)
            except AmountNotRead as error:
                findings.append(Located(error.code, evidence=said))
                continue
            if amount is not None or of_what in NO_AMOUNT:
                place = (field["table_no"], field["row_no"])
                found.append(Fund(field["source"], of_what, amount, said, label, *place, is_said))
    return found, findings


def _parts(
    text: str, measure: str, is_annual: bool, year: int | None, rules: Iterable[TextRule]
) -> Iterator[tuple[str, str, bool]]:
    """The sums in a cell with their measures, and whether each says that it is the year's. A sum that names the form's
    own year as a part of it is of all years: 1,240（2020年安排540）.
    """
    said = matched(rules, text)
    if measure != "annual" or not said or said["year"] != str(year):
        yield text, measure, is_annual
        return
    yield said["whole"], "whole", False
    yield said["part"], "annual", True


def _bare(text: str, rules: Iterable[TextRule]) -> str:
    """A sum without what surrounds one in characters: 人民币叁万元整."""
    return matched(rules, text).get("sum", text)


def budget(found: Sequence[Fund], is_whole: bool = True) -> tuple[dict[str, Decimal | None], list[Located]]:
    """The project's budget columns, and a finding where several sums claim to be its total. All three columns are of
    one measure, so that they can be compared: the first that has a total, else the first there is. The total of all
    years is not that of one of which the form states a sum; if that is the only one, it is the year's budget. So is the
    only sum that a form states, unless it is of what was spent. Either counts only if all was read and none is a part
    of another (`is_whole`).
    """
    printed: dict[str, dict[str, list[Fund]]] = {}
    for fund in found:
        if fund.amount is not None:
            printed.setdefault(fund.measure, {}).setdefault(fund.source, []).append(fund)
    measures = [one for one in BUDGET_MEASURES if one in printed]
    of_year = [fund for sums in printed.get(ANNUAL, {}).values() for fund in sums if fund.is_annual]
    totals = [one for one in measures if TOTAL in printed[one] and not (of_year and one == WHOLE)]
    measure = next(iter([*totals, *measures]), None)
    sums = printed[measure] if measure else {}
    total, doubts = _total(sums)
    sole = of_year if of_year and len(sums) == 1 else found
    if total is None and not doubts and is_whole and len(sole) == 1 and sole[0].measure == measure:
        total = sole[0].amount
    columns = {name: sums[source][0].amount if source in sums else None for name, source in BUDGET.items()}
    return columns | {"budget_total": total}, doubts


def _total(sums: Mapping[str, list[Fund]]) -> tuple[Decimal | None, list[Located]]:
    """The total of sums by source: the one that is printed; of several the one that the sources, or the other totals,
    add up to, else the only one that says that it is the year's. What a list within the form adds up to counts where
    nothing else does. Where none is printed it is the only source that has any money, if others are printed beside it.
    """
    totals = [fund for fund in sums.get(TOTAL, []) if fund.label] or sums.get(TOTAL, [])
    amounts = list(dict.fromkeys(fund.amount for fund in totals))
    parts = [funds[0].amount for source, funds in sums.items() if source != TOTAL]
    if not amounts:
        paid = [amount for amount in parts if amount]
        return (paid[0] if len(paid) == 1 and len(parts) > 1 else None), []
    if len(amounts) == 1:
        return amounts[0], []
    borne_out = [one for one in amounts if one and one in _added_up(one, amounts, parts)]
    of_year = {fund.amount for fund in totals if fund.is_annual}
    certain: list[Decimal | None] = [*borne_out] or [*of_year]
    if len(certain) == 1:
        return certain[0], []
    said = "；".join(f"{fund.label or ''} {fund.text}".strip() for fund in totals)
    return None, [Located("budget_uncertain", evidence=said, details={"count": str(len(amounts))})]


def _added_up(one: Decimal, amounts: Iterable[Decimal | None], parts: Iterable[Decimal | None]) -> tuple[Decimal, ...]:
    """What the parts of a sum come to, its sources, the other totals, or both; a single part is none."""
    others, sources = [other for other in amounts if other and other != one], [part for part in parts if part]
    groups = (sources, others, [*others, *sources])
    return tuple(sum(group, Decimal(0)) for group in groups if len(group) > 1)
