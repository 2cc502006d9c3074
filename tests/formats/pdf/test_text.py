"""The characters of a page become the text that a reader sees."""

import pytest

from tests.formats.pdf.read import codes, lines, only_grid, read, texts
from tests.pdf import HEIGHT, page, ruled, table, text

FILLER = text(72, 700, "这一行使页面的方向明确无误")


def cell(*content, width=60, height=60):
    """The text of a cell of this width, beside one of a word."""
    columns = [72, 72 + width, 300]
    grid = only_grid(page(*ruled(columns, [100, 100 + height]), *content, text(80 + width, 114, "项目"), FILLER))
    return texts(grid)[0][0]


def test_lines_stand_in_reading_order_whatever_order_they_are_drawn_in():
    document = read(page(text(72, 90, "第二行"), text(102, 60, "一行"), text(72, 60, "这第")))
    assert lines(document) == ["这第 一行", "第二行"]


def test_characters_of_other_sizes_on_one_base_line_are_one_line():
    assert lines(read(page(text(72, 60, "大", size=20), text(92, 60, "小字", size=8)))) == ["大小字"]


@pytest.mark.parametrize(("raised", "expected"), [(4, "面积5m²"), (-2, "面积5m₂")])
def test_small_raised_and_lowered_digits_are_what_they_print_as(raised, expected):
    assert lines(read(page(text(72, 60, "面积5m"), text(102, 60 - raised, "2", size=6)))) == [expected]


def test_a_gap_parts_words_and_spread_characters_are_not_parted():
    spread = [text(72 + 20 * number, 60, each) for number, each in enumerate("项目名称")]
    assert lines(read(page(*spread))) == ["项目名称"]
    assert lines(read(page(text(72, 60, "姓名"), text(150, 60, "日期")))) == ["姓名 日期"]


def test_text_drawn_twice_to_make_it_bold_is_printed_once():
    assert lines(read(page(text(72, 60, "标题"), text(72.3, 60, "标题")))) == ["标题"]


def test_a_line_that_only_the_cell_ends_goes_on_without_a_break():
    assert (
        cell(text(75, 112, "维护系统"), text(75, 125, "五个年度"), text(75, 138, "。"), width=46)
        == "维护系统五个年度。"
    )


def test_a_number_that_the_cell_ends_stays_whole():
    assert cell(text(75, 112, "2,860,000"), text(75, 125, ".00"), width=50) == "2,860,000.00"


def test_numbers_one_below_the_other_are_not_made_one():
    assert cell(text(75, 112, "18,870"), text(75, 125, "209"), width=36) == "18,870\n209"
    rows = [text(75, 112 + 13 * number, each) for number, each in enumerate(("2025", "2026", "2027"))]
    assert cell(*rows, width=26) == "2025\n2026\n2027"


def test_a_line_that_ends_short_of_its_cell_keeps_its_break():
    assert cell(text(75, 112, "维护"), text(75, 125, "系统五个"), width=60) == "维护\n系统五个"


def test_a_line_that_begins_with_the_next_number_of_a_list_keeps_its_break():
    assert cell(text(75, 112, "维护五个。"), text(75, 125, "2.建设"), width=56) == "维护五个。\n2.建设"


def test_words_of_letters_are_parted_where_a_line_ends():
    assert cell(text(75, 112, "budget"), text(75, 125, "target"), width=36) == "budget target"


def test_one_character_a_line_is_a_word():
    downward = [text(75, 112 + 13 * number, each) for number, each in enumerate("产出指标")]
    assert cell(*downward, width=16) == "产出指标"


@pytest.mark.parametrize(("angle", "x", "y"), [(90, 90, 150), (270, 80, 105)])
def test_text_on_end_in_a_cell_is_read_along_its_line(angle, x, y):
    assert cell(text(x, y, "产出指标", angle=angle), width=30) == "产出指标"


@pytest.mark.parametrize(
    ("turned", "angle", "places"),
    [
        ("/Rotate 90", 90, [(72, 700), (92, 700)]),
        ("/Rotate 180", 180, [(500, 700), (500, 680)]),
        ("/Rotate 270", 270, [(500, 100), (480, 100)]),
        ("", 90, [(72, 700), (92, 700)]),
    ],
)
def test_a_turned_page_is_read_as_its_reader_holds_it(turned, angle, places):
    first, second = places
    turned_page = page(text(*first, "绩效目标", angle=angle), text(*second, "二", angle=angle), entries=turned)
    assert lines(read(turned_page)) == ["绩效目标", "二"]


def test_a_table_on_a_turned_page_is_read():
    upright = table(100, 100, [["项目名称", "某项目"], ["指标值", "≥95%"]])
    turned = page(f"q 0 1 -1 0 {HEIGHT} 0 cm", *upright, "Q", entries="/Rotate 90")
    assert texts(only_grid(turned)) == [["项目名称", "某项目"], ["指标值", "≥95%"]]


def test_a_form_that_the_page_shows_is_part_of_it():
    shown = page("q 1 0 0 1 30 -50 cm /X0 Do Q", forms=[table(72, 100, [["项目名称", "某项目"]])])
    assert texts(only_grid(shown)) == [["项目名称", "某项目"]]


def test_text_beside_the_paper_and_without_ink_is_left_out_and_said():
    document = read(page(text(72, 60, "正文"), text(72, 90, "无墨", mode=3), text(700, 60, "纸外")))
    assert lines(document) == ["正文"]
    (finding,) = document.findings
    assert (finding.code, finding.evidence) == ("invisible_text_left_out", "无墨纸外")


def test_text_that_is_cut_off_is_left_out_and_said():
    cut = f"q 60 {HEIGHT - 95} 200 20 re W n {text(72, 90, '看得见')} {text(72, 110, '看不见')} Q"
    document = read(page(text(72, 60, "正文"), cut))
    assert lines(document) == ["正文", "看得见"]
    assert [(each.code, each.evidence) for each in document.findings] == [("invisible_text_left_out", "看不见")]


def test_a_form_that_cuts_off_by_coordinates_of_its_own_loses_nothing():
    shown = page("q 1 0 0 1 0 -400 cm /X0 Do Q", forms=[["0 700 600 142 re W n", text(72, 60, "正文")]])
    assert lines(read(shown)) == ["正文"]


def test_a_watermark_is_left_out_and_said():
    document = read(page(text(72, 60, "正文两字"), text(200, 500, "水印", angle=45)))
    assert (lines(document), codes(document)) == (["正文两字"], ["slanted_text_left_out"])
    assert document.findings[0].evidence == "水印"


def test_radicals_are_the_characters_of_words():
    assert lines(read(page(text(72, 60, "\u2f6c标")))) == ["目标"]
