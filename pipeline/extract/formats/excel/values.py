"""The values of cells → texts as printed."""

import math
import re
from datetime import datetime

from pipeline.extract.formats.excel.number_format import GENERAL_CODE, NumberFormats
from pipeline.model.finding import Rejected

TRUE, FALSE = "TRUE", "FALSE"
_FIRST_DAY = datetime(1899, 12, 30)
_SECONDS = 86_400
_TYPED = re.compile(r"[<>]?\s*\d[\d,]*(?:\.\d+)?\s*%?[^\x00-\x7f]{0,8}")


class Values:
    """Prints values under the codes of number formats, each pair once."""

    def __init__(self, formats: NumberFormats, is_from_1904: bool = False):
        self._formats, self._is_from_1904 = formats, is_from_1904
        self._printed: dict[tuple[str, str], str] = {}

    def number(self, written: str, code: str) -> str:
        """A number as a file writes it; what is no number is printed as it is."""
        key = (written, code)
        if key not in self._printed:
            self._printed[key] = self._number(written, code)
        return self._printed[key]

    def value(self, value: float, code: str) -> str:
        """A number."""
        return self._formats.number(value, code, self._is_from_1904)

    def text(self, text: str, code: str) -> str:
        """A text."""
        return text if code == GENERAL_CODE or not text else self._formats.text(text, code)

    def moment(self, written: str, code: str) -> str:
        """A date and time as ISO 8601 writes it, as strict workbooks may (ECMA-376-1, 18.18.11)."""
        try:
            moment = datetime.fromisoformat(written.removesuffix("Z"))
        except ValueError:
            return written
        days = (moment.replace(tzinfo=None) - _FIRST_DAY).total_seconds() / _SECONDS
        return self._formats.number(days, code, False)

    def _number(self, written: str, code: str) -> str:
        try:
            value = float(written)
        except ValueError:
            return written
        return self.value(value, code) if math.isfinite(value) else written


def typed(formula: str) -> str:
    """The text that a formula is, empty if it refers to a cell, calls a function or calculates: a program that writes
    sheets takes whatever begins with an equals sign for a formula, and stores no result.

    >>> typed("100%"), typed("0起"), typed("A1"), typed("1+1")
    ('=100%', '=0起', '', '')
    """
    return f"={formula}" if _TYPED.fullmatch(formula.strip()) else ""


def shared(strings: list[str], written: str, format: str) -> str:
    """A shared string by its number. Raises Rejected: `damaged_workbook`, if there is none."""
    try:
        return strings[int(written)]
    except (ValueError, IndexError):
        raise Rejected("damaged_workbook", format) from None


def is_zero(written: str) -> bool:
    """Whether a file writes the number zero.

    >>> is_zero("0.00"), is_zero("x")
    (True, False)
    """
    try:
        return float(written) == 0
    except ValueError:
        return False
