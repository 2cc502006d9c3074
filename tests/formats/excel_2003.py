"""Workbooks of openpyxl as Excel 2003 writes them in one file of XML."""

from collections.abc import Iterator
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

_START = """<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
"""
_OPTIONS = "<WorksheetOptions xmlns='urn:schemas-microsoft-com:office:excel'>{}</WorksheetOptions>"
_TYPES = {"n": "Number", "b": "Boolean", "e": "Error", "d": "DateTime"}
Style = tuple[bool, bool, str]


def written(book: Workbook) -> bytes:
    """The bytes of the file."""
    styles: dict[Style, str] = {}
    sheets = "".join(_sheet(sheet, styles) for sheet in book.worksheets)
    stated = "".join(_style(style, id) for style, id in styles.items())
    default = "<Style ss:ID='Default' ss:Name='Normal'><Borders/><NumberFormat/></Style>"
    return f"{_START}<Styles>{default}{stated}</Styles>{sheets}</Workbook>".encode()


def _style(style: Style, id: str) -> str:
    sides = [side for side, is_lined in zip(("Left", "Right"), style, strict=False) if is_lined]
    borders = "".join(f"<Border ss:Position='{side}' ss:LineStyle='Continuous' ss:Weight='1'/>" for side in sides)
    return (
        f"<Style ss:ID='{id}'><Borders>{borders}</Borders><NumberFormat ss:Format={quoteattr(style[2])}/></Style>"
        if sides
        else f"<Style ss:ID='{id}'><NumberFormat ss:Format={quoteattr(style[2])}/></Style>"
    )


def _sheet(sheet: Worksheet, styles: dict[Style, str]) -> str:
    hidden = sorted(column_index_from_string(col) for col, size in sheet.column_dimensions.items() if size.hidden)
    columns = "".join(f"<Column ss:Index='{col}' ss:Hidden='1'/>" for col in hidden)
    rows = "".join(_row(sheet, row, styles) for row in sheet.iter_rows())
    state = sheet.sheet_state[0].upper() + sheet.sheet_state[1:]
    stated = f"<Visible>Sheet{state}</Visible>" if sheet.sheet_state != "visible" else ""
    name = quoteattr(sheet.title)
    return f"<Worksheet ss:Name={name}><Table>{columns}{rows}</Table>{_OPTIONS.format(stated)}</Worksheet>"


def _row(sheet: Worksheet, row: tuple[Cell | MergedCell, ...], styles: dict[Style, str]) -> str:
    hidden = " ss:Hidden='1'" if sheet.row_dimensions[row[0].row].hidden else ""
    cells = "".join(_cells(sheet, row, styles))
    return f"<Row ss:Index='{row[0].row}'{hidden}>{cells}</Row>" if cells or hidden else ""


def _cells(sheet: Worksheet, row: tuple[Cell | MergedCell, ...], styles: dict[Style, str]) -> Iterator[str]:
    """The cells that hold anything; of merged ones the first, which states how far it reaches."""
    areas = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    for cell in row:
        if isinstance(cell, MergedCell) or (cell.value is None and not cell.has_style):
            continue
        reach, area = "", areas.get((cell.row, cell.column))
        if area:
            across, down = area.max_col - area.min_col, area.max_row - area.min_row
            reach = f" ss:MergeAcross='{across}' ss:MergeDown='{down}'"
        left, right = (side is not None and bool(side.style) for side in (cell.border.left, cell.border.right))
        style = (left, right, cell.number_format)
        id = styles.setdefault(style, f"s{len(styles) + 21}")
        yield f"<Cell ss:Index='{cell.column}' ss:StyleID='{id}'{reach}{_data(cell)}</Cell>"


def _data(cell: Cell) -> str:
    """The rest of a cell's tag and its value."""
    value = cell.value
    if cell.data_type == "f":
        return f" ss:Formula={quoteattr(str(value))}>"
    if value is None:
        return ">"
    kind = _TYPES.get(cell.data_type, "String")
    if isinstance(value, bool | datetime):
        value = f"{value:d}" if isinstance(value, bool) else value.isoformat(timespec="milliseconds")
    text = escape(str(value), {"\n": "&#10;", "\r": "&#13;"})
    return f"><Data ss:Type='{kind}'>{text}</Data>"
