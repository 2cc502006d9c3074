"""How long services last, where dates say so: 2025年4月-2025年12月, or 到岗时间 2025年7月."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from pipeline.transform.names.wording import Wording

Row = Mapping[str, Any]
DAY = timedelta(days=1)
PERIOD, START = "period", "start"
RANGE = "range"
POINTS = frozenset({"day", "ten_days", "month"})
"""Precisions of dates that name when something is or ends, and not how long it lasts: 防火期结束时间 2025年12月."""


class ServicePeriods:
    """The spans of dates of one project's services.

    `year` is the fiscal year, if that is known: of a service that begins or ends in another it pays for a part.
    """

    def __init__(self, rows: Iterable[Row], wording: Wording, year: int | None):
        self._wording, self._year = wording, year
        self._dates = [row for row in rows if row["kind"] == "date"]

    def says(self, row: Row) -> bool:
        """Whether an indicator is named as the time that a service lasts."""
        return self._wording.says(PERIOD, row["indicator_name"])

    def months(self) -> list[tuple[Row, int]]:
        """The indicators that state such a span, with its whole months, those of the fiscal year."""
        spans = [(row, row["due_start"], row["due_end"]) for row in self._dates if self.says(row) and _lasts(row)]
        starts = (row for row in self._dates if self._wording.says(START, row["indicator_name"]))
        spans += [(row, first, self._end_of_year(first)) for row in starts if (first := _first_day(row))]
        found = [(row, self._whole_months(first, last)) for row, first, last in spans if first and last]
        return [(row, months) for row, months in found if months > 0]

    def _end_of_year(self, day: date) -> date:
        return date(self._year or day.year, 12, 31)

    def _whole_months(self, first: date, last: date) -> int:
        """The months from a first day to a last; 0 if these are not the first and last of any."""
        if first.day != 1 or (last + DAY).day != 1:
            return 0
        begin, end = _month_no(first), _month_no(last) + 1
        if self._year:
            begin, end = max(begin, 12 * self._year), min(end, 12 * self._year + 12)
        return end - begin


def _lasts(row: Row) -> bool:
    return row["operator"] == RANGE or row["due_precision"] not in POINTS


def _first_day(row: Row) -> date | None:
    """The day from which on something is there: of one that comes by the end of a month the day after."""
    if row["due_start"]:
        return row["due_start"]
    return row["due_end"] + DAY if row["due_end"] else None


def _month_no(day: date) -> int:
    return 12 * day.year + day.month - 1
