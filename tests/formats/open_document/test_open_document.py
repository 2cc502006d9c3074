"""OpenDocument: the same grids as our own .docx, and what its elements say is printed."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from benchmarks.converted_word import cells
from pipeline.extract.formats import sniff
from pipeline.model.finding import Rejected
from tests.damage import damaged
from tests.formats.pdf.read import cells as placed
from tests.formats.test_older_word import FIRST
from tests.grids.read import everything, found, lines, parse

HERE = Path(__file__).parent
CONVERTED = sorted(path.name for path in HERE.glob("*.od?"))
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for prefix, space in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
                          ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("manifest", "manifest"))
)  # fmt: skip
TABLE = '<table:table table:name="表"{}>{}</table:table>'


def flat(kind: str, body: str, styles: str = "") -> bytes:
    """An OpenDocument file that is one file of XML."""
    held = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{kind}>{body}"
    return f'<?xml version="1.0"?><office:document {SPACES}>{held}</office:{kind}></office:body></office:document>'.encode()


def texts(body: str, styles: str = "") -> list[str]:
    return lines(parse(flat("text", body, styles)))


def style(name: str, properties: str, attributes: str = "") -> str:
    return f'<style:style style:name="{name}"{attributes}>{properties}</style:style>'


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell(text: str = "", attributes: str = "") -> str:
    return f"<table:table-cell{attributes}><text:p>{text}</text:p></table:table-cell>"


def spanned(text: str, down: int = 1, across: int = 1) -> str:
    return cell(text, f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"')


COVERED = "<table:covered-table-cell/>"


@pytest.mark.parametrize("name", CONVERTED)
def test_a_converted_document_has_the_same_grids_and_paragraphs(name):
    first, second = parse(FIRST[Path(name).stem]()), parse((HERE / name).read_bytes())
    assert second.format == name.rpartition(".")[2]
    assert [cells(grid) for grid in second.grids] == [cells(grid) for grid in first.grids]
    assert [line for line in lines(second) if line.strip()] == [line for line in lines(first) if line.strip()]
    assert [one for one in found(second) if one[0] != "tables_in_workbook"] == found(first)


@pytest.mark.parametrize("name", CONVERTED)
def test_a_damaged_file_is_read_or_rejected(name):
    data, chance = (HERE / name).read_bytes(), random.Random(1)
    for kind in range(20):
        try:
            parse(damaged(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("项目\n   名称", "项目 名称"),
        ('甲<text:s text:c="3"/>乙<text:tab/>丙<text:line-break/>丁', "甲   乙\t丙\n丁"),
        ('<text:span text:style-name="up">2</text:span>米', "²米"),
        ('见<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>', "见1"),
        ("甲<office:annotation><text:p>批注</text:p></office:annotation>乙", "甲乙"),
        ("<text:ruby><text:ruby-base>绩效</text:ruby-base><text:ruby-text>jx</text:ruby-text></text:ruby>", "绩效"),
        ('<text:a><text:span>链接</text:span></text:a><text:page-number>3</text:page-number>', "链接3"),
    ],
    ids=["white space", "signs", "raised", "note", "comment", "reading aid", "fields"],
)  # fmt: skip
def test_a_paragraph_prints_what_a_reader_sees(paragraph, expected):
    styles = style("up", '<style:text-properties style:text-position="super 58%"/>')
    assert texts(f"<text:p>{paragraph}</text:p>", styles) == [expected]


def test_hidden_and_deleted_text_is_left_out_and_quoted():
    styles = style("no", '<style:text-properties text:display="none"/>') + style(
        "child", "", ' style:parent-style-name="no"'
    )
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    document = parse(
        flat("text", f'{deleted}<text:p>甲<text:span text:style-name="child">藏</text:span></text:p>', styles)
    )
    assert lines(document) == ["甲"]
    assert [(each.code, each.evidence) for each in document.findings] == [
        ("hidden_text_left_out", "藏"), ("deleted_text_left_out", "删"),
    ]  # fmt: skip


def test_boxes_stand_after_their_paragraph_and_pictures_are_named():
    frame = "<draw:frame><draw:text-box><text:p>单位：万元</text:p></draw:text-box></draw:frame>"
    assert texts(f"<text:p>标题{frame}</text:p><text:p>正文</text:p>") == ["标题", "单位：万元", "正文"]
    picture = parse(flat("text", TABLE.format("", row(cell("甲<draw:frame><draw:image/></draw:frame>")))))
    assert [each.code for each in picture.findings] == ["picture_not_read"]


LEVELS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="{}" '
    'style:num-suffix="、"><style:list-level-properties><style:list-level-label-alignment '
    'text:label-followed-by="nothing"/></style:list-level-properties></text:list-level-style-number></text:list-style>'
)


@pytest.mark.parametrize(
    ("format", "first", "second"), [("1", "1、", "2、"), ("一, 二, 三, ...", "一、", "二、"), ("", "、", "、")]
)
def test_numbers_of_lists_stand_before_their_paragraphs(format, first, second):
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    begun = f'<text:list text:style-name="L">{item.format("甲")}</text:list>'
    goes_on = f'<text:list text:style-name="L" text:continue-numbering="true">{item.format("乙")}</text:list>'
    assert texts(f"{begun}<text:p>中</text:p>{goes_on}{begun}", LEVELS.format(format)) == [
        f"{first}甲", "中", f"{second}乙", f"{first}甲",
    ]  # fmt: skip


def test_merged_cells_are_one_cell_and_nested_tables_follow():
    inner = TABLE.format("", row(cell("内")))
    rows = (
        row(spanned("甲", down=2, across=2), COVERED, cell("乙"))
        + row(COVERED, COVERED, cell("丙"))
        + f"<table:table-header-rows>{row(spanned('丁', across=3), COVERED, COVERED)}</table:table-header-rows>"
        + row(cell("戊", ' table:number-columns-repeated="2"'), f"<table:table-cell>{inner}</table:table-cell>")
    )
    outer, nested = parse(flat("text", TABLE.format("", rows))).grids
    assert placed(outer) == [
        (1, 1, 2, 2, "甲"), (1, 3, 1, 1, "乙"), (2, 3, 1, 1, "丙"), (3, 1, 1, 3, "丁"),
        (4, 1, 1, 1, "戊"), (4, 2, 1, 1, "戊"), (4, 3, 1, 1, ""),
    ]  # fmt: skip
    assert placed(nested) == [(1, 1, 1, 1, "内")]


def test_hidden_sheets_rows_and_columns_are_left_out_and_quoted():
    styles = style("off", '<style:table-properties table:display="false"/>')
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    shown = row(cell("甲"), cell("乙"), cell("藏列")) + row(cell("丙"), cell("丁")) + (
        f'<table:table-row table:visibility="collapse">{cell("藏行")}</table:table-row>'
    )  # fmt: skip
    body = TABLE.format("", columns + shown) + TABLE.format(' table:style-name="off"', row(cell("藏表")))
    document = parse(flat("spreadsheet", body, styles))
    assert document.format == "ods"
    assert not {"藏列", "藏行", "藏表"} & set(everything(document).split("\n"))
    assert {each.code: each.evidence for each in document.findings if each.evidence.startswith("藏")} == {
        "hidden_columns_left_out": "藏列", "hidden_rows_left_out": "藏行", "hidden_sheet_left_out": "藏表",
    }  # fmt: skip


def test_a_sheet_prints_the_texts_of_its_cells_and_shapes_and_no_endless_rows():
    shape = "<draw:custom-shape><text:p>单位：元</text:p></draw:custom-shape>"
    number = (
        '<table:table-cell office:value-type="percentage" office:value="0.95"><text:p>95%</text:p>{}</table:table-cell>'
    )
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    rows = row(cell("完成率"), number.format(shape)) + row(cell("甲"), cell("乙")) + rest
    document = parse(flat("spreadsheet", TABLE.format("", rows)))
    assert lines(document) == ["单位：元"]
    assert placed(document.grids[0]) == [
        (1, 1, 1, 1, "完成率"),
        (1, 2, 1, 1, "95%"),
        (2, 1, 1, 1, "甲"),
        (2, 2, 1, 1, "乙"),
    ]


def packed(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, content in {"META-INF/manifest.xml": f"<manifest:manifest {SPACES}/>", **parts}.items():
            package.writestr(name.replace("_", "."), content)
    return stream.getvalue()


LOCKED = f"<manifest:manifest {SPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed(**{"META-INF/manifest.xml": LOCKED, "content.xml": "%"}), "encrypted_file"),
        (packed(), "format_not_read"),
        (packed(**{"content.xml": "<a"}), "damaged_xml"),
        (flat("presentation", ""), "format_not_read"),
        (flat("text", TABLE.format("", "<table:table-row><table:table-cell>") * 40), "damaged_xml"),
        (flat("spreadsheet", TABLE.format("", f'<table:table-row table:number-rows-repeated="1048000">{cell("甲") * 3}</table:table-row>')), "too_many_cells"),
    ],
    ids=["password", "no content", "cut", "slides", "not closed", "endless"],
)  # fmt: skip
def test_what_cannot_be_read_is_rejected_with_the_reason(data, code):
    with pytest.raises(Rejected) as raised:
        parse(data)
    assert raised.value.code == code


def test_a_flat_file_is_a_document_whatever_its_name():
    assert sniff.kind(flat("text", "")).format in sniff.DOCUMENTS
