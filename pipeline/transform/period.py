"""A project's own period: as printed, and as days."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pipeline.model import Target
from pipeline.rulebook import TextRule
from pipeline.transform.fields import Fields, matched
from pipeline.transform.targets import parse_target

BOUNDS = ("period_start", "period_end")


def project_period(fields: Fields, rules: Iterable[TextRule]) -> dict[str, Any]:
    """Begin and end as printed, in a field each or in one, and the first and the last day; None for what is not
    printed or is no date. No year is taken from elsewhere.
    """
    in_one = fields.text("project_period")
    span = matched(rules, in_one)
    printed = {name: fields.text(name) or span.get(name) for name in BOUNDS}
    whole = _date(in_one)
    first, last = (_date(printed[name]) or whole for name in BOUNDS)
    return printed | {"starts_on": _day(first, "due_start"), "ends_on": _day(last, "due_end")}


def _date(text: str | None) -> Target | None:
    """The one date or span of dates that a text states."""
    first, *others = parse_target(text or "")
    return first if (first.kind, first.status) == ("date", "clean") and not others else None


def _day(stated: Target | None, bound: str) -> date | None:
    return getattr(stated, bound) if stated else None
