"""Excel workbooks: the same grids as our own .docx, forms as officials lay them out, what is not printed, damage."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from benchmarks.converted_word import cells
from pipeline.extract.formats.excel import sheet as limits
from pipeline.model.finding import Rejected
from pipeline.rules.book import default
from pipeline.run.document import document_tables
from tests.damage import damaged
from tests.formats.test_older_word import FIRST
from tests.formats.workbooks import NOT_YET, WORKBOOKS, Right, made, write
from tests.grids.read import everything, found, lines, parse, placed, spans

HERE = Path(__file__).parent / "excel"
CONVERTED = sorted(path.name for path in HERE.glob("*.xls*"))
MAP = "tables_in_workbook"


def book(*steps: Callable[[Workbook], object]) -> bytes:
    made = Workbook()
    for step in steps:
        step(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def told(document) -> list[tuple[str, str, int | None, int | None]]:
    """The findings but the map of tables."""
    return [one for one in found(document) if one[0] != MAP]


@pytest.mark.parametrize("name", CONVERTED)
def test_a_converted_document_has_the_same_grids_and_paragraphs(name):
    first, second = parse(FIRST[Path(name).stem]()), parse((HERE / name).read_bytes())
    assert second.format == name.rpartition(".")[2]
    assert [cells(grid) for grid in second.grids] == [cells(grid) for grid in first.grids]
    assert [line for line in lines(second) if line.strip()] == [line for line in lines(first) if line.strip()]
    assert told(second) == found(first)


def test_every_text_of_a_workbook_is_in_the_document_or_quoted():
    for name in (*WORKBOOKS, *NOT_YET):
        data = made(name)
        document = parse(data)
        said = everything(document) + "".join(finding.evidence for finding in document.findings)
        for sheet in load_workbook(io.BytesIO(data)):
            texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
            assert [text for text in texts if text not in said and "…" not in said] == [], name


def projects(data: bytes) -> Right:
    """The projects of a workbook as the dataset has them."""
    made = {name: table.to_pylist() for name, table in document_tables(data, "x.xlsx", default()).tables.items()}
    read = []
    for project in sorted(made["projects"], key=lambda one: one["project_id"]):
        own = [one for one in made["indicators"] if one["project_id"] == project["project_id"]]
        own.sort(key=lambda one: one["indicator_no"])
        stated = [(one["indicator_name"], one["target_text"]) for one in own]
        fields = [project[name] for name in ("project_name", "fiscal_year", "budget_total")]
        read.append((*(None if one is None else str(one) for one in fields), stated))
    return read


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_gives_what_is_right(name):
    assert sorted(projects(made(name)), key=str) == sorted(WORKBOOKS[name][1], key=str)


@pytest.mark.xfail(strict=True, reason="nothing on paper parts the forms")
@pytest.mark.parametrize("name", NOT_YET)
def test_a_workbook_is_not_read_rightly_yet(name):
    assert sorted(projects(made(name)), key=str) == sorted(NOT_YET[name][1], key=str)


def hide(workbook: Workbook) -> None:
    sheet = workbook.active
    write(sheet, [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    workbook.create_sheet("底表")["A1"] = "暗"
    workbook["底表"].sheet_state = "hidden"


def test_hidden_rows_columns_and_sheets_are_left_out_with_findings():
    document = parse(book(hide))
    assert [placed(grid) for grid in document.grids] == [
        {(1, 1): "甲", (1, 2): "丙", (2, 1): "4", (2, 2): "6", (3, 1): "7", (3, 2): "9"}
    ]
    assert told(document) == [
        ("hidden_rows_left_out", "1 | 2 | 3", None, None),
        ("hidden_columns_left_out", "乙 | 5 | 8", None, None),
        ("hidden_sheet_left_out", "暗", None, None),
    ]


def merge_over_hidden(workbook: Workbook) -> None:
    sheet = workbook.active
    write(sheet, [["甲", "乙", "<"], ["^", "2", "3"], ["^", "5", "6"]])
    sheet.row_dimensions[1].hidden = True
    sheet.column_dimensions["B"].hidden = True


def test_a_merged_cell_prints_where_it_is_not_hidden():
    (grid,) = parse(book(merge_over_hidden)).grids
    assert spans(grid) == {"甲": (2, 1), "3": (1, 1), "6": (1, 1)}


def odd_cells(workbook: Workbook) -> None:
    sheet = workbook.active
    write(sheet, [["甲", "=1+1", True], ["#REF!", (5, ";;;"), ("007", "0")]])
    sheet["A2"].data_type = "e"


def test_cells_that_do_not_say_what_they_hold_are_told():
    document = parse(book(odd_cells))
    assert placed(document.grids[0]) == {
        (1, 1): "甲", (1, 2): "", (1, 3): "TRUE", (2, 1): "#REF!", (2, 2): "", (2, 3): "007"
    }  # fmt: skip
    assert told(document) == [
        ("formula_without_result", "B1: =1+1", 1, 1),
        ("cell_shows_error", "A2: #REF!", 1, 2),
        ("hidden_text_left_out", "B2: 5", 1, 2),
    ]


def typed_values(workbook: Workbook) -> None:
    write(workbook.active, [["=100%", "=0起", "=>95%", "=3"], ["=A1", "=SUM(A1:B1)", "=10-1", '="达标"']])


def test_a_value_that_begins_with_an_equals_sign_is_no_formula():
    document = parse(book(typed_values))
    texts = [cell.text for cell in document.grids[0].cells]
    assert texts == ["=100%", "=0起", "=>95%", "=3", "", "", "", ""]
    assert [code for code, *_ in told(document)] == ["formula_without_result"]


def with_part(data: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with something else in a part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return stream.getvalue()


STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
PRINTED = {
    "runs": ("<t>A</t>", "<r><t>甲</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>3</t></r>", "甲³"),
    "a reading aid": ("<t>A</t>", "<t>甲</t><rPh sb='0' eb='1'><t>jia</t></rPh>", "甲"),
    "an escaped character": ("<t>A</t>", "<t>甲_x000D_\n乙_x005F_x0041_</t>", "甲\n乙_x0041_"),
    "a line feed": ("<t>A</t>", "<t>甲&#13;&#10;乙</t>", "甲\n乙"),
}


@pytest.mark.parametrize("is_shared", [False, True], ids=["inline", "shared"])
@pytest.mark.parametrize("case", PRINTED)
def test_a_text_prints(case, is_shared):
    old, new, expected = PRINTED[case]
    data = book(lambda workbook: write(workbook.active, [["A", "丁"]]))
    item = f"<si xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>{new}</si>"
    if is_shared:
        data = with_part(data, SHEET, 't="inlineStr"><is><t>A</t></is>', 't="s"><v>0</v>')
        stream = io.BytesIO(data)
        with zipfile.ZipFile(stream, "a") as target:
            target.writestr(STRINGS, f"<sst>{item}</sst>")
        data = stream.getvalue()
    (grid,) = parse(with_part(data, SHEET, old, new)).grids
    assert grid.cells[0].text == expected


def test_workbooks_without_styles_strings_and_references_are_read():
    rows = "<row><c t='inlineStr'><is><t>甲</t></is></c><c><v>0.5</v></c></row>"
    data = book(lambda workbook: write(workbook.active, [["甲", "乙"]], border=None))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            if "styles" not in name and name != STRINGS:
                content = source.read(name).decode()
                start, stop = content.find("<row"), content.find("</sheetData>")
                target.writestr(name, content[:start] + rows + content[stop:] if name == SHEET else content)
    (grid,) = parse(stream.getvalue()).grids
    assert placed(grid) == {(1, 1): "甲", (1, 2): "0.5"}


def test_zeros_that_a_sheet_does_not_show_are_blank():
    data = book(lambda workbook: write(workbook.active, [["甲", 0], ["乙", 1]]))
    (grid,) = parse(with_part(data, SHEET, "<sheetView ", "<sheetView showZeros='0' ")).grids
    assert placed(grid) == {(1, 1): "甲", (1, 2): "", (2, 1): "乙", (2, 2): "1"}


def test_a_text_box_is_printed_before_what_begins_below_it():
    anchor = (
        "<xdr:wsDr xmlns:xdr='x' xmlns:a='y'><xdr:twoCellAnchor><xdr:from><xdr:row>0</xdr:row></xdr:from>"
        "<xdr:sp><xdr:txBody><a:p><a:r><a:t>附件</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
    )
    relation = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='r1' Type='http://x/relationships/drawing' Target='../drawings/drawing1.xml'/></Relationships>"
    )
    stream = io.BytesIO(book(lambda workbook: write(workbook.active, [["甲", "乙"]])))
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr("xl/drawings/drawing1.xml", anchor)
        target.writestr("xl/worksheets/_rels/sheet1.xml.rels", relation)
    assert lines(parse(stream.getvalue())) == ["附件"]


def far_apart(workbook: Workbook) -> None:
    for place in ("A1", "B1", "XFD1", "A1048576", "XFD1048576"):
        workbook.active[place] = "甲"


def test_a_sheet_costs_what_it_stores():
    merge = "<mergeCells><mergeCell ref='B2:XFC1048575'/></mergeCells>"
    data = with_part(book(far_apart), SHEET, "</sheetData>", f"</sheetData>{merge}")
    document = parse(data)
    assert [(grid.n_rows, grid.n_cols) for grid in document.grids] == [(1, 3), (1, 2)]


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELLS", 5)
    with pytest.raises(Rejected, match="too_many_cells"):
        parse(book(lambda workbook: write(workbook.active, [["甲"] * 3] * 3)))


def test_the_map_says_where_each_table_stands():
    (finding,) = [one for one in parse(made("one sheet for each project")).findings if one.code == MAP]
    assert finding.evidence == "1=目录!A1:B3; 2=1!A4:E14; 3=2!A4:E14"


@pytest.mark.parametrize("name", CONVERTED)
def test_a_damaged_file_is_read_or_rejected(name):
    data, chance = (HERE / name).read_bytes(), random.Random(1)
    for kind in range(12):
        try:
            parse(damaged(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code


@pytest.mark.parametrize("name", [name for name in CONVERTED if name.endswith("x")])
def test_a_workbook_with_a_damaged_part_is_read_or_rejected(name):
    data, chance = (HERE / name).read_bytes(), random.Random(2)
    for kind in range(40):
        try:
            parse(damaged_part(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code


def damaged_part(data: bytes, chance: random.Random, kind: int) -> bytes:
    """A workbook in which one part was damaged before it was packed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        chosen = chance.choice(source.namelist())
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, damaged(content, chance, kind) if name == chosen else content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "bytes_of", [lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le") * 99]
)
def test_an_ole_file_without_sheets_is_damaged(bytes_of):
    with pytest.raises(Rejected, match="damaged_workbook"):
        parse(bytes_of())
