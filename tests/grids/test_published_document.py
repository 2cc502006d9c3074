"""The published document, read a second time by python-docx and by plain XPath: both see what the grids hold."""

import io
import zipfile
from collections import Counter

import docx as python_docx
import pytest
from docx.table import Table
from docx.table import _Cell as Tc
from lxml import etree

from pipeline.model.document import Grid, Paragraph
from tests.conftest import SOURCE
from tests.grids.read import everything, read
from tests.word import cell, docx, paragraph, row, run, sdt, span, table, vcont, vstart

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


@pytest.fixture(scope="module")
def body():
    with zipfile.ZipFile(SOURCE) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def text_of(tc: Tc) -> str:
    """A cell's text by python-docx, less the paragraph that must follow a nested table."""
    texts = [each.text for each in tc.paragraphs]
    ends_in_table = len(tc._tc) > 1 and tc._tc[-2].tag.endswith("}tbl")
    return "\n".join(texts[:-1] if ends_in_table and not texts[-1] else texts)


def covered_by(other: Table) -> dict[tuple[int, int], str]:
    """What python-docx says stands at every position of a table."""
    return {
        (row_no, col_no): text_of(tc)
        for row_no, each in enumerate(other.rows, 1)
        for col_no, tc in enumerate(each.cells, each.grid_cols_before + 1)
    }


def covered(grid: Grid) -> dict[tuple[int, int], str]:
    return {position: each.text for position, each in grid.covering().items()}


def test_it_has_the_tables_and_cells_of_its_xml(source, body):
    assert len(source.grids) == len(body.findall(".//w:tbl", W)) == 24
    assert len(body.findall(".//w:tc", W)) == 885
    assert len(body.findall(".//w:vMerge", W)) == 117
    continued = body.xpath("count(//w:tc[w:tcPr/w:vMerge[not(@w:val='restart')]])", namespaces=W)
    assert sum(len(grid.cells) for grid in source.grids) == 885 - continued == 792


def test_nothing_had_to_be_left_out(source):
    assert source.findings == ()
    assert source.format == "docx"


def test_every_character_is_in_one_block(source, body):
    in_xml = Counter("".join(body.xpath("//w:t/text()", namespaces=W)))
    in_blocks = Counter(everything(source))
    del in_blocks["\n"], in_blocks["\t"]
    assert in_blocks == in_xml
    assert everything(source).count("\t") == len(body.findall(".//w:r/w:tab", W)) == 30


def test_its_blocks_are_in_the_order_of_its_body(source, body):
    in_xml = [each.tag.rpartition("}")[2] for each in body[0] if each.tag.endswith(("}p", "}tbl"))]
    assert ["p" if isinstance(block, Paragraph) else "tbl" for block in source.blocks] == in_xml


def test_every_cell_is_where_python_docx_sees_it(source):
    others = python_docx.Document(SOURCE).tables
    for grid, other in zip(source.grids, others, strict=True):
        assert covered(grid) == covered_by(other)
        assert grid.n_rows == len(other.rows)
        assert grid.n_cols == len(other.columns)


BUILT = {
    "plain": [["a", "b"], ["c", " "]],
    "merged": [
        [vstart("a", 2), "b"],
        [vcont(cols=2), vstart("c")],
        [vstart("d"), "e", vcont()],
        [vcont(), span("f", 2)],
    ],
    "short rows": [["a", "b", "c"], row("d", before=1, after=1), row("e", before=2), row(span("f", 2), after=1)],
    "lines": [[cell("a\n\nb", paragraph("c\td\ne"), paragraph(run("f"), run("g")))]],
    "nested": [["a", cell("b", table([["c"]]), "")], [cell(table([["d"]]), "e"), "f"]],
}


@pytest.mark.parametrize("name", BUILT)
def test_built_tables_are_as_python_docx_sees_them(name):
    (other,) = python_docx.Document(io.BytesIO(docx(table(BUILT[name], columns=3)))).tables
    assert covered(read(table(BUILT[name], columns=3)).grids[0]) == covered_by(other)


def test_python_docx_loses_what_stands_in_content_controls():
    """The reason why it is a second reader here, and not the first."""
    rows = [["a", sdt(cell("b"))], sdt(row("c", "d"))]
    (other,) = python_docx.Document(io.BytesIO(docx(table(rows, columns=2)))).tables
    assert set(covered_by(other).values()) == {"a"}
    assert set(covered(read(table(rows)).grids[0]).values()) == {"a", "b", "c", "d"}
