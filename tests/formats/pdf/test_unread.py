"""What of a PDF cannot be read is said, page by page; nothing is passed over in silence."""

import pytest

from pipeline.extract.formats.pdf import lattice, pdfium
from pipeline.model.finding import Rejected
from tests.formats.pdf.read import codes, lines, parse, read
from tests.pdf import line, page, pdf, picture, ruled, table, text

PRIVATE = "2 beginbfchar <7532> <E132> <4E59> <E133> endbfchar"
SCAN = page(picture(20, 20, 570, 800))
PROSE = page(text(72, 60, "正文一行"))
# Asks for a password: the keys are those of no password (ISO 32000-1, 7.6.3).
LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<{'00' * 16}> <{'00' * 16}>]"


def rejection(data: bytes) -> Rejected:
    with pytest.raises(Rejected) as raised:
        parse(data)
    return raised.value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(SCAN), "pdf_without_text"),
        (pdf(page(text(72, 60, "不明字体", font="F2"))), "pdf_without_text"),
        (pdf(page(text(72, 60, "无墨文字", mode=3))), "pdf_without_text"),
        (pdf(page(text(72, 60, "甲乙", font="Said")), said=PRIVATE), "pdf_without_text"),
        (pdf(page(*(line(x, 100, x + 7, 131) for x in range(40)))), "pdf_without_text"),
        (pdf(PROSE, trailer=LOCKED), "encrypted_file"),
        (b"%PDF-1.7\n%nothing", "damaged_pdf"),
        (pdf(), "damaged_pdf"),
    ],
    ids=[
        "scanned",
        "unknown font",
        "without ink",
        "private characters",
        "letters as shapes",
        "password",
        "cut short",
        "no page",
    ],
)
def test_a_file_that_cannot_be_read_is_rejected_with_the_reason(data, code):
    rejected = rejection(data)
    assert (rejected.code, rejected.format) == (code, "pdf")


def test_a_file_of_too_many_pages_is_rejected_with_the_limit(monkeypatch):
    monkeypatch.setattr(pdfium, "MAX_PAGES", 1)
    assert rejection(pdf(PROSE, PROSE)).details == {"count": "2", "limit": "1"}


@pytest.mark.parametrize("limit", ["MAX_CHARS", "MAX_OBJECTS"])
def test_a_page_that_holds_more_than_any_is_named_and_the_others_are_read(monkeypatch, limit):
    monkeypatch.setattr(pdfium, limit, 4)
    document = read(page(*(text(72, 60 + 20 * number, "某字") for number in range(5))), PROSE)
    assert (lines(document), codes(document)) == (["正文一行"], ["page_not_read"])
    assert document.findings[0].details == {"page": "1"}


@pytest.mark.parametrize(("limit", "most"), [("MAX_CROSSINGS", 5), ("MAX_TABLES", 0)])
def test_a_page_of_more_lines_or_tables_than_any_is_named(monkeypatch, limit, most):
    monkeypatch.setattr(lattice, limit, most)
    document = read(page(*table(72, 100, [["甲", "乙"]])), PROSE)
    assert (lines(document), codes(document)) == (["正文一行"], ["page_not_read"])


def test_each_scanned_page_is_named_beside_those_that_are_read():
    document = read(SCAN, PROSE, SCAN)
    assert lines(document) == ["正文一行"]
    assert [(each.code, each.details["page"]) for each in document.findings] == [
        ("page_without_text", "1"), ("page_without_text", "3"),
    ]  # fmt: skip


def test_characters_of_unknown_fonts_are_counted():
    document = read(page(text(72, 60, "不明", font="F2"), text(72, 90, "项目名称")))
    assert lines(document) == ["��", "项目名称"]
    assert document.findings[0].details == {"page": "1", "count": "2"}


def test_characters_that_a_font_says_are_none_are_counted():
    said = "3 beginbfchar <7532> <FFFD> <4E59> <DB80DC00> <4E19> <0000> endbfchar"
    document = parse(pdf(page(text(72, 60, "甲乙丙", font="Said"), text(72, 90, "项目名称")), said=said))
    assert lines(document) == ["���", "项目名称"]
    assert [(each.code, each.details["count"]) for each in document.findings] == [("page_text_unmapped", "3")]


def test_a_blank_page_is_nothing_to_be_named():
    assert codes(read(page(), PROSE)) == []


COLUMNS = [text(x, y, "某列") for y in (100, 120, 140) for x in (72, 200, 330)]


def test_text_in_columns_without_lines_that_may_not_be_rows_is_named_and_quoted():
    document = read(page(*COLUMNS, text(200, 152, "续行")))
    assert document.grids == ()
    assert [(each.code, each.details) for each in document.findings] == [("table_without_lines", {"page": "1"})]
    assert "某列 某列 某列" in document.findings[0].evidence


def test_columns_without_lines_inside_a_ruled_table_are_named():
    document = read(page(*COLUMNS, *ruled([60, 420], [86, 106, 126, 146])))
    assert (len(document.grids), codes(document)) == (1, ["table_without_lines"])


def test_rows_without_lines_inside_a_ruled_table_are_named():
    words = [text(x, y, "3.5") for x in (75, 205, 335) for y in (100, 115, 130)]
    document = read(page(*words, *ruled([72, 202, 332, 460], [86, 140])))
    assert (len(document.grids), codes(document)) == (1, ["table_without_lines"])


def test_text_that_is_printed_over_a_line_is_named():
    document = read(page(*table(72, 100, [["甲", ""], ["丙", "丁"]]), text(108, 114, "一段长出单元格的文字")))
    assert [(each.code, each.table_no, each.row_no) for each in document.findings] == [("text_over_lines", 1, 1)]


def test_running_text_and_ruled_tables_are_no_columns():
    prose = [text(72, 300 + 15 * number, "一行接一行的正文") for number in range(4)]
    assert codes(read(page(*table(72, 100, [["甲", "乙"], ["丙", "丁"], ["戊", "己"]]), *prose))) == []
