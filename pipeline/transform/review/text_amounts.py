"""Amounts that running text names, held against the cost indicators that they mean and against the budget."""

from collections.abc import Iterator
from decimal import Decimal

from pipeline.model.finding import Located
from pipeline.transform.review.findings import figure
from pipeline.transform.review.printed_project import Lexicon, Project, at
from pipeline.transform.tables.money import rounding
from pipeline.transform.tables.texts import FundingItem, funding_items


def amounts_that_differ(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per amount whose words mean one cost indicator that comes to another amount."""
    rows = {row["indicator_id"]: row for row in project.rows}
    costs = [cost for cost in project.costs if cost["amount"] is not None]
    names = [rows[cost["indicator_id"]]["indicator_name"] for cost in costs]
    told = set()
    for text in project.texts if len(costs) > 1 else ():
        items = list(funding_items(text, lexicon.rules))
        for i, j in lexicon.matched([item.item_text for item in items], names):
            said, cost = items[i], costs[j]
            if said.amount != cost["amount"] and (said.amount, j) not in told:
                told.add((said.amount, j))
                figures = {"said": figure(said.amount), "amount": figure(cost["amount"])}
                apart = abs(said.amount - cost["amount"])
                yield at(rows[cost["indicator_id"]], "text_amount_differs", said.item_text, apart, **figures)


def budgets_that_differ(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per amount that a text calls the budget and that is no sum of money of the form. A text that names the
    form's budget too calls a larger one so for another reason: it is that of several years.
    """
    budget = project.form["budget_total"]
    printed = [fund["amount"] for fund in project.funds if fund["amount"] is not None]
    for text in project.texts if budget is not None else ():
        items = list(funding_items(text, lexicon.rules))
        names_it = any(_is_one_of(said.amount, [budget]) for said in items)
        for said in items:
            if (names_it and said.amount > budget) or _is_one_of(said.amount, printed):
                continue
            if _is_budget(said, project.form["fiscal_year"], lexicon):
                figures = {"said": figure(said.amount), "budget": figure(budget)}
                yield project.finding("text_budget_differs", text, abs(said.amount - budget), **figures)


def _is_budget(said: FundingItem, fiscal_year: int | None, lexicon: Lexicon) -> bool:
    """Whether the words right before an amount call it the budget, and that of no other year."""
    called = any(rule.pattern.search(said.item_text) for rule in lexicon.text["budget_named"])
    years = (match["year"] for rule in lexicon.text["budget_year"] for match in rule.pattern.finditer(said.item_text))
    return called and all(year == str(fiscal_year) for year in years)


def _is_one_of(amount: Decimal, printed: list[Decimal]) -> bool:
    return any(abs(amount - one) <= rounding(amount) for one in printed)
