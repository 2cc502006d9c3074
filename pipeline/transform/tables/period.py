"""A project's own period: as printed, and as days."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pipeline.model.finding import Located
from pipeline.model.target import Target
from pipeline.rules.kinds.layouts import TextRule
from pipeline.transform.tables.form_fields import Fields, matched
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.parse import parse_target

BOUNDS = ("period_start", "period_end")
IMPOSSIBLE = "impossible_date"
"""The rule that reads such a date, and the code of the finding."""


def project_period(fields: Fields, rules: Iterable[TextRule], grammar: Grammar) -> tuple[dict[str, Any], list[Located]]:
    """Begin and end as printed, in a field each or in one, and the first and the last day; None for what is not
    printed or is no date. No year is taken from elsewhere. And findings for dates that no calendar has.
    """
    in_one = fields.text("project_period")
    span = matched(rules, in_one)
    printed = {name: fields.text(name) or span.get(name) for name in BOUNDS}
    whole = _date(in_one, grammar)
    first, last = (_date(printed[name], grammar) or whole for name in BOUNDS)
    days = {"starts_on": _day(first, "due_start"), "ends_on": _day(last, "due_end")}
    stated = list(filter(None, printed.values())) or [in_one or ""]
    return printed | days, [Located(IMPOSSIBLE, evidence=text) for text in stated if _is_impossible(text, grammar)]


def _date(text: str | None, grammar: Grammar) -> Target | None:
    """The one date or span of dates that a text states."""
    first, *others = parse_target(text or "", grammar)
    return first if (first.kind, first.status) == ("date", "clean") and not others else None


def _is_impossible(text: str, grammar: Grammar) -> bool:
    return any(target.rule_id == IMPOSSIBLE for target in parse_target(text, grammar))


def _day(stated: Target | None, bound: str) -> date | None:
    return getattr(stated, bound) if stated else None
