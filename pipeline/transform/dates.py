"""Dates, periods and spans as the fields of a target."""

from dataclasses import replace

from pipeline.model import Context
from pipeline.transform.calendar import Period, bounded
from pipeline.transform.forms import Found
from pipeline.transform.grammar import Fields, Grammar, Setting
from pipeline.transform.operators import Operator

_COMMON_YEAR = 2000  # a leap year: without a printed year, 2月29日 is no impossible day


def read_date(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A date or span; where no year is printed it takes the fiscal year, if there is one.

    Pieces: year or year_word, month, day, period, edge, bound, and end_year, end_month, end_day for a span.
    Gives way if the calendar has no such day.
    """
    grammar = setting.grammar
    first_year, last_year = _years(found, grammar, setting.context)
    within = _span(found, grammar, first_year or _COMMON_YEAR, last_year or _COMMON_YEAR)
    if within is None:
        return None
    if bound := grammar.calendar.operator(found["bound"]):
        operator = replace(operator, operator=bound, source="word")
    elif found["to"]:
        operator = grammar.operators.read(found["to"])
    fields = {"kind": "date", "operator": operator.operator, "operator_source": operator.source}
    if first_year is None:
        return fields
    start, end = bounded(within, operator.operator)
    source = "text" if found["year"] or found["end_year"] else "fiscal_year"
    return fields | {"due_start": start, "due_end": end, "due_precision": within.precision, "year_source": source}


def read_impossible_date(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A date that the calendar does not have: the part that cannot be is left over, nothing is mended."""
    month, year = int(found["month"]), found["year"]
    if not (year or found["day"]):
        return None
    start = found.span("month" if not 1 <= month <= 12 else "day")[0]
    return {"kind": "date", "leftover": setting.text.printed(start, found.span()[1])}


def _years(found: Found, grammar: Grammar, context: Context) -> tuple[int | None, int | None]:
    """The years of first and last day: one that is not printed is that of the other end."""
    first = int(found["year"]) if found["year"] else None
    last = int(found["end_year"]) if found["end_year"] else None
    if first is None and last is None and context.fiscal_year is not None:
        first = context.fiscal_year + grammar.calendar.years.get(found["year_word"], 0)
    turns = found["end_month"] and int(found["end_month"]) < int(found["month"] or 0)
    if first is None and last is not None:
        return last - bool(turns), last
    return first, (first and first + bool(turns)) if last is None else last


def _span(found: Found, grammar: Grammar, first_year: int, last_year: int) -> Period | None:
    month, day, end_month, end_day = (
        int(found[piece]) if found[piece] else None for piece in ("month", "day", "end_month", "end_day")
    )
    word = found["period"] or found["edge"]
    first = grammar.calendar.period(first_year, month, day, word)
    if not found["to"] or first is None:
        return first
    last = grammar.calendar.period(last_year, end_month, end_day, found["edge"])
    return Period(first.start, last.end, last.precision) if last and first.start <= last.end else None
