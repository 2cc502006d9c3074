"""Spreadsheets of OpenDocument → stored sheets: each cell holds the text that it prints (OpenDocument 1.2, 9)."""

from collections.abc import Iterator

from pipeline.extract.formats.excel.sheet import MAX_COLUMNS, MAX_ROWS, Area, Counter, Sheet, StoredRow
from pipeline.extract.formats.open_document.names import attribute, children, count, full, name
from pipeline.extract.formats.open_document.styles import Styles
from pipeline.extract.formats.open_document.text import PARAGRAPHS, SHAPES, printed
from pipeline.extract.formats.package_xml import Element

_ROW_GROUPS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
_COLUMN_GROUPS = ("table:table-header-columns", "table:table-columns", "table:table-column-group")
_CELLS = ("table:table-cell", "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")
_MOST_BLANK = 200
"""So many blank rows alike are stored, for their lines; more are the rest of a sheet."""


def sheets(spreadsheet: Element, styles: Styles, counter: Counter) -> list[Sheet]:
    """The sheets of a body. Raises Rejected: `too_many_cells`."""
    return [_Table(each, styles, counter).read() for each in children(spreadsheet, "table:table")]


class _Table:
    def __init__(self, table: Element, styles: Styles, counter: Counter):
        self._table, self._styles, self._counter = table, styles, counter
        self._sheet = Sheet(attribute(table, "table:name"))
        self._default: dict[int, str] = {}

    def read(self) -> Sheet:
        self._sheet.is_hidden = self._styles.hides_table(attribute(self._table, "table:style-name"))
        self._columns()
        row_no = 1
        for row in _within(self._table, "table:table-row", _ROW_GROUPS):
            times = min(count(row, "table:number-rows-repeated"), MAX_ROWS - row_no + 1)
            self._row(row, row_no, times)
            row_no += times
        for shapes in children(self._table, "table:shapes"):
            self._shapes(shapes, 1)
        return self._sheet

    def _columns(self) -> None:
        column = 1
        for each in _within(self._table, "table:table-column", _COLUMN_GROUPS):
            stop = min(column + count(each, "table:number-columns-repeated"), MAX_COLUMNS + 1)
            if attribute(each, "table:visibility") in _HIDDEN:
                self._sheet.hidden_columns.update(range(column, stop))
            column = stop

    def _row(self, row: Element, first: int, times: int) -> None:
        """Store a row, as often as it is repeated."""
        stored, col_no = StoredRow(is_hidden=attribute(row, "table:visibility") in _HIDDEN), 1
        for cell in children(row, *_CELLS):
            stop = min(col_no + count(cell, "table:number-columns-repeated"), MAX_COLUMNS + 1)
            self._cell(cell, stored, first, range(col_no, stop))
            col_no = stop
        if not stored.texts and (times > _MOST_BLANK or not (stored.lined or stored.is_hidden)):
            return
        for row_no in range(first, first + times):
            self._counter.add(len(stored.texts) + len(stored.lined) + 1)
            self._sheet.rows[row_no] = StoredRow(dict(stored.texts), set(stored.lined), stored.is_hidden)

    def _cell(self, cell: Element, row: StoredRow, row_no: int, columns: range) -> None:
        if len(columns) <= _MOST_BLANK and self._styles.is_lined(attribute(cell, "table:style-name")):
            row.lined.update(columns)
        if name(cell) != "table:table-cell":
            return
        down, across = count(cell, "table:number-rows-spanned"), count(cell, "table:number-columns-spanned")
        if down > 1 or across > 1:
            last = min(row_no + down - 1, MAX_ROWS), min(columns[0] + across - 1, MAX_COLUMNS)
            self._sheet.merges.append(Area(row_no, columns[0], *last))
        if text := self._text(cell, row_no, columns[0]):
            self._counter.add_text(text)
            row.texts.update(dict.fromkeys(columns, text))

    def _text(self, cell: Element, row_no: int, col_no: int) -> str:
        """What a cell prints; shapes that hang on it are boxes."""
        self._shapes(cell, row_no)
        found = [printed(each, self._styles) for each in children(cell, *PARAGRAPHS)]
        for each in found:
            for code, evidence in each.left_out:
                self._sheet.mark(code, row_no, col_no, evidence)
        text = "\n".join(each.text for each in found)
        value = attribute(cell, "office:value") or attribute(cell, "office:date-value")
        if value and not text and value != "0":
            self._sheet.mark("hidden_text_left_out", row_no, col_no, value)
        return text

    def _shapes(self, holder: Element, row_no: int) -> None:
        for shape in holder.iterchildren(*(full(each) for each in ("draw:frame", "draw:g", *SHAPES))):
            found = [printed(each, self._styles).text for each in shape.iter(*map(full, PARAGRAPHS))]
            if text := "\n".join(found).strip("\n"):
                self._sheet.boxes.append((row_no, text))


def _within(element: Element, wanted: str, groups: tuple[str, ...]) -> Iterator[Element]:
    """The rows or columns of a table, those of its groups too."""
    for each in element:
        if name(each) == wanted:
            yield each
        elif name(each) in groups:
            yield from _within(each, wanted, groups)
