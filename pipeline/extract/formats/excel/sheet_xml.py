"""The part of a sheet in an .xlsx workbook → a stored sheet (ECMA-376-1, 18.3)."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.formats.excel.page_heads import margins
from pipeline.extract.formats.excel.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Area,
    Counter,
    Sheet,
    StoredRow,
    column_no,
)
from pipeline.extract.formats.excel.strings import plain, string
from pipeline.extract.formats.excel.styles import Styles, number
from pipeline.extract.formats.excel.values import FALSE, TRUE, Values, is_zero, shared, typed
from pipeline.extract.formats.excel.xml_names import Element, is_on, local, tags
from pipeline.extract.formats.package_xml import drop, elements

_TAGS = tags("row", "mergeCell", "col", "sheetView", "sheetFormatPr", "headerFooter")
_CELLS, _VALUES, _INLINE, _FORMULAS = tags("c"), tags("v"), tags("is"), tags("f")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_DIGITS, _LETTERS = "0123456789", 3


class Shared(NamedTuple):
    """What the sheets of a workbook share."""

    strings: list[str]
    styles: Styles
    values: Values
    counter: Counter
    format: str


class SheetXml:
    """Reads one part."""

    def __init__(self, sheet: Sheet, shared: Shared):
        self._sheet, self._shared = sheet, shared
        self._row_no = 0
        self._shows_zeros = True

    def read(self, content: bytes) -> None:
        """Fills the sheet. Raises Rejected: `too_many_cells`, `damaged_workbook`, and if the XML is damaged."""
        readers = {
            "row": self._row, "mergeCell": self._merge, "col": self._column, "sheetView": self._view,
            "sheetFormatPr": self._defaults, "headerFooter": self._margins,
        }  # fmt: skip
        for element in elements(content, self._shared.format, *_TAGS):
            readers[local(element)](element)
            if element.tag in _TAGS[:2]:
                drop(element)

    def _view(self, element: Element) -> None:
        self._shows_zeros = element.get("showZeros") not in ("0", "false")

    def _defaults(self, element: Element) -> None:
        self._sheet.hides_rows = is_on(element, "zeroHeight")

    def _margins(self, element: Element) -> None:
        self._sheet.margins = margins(
            {local(each): each.text or "" for each in element}, is_on(element, "differentFirst")
        )

    def _column(self, element: Element) -> None:
        if is_on(element, "hidden") or element.get("width") == "0":
            first, last = number(element.get("min")), number(element.get("max"))
            self._sheet.hidden_columns.update(range(max(first, 1), min(last, MAX_COLUMNS) + 1))

    def _merge(self, element: Element) -> None:
        corners = [_place(each) for each in element.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            (top, left), (bottom, right) = corners[0], corners[1]
            self._sheet.merges.append(Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right)))

    def _row(self, element: Element) -> None:
        row_no = number(element.get("r")) or self._row_no + 1
        self._row_no = row_no
        if not 1 <= row_no <= MAX_ROWS:
            return
        row = self._sheet.row(row_no)
        row.is_hidden = is_on(element, "hidden") or element.get("ht") == "0"
        self._shared.counter.add(len(element))
        col_no = 0
        for cell in element:
            col_no = _column(cell.get("r", "")) or col_no + 1
            if col_no <= MAX_COLUMNS and cell.tag in _CELLS:
                self._cell(cell, row, row_no, col_no)

    def _cell(self, cell: Element, row: StoredRow, row_no: int, col_no: int) -> None:
        style = number(cell.get("s"))
        if self._shared.styles.is_lined(style):
            row.lined.add(col_no)
        if len(cell):
            text = self._text(cell, self._shared.styles.code(style), row_no, col_no)
            if text:
                self._shared.counter.add_text(text)
                row.texts[col_no] = text

    def _text(self, cell: Element, code: str, row_no: int, col_no: int) -> str:
        """What a cell prints."""
        kind = cell.get("t", "n")
        formula = None
        for each in cell:
            if each.tag in _VALUES and each.text:
                return self._printed(kind, each.text, code, row_no, col_no)
            if each.tag in _INLINE:
                return self._shared.values.text(string(each), code)
            formula = each if each.tag in _FORMULAS else formula
        if formula is not None and (text := typed(formula.text or "")):
            return text
        if formula is not None and kind != "str":
            self._sheet.mark("formula_without_result", row_no, col_no, f"={formula.text or ''}")
        return ""

    def _printed(self, kind: str, written: str, code: str, row_no: int, col_no: int) -> str:
        values = self._shared.values
        match kind:
            case "s":
                return values.text(shared(self._shared.strings, written, self._shared.format), code)
            case "str" | "inlineStr":
                return values.text(plain(written), code)
            case "b":
                return TRUE if written.strip() in ("1", "true") else FALSE
            case "e":
                self._sheet.mark("cell_shows_error", row_no, col_no, written)
                return written
            case "d":
                return values.moment(written, code)
        return self._number(written, code, row_no, col_no)

    def _number(self, written: str, code: str, row_no: int, col_no: int) -> str:
        if not self._shows_zeros and is_zero(written):
            return ""
        text = self._shared.values.number(written, code)
        if not text.strip() and not is_zero(written):
            self._sheet.mark("hidden_text_left_out", row_no, col_no, written)
        return text


def _place(reference: str) -> tuple[int, int] | None:
    """The row and column of a cell by its reference; None if it is none or in no sheet."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    row_no, col_no = int(found[2]), column_no(found[1])
    return (row_no, col_no) if 1 <= row_no <= MAX_ROWS and col_no <= MAX_COLUMNS else None


@lru_cache(maxsize=MAX_COLUMNS)
def _column_of(letters: str) -> int:
    return column_no(letters) if letters.isascii() and letters.isalpha() and len(letters) <= _LETTERS else 0


def _column(reference: str) -> int:
    """The column of a cell by its reference; 0 if that is none."""
    return _column_of(reference.rstrip(_DIGITS))
