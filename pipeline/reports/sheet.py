"""A sheet of Excel in which a text is a text, whatever it looks like: 042, 3-5, =100%."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.reports.cell import fitting

TEXT = "s"
"""How a sheet marks a cell of text."""
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
    cell.value = fitting(value)
    cell.alignment = FOLDED
    if isinstance(cell.value, str):
        cell.data_type, cell.quotePrefix = TEXT, True


def set_widths(sheet: Worksheet, widths: Iterable[float]) -> None:
    """Gives the columns, from the left, their widths in digits."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def save(sheet: Worksheet, path: Path) -> None:
    """Writes the sheet's book to `path`. Raises OSError; a full disk costs no file that was there before."""
    in_memory = BytesIO()
    sheet.parent.save(in_memory)
    path.write_bytes(in_memory.getvalue())
