"""Pages that are pictures: what they show is told, page by page, and text that a program recognised on them is read."""

import pytest

from tests.formats.pdf.read import codes, lines, only_grid, parse, read, texts
from tests.pdf import line, page, pdf, picture, ruled, text

WHOLE = picture(20, 20, 570, 800)
PROSE = page(text(72, 60, "正文一行"))
NUMBER = text(290, 820, "- 3 -")
SHAPES = [line(x, 100, x + 7, 131) for x in range(40)]


def told(document):
    """What is said of the first page."""
    return [each.code for each in document.findings if each.details.get("page") == "1"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([picture(20, 20 + 80 * strip, 570, 100 + 80 * strip) for strip in range(10)], ["page_without_text"]),
        ([WHOLE, NUMBER], ["page_without_text", "running_text_left_out"]),
        ([*SHAPES, NUMBER], ["page_without_text", "running_text_left_out"]),
        ([WHOLE, text(72, 60, "扫描软件")], ["page_picture_not_read"]),
        ([picture(20, 100, 570, 500), *(text(72, 600 + 15 * row, "图下面的正文") for row in range(5))], ["page_picture_not_read"]),
        ([WHOLE, *(text(72, 60 + 15 * row, "底图上的正文") for row in range(5))], []),
        ([picture(20, 20, 120, 120), text(300, 60, "正文")], []),
    ],
    ids=["strips", "page number", "shapes and number", "mark of a program", "picture over text", "ground", "small"],
)  # fmt: skip
def test_a_page_whose_pictures_are_not_read_is_named_beside_those_that_are_read(content, expected):
    document = read(page(*content), PROSE)
    assert (told(document), lines(document)[-1]) == (expected, "正文一行")


def test_a_file_of_scans_with_page_numbers_has_no_text():
    with pytest.raises(Exception, match="pdf_without_text"):
        parse(pdf(page(WHOLE, NUMBER), page(WHOLE, NUMBER)))


def test_text_recognised_on_a_scan_is_read_and_told():
    document = read(page(text(72, 60, "识别文字", mode=3), WHOLE), PROSE)
    assert (lines(document), told(document)) == (["识别文字", "正文一行"], ["text_recognised"])
    assert document.findings[0].evidence == "识别文字"


def test_recognised_text_of_a_scan_that_lies_on_its_side_is_read():
    scan = page(*(text(72 + 20 * row, 700, "识别出的文字", angle=90, mode=3) for row in range(2)), WHOLE)
    assert lines(read(scan)) == ["识别出的文字", "识别出的文字"]


def test_recognised_text_in_a_table_whose_lines_are_drawn_stands_in_its_cells():
    cells = text(75, 114, "指标", mode=3), text(175, 114, "≥95%", mode=3)
    assert texts(only_grid(page(WHOLE, *ruled([72, 172, 272], [100, 120]), *cells))) == [["指标", "≥95%"]]


def test_text_without_ink_beside_that_which_is_printed_on_a_picture_is_left_out():
    printed = [text(72, 60 + 15 * row, "底图上的正文") for row in range(5)]
    document = read(page(WHOLE, *printed, text(72, 400, "识别文字", mode=3)))
    assert codes(document) == ["invisible_text_left_out"]


def test_text_under_a_picture_is_read_and_told():
    document = read(page(text(72, 60, "识别文字"), WHOLE), PROSE)
    assert (lines(document), told(document)) == (["识别文字", "正文一行"], ["text_under_picture"])


@pytest.mark.parametrize(
    ("content", "code"),
    [(text(72, 300, "斜文字", angle=45), "slanted_text_left_out"), (text(72, 60, "无墨", mode=3), "invisible_text_left_out")],
    ids=["slanted", "without ink"],
)  # fmt: skip
def test_a_page_of_nothing_but_text_that_is_left_out_is_told(content, code):
    assert told(read(page(content), PROSE)) == [code]
