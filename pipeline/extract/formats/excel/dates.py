"""Serial numbers under formats of dates and times.

Days count from 1 January 1900 or from 1 January 1904 (ECMA-376-1, 18.17.4.1); in the first, 29 February 1900 has a
number, though there was none, and day 0 is written 0 January 1900.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.formats.excel.format_code import DATE, ELAPSED, HALF, SUBSECOND, Section, Token
from pipeline.extract.formats.excel.general import round_to
from pipeline.extract.formats.excel.numerals import Numerals
from pipeline.extract.formats.excel.words import Words

DAYS_FROM_1900_TO_1904 = 1462
_LAST = 2_958_465
"""31 December 9999."""
_NO_DATE = "########"
"""What Excel prints for a number that is no date, however wide the column."""
_LEAP_DAY = 60
_BEFORE_1900_MARCH, _SINCE = date(1899, 12, 31), date(1899, 12, 30)
_DAY = 86_400
_MOST_SUBSECONDS = 6
_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split()
_SHORT = 3


class Moment(NamedTuple):
    """A date and time as Excel counts it; `days` is the serial number, `units` are fractions of the second."""

    days: int
    year: int
    month: int
    day: int
    seconds: int
    units: int


class Dates:
    """Prints dates. Names of days and months are English unless a format asks for Chinese."""

    def __init__(self, words: Words, numerals: Numerals):
        self._words, self._numerals = words, numerals

    def print(self, section: Section, serial: Decimal) -> str:
        """A serial number of the 1900 system under a section."""
        precision = min(sum(len(token.text) for token in section.tokens if token.kind == SUBSECOND), _MOST_SUBSECONDS)
        if not 0 <= serial < _LAST + 1:
            return _NO_DATE
        moment = _moment(serial if _has_time(section) else Decimal(int(serial)), precision)
        return "".join(
            self._printed(section, place, token, moment, precision) for place, token in enumerate(section.tokens)
        )

    def _printed(self, section: Section, place: int, token: Token, moment: Moment, precision: int) -> str:
        if token.kind == DATE:
            return self._part(section, place, token.text, moment)
        if token.kind == ELAPSED:
            return self._count(section, _elapsed(token.text[0], moment), len(token.text))
        if token.kind == HALF:
            return self._half(section, token.text, moment)
        if token.kind == SUBSECOND:
            return _subseconds(token, moment, precision)
        return token.text

    def _part(self, section: Section, place: int, text: str, moment: Moment) -> str:
        """A run of one letter."""
        hours, minutes = divmod(moment.seconds // 60, 60)
        width = min(len(text), 2)
        match text[0]:
            case "y" | "e":
                return self._year(section, text, moment.year)
            case "m" if len(text) <= 2 and _is_minute(section.tokens, place):
                return self._count(section, minutes, width)
            case "m":
                return self._month(section, text, moment.month)
            case "d" | "a":
                return self._day(section, text, moment)
            case "h":
                hours = (hours - 1) % 12 + 1 if section.has(HALF) else hours
                return self._count(section, hours, width)
            case "s":
                return self._count(section, moment.seconds % 60, width)
        return ""

    def _count(self, section: Section, value: int, width: int) -> str:
        if value >= 100:
            return self._numerals.digits(str(value).zfill(width), section.numerals)
        return self._numerals.count(value, width, section.numerals)

    def _year(self, section: Section, text: str, year: int) -> str:
        shown = str(year) if text[0] == "e" or len(text) > 2 else f"{year % 100:02}"
        return self._numerals.digits(shown, section.numerals)

    def _month(self, section: Section, text: str, month: int) -> str:
        if len(text) <= 2:
            return self._count(section, month, len(text))
        if len(text) > 4:
            return _MONTHS[month - 1][0]
        names = self._words.months if len(text) == 4 else self._words.short_months
        return names[month - 1] if section.is_chinese else _MONTHS[month - 1][: None if len(text) == 4 else _SHORT]

    def _day(self, section: Section, text: str, moment: Moment) -> str:
        """The day of the month, or its name: `aaa` and `aaaa` name it in Chinese wherever they stand."""
        if text[0] == "d" and len(text) <= 2:
            return self._count(section, moment.day, len(text))
        weekday = (moment.days - 1) % 7
        is_long = len(text) > _SHORT
        if text[0] == "a" and not is_long:
            return self._words.short_weekdays[weekday][-1]
        if text[0] == "a" or section.is_chinese:
            return (self._words.weekdays if is_long else self._words.short_weekdays)[weekday]
        return _WEEKDAYS[weekday][: None if is_long else _SHORT]

    def _half(self, section: Section, text: str, moment: Moment) -> str:
        which = moment.seconds >= _DAY // 2
        if text == "a/p":
            return "AP"[which]
        is_chinese = section.is_chinese or text != "am/pm"
        return self._words.halves[which] if is_chinese else ("AM", "PM")[which]


def _moment(serial: Decimal, precision: int) -> Moment:
    """A serial number rounded to a fraction of the second."""
    units = int(round_to(serial * _DAY * 10**precision, 0))
    seconds, rest = divmod(units, 10**precision)
    days, seconds = divmod(seconds, _DAY)
    return Moment(days, *_date(min(days, _LAST)), seconds, rest)


def _date(days: int) -> tuple[int, int, int]:
    if days == 0:
        return 1900, 1, 0
    if days == _LEAP_DAY:
        return 1900, 2, 29
    found = (_BEFORE_1900_MARCH if days < _LEAP_DAY else _SINCE) + timedelta(days)
    return found.year, found.month, found.day


def _elapsed(letter: str, moment: Moment) -> int:
    seconds = moment.days * _DAY + moment.seconds
    return seconds // {"h": 3600, "m": 60, "s": 1}[letter]


def _subseconds(token: Token, moment: Moment, precision: int) -> str:
    """The point, or one digit after it. All digits stand in the first, so that they are written once."""
    if token.text:
        return ""
    return f".{moment.units:0{precision}}" if precision else "."


def _has_time(section: Section) -> bool:
    """Whether a section prints more than the day, so that the second nearest to a time counts."""
    return any(token.kind == ELAPSED or (token.kind == DATE and token.text[0] in "hs") for token in section.tokens)


def _is_minute(tokens: Sequence[Token], place: int) -> bool:
    """Whether an `m` stands after hours or before seconds."""
    parts = [(at, token.text[0]) for at, token in enumerate(tokens) if token.kind in (DATE, ELAPSED)]
    before = [letter for at, letter in parts if at < place][-1:]
    after = [letter for at, letter in parts if at > place][:1]
    return before == ["h"] or after == ["s"]
