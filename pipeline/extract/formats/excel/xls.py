"""Excel 97–2003 and 5.0/95 bytes → `Document`: .xls and .et. The only module that knows xlrd."""

import contextlib
import io

import xlrd  # type: ignore[import-untyped]

from pipeline.extract.formats import compound
from pipeline.extract.formats.excel.document import document
from pipeline.extract.formats.excel.number_format import NumberFormats, formats_of
from pipeline.extract.formats.excel.sheet import Area, Counter, Sheet
from pipeline.extract.formats.excel.strings import plain
from pipeline.extract.formats.excel.values import FALSE, TRUE, Values
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

FORMAT = "xls"
_ENCRYPTED = "encrypted"
# Rows as long as they are stored; of blocks that a directory lists twice the first is taken, as Excel does.
_OPTIONS = {"formatting_info": True, "ragged_rows": True, "ignore_workbook_corruption": True}
_OF_COUNTRIES = frozenset({14, *range(27, 37), *range(50, 59)})
# Kinds of stored values that xlrd tells ([MS-XLS] 2.5.10).
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read an Excel workbook of the older formats.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules` hold the words that number
    formats print.
    Returns what is printed, sheet after sheet. Raises Rejected, and nothing else, if the bytes cannot be read.
    """
    book = _opened(data)
    formats = compiled(formats_of, rules)
    counter = Counter(FORMAT)
    try:
        sheets = [_Reader(book, each, formats, counter).sheet() for each in book.sheets()]
    except Rejected:
        raise
    except Exception:  # numbers of styles and texts that lie outside of what is there
        raise Rejected("damaged_workbook", FORMAT) from None
    if not sheets:
        raise Rejected("damaged_workbook", FORMAT)
    return document(sheets, counter, data, name, FORMAT)


def _opened(data: bytes) -> xlrd.Book:
    """The workbook. xlrd raises all sorts of exceptions for damage, prints what it finds strange, and has no end with
    sectors that come back to themselves.
    """
    if compound.is_endless(data):
        raise Rejected("damaged_workbook", FORMAT)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), **_OPTIONS)
    except xlrd.XLRDError as error:
        code = "encrypted_file" if _ENCRYPTED in str(error).lower() else "damaged_workbook"
        raise Rejected(code, FORMAT) from None
    except Exception:
        raise Rejected("damaged_workbook", FORMAT) from None


class _Reader:
    """Reads one sheet."""

    def __init__(self, book: xlrd.Book, source: xlrd.sheet.Sheet, formats: NumberFormats, counter: Counter):
        self._book, self._source, self._counter = book, source, counter
        self._values = Values(formats, book.datemode == 1)
        self._formats = formats
        self._stated = {each.format_key: each.format_str for each in book.format_list}
        self._sheet = Sheet(source.name, is_hidden=source.visibility != 0)

    def sheet(self) -> Sheet:
        """The stored sheet."""
        for row_no in range(self._source.nrows):
            self._row(row_no)
        for row_no, info in self._source.rowinfo_map.items():
            if info.hidden or info.height == 0:
                self._sheet.row(row_no + 1).is_hidden = True
        self._sheet.hidden_columns = {col + 1 for col, info in self._source.colinfo_map.items() if info.hidden}
        self._sheet.hides_rows = bool(self._source.default_row_hidden)
        self._sheet.merges = [
            Area(top + 1, left + 1, bottom, right)
            for top, bottom, left, right in self._source.merged_cells
            if top < bottom and left < right
        ]
        return self._sheet

    def _row(self, row_no: int) -> None:
        kinds, values = self._source.row_types(row_no), self._source.row_values(row_no)
        if not len(kinds):
            return
        row = self._sheet.row(row_no + 1)
        self._counter.add(len(kinds))
        for col_no, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            if kind == _EMPTY:
                continue
            style = self._book.xf_list[self._source.cell_xf_index(row_no, col_no)]
            if style.border.left_line_style or style.border.right_line_style:
                row.lined.add(col_no + 1)
            if text := self._text(kind, value, style, row_no + 1, col_no + 1):
                self._counter.add_text(text)
                row.texts[col_no + 1] = text

    def _text(self, kind: int, value: str | float, style: xlrd.formatting.XF, row_no: int, col_no: int) -> str:
        """What a cell prints."""
        if kind == _TEXT:
            return self._values.text(plain(str(value)), self._code(style))
        if kind == _BOOLEAN:
            return TRUE if value else FALSE
        if kind == _ERROR:
            text: str = xlrd.error_text_from_code.get(value, "#N/A")
            self._sheet.mark("cell_shows_error", row_no, col_no, text)
            return text
        return self._number(float(value), self._code(style), row_no, col_no) if kind in (_NUMBER, _DATE) else ""

    def _number(self, value: float, code: str, row_no: int, col_no: int) -> str:
        if value == 0 and not self._source.show_zero_values:
            return ""
        text = self._values.number(repr(value), code)
        if value and not text.strip():
            self._sheet.mark("hidden_text_left_out", row_no, col_no, repr(value))
        return text

    def _code(self, style: xlrd.formatting.XF) -> str:
        """The code of a number format: the one that the file states, unless Excel takes another in each country."""
        key: int = style.format_key
        return (None if key in _OF_COUNTRIES else self._stated.get(key)) or self._formats.built_in(key)
