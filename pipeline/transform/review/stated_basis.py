"""What a form says that its sum rests on: the documents, and the calculation, held against the budget."""

from collections.abc import Iterator
from decimal import Decimal

from pipeline.model.finding import Located
from pipeline.transform.reconcile.calculation import Calculation, calculation
from pipeline.transform.reconcile.project import rounded_by
from pipeline.transform.reconcile.purpose import NOT_A_PART
from pipeline.transform.review.findings import FORM, ROW, figure
from pipeline.transform.review.printed_project import Lexicon, Project
from pipeline.transform.tables.money import rounding
from pipeline.transform.values.parse import find_quantities

POLICY, CALCULATION = "policy_basis", "calculation_basis"
YUAN = Decimal(1)


def bases_left_blank(project: Project, _: Lexicon) -> Iterator[Located]:
    """One finding for all fields of a form that ask what its sum rests on and are left blank."""
    blank = [
        row for row in project.left_blank if row["field"] in (POLICY, CALCULATION) and not _said(project, row["field"])
    ]
    if blank:
        place = {name: project.form[name] for name in FORM} | {name: blank[0][name] for name in ROW}
        labels = "、".join(dict.fromkeys(row["label"].strip() for row in blank))
        amount = project.form["budget_total"]
        yield Located("basis_left_blank", **place, evidence=labels, amount=amount, details={"fields": labels})


def policies_without_document(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding where the policy basis names no document by title or number and no decision with its date."""
    text = _said(project, POLICY)
    if text and not any(rule.pattern.search(text) for rule in lexicon.text["document_named"]):
        yield project.finding("policy_basis_without_document", text, project.form["budget_total"])


def calculations_not_shown(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding where the calculation basis multiplies nothing and has no price beside a count."""
    text = _said(project, CALCULATION)
    if text and not _shows(calculation(text, lexicon.grammar), text, lexicon):
        yield project.finding("calculation_not_shown", text, project.form["budget_total"])


def calculations_that_differ(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding where all that the calculation basis works out is understood, and comes to no sum of the form."""
    text, budget = _said(project, CALCULATION), project.form["budget_total"]
    found = calculation(text, lexicon.grammar)
    if budget is None or not _is_testable(found, text, project, lexicon):
        return
    printed = [budget, *(fund["amount"] for fund in project.funds if fund["amount"] is not None)]
    allowed = YUAN + rounded_by(budget, project.form["amount_unit"], lexicon.grammar)
    allowed += sum((rounding(one.amount) for one in found.terms if not one.is_product), Decimal(0))
    if not any(abs(one - other) <= allowed for one in found.sums() for other in printed):
        total = min(found.sums(), key=lambda one: abs(one - budget))
        figures = {"total": figure(total), "budget": figure(budget), "difference": figure(abs(total - budget))}
        yield project.finding("calculation_differs_from_budget", text, abs(total - budget), **figures)


def _said(project: Project, field: str) -> str:
    """What all cells of a field say, as lines of one text."""
    return "\n".join(row["text"].strip() for row in project.fields if row["field"] == field)


def _shows(found: Calculation, text: str, lexicon: Lexicon) -> bool:
    """Whether a text shows how its sum was worked out: by a product, or by a price and a number to multiply it with."""
    quantities = find_quantities(text, lexicon.grammar)
    priced = any(one.dimension == "money" and "/" in (one.measure_unit or "") for one in quantities)
    return (
        found.has_product or not found.is_understood or (priced and any(one.dimension != "money" for one in quantities))
    )


def _is_testable(found: Calculation, text: str, project: Project, lexicon: Lexicon) -> bool:
    """Whether a text is a calculation of this year's budget: it multiplies, all of it is understood, nothing in it is
    said to be no part of the sum, and no other year is named.
    """
    named = {int(match["year"]) for rule in lexicon.text["year"] for match in rule.pattern.finditer(text)}
    other_years = named - {project.form["fiscal_year"]}
    aside = lexicon.wording.says(NOT_A_PART, text) and len(found.terms) > 1 and not _has_total(found)
    return found.has_product and found.is_understood and not other_years and not aside


def _has_total(found: Calculation) -> bool:
    """Whether the last amount is what the others come to."""
    *others, last = (one.amount for one in found.terms)
    return sum(others, Decimal(0)) == last
