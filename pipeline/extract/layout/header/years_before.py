"""Columns of what was in the years before, beside the targets of this one: a past value is never taken for a target."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from pipeline.extract.layout.header.columns import EARLIER, VALUES, Column

SEVERAL = 2
"""Years side by side from which on they are a history, and what stands beside them without a year is of this one."""


def of_their_year(columns: Sequence[Column]) -> list[Column]:
    """The columns, those of values whose headers name a year before that of the targets as earlier ones."""
    this = max((column.year for column in columns if column.name == "target"), default="")
    return [
        replace(column, name=EARLIER) if column.name in VALUES and "" < column.year < this else column
        for column in columns
    ]


def of_years_before(
    columns: Sequence[Column], places: Collection[int], says_before: Callable[[Column], bool]
) -> dict[int, bool]:
    """Which of the columns at some places, which hold values and which no word calls targets, are of the years before,
    and whether a header tells it.

    One is if its header says so, or names a year before one that another header names. Where none names a later year,
    several years are a history if a column beside them holds values and names none.
    """
    told = dict.fromkeys((place for place in places if says_before(columns[place])), True)
    dated = {place: year for place in places if place not in told and (year := columns[place].year)}
    latest = max((column.year for column in columns), default="")
    is_history = len(set(dated.values())) >= SEVERAL and not set(places) <= told.keys() | dated.keys()
    return told | {place: not is_history for place, year in dated.items() if is_history or year < latest}
