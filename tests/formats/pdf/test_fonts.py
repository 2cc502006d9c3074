"""Text is read whole whose font the file does not embed, whatever fonts the machine has: these files embed none."""

import pytest

from tests.formats.pdf.read import codes, lines, only_grid, parse, read, texts
from tests.pdf import ALL_SAID, page, pdf, ruled, table, text

CHINESE = ["F1", "GBK", "UTF16", "Big", "Said", "Name"]
chinese = pytest.mark.parametrize("font", CHINESE)


@chinese
def test_characters_that_stand_alone_are_read(font):
    apart = [text(72 + 10 * number, 60, each, font=font) for number, each in enumerate("指标值≥95%")]
    document = read(page(*apart, text(72, 90, "是", font=font)))
    assert ([line.replace(" ", "") for line in lines(document)], codes(document)) == (["指标值≥95%", "是"], [])


@chinese
def test_rows_that_say_the_same_are_all_read(font):
    same = [text(75, 114 + 20 * row, "≥95", font=font) for row in range(5)]
    grid = only_grid(page(*ruled([72, 172], [100 + 20 * row for row in range(6)]), *same))
    assert [row[0].replace(" ", "") for row in texts(grid)] == ["≥95"] * 5


@chinese
def test_a_line_on_end_is_read(font):
    label = text(90, 150, "产出指标", angle=90, font=font)
    grid = only_grid(page(*table(102, 100, [["甲", "乙"]]), *ruled([72, 102], [100, 160]), label))
    assert "产出指标" in [cell.text for cell in grid.cells]


def test_equal_characters_side_by_side_in_a_form_that_is_drawn_larger_are_all_read():
    number = [f"BT /F1 1 Tf 1 0 0 1 {20 + 0.5 * each} 40 Tm <0035> Tj ET" for each in range(4)]
    assert lines(read(page("q 10 0 0 10 0 0 cm /X0 Do Q", forms=[number]))) == ["5555"]


def test_what_has_no_ink_has_none_when_it_is_given_room():
    document = read(page(text(72, 60, "正文"), text(72, 90, "无", mode=3)))
    assert (lines(document), codes(document)) == (["正文"], ["invisible_text_left_out"])


@pytest.mark.parametrize(
    ("font", "coded", "printed"),
    [("Wingdings", "\xfc\xfe", "✓☑"), ("Symbol", "\xb3 95%", "≥ 95%"), ("Symbol", "a\xb1", "α±"), ("Adobe", "\xb3 95%", "≥ 95%")],
)  # fmt: skip
def test_characters_of_symbol_fonts_that_are_coded_as_letters_are_what_they_print(font, coded, printed):
    document = read(page(text(72, 300, coded, font=font)))
    assert (lines(document), codes(document)) == ([printed], [])


def test_one_of_a_symbol_font_that_is_not_named_is_told_and_no_letter():
    document = read(page(text(72, 60, "\xb3", font="Wingdings"), text(72, 90, "项目名称")))
    assert (lines(document), codes(document)) == (["\uf0b3", "项目名称"], ["symbol_not_named"])


@pytest.mark.parametrize("font", ["F1", "UTF16", "Said"])
def test_a_rare_character_of_a_name_is_one_character(font):
    said = "3 beginbfchar <738B> <738B> <D840> <D840DC0B> <660E> <660E> endbfchar" if font == "Said" else ALL_SAID
    coded = "王\ud840明" if font == "Said" else "王𠀋明"
    document = parse(pdf(page(text(72, 60, coded, font=font)), said=said))
    assert (lines(document), codes(document)) == (["王𠀋明"], [])
