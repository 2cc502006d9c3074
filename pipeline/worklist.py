"""The worklist: every finding as a row of an Excel sheet, with filters and a column for what became of it."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain
from math import ceil
from pathlib import Path
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.opinion import Opinion, Row
from pipeline.rulebook import Rulebook
from pipeline.rulemodel import MemoWords

WIDTHS = (22, 11, 20, 22, 9, 6, 36, 36, 5, 5, 20, 24, 24, 9, 20, 28, 18)
PRINTED = 15
"""Columns that are printed: those behind them, the code and the number of a finding, are for programs."""
STATE = 14
"""The column of the state that a finding is in."""
WRAPPED = Alignment(wrap_text=True, vertical="top")
SHADED = PatternFill("solid", start_color="D9D9D9")
SIZE, LINE = 10, 15
"""Points of a letter and of a line."""
FORMULA, TEXT = "f", "s"
"""How a sheet marks the type of a cell."""


def write(opinion: Opinion, rules: Rulebook, path: Path) -> None:
    """Writes the worklist to `path`. Raises OSError if that cannot be written."""
    book, words = Workbook(), rules.memo
    book.properties.title, book.properties.creator = words.worklist, ""
    sheet = book.active
    sheet.title = words.worklist
    sheet.append(words.worklist_columns)
    projects = {one.project["project_id"]: one.project for one in opinion.projects}
    for row in opinion.findings:
        sheet.append([_plain(value) for value in _cells(row, projects.get(row["project_id"], {}), words)])
    _as_printed(chain.from_iterable(sheet.iter_rows()))
    _format(sheet, words)
    _lay_out(sheet)
    in_memory = BytesIO()
    book.save(in_memory)  # a full disk then costs no worklist that was there before
    path.write_bytes(in_memory.getvalue())


def _cells(row: Row, project: Row, words: MemoWords) -> tuple:
    unit = next(filter(None, map(project.get, ("unit_name", "implementing_unit", "department_name"))), None)
    place = row["path"], project.get("unit_code"), unit, project.get("project_name")
    judged = row["criterion"], words.severities[row["severity"]], row["message_zh"], row["evidence"]
    address = row["table_no"], row["row_no"], row["indicator_name"]
    return (
        *place,
        *judged,
        *address,
        row["action_zh"],
        row["innocent_zh"],
        words.states[0],
        "",
        row["code"],
        row["issue_id"],
    )


def _plain(value):
    """Text that a sheet can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def _as_printed(cells: Iterable[Cell]) -> None:
    """Texts stay texts: one that begins with a sign, such as =100%, is no formula."""
    for cell in cells:
        if cell.data_type == FORMULA:
            cell.data_type, cell.quotePrefix = TEXT, True


def _format(sheet: Worksheet, words: MemoWords) -> None:
    """Filters on every column, the head in sight, and the states to choose from."""
    sheet.auto_filter.ref = sheet.dimensions
    sheet.freeze_panes = "A2"
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row_no, row in enumerate(sheet.iter_rows(), 1):
        sheet.row_dimensions[row_no].height = LINE * _lines(row)
        for cell in row:
            cell.alignment, cell.font = WRAPPED, Font(name=words.font, size=SIZE, bold=row_no == 1)
    for cell in sheet[1]:
        cell.fill = SHADED
    states = DataValidation(type="list", formula1=f'"{",".join(words.states)}"', allow_blank=True)
    sheet.add_data_validation(states)
    states.add(f"{get_column_letter(STATE)}2:{get_column_letter(STATE)}{max(2, sheet.max_row)}")


def _lines(cells: Sequence[Cell]) -> int:
    """How many lines the longest text of a row takes: not every program sees to that by itself."""
    return max(
        sum(ceil(max(1, _width(line)) / (width - 1)) for line in str(cell.value or "").split("\n"))
        for cell, width in zip(cells, WIDTHS, strict=True)
    )


def _width(text: str) -> int:
    """The width of a text in digits: a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def _lay_out(sheet: Worksheet) -> None:
    """A3 on its side, as wide as the page, with lines, the head on each page, and page numbers."""
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(PRINTED)}{sheet.max_row}"
    sheet.print_options.gridLines = True
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = sheet.ORIENTATION_LANDSCAPE, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.center.text = "&P / &N"
