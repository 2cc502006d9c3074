"""What a cell of Excel holds: numbers and days as they are, whatever else as a text."""

import re
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any
from unicodedata import east_asian_width

EXACT = 2**53
"""Whole numbers beyond it lose digits in Excel."""
LONGEST = 32_767
"""Characters that a cell of Excel holds, in UTF-16 (Microsoft, "Excel specifications and limits")."""
CUT = "… [cut: the text has {length:,} characters, a cell of Excel holds {longest:,}]"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold (XML 1.0, 2.2)."""


def fitting(value: Any) -> Any:
    """The value that a cell holds for this one: itself, or a text."""
    return value if _is_held(value) else _cut(UNPRINTABLE.sub("", str(value)))


def _cut(text: str) -> str:
    """A text that a cell holds: of a longer one the beginning, and a word that it is cut."""
    if len(text) <= LONGEST // 2:
        return text
    length = len(text.encode("utf-16-le")) // 2
    if length <= LONGEST:
        return text
    note = CUT.format(length=length, longest=LONGEST)
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(note))]
    return kept.decode("utf-16-le", errors="ignore") + note


def _is_held(value: Any) -> bool:
    """Whether a cell holds a value as it is."""
    if isinstance(value, int | float | Decimal):
        return isfinite(value) and not (isinstance(value, int) and abs(value) > EXACT)
    return value is None or type(value) is date


def width(text: str) -> int:
    """The width of a text in digits: a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)
