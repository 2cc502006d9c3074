"""The worklist: every finding as a row of an Excel sheet, with filters and a column for what became of it."""

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.reports import sheet
from pipeline.reports.by_project import Opinion, Row
from pipeline.reports.cell import width
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.texts import MemoWords

WIDTHS = (22, 11, 20, 22, 9, 6, 36, 36, 5, 5, 20, 24, 24, 9, 20, 11, 28, 18)
PRINTED = 16
"""Columns that are printed: those behind them, the code and the number of a finding, are for programs."""
STATE = 14
"""The column of the state that a finding is in."""
SHADED = PatternFill("solid", start_color="D9D9D9")
SIZE, LINE = 10, 15
"""Points of a letter and of a line."""


def write(opinion: Opinion, rules: Rulebook, path: Path) -> None:
    """Writes the worklist to `path`. Raises OSError if that cannot be written."""
    words = rules.memo
    made = sheet.filled(words.worklist_columns, rows(opinion, words))
    made.title = made.parent.properties.title = words.worklist
    made.parent.properties.creator = ""
    _format(made, words)
    _offer_states(made, words)
    _lay_out(made)
    sheet.save(made, path)


def rows(opinion: Opinion, words: MemoWords) -> Iterator[tuple]:
    """The rows of the list, each a value per column: the gravest finding first."""
    projects = {one.project["project_id"]: one.project for one in opinion.projects}
    return (_cells(row, projects.get(row["project_id"], {}), words) for row in _gravest_first(opinion, words))


def _gravest_first(opinion: Opinion, words: MemoWords) -> list[Row]:
    """All findings by severity, then by the money in question; else in the order of the opinion."""
    grades = list(words.severities)
    return sorted(opinion.findings, key=lambda row: (grades.index(row["severity"]), -(row["amount"] or 0)))


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
        "",
        row["code"],
        row["issue_id"],
    )


def _format(made: Worksheet, words: MemoWords) -> None:
    """Columns and rows in which every text can be read, in the font of the memo."""
    sheet.set_widths(made, WIDTHS)
    for row_no, row in enumerate(made.iter_rows(), 1):
        made.row_dimensions[row_no].height = LINE * _lines(row)
        for cell in row:
            cell.font = Font(name=words.font, size=SIZE, bold=row_no == 1)
    for cell in made[1]:
        cell.fill = SHADED


def _offer_states(made: Worksheet, words: MemoWords) -> None:
    """The states that a finding can be in, to choose from."""
    offer(made, words, f"{get_column_letter(STATE)}2:{get_column_letter(STATE)}{max(2, made.max_row)}")


def offer(made: Worksheet, words: MemoWords, cells: str) -> None:
    """Has the states offered in these cells."""
    states = DataValidation(type="list", formula1=f'"{",".join(words.states)}"', allow_blank=True)
    made.add_data_validation(states)
    states.add(cells)


def _lines(cells: Sequence[Cell]) -> int:
    """How many lines the longest text of a row takes: not every program sees to that by itself."""
    return max(
        sum(ceil(max(1, width(line)) / (wide - 1)) for line in str(cell.value or "").split("\n"))
        for cell, wide in zip(cells, WIDTHS, strict=True)
    )


def _lay_out(made: Worksheet) -> None:
    """A3 on its side, as wide as the page, with lines, the head on each page, and page numbers."""
    made.print_title_rows = "1:1"
    made.print_area = f"A1:{get_column_letter(PRINTED)}{made.max_row}"
    made.print_options.gridLines = True
    made.page_setup.paperSize = made.PAPERSIZE_A3
    made.page_setup.orientation, made.page_setup.fitToHeight = made.ORIENTATION_LANDSCAPE, 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.page_margins.left = made.page_margins.right = 0.4
    made.oddFooter.center.text = "&P / &N"
