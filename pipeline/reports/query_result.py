"""The answer to a question as a file: CSV for programs, a sheet of Excel for people.

Excel takes texts of a CSV file for what they look like: the code 042 becomes 42, a target of 3-5 a day in March, =100%
a formula. In the sheet a text is a text.
"""

import csv
from pathlib import Path
from typing import Any

from openpyxl.styles import Font

from pipeline.load.warehouse import Result
from pipeline.reports import sheet
from pipeline.rules.files import NotWritten

MOST_ROWS = 1_048_576
"""Rows that a sheet of Excel has, the head included."""
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet takes for a formula when it opens a CSV file."""
NARROWEST, WIDEST = 8, 60
"""Widths of columns, in digits."""


def write_csv(result: Result, path: Path, safe: bool = False) -> None:
    """Writes a query's answer as CSV: UTF-8 with a byte order mark, by which Excel knows it. In a `safe` one no text is
    a formula to Excel, at the price that some are not as they were. Raises OSError.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(result.columns)
        writer.writerows(map(_without_formulas, result.rows) if safe else result.rows)


def _without_formulas(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row in which a text that begins as formulas do stands behind an apostrophe (OWASP, "CSV Injection").

    >>> _without_formulas(("=1+1", "≥8个", -1, None))
    ("'=1+1", '≥8个', -1, None)
    """
    return tuple(f"'{one}" if isinstance(one, str) and one.startswith(FORMULAS) else one for one in row)


def write_xlsx(result: Result, path: Path) -> None:
    """Writes a query's answer as a sheet with filters. Raises OSError, and NotWritten if it has too many rows."""
    if len(result.rows) >= MOST_ROWS:
        raise NotWritten(
            "{path}: a sheet holds {most:,} rows, the answer has more; write it with --csv",
            path=path,
            most=MOST_ROWS,
        )
    made = sheet.filled(result.columns, result.rows)
    sheet.set_widths(made, map(_column_width, zip(result.columns, *result.rows, strict=True)))
    for cell in made[1]:
        cell.font = Font(bold=True)
    sheet.save(made, path)


def _column_width(values: tuple[Any, ...]) -> int:
    """As wide as what stands in the column, up to a limit."""
    widest = max(sheet.width(str(value)) for value in values if value is not None)
    return min(max(widest, NARROWEST), WIDEST) + 2
