"""Text in the margins of pages is read before a table that begins the document, and told else."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.extract.formats import readers
from pipeline.model.document import Document, Paragraph
from tests import word
from tests.conftest import SOURCE

TITLE, UNIT = "2025年某项目绩效目标表", "单位：万元"
TABLE = word.table([["项目名称", "某项目"], ["年度资金总额", "5"]])
_RELATIONS = f"{word.SCHEMAS}/officeDocument/2006/relationships"
_NAMES = f'xmlns:w="{word.TRANSITIONAL["w"]}" xmlns:r="{word.TRANSITIONAL["r"]}"'
PAGE_NUMBER = word.Xml(
    '<w:p><w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
    '</w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页</w:t></w:r></w:p>'
)


def lines(document: Document) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Paragraph) and each.text]


def told(document: Document) -> list[str]:
    return [each.evidence for each in document.findings if each.code == "page_heads_left_out"]


def headed(*blocks: str, head: str = "", first: str = "", foot: str = "", has_first: bool = False) -> bytes:
    """A Word file with a header, one of the first page and a footer."""
    parts = {"header1": ("hdr", head), "header2": ("hdr", first), "footer1": ("ftr", foot)}
    kinds = {"header1": "header", "header2": "header", "footer1": "footer"}
    shown = "".join(
        f'<w:{kinds[each]}Reference w:type="{"first" if each == "header2" else "default"}" r:id="{each}"/>'
        for each, (_, text) in parts.items()
        if text
    )
    main = word.document(*blocks).replace("<w:sectPr/>", f"<w:sectPr>{shown}{'<w:titlePg/>' * has_first}</w:sectPr>")
    data = word.with_part(word.docx(*blocks), "word/document.xml", main)
    links = "".join(
        f'<Relationship Id="{each}" Type="{_RELATIONS}/{kinds[each]}" Target="{each}.xml"/>' for each in parts
    )
    links = f'<Relationships xmlns="{word.SCHEMAS}/package/2006/relationships">{links}</Relationships>'
    data = word.with_part(data, "word/_rels/document.xml.rels", links)
    for each, (tag, text) in parts.items():
        held = "".join(line if isinstance(line, word.Xml) else word.paragraph(line) for line in [text] if line)
        data = word.with_part(data, f"word/{each}.xml", f"<w:{tag} {_NAMES}>{held}</w:{tag}>")
    return data


def read(rules, data: bytes, name: str = "made.docx") -> Document:
    return readers.parse(data, name, rules)


def test_the_head_of_the_page_stands_before_a_table_that_begins_the_document(rules):
    document = read(rules, headed(TABLE, head=TITLE))
    assert (lines(document), told(document)) == ([TITLE], [])


def test_where_the_text_has_its_own_title_the_head_is_told(rules):
    document = read(rules, headed(word.paragraph(TITLE), TABLE, head="某市财政局", foot=UNIT))
    assert (lines(document), told(document)) == ([TITLE], [f"某市财政局\n{UNIT}"])


@pytest.mark.parametrize("has_first", [True, False])
def test_the_first_page_may_have_a_head_of_its_own(rules, has_first):
    document = read(rules, headed(TABLE, head="某市财政局", first=TITLE, has_first=has_first))
    assert lines(document) == ([TITLE] if has_first else ["某市财政局"])
    assert told(document) == (["某市财政局"] if has_first else [])


def test_page_numbers_and_rules_are_no_text(rules):
    document = read(rules, headed(TABLE, head=PAGE_NUMBER, foot="- 1 -"))
    assert (lines(document), told(document)) == ([], [])


def test_the_published_document_has_nothing_of_it(rules):
    assert not told(read(rules, SOURCE.read_bytes()))


RTF_HEAD = rb"{\rtf1\ansi\ansicpg936\titlepg{\header \'d2\'b3\par}{\headerf %s\par}{\footer \'b5\'a5\'ce\'bb}"
RTF_TABLE = rb"\trowd\cellx2000\cellx4000\pard\intbl \'cf\'ee\'c4\'bf\cell a\cell\row}"


def test_rtf_has_heads_in_groups_of_their_own(rules):
    head = "".join(f"\\'{byte:02x}" for byte in TITLE.encode("gb18030")).encode()
    document = read(rules, RTF_HEAD % head + RTF_TABLE, "made.rtf")
    assert (lines(document), told(document)) == ([TITLE], ["页\n单位"])
    assert [cell.text for cell in document.grids[0].cells] == ["项目", "a"]


def test_open_documents_have_them_in_their_styles(rules):
    head = f"<style:header><text:p>{TITLE}</text:p></style:header>"
    foot = "<style:footer><text:p>第<text:page-number>1</text:page-number>页</text:p></style:footer>"
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    names = "".join(f' xmlns:{each}="{oasis}:{each}:1.0"' for each in ("office", "style", "text", "table"))
    cell = "<table:table-cell><text:p>项目名称</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{cell}{cell}</table:table-row></table:table>"
    flat = (
        f'<office:document{names} office:mimetype="application/vnd.oasis.opendocument.text"><office:master-styles>'
        f'<style:master-page style:name="Standard">{head}{foot}</style:master-page></office:master-styles>'
        f"<office:body><office:text>{table}</office:text></office:body></office:document>"
    )
    document = read(rules, flat.encode(), "made.fodt")
    assert (lines(document), told(document)) == ([TITLE], [])


def test_older_word_files_have_them_after_their_text(rules):
    """LibreOffice wrote the file from `headed(TABLE, head=TITLE, foot=UNIT)`."""
    document = read(rules, (Path(__file__).parent / "page-heads.doc").read_bytes(), "made.doc")
    assert (lines(document), told(document)) == ([TITLE], [UNIT])


@pytest.mark.parametrize("has_title", [True, False])
def test_a_sheet_has_them_with_codes_among_the_text(rules, has_title):
    book = Workbook()
    rows = [["项目名称", "某项目"], ["资金总额", "5"]]
    for row in [[TITLE], [], *rows] if has_title else rows:
        book.active.append(row)
    book.active.oddHeader.center.text, book.active.oddHeader.center.size = TITLE, 16
    book.active.oddFooter.right.text, book.active.oddFooter.left.text = UNIT, "第&P页"
    stream = io.BytesIO()
    book.save(stream)
    document = read(rules, stream.getvalue(), "made.xlsx")
    assert lines(document) == [TITLE]
    assert told(document) == [f"{TITLE}\n{UNIT}" if has_title else UNIT]
