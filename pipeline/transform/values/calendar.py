"""The calendar of targets: periods by year, month, day and word, from the first to the last day, both inside."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.rules.kinds.values import CalendarRule, ValueRules

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both inside; `precision` is that of the words, never finer."""

    start: date
    end: date
    precision: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of dates of a rulebook: what part of a year or month they name, what operator they stand for."""

    words: Mapping[str, CalendarRule]
    years: Mapping[str, int]
    every: Mapping[str, str]

    @classmethod
    def of(cls, rules: ValueRules) -> "Calendar":
        """The vocabulary of dates of `rules`."""
        return cls(
            words={spelling: rule for rule in rules.calendar for spelling in rule.spellings.split()},
            years={rule.word: int(rule.value) for rule in rules.words if rule.piece == "year_word"},
            every={rule.word: rule.value for rule in rules.words if rule.piece == "every"},
        )

    def period(self, year: int, month: int | None = None, day: int | None = None, word: str = "") -> Period | None:
        """The period that year, month, day and a word for a part name; None if the calendar has no such day.

        >>> from pipeline.rules import book
        >>> calendar = Calendar.of(book.default().values)
        >>> calendar.period(2024, 2).end
        datetime.date(2024, 2, 29)
        >>> calendar.period(2025, 2, 30) is None
        True
        >>> calendar.period(2025, word="第三季度").start
        datetime.date(2025, 7, 1)
        """
        part = self.words.get(word)
        try:
            if month and day:
                return Period(date(year, month, day), date(year, month, day), "day")
            if month:
                return _in_month(year, month, part)
            return _in_year(year, part)
        except ValueError:
            return None

    def bound(self, operator: str | None) -> str:
        """The word that stands for an operator after a date, the first of the vocabulary; empty for none."""
        found = (word for word, rule in self.words.items() if operator and rule.operator == operator)
        return next(found, "")

    def operator(self, word: str) -> str | None:
        """The operator that a word after a date stands for, None for none."""
        return self.words[word].operator or None if word else None


def _in_month(year: int, month: int, part: CalendarRule | None) -> Period:
    last = monthrange(year, month)[1]
    if part is None or part.precision != "ten_days":
        return Period(date(year, month, 1), date(year, month, last), "month")
    return Period(date(year, month, int(part.first)), date(year, month, min(int(part.last), last)), "ten_days")


def _in_year(year: int, part: CalendarRule | None) -> Period:
    if part is None or part.precision in ("", "ten_days"):
        return Period(date(year, 1, 1), date(year, 12, 31), "year")
    last = int(part.last)
    return Period(date(year, int(part.first), 1), date(year, last, monthrange(year, last)[1]), part.precision)


def bounded(within: Period, operator: str | None) -> tuple[date | None, date | None]:
    """First and last day that meet an operator held against a period, None where it sets none."""
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
