"""Dates and periods: the first and last day inside, never finer than printed."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pipeline.model import Context
from pipeline.transform.grammar import Found, Grammar

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both inside."""

    start: date
    end: date
    precision: str


def period(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """The period that year, month and day name, as fine as given; None if the calendar has no such day.

    >>> period(2024, 2).end
    datetime.date(2024, 2, 29)
    >>> period(2025, 2, 30)
    """
    try:
        if month is None:
            return Period(date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
        return Period(date(year, month, day), date(year, month, day), "day")
    except ValueError:
        return None


def bounded(within: Period, operator: str | None) -> tuple[date | None, date | None]:
    """First and last day that meet the operator, held against a period."""
    match operator:
        case "<=":
            return None, within.end
        case "<":
            return None, within.start - _DAY
        case ">=":
            return within.start, None
        case ">":
            return within.end + _DAY, None
    return within.start, within.end


def read_date(found: Found, grammar: Grammar, context: Context) -> dict[str, Any] | None:
    """A date with its year, or with the fiscal year where none is printed. Gives way if the calendar has no such day."""
    year = int(found["year"]) if found["year"] else context.fiscal_year
    edge = grammar.edges.get(found["edge"])
    operator = grammar.operators.read(found["operator"])
    fields = {"kind": "date", "operator": operator.operator, "operator_source": operator.source}
    if edge and edge.operator:
        fields |= {"operator": edge.operator, "operator_source": "word"}
    if year is None:
        return fields
    within = period(year, *(int(found[name]) if found[name] else None for name in ("month", "day")))
    if within is None:
        return None
    start, end = bounded(within, fields["operator"])
    source = "text" if found["year"] else "fiscal_year"
    return fields | {"due_start": start, "due_end": end, "due_precision": within.precision, "year_source": source}
