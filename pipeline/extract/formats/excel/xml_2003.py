"""Excel 2003 XML → `Document`: workbooks that are one file of XML, often called .xls.

The elements and attributes are those of "XML Spreadsheet Reference" (Microsoft, 2001) and of SpreadsheetML in
"Microsoft Office 2003 XML Reference Schemas". Such a file holds no drawings; comments are not printed.
"""

import re
from collections.abc import Iterator

from pipeline.extract.formats.excel.document import document
from pipeline.extract.formats.excel.number_format import GENERAL_CODE, NumberFormats, formats_of
from pipeline.extract.formats.excel.sheet import MAX_COLUMNS, MAX_ROWS, Area, Counter, Sheet, StoredRow
from pipeline.extract.formats.excel.strings import aligned, plain
from pipeline.extract.formats.excel.styles import number
from pipeline.extract.formats.excel.values import FALSE, TRUE, Values, is_zero, typed
from pipeline.extract.formats.excel.xml_names import Element, is_on, local
from pipeline.extract.formats.package_xml import drop, elements
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

FORMAT = "excel_xml"
_SS, _X = "{urn:schemas-microsoft-com:office:spreadsheet}", "{urn:schemas-microsoft-com:office:excel}"
_ROW, _CELL, _DATA, _STYLE = (f"{_SS}{each}" for each in ("Row", "Cell", "Data", "Style"))
_SIDES = ("Left", "Right")
# Characters that XML has no place for, which programs write all the same (XML 1.0, 2.2).
_CONTROLS = re.compile(
    rb"&#(0*([0-8]|1[124-9]|2\d|3[01])|x0*([0-8bcef]|1[0-9a-f]));|[\0-\x08\x0b\x0c\x0e-\x1f]", re.IGNORECASE
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HIDDEN = ("SheetHidden", "SheetVeryHidden")
_DEFAULT = "Default"
_DEEPEST = 16
"""No style has so many parents; a circle of them has."""
# The names of formats and the number by which other files know the same (18.8.30 in ECMA-376-1).
_NAMED = {
    "Fixed": 2, "Standard": 4, "Currency": 8, "Percent": 10, "Scientific": 11, "Short Date": 14, "Medium Date": 15,
    "Medium Time": 18, "Long Time": 19, "Short Time": 20, "General Date": 22, "Long Date": 31,
}  # fmt: skip
_WORDS = {"Yes/No": '"Yes";"Yes";"No"', "True/False": '"True";"True";"False"', "On/Off": '"On";"On";"Off"'}


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a workbook that is one file of XML.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules` hold the words that number
    formats print.
    Returns what is printed, sheet after sheet. Raises Rejected (`damaged_xml`, `entity_declaration`, `too_deep`,
    `damaged_workbook`, `too_many_cells`), and nothing else.
    """
    workbook = _Workbook(compiled(formats_of, rules))
    workbook.read(data if data.startswith(_UTF_16) else _CONTROLS.sub(b"", data.lstrip()))
    if not workbook.sheets:
        raise Rejected("damaged_workbook", FORMAT)
    return document(workbook.sheets, workbook.counter, data, name, FORMAT)


class _Workbook:
    """Reads the file once from its start to its end: rows are dropped when they are stored."""

    def __init__(self, formats: NumberFormats):
        self.sheets: list[Sheet] = []
        self.counter = Counter(FORMAT)
        self._formats, self._styles, self._values = formats, _Styles(formats), Values(formats)
        self._start()

    def _start(self) -> None:
        """Begin a sheet."""
        self._sheet = Sheet("")
        self._row_no = self._col_no = 0
        self._zeros: list[tuple[int, int]] = []

    def read(self, content: bytes) -> None:
        """Stores all sheets. Raises Rejected: see `parse`."""
        readers = {
            _STYLE: self._styles.add, f"{_X}Date1904": self._count_from_1904, f"{_SS}Column": self._column,
            _ROW: self._row, f"{_X}WorksheetOptions": self._options, f"{_SS}Worksheet": self._end,
        }  # fmt: skip
        for element in elements(content, FORMAT, *readers):
            readers[element.tag](element)
            if element.tag in (_ROW, f"{_SS}Worksheet"):
                drop(element)

    def _count_from_1904(self, _: Element) -> None:
        self._values = Values(self._formats, is_from_1904=True)

    def _end(self, element: Element) -> None:
        self._sheet.name = element.get(f"{_SS}Name", "")
        self.sheets.append(self._sheet)
        self._start()

    def _options(self, element: Element) -> None:
        """What is stated below the cells of a sheet."""
        stated = {local(each): (each.text or "").strip() for each in element}
        self._sheet.is_hidden = stated.get("Visible") in _HIDDEN
        for row_no, col_no in self._zeros if "DoNotDisplayZeros" in stated else ():
            del self._sheet.rows[row_no].texts[col_no]

    def _column(self, element: Element) -> None:
        first = _attribute(element, "Index") or self._col_no + 1
        self._col_no = min(first + _attribute(element, "Span"), MAX_COLUMNS)
        if is_on(element, f"{_SS}Hidden") or element.get(f"{_SS}Width") == "0":
            self._sheet.hidden_columns.update(range(first, self._col_no + 1))

    def _row(self, element: Element) -> None:
        first = _attribute(element, "Index") or self._row_no + 1
        self._row_no = min(first + _attribute(element, "Span"), MAX_ROWS)
        is_hidden = is_on(element, f"{_SS}Hidden") or element.get(f"{_SS}Height") == "0"
        if is_hidden:
            self.counter.add(self._row_no - first)
        for row_no in range(first, self._row_no + 1) if is_hidden else ():
            self._sheet.row(row_no).is_hidden = True
        self.counter.add(len(element))
        col_no = 0
        for cell in element.iterchildren(_CELL) if first <= MAX_ROWS else ():
            start = _attribute(cell, "Index") or col_no + 1
            col_no = start + _attribute(cell, "MergeAcross")
            if start <= MAX_COLUMNS:
                self._cell(cell, self._sheet.row(first), first, start)

    def _cell(self, cell: Element, row: StoredRow, row_no: int, col_no: int) -> None:
        if self._styles.is_lined(style := _style_of(cell)):
            row.lined.add(col_no)
        down, across = _attribute(cell, "MergeDown"), _attribute(cell, "MergeAcross")
        if down or across:
            area = Area(row_no, col_no, min(row_no + down, MAX_ROWS), min(col_no + across, MAX_COLUMNS))
            self._sheet.merges.append(area)
        if text := self._text(cell, self._styles.code(style), row_no, col_no):
            self.counter.add_text(text)
            row.texts[col_no] = text

    def _text(self, cell: Element, code: str, row_no: int, col_no: int) -> str:
        """What a cell prints."""
        data = cell.find(_DATA)
        written = "" if data is None else plain("".join(_runs(data)))
        if data is None or not written:
            formula = cell.get(f"{_SS}Formula", "") if data is None else ""
            if text := typed(formula.removeprefix("=")):
                return text
            if formula:
                self._sheet.mark("formula_without_result", row_no, col_no, formula)
            return ""
        match data.get(f"{_SS}Type"):
            case "Number":
                return self._number(written, code, row_no, col_no)
            case "DateTime":
                return self._values.moment(written.strip(), code)
            case "Boolean":
                return TRUE if written.strip() in ("1", "true") else FALSE
            case "Error":
                self._sheet.mark("cell_shows_error", row_no, col_no, written)
                return written
        return self._values.text(written, code)

    def _number(self, written: str, code: str, row_no: int, col_no: int) -> str:
        text = self._values.number(written.strip(), code)
        if is_zero(written):
            self._zeros.append((row_no, col_no))
        elif not text.strip():
            self._sheet.mark("hidden_text_left_out", row_no, col_no, written)
        return text


class _Styles:
    """The styles by their ids: what one does not state it has from its parent, at last from the style `Default`."""

    def __init__(self, formats: NumberFormats):
        self._formats = formats
        self._parents: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._lined: dict[str, bool] = {}

    def add(self, style: Element) -> None:
        """A style as its element states it."""
        id = style.get(f"{_SS}ID", "")
        self._parents[id] = style.get(f"{_SS}Parent", _DEFAULT)
        if (stated := style.find(f"{_SS}NumberFormat")) is not None:
            self._codes[id] = self._code(stated.get(f"{_SS}Format") or GENERAL_CODE)
        if (borders := style.find(f"{_SS}Borders")) is not None:
            self._lined[id] = any(map(_is_line, borders))

    def code(self, id: str) -> str:
        """The code of the number format."""
        return next((self._codes[each] for each in self._line(id) if each in self._codes), GENERAL_CODE)

    def is_lined(self, id: str) -> bool:
        """Whether a line stands on the left or right."""
        return next((self._lined[each] for each in self._line(id) if each in self._lined), False)

    def _line(self, id: str) -> Iterator[str]:
        """A style, its parent, and so on."""
        for _ in range(_DEEPEST):
            yield id
            if id == _DEFAULT:
                return
            id = self._parents.get(id, _DEFAULT)

    def _code(self, stated: str) -> str:
        return self._formats.built_in(_NAMED[stated]) if stated in _NAMED else _WORDS.get(stated, stated)


def _is_line(border: Element) -> bool:
    return border.get(f"{_SS}Position") in _SIDES and border.get(f"{_SS}LineStyle", "None") != "None"


def _style_of(cell: Element) -> str:
    """The id of the style of a cell, which it has from its row where it states none."""
    id: str | None = cell.get(f"{_SS}StyleID") or cell.getparent().get(f"{_SS}StyleID")
    return id or _DEFAULT


def _attribute(element: Element, name: str) -> int:
    return number(element.get(f"{_SS}{name}"))


def _runs(element: Element) -> Iterator[str]:
    """The texts of a cell, of which parts stand in elements of HTML that say how they look."""
    kind = local(element).lower()
    yield aligned(element.text or "", kind)
    for each in element:
        yield from _runs(each)
        yield aligned(each.tail or "", kind)
