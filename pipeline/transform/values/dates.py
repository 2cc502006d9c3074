"""Dates, periods and spans as the fields of a target."""

from pipeline.transform.values.calendar import Period, bounded
from pipeline.transform.values.grammar import Fields, Grammar, Setting
from pipeline.transform.values.operators import Operator
from pipeline.transform.values.patterns import Found

_NEAR = 5  # years from the fiscal year within which two digits are surely a year
_LEAP_YEAR = 2000  # stands in for a year that is not known: the last of February is then no impossible day


def read_date(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A date or span; where no year is printed it takes the fiscal year, if there is one.

    Pieces: year or year_word, month, day, period, edge, bound, and end_year, end_month, end_day for a span.
    Gives way if the calendar has no such day.
    """
    first_year, last_year = _years(found, setting)
    within = _span(found, setting, first_year or _LEAP_YEAR, last_year or _LEAP_YEAR)
    if within is None:
        return None
    operator = _operator(found, operator, setting.grammar)
    fields = {"kind": "date", "operator": operator.operator, "operator_source": operator.source}
    fields["leftover"] = operator.against
    if first_year is None:
        return fields
    start, end = bounded(within, operator.operator)
    source = "text" if found["year"] or found["end_year"] else "fiscal_year"
    return fields | {"due_start": start, "due_end": end, "due_precision": within.precision, "year_source": source}


def read_short_year(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A date whose year is printed with two digits; they are left over if they are far from the fiscal year."""
    now, digits = setting.context.fiscal_year, int(found["short_year"])
    year = now and now - now % 100 + digits
    fields = {"kind": "date", "leftover": setting.text.printed(*found.span("short_year"))}
    if not now or not year or abs(year - now) > _NEAR:
        return fields
    within = _span(found, setting, year, year)
    if within is None:
        return fields
    operator = _operator(found, operator, setting.grammar)
    start, end = bounded(within, operator.operator)
    return fields | {
        "operator": operator.operator,
        "operator_source": operator.source,
        "leftover": operator.against,
        "due_start": start,
        "due_end": end,
        "due_precision": within.precision,
        "year_source": "fiscal_year",
    }


def _operator(found: Found, operator: Operator, grammar: Grammar) -> Operator:
    """That of a span or of a word after the date; what is printed before it must agree or is against it."""
    bound = grammar.calendar.operator(found["bound"])
    if found["to"]:
        return grammar.operators.read_range(found["to"], found["operator"])
    if bound is None:
        return operator
    return Operator(bound, "word", "" if operator.operator in (None, bound) else found["operator"])


def read_recurrence(found: Found, operator: Operator, setting: Setting) -> Fields:
    """A deadline of every month, quarter, … : no day of the calendar is its end. Where no word says how often, the
    form does (its `unit`). Pieces: every.
    """
    start = found.span("every")[1] if found["every"] else found.span()[0]
    return {
        "kind": "date",
        "recurrence": setting.grammar.calendar.every.get(found["every"]) or found.form.rule.unit,
        "recurrence_text": setting.text.printed(start, found.span()[1]),
        "leftover": _operator(found, operator, setting.grammar).against,
    }


def read_time_alone(found: Found, operator: Operator, setting: Setting) -> Fields:
    """A time of day: of which day stays open."""
    return {"kind": "date", "leftover": setting.text.printed(*found.span())}


def read_date_without_year(found: Found, operator: Operator, setting: Setting) -> Fields:
    """A date that is no one period of the calendar: a day of no month, or one that counts in school years."""
    operator = _operator(found, operator, setting.grammar)
    return {
        "kind": "date",
        "operator": operator.operator,
        "operator_source": operator.source,
        "leftover": operator.against,
    }


def read_impossible_date(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A date that the calendar does not have: the part that cannot be is left over, nothing is mended."""
    month, year = int(found["month"]), found["year"]
    if not (year or found["day"]):
        return None
    start = found.span("month" if not 1 <= month <= 12 else "day")[0]
    return {"kind": "date", "leftover": setting.text.printed(start, found.span()[1])}


def read_damaged_date(found: Found, operator: Operator, setting: Setting) -> Fields:
    """A month and a day with something between them that belongs to no date: which day is meant stays open."""
    between = setting.text.printed(found.span("month")[1] + 1, found.span("day")[0])
    return {"kind": "date", "leftover": between}


def _years(found: Found, setting: Setting) -> tuple[int | None, int | None]:
    """The years of the first and the last day: one that is not printed is that of the other end, or the fiscal year.

    A span from a later to an earlier month ends in the next year, one to a month of 次年 in the one after its first.
    """
    first, last = (_number(found[piece], setting) for piece in ("year", "end_year"))
    turns = bool(found["end_month"]) and int(found["end_month"]) < int(found["month"])
    if first is None and last is not None:
        return last - turns, last
    if first is None and setting.context.fiscal_year is not None:
        first = setting.context.fiscal_year + setting.grammar.calendar.years.get(found["year_word"], 0)
    if first is not None and found["end_year_word"]:
        return first, first + setting.grammar.calendar.years[found["end_year_word"]]
    return first, first + turns if last is None and first is not None else last


def _number(text: str, setting: Setting) -> int | None:
    """A year, month or day in digits or in characters."""
    number = setting.grammar.numbers.read(text) if text else None
    return None if number is None else int(number)


def _span(found: Found, setting: Setting, first_year: int, last_year: int) -> Period | None:
    grammar, pieces = setting.grammar, ("month", "day", "end_month", "end_day")
    month, day, end_month, end_day = (_number(found[piece], setting) for piece in pieces)
    word = found["first_edge"] if found["to"] else found["period"] or found["edge"]
    first = grammar.calendar.period(first_year, month, day, word)
    if not found["to"] or first is None:
        return first
    last = grammar.calendar.period(last_year, end_month or month, end_day, found["edge"])
    return Period(first.start, last.end, last.precision) if last and first.start <= last.end else None
