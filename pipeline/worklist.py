"""The worklist: every finding as a row of an Excel sheet, with filters and a column for what became of it."""

from collections.abc import Iterable
from io import BytesIO
from itertools import chain
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.opinion import Opinion, Row
from pipeline.rulebook import Rulebook
from pipeline.rulemodel import MemoWords

WIDTHS = (18, 24, 10, 20, 26, 8, 6, 22, 42, 42, 5, 5, 24, 32, 28, 10, 24)
WRAPPED = Alignment(wrap_text=True, vertical="top")
FORMULA, TEXT = "f", "s"
"""How a sheet marks the type of a cell."""
STATE = 16
"""The column of the state that a finding is in."""


def write(opinion: Opinion, rules: Rulebook, path: Path) -> None:
    """Writes the worklist to `path`. Raises OSError if that cannot be written."""
    book, words = Workbook(), rules.memo
    sheet = book.active
    sheet.title = words.worklist
    sheet.append(words.worklist_columns)
    projects = {one.project["project_id"]: one.project for one in opinion.projects}
    for row in opinion.findings:
        sheet.append([_plain(value) for value in _cells(row, projects.get(row["project_id"], {}), words)])
    _as_printed(chain.from_iterable(sheet.iter_rows()))
    _format(sheet, words)
    in_memory = BytesIO()
    book.save(in_memory)  # a full disk then costs no worklist that was there before
    path.write_bytes(in_memory.getvalue())


def _cells(row: Row, project: Row, words: MemoWords) -> tuple:
    place = row["path"], project.get("unit_code"), project.get("unit_name"), project.get("project_name")
    judged = row["criterion"], words.severities[row["severity"]], row["code"], row["message_zh"], row["evidence"]
    address = row["table_no"], row["row_no"], row["indicator_name"]
    return row["issue_id"], *place, *judged, *address, row["action_zh"], row["innocent_zh"], words.states[0], ""


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
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = sheet.ORIENTATION_LANDSCAPE, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = WRAPPED
    states = DataValidation(type="list", formula1=f'"{",".join(words.states)}"', allow_blank=True)
    sheet.add_data_validation(states)
    states.add(f"{get_column_letter(STATE)}2:{get_column_letter(STATE)}{max(2, sheet.max_row)}")
