"""The answer to a question as a file: CSV for programs, a sheet of Excel for people.

Excel takes texts of a CSV file for what they look like: the code 042 becomes 42, a target of 3-5 a day in March, =100%
a formula. In the sheet a text is a text.
"""

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.files import NotWritten
from pipeline.load.warehouse import Result

MOST_ROWS = 1_048_576
"""Rows that a sheet of Excel has, the head included."""
EXACT = 2**53
"""Whole numbers beyond it lose digits in Excel."""
TEXT = "s"
"""How a sheet marks a cell of text."""
NARROWEST, WIDEST = 8, 60
"""Widths of columns, in characters."""
FOLDED = Alignment(wrap_text=True, vertical="top")


def write_csv(result: Result, path: Path) -> None:
    """Writes a query's answer as CSV: UTF-8 with a byte order mark, by which Excel knows it. Raises OSError."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(result.columns)
        writer.writerows(result.rows)


def write_xlsx(result: Result, path: Path) -> None:
    """Writes a query's answer as a sheet with filters. Raises OSError, and NotWritten if it has too many rows."""
    if len(result.rows) >= MOST_ROWS:
        raise NotWritten(f"{path}: a sheet holds {MOST_ROWS:,} rows, the answer has more; write it with --csv")
    book = Workbook()
    sheet = book.active
    for row_no, row in enumerate((result.columns, *result.rows), 1):
        for col_no, value in enumerate(row, 1):
            _put(sheet.cell(row_no, col_no), value)
    _format(sheet, zip(result.columns, *result.rows, strict=True))
    in_memory = BytesIO()
    book.save(in_memory)  # a full disk then costs no file that was there before
    path.write_bytes(in_memory.getvalue())


def _put(cell: Cell, value: Any) -> None:
    cell.value = value if _is_held(value) else ILLEGAL_CHARACTERS_RE.sub("", str(value))
    if isinstance(cell.value, str):
        cell.data_type, cell.quotePrefix = TEXT, True


def _is_held(value: Any) -> bool:
    """Whether a sheet holds a value as it is; the others it holds as text."""
    if isinstance(value, int | float | Decimal):
        return isfinite(value) and not (isinstance(value, int) and abs(value) > EXACT)
    return value is None or type(value) is date


def _format(sheet: Worksheet, columns: Iterable[tuple[Any, ...]]) -> None:
    """Filters on every column, the head in sight, columns as wide as what stands in them, up to a limit."""
    sheet.auto_filter.ref, sheet.freeze_panes = sheet.dimensions, "A2"
    for number, values in enumerate(columns, 1):
        width = max(_width(value) for value in values)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(width, NARROWEST), WIDEST) + 2
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = FOLDED
    for cell in sheet[1]:
        cell.font = Font(bold=True)


def _width(value: Any) -> int:
    """The width of a value in characters of the Latin script; Chinese ones take two of them, as in GBK two bytes."""
    return 0 if value is None else len(str(value).encode("gbk", "replace"))
