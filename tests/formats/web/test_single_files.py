"""Pages and Word documents that are one file: MHTML, Flat OPC, XML of Word 2003."""

import base64
import quopri
import random
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.model.finding import Rejected
from tests.conftest import SOURCE
from tests.damage import damaged
from tests.every import every
from tests.formats.test_older_word import FIRST
from tests.grids.read import found, lines, parse, placed, spans

PAGE = Path(__file__).parent / "converted" / "form_b06.html"
HEAD = b'From: <Saved by Blink>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--B"\r\n\r\n'
_WORD, _WORD_2003 = (
    f"http://schemas.{each}"
    for each in ("openxmlformats.org/wordprocessingml/2006/main", "microsoft.com/office/word/2003/wordml")
)
_HINTS, _AML = (f"http://schemas.microsoft.com/{each}" for each in ("office/word/2003/auxHint", "aml/2001/core"))


def mhtml(*parts: tuple[str, bytes], encoding: str = "quoted-printable") -> bytes:
    """A file of pages, each after its place."""
    encoded = base64.encodebytes if encoding == "base64" else quopri.encodestring
    body = b"".join(
        f'----B\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: {encoding}\r\n'
        f"Content-Location: {place}\r\n\r\n".encode()
        + encoded(page)
        + b"\r\n"
        for place, page in parts
    )
    return HEAD + b"preamble\r\n" + body + b"----B--\r\n"


@every("encoding", ["quoted-printable", "base64"])
def test_a_page_in_one_file_is_read_as_the_page(encoding):
    page = PAGE.read_bytes()
    first, second = parse(page), parse(mhtml(("file:///C:/a.htm", page), ("b.htm", b"<p>b</p>"), encoding=encoding))
    assert second.format == "mhtml"
    assert (second.blocks, second.findings) == (first.blocks, first.findings)


def test_the_sheets_of_a_workbook_in_one_file_are_read_in_order():
    root = b'<html><!--[if gte mso 9]><xml><x:WorksheetSource HRef="a/s2.htm"/><x:WorksheetSource HRef="a/s1.htm"/></xml>' \
        b'<![endif]--><frameset><frame src="a/s2.htm"><frame src="a/tabs.htm"></frameset></html>'  # fmt: skip
    sheets = [
        (f"file:///C:/a/s{number}.htm", f"<table border=1><tr><td>{number}<td>x</table>".encode()) for number in (1, 2)
    ]
    grids = parse(mhtml(("file:///C:/a.htm", root), *sheets, ("a/tabs.htm", b"<p>tabs</p>"))).grids
    assert [(grid.table_no, placed(grid)[1, 1]) for grid in grids] == [(1, "2"), (2, "1")]


def test_a_page_of_frames_whose_pages_are_elsewhere_is_rejected():
    with pytest.raises(Rejected, match="page_of_frames"):
        parse(mhtml(("a.htm", b"<html><frameset><frame src=b.htm></frameset></html>")))


def test_a_damaged_file_of_pages_is_read_or_rejected():
    data, chance = mhtml(("a.htm", PAGE.read_bytes())), random.Random(1)
    for kind in range(20):
        try:
            parse(damaged(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code


def flat(data: bytes) -> bytes:
    """A Word package as one file of XML."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}
    written = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{re.sub(r"<[?].*?[?]>", "", text)}</pkg:xmlData></pkg:part>'
        for name, text in parts.items()
        if not name.startswith("[")
    )
    return (
        '<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
        f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{written}</pkg:package>'
    ).encode()


def word_2003(data: bytes) -> bytes:
    """A Word package as the XML that Word 2003 writes of it."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        text = package.read("word/document.xml").decode()
    text = text.replace(_WORD, _WORD_2003).replace("w:vMerge", "w:vmerge").replace("w:document", "w:wordDocument")
    text = text.replace("<w:body>", f'<w:body><wx:sect xmlns:wx="{_HINTS}">').replace(
        "</w:body>", "</wx:sect></w:body>"
    )
    return text.encode()


DOCUMENTS = {"published": SOURCE.read_bytes, "fixture_T": FIRST["fixture_T"], "fixture_A": FIRST["fixture_A"]}


@every("name, as_xml", [(name, how) for name in DOCUMENTS for how in (flat, word_2003)])
def test_a_word_document_as_xml_is_read_as_the_package(name, as_xml):
    first = parse(DOCUMENTS[name]())
    second = parse(as_xml(DOCUMENTS[name]()))
    assert second.format == "word_xml"
    assert (second.blocks, second.findings) == (first.blocks, first.findings)


def in_2003(content: str) -> bytes:
    names = f'xmlns:w="{_WORD_2003}" xmlns:wx="{_HINTS}" xmlns:aml="{_AML}"'
    return f"<w:wordDocument {names}><w:body>{content}</w:body></w:wordDocument>".encode()


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def annotation(kind: str, content: str) -> str:
    return f'<aml:annotation aml:id="0" w:type="Word.{kind}"><aml:content>{content}</aml:content></aml:annotation>'


def test_word_2003_states_changes_and_comments_in_annotations():
    changes = (
        annotation("Insertion", run("b"))
        + annotation("Deletion", run("c", "delText"))
        + annotation("Comment", f"<w:p>{run('d')}</w:p>")
    )
    document = parse(in_2003(f"<w:p>{run('a')}{changes}</w:p>"))
    assert lines(document) == ["ab"]
    assert found(document) == [("deleted_text_left_out", "c", None, None)]


def test_word_2003_tells_the_numbers_of_lists():
    listed = '<w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="1."/></w:listPr></w:pPr>'
    assert lines(parse(in_2003(f"<w:p>{listed}{run('a')}</w:p>"))) == ["1.\ta"]


def test_word_2003_merges_cells():
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr><w:vmerge{kind}/></w:tcPr><w:p>{run(text)}</w:p></w:tc><w:tc><w:p>{run('c')}</w:p></w:tc></w:tr>"
        for kind, text in ((' w:val="restart"', "a"), ("", ""))
    )
    assert spans(parse(in_2003(f"<w:tbl>{rows}</w:tbl>")).grids[0])["a"] == (2, 1)


@every("as_xml", [flat, word_2003])
def test_a_damaged_word_document_as_xml_is_read_or_rejected(as_xml):
    data, chance = as_xml(FIRST["fixture_T"]()), random.Random(1)
    for kind in range(20):
        try:
            parse(damaged(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code
