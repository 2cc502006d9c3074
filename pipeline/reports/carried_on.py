"""A worklist that a reviewer works in is carried on: what he wrote stays as it stands, cell by cell.

The rows are known by the number of their finding, wherever the reviewer moved them or its column. Rows of findings that
are new are added at the end and marked so, those whose finding is no more are marked and stay.
"""

import re
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.reports import sheet, worklist
from pipeline.reports.by_project import Opinion
from pipeline.rules.files import NotWritten
from pipeline.rules.kinds.texts import MemoWords

HEAD_ROWS = 20
"""Rows in which the head is looked for: a reviewer may write some above it."""
CARRIED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/[^/]+|xl/(_rels/)?workbook\.xml(\.rels)?|"
    r"xl/worksheets/(_rels/)?sheet\d+\.xml(\.rels)?|xl/(styles|sharedStrings|calcChain|metadata)\.xml|"
    r"xl/theme/.*|xl/(comments/)?comment[^/]*\.xml|xl/drawings/[^/]*\.vml|xl/printerSettings/.*|.*/",
)
"""Parts of a book that the library writes as it read them, or that hold nothing of the reviewer's. A chart, a picture,
a macro, a threaded comment would be lost.
"""
DRAWN = re.compile(rb"<(\w+:)?(absolute|oneCell|twoCell)Anchor\b")
"""What stands in a drawing that is not empty, as LibreOffice writes one for each sheet: ECMA-376-1, 20.5.2."""
EXTENDED = re.compile(rb"<(\w+:)?extLst\b")
"""What holds the newer parts of a sheet, such as sparklines, which the library leaves out: ECMA-376-1, 18.2.10."""
Head = Mapping[str, int]


class Worklist:
    """A worklist that stands in a file."""

    def __init__(self, book: Workbook, found: Worksheet, head_row: int, words: MemoWords):
        self._book, self._sheet, self._head_row, self._words = book, found, head_row, words
        self._head: dict[str, int] = {str(cell.value): cell.column for cell in found[head_row] if cell.value}

    def carry_on(self, shown: Opinion, whole: Opinion, path: Path) -> None:
        """Writes it to `path` with what has changed: `shown` are the findings that are to stand in it, `whole` all that
        there are. Raises OSError.
        """
        held = self._held()
        there = {row["issue_id"] for row in whole.findings}
        for number, row_no in held.items():
            self._mark(row_no, "" if number in there else self._words.changes[1])
        for row in worklist.rows(shown, self._words):
            if row[-1] not in held:
                self._append(row)
        sheet.save(self._sheet, path)

    def _held(self) -> dict[str, int]:
        """The rows by the number of their finding."""
        column = self._head[self._words.worklist_columns[-1]]
        numbers = ((row_no, self._sheet.cell(row_no, column).value) for row_no in self._rows())
        return {str(number): row_no for row_no, number in numbers if number}

    def _rows(self) -> range:
        return range(self._head_row + 1, self._sheet.max_row + 1)

    def _column(self, name: str) -> int:
        """Where a column stands; one that is not there, as in the lists of former versions, is added."""
        if name not in self._head:
            self._head[name] = self._sheet.max_column + 1
            sheet.put(self._sheet.cell(self._head_row, self._head[name]), name)
        return self._head[name]

    def _mark(self, row_no: int, change: str) -> None:
        """A mark of ours is renewed; what a reviewer wrote in its place stays."""
        cell = self._sheet.cell(row_no, self._column(_change(self._words)))
        if cell.value in (None, "", *self._words.changes):
            sheet.put(cell, change or None)

    def _append(self, row: Sequence[object]) -> None:
        row_no = self._sheet.max_row + 1
        for name, value in zip(self._words.worklist_columns, row, strict=True):
            cell = self._sheet.cell(row_no, self._column(name))
            sheet.put(cell, self._words.changes[0] if name == _change(self._words) else value)
            cell.font = Font(name=self._words.font, size=worklist.SIZE)
        state = get_column_letter(self._column(self._words.worklist_columns[worklist.STATE - 1]))
        worklist.offer(self._sheet, self._words, f"{state}{row_no}")
        if self._sheet.auto_filter.ref:
            self._sheet.auto_filter.ref = f"A{self._head_row}:{get_column_letter(self._sheet.max_column)}{row_no}"


def standing(path: Path, words: MemoWords) -> Worklist | None:
    """The worklist that stands in a file; None if the file is none, or holds none.

    Raises NotWritten if it holds what would be lost.
    """
    try:
        with ZipFile(path) as package, warnings.catch_warnings(action="ignore"):  # what is left out is looked for here
            lost = [name for name in package.namelist() if _is_lost(name, package)]
            book = load_workbook(path, rich_text=True)
    except (OSError, BadZipFile, KeyError, ValueError, TypeError):
        return None
    for one in book.worksheets:
        if head_row := _head_row(one, words):
            if lost:
                raise NotWritten(
                    "{path}: this worklist holds a chart, a picture or something else ({part}) that would be lost; "
                    "name another file",
                    path=path,
                    part=lost[0],
                )
            return Worklist(book, one, head_row, words)
    return None


def _is_lost(name: str, package: ZipFile) -> bool:
    if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
        return bool(EXTENDED.search(package.read(name)))
    if re.fullmatch(r"xl/drawings/[^/]+\.xml", name):
        return bool(DRAWN.search(package.read(name)))
    return not CARRIED.fullmatch(name)


def _head_row(found: Worksheet, words: MemoWords) -> int | None:
    """The row that holds the head of the list: the names of the columns that are asked for."""
    asked = {words.worklist_columns[-1], words.worklist_columns[worklist.STATE - 1]}
    for row in found.iter_rows(max_row=HEAD_ROWS):
        if asked <= {cell.value for cell in row}:
            return int(row[0].row)
    return None


def _change(words: MemoWords) -> str:
    return words.worklist_columns[worklist.PRINTED - 1]
