"""A sheet of Excel in which a text is a text, whatever it looks like: 042, 3-5, =100%."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

EXACT = 2**53
"""Whole numbers beyond it lose digits in Excel."""
TEXT = "s"
"""How a sheet marks a cell of text."""
LONGEST = 32_767
"""Characters that a cell of Excel holds, in UTF-16 (Microsoft, "Excel specifications and limits")."""
CUT = "… [cut: the text has {length:,} characters, a cell of Excel holds {longest:,}]"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold (XML 1.0, 2.2)."""
FOLDED = Alignment(wrap_text=True, vertical="top")


def filled(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Worksheet:
    """A sheet with these rows below a head that stays in sight, with a filter on every column."""
    sheet = Workbook().active
    for row_no, row in enumerate((head, *rows), 1):
        for col_no, value in enumerate(row, 1):
            put(sheet.cell(row_no, col_no), value)
    sheet.auto_filter.ref, sheet.freeze_panes = sheet.dimensions, "A2"
    return sheet


def put(cell: Cell, value: Any) -> None:
    """Writes a value into a cell: a text as a text, what a sheet cannot hold as a text too."""
    cell.value = value if _is_held(value) else _fitting(UNPRINTABLE.sub("", str(value)))
    cell.alignment = FOLDED
    if isinstance(cell.value, str):
        cell.data_type, cell.quotePrefix = TEXT, True


def _fitting(text: str) -> str:
    """A text that a cell holds: of a longer one the beginning, and a word that it is cut."""
    length = len(text.encode("utf-16-le")) // 2
    if length <= LONGEST:
        return text
    note = CUT.format(length=length, longest=LONGEST)
    kept = text.encode("utf-16-le")[: 2 * (LONGEST - len(note))]
    return kept.decode("utf-16-le", errors="ignore") + note


def _is_held(value: Any) -> bool:
    """Whether a sheet holds a value as it is; the others it holds as text."""
    if isinstance(value, int | float | Decimal):
        return isfinite(value) and not (isinstance(value, int) and abs(value) > EXACT)
    return value is None or type(value) is date


def set_widths(sheet: Worksheet, widths: Iterable[float]) -> None:
    """Gives the columns, from the left, their widths in digits."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def width(text: str) -> int:
    """The width of a text in digits: a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def save(sheet: Worksheet, path: Path) -> None:
    """Writes the sheet's book to `path`. Raises OSError; a full disk costs no file that was there before."""
    in_memory = BytesIO()
    sheet.parent.save(in_memory)
    path.write_bytes(in_memory.getvalue())
