"""Excel 2003 XML: what the same workbook gives as .xlsx, what such files alone may say, damage."""

import io
import random

import pytest
from openpyxl import load_workbook

from benchmarks.converted_sheets import workbook
from benchmarks.converted_word import cells
from pipeline.extract.formats.excel import sheet as limits
from pipeline.model.finding import Rejected
from pipeline.run.document import document_tables
from tests.conftest import SOURCE
from tests.damage import damaged
from tests.formats.excel_2003 import written
from tests.formats.test_excel import book, hide, merge_over_hidden, odd_cells
from tests.formats.workbooks import NOT_YET, WORKBOOKS, made
from tests.grids.read import everything, found, lines, parse, placed

STEPS = {step.__name__: step for step in (hide, merge_over_hidden, odd_cells)}
NAMES = (*WORKBOOKS, *NOT_YET, *STEPS)


def workbook_called(name: str) -> bytes:
    return book(STEPS[name]) if name in STEPS else made(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_says_the_same_as_one_file_of_xml(name):
    data = workbook_called(name)
    first, second = parse(data), parse(written(load_workbook(io.BytesIO(data))))
    assert second.format == "excel_xml"
    assert [grid.cells for grid in second.grids] == [grid.cells for grid in first.grids]
    assert (lines(second), found(second)) == (lines(first), found(first))


def test_the_published_document_gives_the_same_projects_and_targets(rules):
    word = parse(SOURCE.read_bytes())
    data = written(workbook(word))
    assert [cells(grid) for grid in parse(data).grids] == [cells(grid) for grid in word.grids]
    same = [
        {name: table.num_rows for name, table in document_tables(each, "x", rules).tables.items() if name in COUNTED}
        for each in (SOURCE.read_bytes(), data)
    ]
    assert same == [{"projects": 12, "indicators": 129, "targets": 129}] * 2


COUNTED = ("projects", "indicators", "targets")
SPREADSHEET = (
    "<?xml version='1.0'?><ss:Workbook xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet' "
    "xmlns:x='urn:schemas-microsoft-com:office:excel' xmlns:h='http://www.w3.org/TR/REC-html40'>{}</ss:Workbook>"
)
STYLES = """<ss:Styles>
<ss:Style ss:ID='Default'><ss:NumberFormat/></ss:Style>
<ss:Style ss:ID='a'><ss:NumberFormat ss:Format='0.0%'/></ss:Style><ss:Style ss:ID='b' ss:Parent='a'/>
<ss:Style ss:ID='round' ss:Parent='round'/>{}</ss:Styles>"""
SHEET = "<ss:Worksheet ss:Name='甲'><ss:Table>{}</ss:Table>{}</ss:Worksheet>"


def grid(rows: str, options: str = "", styles: str = ""):
    """The texts of the only table of a sheet."""
    document = parse(SPREADSHEET.format(STYLES.format(styles) + SHEET.format(rows, options)).encode())
    return placed(document.grids[0]) if document.grids else {}


def cell(text: str, kind: str = "Number", more: str = "") -> str:
    return f"<ss:Cell {more}><ss:Data ss:Type='{kind}'>{text}</ss:Data></ss:Cell>"


PRINTED = {
    "a style has its parent's format": (cell("0.5", more="ss:StyleID='b'"), "50.0%"),
    "a style that is its own parent": (cell("0.5", more="ss:StyleID='round'"), "0.5"),
    "a style that is not there": (cell("0.5", more="ss:StyleID='x'"), "0.5"),
    "a date": (cell("2025-12-31T00:00:00.000", "DateTime", "ss:StyleID='Short Date'"), "2025/12/31"),
    "two decimals": (cell("1234.5", more="ss:StyleID='Standard'"), "1,234.50"),
    "percent": (cell("0.95", more="ss:StyleID='Percent'"), "95.00%"),
    "a word": (cell("1", more="ss:StyleID='Yes/No'"), "Yes"),
    "an error": (cell("#DIV/0!", "Error"), "#DIV/0!"),
    "truth": (cell("1", "Boolean"), "TRUE"),
    "a number as text": (cell("007", "String"), "007"),
    "raised digits": (cell("<h:B>10</h:B><h:Sup>3</h:Sup>米", "String"), "10³米"),
    "a line feed": (cell("甲&#13;&#10;乙", "String"), "甲\n乙"),
    "signs that XML has no place for": (cell("甲&#7;\x0c&#x1F;乙", "String"), "甲乙"),
    "a comment": (
        "<ss:Cell><ss:Data ss:Type='String'>甲</ss:Data><ss:Comment><ss:Data>乙</ss:Data></ss:Comment></ss:Cell>",
        "甲",
    ),
}
NAMED = "".join(
    f"<ss:Style ss:ID='{name}'><ss:NumberFormat ss:Format='{name}'/></ss:Style>"
    for name in ("Short Date", "Standard", "Percent", "Yes/No")
)


@pytest.mark.parametrize("case", PRINTED)
def test_a_cell_prints(case):
    given, expected = PRINTED[case]
    assert grid(f"<ss:Row>{given}{cell('丁', 'String')}</ss:Row>", styles=NAMED)[1, 1] == expected


def test_places_are_counted_on_from_those_that_are_stated():
    first = cell("甲", "String", "ss:MergeAcross='1'") + cell("丙", "String")
    rows = f"<ss:Row>{first}</ss:Row><ss:Row ss:Index='2'>{cell('1')}" + cell("2", more="ss:Index='3'") + "</ss:Row>"
    assert grid(rows) == {(1, 1): "甲", (1, 2): "丙", (2, 1): "1", (2, 2): "2"}


def test_columns_and_rows_that_stand_for_several_are_hidden():
    columns = "<ss:Column/><ss:Column ss:Hidden='1' ss:Span='1'/>"
    row = f"<ss:Row>{''.join(cell(each) for each in '1234')}</ss:Row>"
    rows = f"{row}<ss:Row ss:Hidden='1' ss:Span='4'>{cell('5')}</ss:Row>{row}"
    assert grid(columns + rows) == {(1, 1): "1", (1, 2): "4", (2, 1): "1", (2, 2): "4"}


def test_zeros_that_a_sheet_does_not_show_are_blank():
    options = "<x:WorksheetOptions><x:DoNotDisplayZeros/></x:WorksheetOptions>"
    row = f"<ss:Row>{cell('甲', 'String')}{cell('0')}{cell('1')}</ss:Row>"
    assert grid(row, options) == {(1, 1): "甲", (1, 2): "1"}
    assert grid(row) == {(1, 1): "甲", (1, 2): "0", (1, 3): "1"}


def test_every_text_of_the_published_document_is_in_it():
    word = parse(SOURCE.read_bytes())
    said = everything(parse(written(workbook(word))))
    assert [text for text in everything(word).split("\n") if text not in said] == []


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 5)
    with pytest.raises(Rejected, match="too_many_cells"):
        grid(f"<ss:Row>{cell('1') * 3}</ss:Row>" * 3)


def test_rows_that_are_stated_to_be_many_are_refused():
    with pytest.raises(Rejected, match="too_many_cells"):
        grid("<ss:Row ss:Hidden='1' ss:Span='999999999'/>" * 2)


@pytest.mark.parametrize("name", ["published", *NAMES[:3]])
def test_a_damaged_file_is_read_or_rejected(name):
    is_published = name == "published"
    data = written(
        workbook(parse(SOURCE.read_bytes())) if is_published else load_workbook(io.BytesIO(workbook_called(name)))
    )
    chance = random.Random(1)
    for kind in range(40):
        try:
            parse(damaged(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code
