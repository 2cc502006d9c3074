"""A document without tables says that it has pictures; one with tables has pictures that matter only in their cells."""

import io

import pytest
from openpyxl import Workbook

from pipeline.extract.formats import readers
from tests import word

CODE = "pictures_without_tables"
PICTURE, TABLE = word.paragraph(word.picture()), word.table([["项目名称", "某项目"]])
XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def sheet(*rows: list[str]) -> bytes:
    """A workbook with these rows and two pictures over them."""
    book, stream = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    drawing = f'<d:wsDr xmlns:d="{XDR}">{"<d:twoCellAnchor><d:pic/></d:twoCellAnchor>" * 2}</d:wsDr>'
    link = f'<Relationship Id="r" Type="{word.SCHEMAS}/x/drawing" Target="../drawings/d.xml"/>'
    links = f'<Relationships xmlns="{word.SCHEMAS}/package/2006/relationships">{link}</Relationships>'
    data = word.with_part(stream.getvalue(), "xl/worksheets/_rels/sheet1.xml.rels", links)
    return word.with_part(data, "xl/drawings/d.xml", drawing)


@pytest.mark.parametrize(
    "data",
    [
        word.docx(PICTURE, PICTURE),
        b"<html><body><p>1</p><img src='a.png'><img src='b.png'></body></html>",
        rb"{\rtf1 {\pict 00}\par {\pict 00}\par}",
        sheet(["附件"]),
    ],
    ids=["docx", "html", "rtf", "xlsx"],
)
def test_pictures_of_a_document_without_tables_are_told(rules, data):
    (finding,) = readers.parse(data, "made", rules).findings
    assert (finding.code, finding.details) == (CODE, {"count": "2"})


@pytest.mark.parametrize(
    "data",
    [word.docx(PICTURE, TABLE), word.docx(word.paragraph("正文")), sheet(["项目名称", "某项目"], ["年度", "2025"])],
    ids=["docx", "no picture", "xlsx"],
)
def test_those_of_a_document_with_tables_are_not(rules, data):
    assert CODE not in [each.code for each in readers.parse(data, "made", rules).findings]
