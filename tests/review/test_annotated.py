"""The findings as comments in the document itself: each once, at its cell, and not a byte of the text changed."""

import re
import shutil
import zipfile
from io import BytesIO

import docx
import pytest

from pipeline.extract.formats.word import cell_places
from pipeline.extract.read import read_bytes
from pipeline.model.document import Address
from pipeline.reports import annotated_copy, annotated_word
from pipeline.reports.annotation import Note, notes
from pipeline.reports.by_project import opinion
from pipeline.rules import book
from tests.conftest import SOURCE
from tests.whole_run.command import pipeline

RULES = book.default()
MARKS = re.compile(rb"<w:commentRange(Start|End) [^>]*/>|<w:r><w:commentReference [^>]*/></w:r>")
MAIN = "word/document.xml"


def part(data, name=MAIN):
    return zipfile.ZipFile(BytesIO(data)).read(name)


def with_body(body):
    """The published document's package with another body."""
    made = BytesIO()
    with zipfile.ZipFile(SOURCE) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == MAIN:
                start = content.index(b"<w:body>") + len(b"<w:body>")
                content = content[:start] + body.encode() + content[content.rindex(b"</w:body>") :]
            new.writestr(entry, content)
    return made.getvalue()


def cell(text, before="", around="{}"):
    return around.format(f"<w:tc><w:tcPr/>{before}<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")


def table(*cells):
    return f"<w:tbl><w:tblPr/><w:tr>{''.join(cells)}</w:tr></w:tbl><w:p/>"


ODD = {
    "a content control around a cell": table(
        cell("甲"), cell("乙", around="<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>")
    ),
    "a nested table": table(cell("甲", before=table(cell("里"))), cell("乙")),
    "tracked changes": table(
        "<w:tc><w:tcPr/><w:p><w:pPr><w:jc/><w:pPrChange w:id='1'><w:pPr/></w:pPrChange></w:pPr>"
        "<w:del w:id='2'><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins w:id='3'><w:r><w:t>甲</w:t></w:r></w:ins></w:p></w:tc>",
        cell("乙"),
    ),
    "a blank cell": table("<w:tc><w:p/></w:tc>", cell("乙")),
    "signs of XML in attributes and comments": table(
        '<w:tc><w:p w:rsidR="a>b"><!-- <w:p> --><w:r><w:t>甲</w:t></w:r></w:p></w:tc>', cell("乙")
    ),
}


@pytest.fixture(scope="module")
def findings(built):
    return [row for row in opinion(built / "budget_targets.duckdb").findings if row["document_id"]]


def test_every_finding_stands_once_in_the_published_document_and_no_byte_of_it_is_changed(built, findings, tmp_path):
    path = tmp_path / "批注.docx"
    assert pipeline("review", built, "--annotate", path).exit_code == 0
    assert MARKS.sub(b"", part(path.read_bytes())) == part(SOURCE.read_bytes())
    said = [comment.text for comment in docx.Document(str(path)).comments]
    assert len(said) == len(findings)
    assert all(sum(row["message_zh"] in one for one in said) >= 1 for row in findings)
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(SOURCE) as source:
        kept = set(source.namelist()) - {MAIN, "[Content_Types].xml", "word/_rels/document.xml.rels"}
        assert all(made.read(name) == source.read(name) for name in kept)


def test_a_finding_about_a_value_stands_at_the_value(findings):
    data = SOURCE.read_bytes()
    reading = read_bytes(data, SOURCE.name, RULES).reading
    (row,) = [row for row in findings if row["code"] == "text_count_differs"]
    (note,) = notes([row], reading, RULES.memo)
    (grid,) = [grid for grid in reading.document.grids if grid.table_no == row["table_no"]]
    (at,) = [one for one in grid.cells if (one.row_no, one.col_no) == note.address[1:]]
    assert (note.address.row_no, at.text) == (row["row_no"], "≥11个")


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_an_odd_file_is_marked_where_it_was_meant(body, tmp_path):
    data = with_body(body)
    places = cell_places.places(data, RULES)
    last = max(address for address in places.cells if address.table_no == 1)
    first = Address(1, 1, 1)
    written = annotated_word.write(
        data, places, [Note(first, ("一",)), Note(last, ("二",))], RULES.memo, tmp_path / "a"
    )
    made = (tmp_path / "a").read_bytes()
    assert written is None and MARKS.sub(b"", part(made)) == part(data)
    assert [comment.text for comment in docx.Document(BytesIO(made)).comments] == ["一", "二"]
    between = re.search(rb'<w:commentRangeStart w:id="1"/>(.*)<w:commentRangeEnd w:id="1"/>', part(made))[1]
    assert "".join(re.findall(r"<w:t>(.*?)</w:t>", between.decode())) == "乙"


def test_comments_that_are_there_stay(tmp_path):
    noted = BytesIO()
    source = docx.Document(str(SOURCE))
    cells = source.tables[0].rows[0].cells
    source.add_comment(cells[0].paragraphs[0].runs, "审核人的话", "审核人", "")
    source.save(noted)
    data = noted.getvalue()
    places = cell_places.places(data, RULES)
    annotated_word.write(data, places, [Note(Address(2, 2, 3), ("程序的话",))], RULES.memo, tmp_path / "a")
    comments = list(docx.Document(str(tmp_path / "a")).comments)
    assert [one.text for one in comments] == ["审核人的话", "程序的话"]
    assert len({one.comment_id for one in comments}) == 2


def test_a_document_of_another_format_is_copied_into_a_word_file(tmp_path):
    reading = read_bytes(SOURCE.read_bytes(), SOURCE.name, RULES).reading
    annotated_copy.write(reading.document, [Note(Address(2, 2, 5), ("一",))], RULES.memo, tmp_path / "a")
    made = docx.Document(str(tmp_path / "a"))
    assert [one.text for one in made.comments] == ["一"]
    assert len(made.tables) == len(reading.document.grids)


def test_a_document_that_was_changed_or_is_not_there_is_said(built, tmp_path):
    (tmp_path / SOURCE.name).write_bytes(SOURCE.read_bytes() + b" ")
    for raw in (tmp_path, tmp_path / SOURCE.name):
        result = pipeline("review", built, "--annotate", tmp_path / "a.docx", "--raw", raw)
        assert result.exit_code == 2 and "--raw" in result.stderr
    assert not (tmp_path / "a.docx").exists()


def test_the_document_itself_is_not_marked_in_place(built, tmp_path):
    own = tmp_path / SOURCE.name
    shutil.copy(SOURCE, own)
    assert pipeline("review", built, "--annotate", own, "--raw", own, "--overwrite").exit_code == 2
    assert own.read_bytes() == SOURCE.read_bytes()
