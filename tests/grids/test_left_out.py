"""What is not printed, or cannot be read, is left out and said: once per kind and table row, with the text itself."""

import pytest

from pipeline.extract.formats.word.style_sheet import may_matter
from tests.grids.read import everything, found, lines, placed, read
from tests.word import (
    Xml,
    alt_chunk,
    cell,
    deleted,
    inserted,
    paragraph,
    picture,
    row,
    run,
    symbol,
    table,
    text_box,
    vcont,
    vstart,
    wrapped,
)

DELETED, HIDDEN = "deleted_text_left_out", "hidden_text_left_out"


def test_deleted_text_is_left_out():
    document = read(paragraph("约", deleted("≥"), "8个", deleted("x", moved=True), inserted(deleted("y"), "z")))
    assert lines(document) == ["约8个z"]
    assert found(document) == [(DELETED, "≥xy", None, None)]


def test_deleted_text_in_a_table_is_reported_with_its_row():
    first = [cell(paragraph("a", deleted("1"))), cell(paragraph("b", deleted("2")))]
    document = read(table([["x"], first, [cell(paragraph(deleted("3")))]]))
    assert placed(document.grids[0]) == {(1, 1): "x", (2, 1): "a", (2, 2): "b", (3, 1): ""}
    assert found(document) == [(DELETED, "1\n2", 1, 2), (DELETED, "3", 1, 3)]


def test_a_deleted_row_is_left_out():
    document = read(table([["a"], ["b"], row("c", "d", "", deleted=True), ["e"]]))
    assert placed(document.grids[0]) == {(1, 1): "a", (2, 1): "b", (3, 1): "e"}
    assert found(document) == [(DELETED, "c\nd", 1, 2)]


def test_a_deleted_first_row_is_reported_with_the_row_that_is_first_now():
    assert found(read(table([row("a", deleted=True), ["b"]]))) == [(DELETED, "a", 1, 1)]


def test_a_deleted_cell_is_left_out():
    gone = cell("b", properties='<w:cellDel w:id="1"/>')
    document = read(table([["a", gone, "c"]]))
    assert placed(document.grids[0]) == {(1, 1): "a", (1, 2): "c"}
    assert found(document) == [(DELETED, "b", 1, 1)]


def test_a_table_in_a_deleted_row_is_not_counted():
    document = read(table([row(cell(table([["a"]]), ""), deleted=True), ["b"]]), table([["c"]]))
    assert [(grid.table_no, placed(grid)) for grid in document.grids] == [(1, {(1, 1): "b"}), (2, {(1, 1): "c"})]


def test_a_table_without_a_printed_row_is_none_and_what_it_held_is_reported_where_it_stood():
    gone = table([row("a", deleted=True), row("b", deleted=True)])
    document = read(gone, table([]), table([["c"], [cell("d", gone, "")]]))
    assert [(grid.table_no, placed(grid)) for grid in document.grids] == [(1, {(1, 1): "c", (2, 1): "d\n"})]
    assert found(document) == [(DELETED, "a\nb", None, None), (DELETED, "a\nb", 1, 2)]


def test_blocks_that_are_moved_away_are_left_out():
    document = read(Xml(f"<w:moveFrom>{paragraph('a')}{table([['b']])}</w:moveFrom>"), "c")
    assert [everything(document), found(document)] == ["c", [(DELETED, "a\nb", None, None)]]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next():
    blocks = [paragraph("a", mark_deleted=True), paragraph("b", mark_deleted=True), "c", "d"]
    assert lines(read(*blocks)) == ["abc", "d"]
    assert placed(read(table([[cell(*blocks)]])).grids[0]) == {(1, 1): "abc\nd"}


def test_a_paragraph_that_is_deleted_whole_leaves_no_line():
    assert lines(read("a", paragraph(deleted("b"), mark_deleted=True), "c")) == ["a", "c"]


def test_a_paragraph_that_is_moved_away_leaves_no_line():
    mark = Xml("<w:pPr><w:rPr><w:moveFrom w:id='1'/></w:rPr></w:pPr>")
    assert lines(read("a", paragraph(mark, deleted("b", moved=True)), "c")) == ["a", "c"]


def test_a_paragraph_with_nothing_to_go_on_with_is_kept():
    assert lines(read(paragraph("a", mark_deleted=True), table([["b"]]), paragraph("c", mark_deleted=True))) == [
        "a",
        "c",
    ]
    assert lines(read(paragraph(mark_deleted=True), table([["b"]]))) == []


def test_properties_before_a_change_delete_and_hide_nothing():
    changed = "<w:rPr><w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
    assert lines(read(paragraph(run(Xml(changed), "a")))) == ["a"]
    assert lines(read(paragraph(Xml("<w:pPr><w:rPr><w:ins/><w:vanish/></w:rPr></w:pPr>"), "a"), "b")) == ["a", "b"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="z"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="based"><w:basedOn w:val="z"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="shown"><w:basedOn w:val="z"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="circle"><w:basedOn w:val="circle"/></w:style>'
)
LOOKS = '<w:style w:type="paragraph" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
DEFAULT = '<w:style w:type="paragraph" {} w:styleId="a">{}</w:style>'
OTHER_LETTERS = '<?xml version="1.0" encoding="UTF-16"?><w:styles/>'.encode("utf-16")


@pytest.mark.parametrize(
    ("sheet", "used", "matters"),
    [
        (STYLES + LOOKS, ["other"], True),
        (STYLES + LOOKS, [], False),
        (STYLES + LOOKS, ["n"], True),
        (STYLES, ["based"], True),
        (STYLES, ["h"], True),
        (STYLES, ["circle"], False),
        (STYLES.replace("<w:vanish/>", ""), ["z", "based", "h", "unheard of"], True),
        (DEFAULT.format('w:default="1"', "") + STYLES, ["circle"], False),
        (DEFAULT.format("w:default = '1'", '<w:basedOn w:val="z"/>') + STYLES, [], True),
        (STYLES.replace("'", '"').replace('styleId="z"', "styleId='z'"), ["z"], True),
        (STYLES.replace('basedOn w:val="z"', "basedOn w:val='z'"), ["based"], True),
        ("<!-- " + STYLES + "-->", [], True),
    ],
)
def test_styles_are_parsed_only_if_one_that_is_used_may_matter(sheet, used, matters):
    assert may_matter(f"<w:styles>{sheet}</w:styles>".encode(), used) == matters


def test_styles_in_letters_of_several_bytes_are_parsed():
    assert may_matter(OTHER_LETTERS, [])


def test_hidden_text_is_left_out():
    document = read(paragraph("a", run("b", hidden=True), run("c", hidden=True), "d"))
    assert [lines(document), found(document)] == [["ad"], [(HIDDEN, "bc", None, None)]]


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_text_that_is_stated_not_to_be_hidden_is_read(off):
    document = read(paragraph(run(Xml(f'<w:rPr><w:vanish w:val="{off}"/></w:rPr>'), "a")))
    assert [lines(document), found(document)] == [["a"], []]


def test_text_that_its_style_hides_is_left_out():
    document = read(
        paragraph("a", style="z"),
        paragraph("b", style="based"),
        paragraph("c", style="shown"),
        paragraph("d", run("e", style="h"), style="circle"),
        paragraph("f", run("shown by both", style="h"), style="z"),
        styles=STYLES,
    )
    assert lines(document) == ["", "", "c", "d", "shown by both"]
    assert found(document) == [(HIDDEN, "a\nb\ne\nf", None, None)]


def test_text_of_a_hiding_style_may_state_to_be_shown():
    shown = run(Xml('<w:rPr><w:vanish w:val="0"/></w:rPr>'), "a")
    assert lines(read(paragraph(shown, style="z"), styles=STYLES)) == ["a"]


def test_text_box_that_is_anchored_in_hidden_text_is_left_out():
    document = read(paragraph(run(Xml("<w:rPr><w:vanish/></w:rPr>"), text_box("b")), "a"))
    assert [lines(document), found(document)] == [["a"], [(HIDDEN, "b", None, None)]]


def test_text_below_the_first_cell_of_a_merge_is_left_out_as_word_does():
    document = read(table([[vstart("≥95%")], [vcont("≥90%")], [vcont()]]))
    assert placed(document.grids[0]) == {(1, 1): "≥95%"}
    assert found(document) == [(HIDDEN, "≥90%", 1, 2)]


def test_text_beside_the_first_cell_of_a_legacy_merge_is_left_out_too():
    document = read(table([[cell("a", hmerge="restart"), cell("b", hmerge="continue")]]))
    assert placed(document.grids[0]) == {(1, 1): "a"}
    assert found(document) == [(HIDDEN, "b", 1, 1)]


def test_text_that_merely_repeats_the_merged_cell_is_not_reported():
    document = read(table([[vstart("产出指标")], [vcont("产出指标")]]))
    assert [placed(document.grids[0]), found(document)] == [{(1, 1): "产出指标"}, []]


def test_blanks_that_are_left_out_are_not_reported():
    document = read(table([[vstart("a")], [vcont(" ")]]), paragraph(deleted(" "), run(" ", hidden=True)))
    assert found(document) == []


def test_a_picture_in_a_cell_is_reported_once_per_row():
    document = read(table([[cell(paragraph(picture(), "a")), cell(paragraph(picture()))], ["b"]]))
    assert placed(document.grids[0]) == {(1, 1): "a", (1, 2): "", (2, 1): "b"}
    assert found(document) == [("picture_not_read", "", 1, 1)]


@pytest.mark.parametrize("kind", ["v:imagedata", "pic:pic"])
def test_embedded_objects_count_as_the_pictures_they_show(kind):
    shown = run(Xml(f"<w:object><v:shape><{kind}/></v:shape><o:OLEObject/></w:object>"))
    assert found(read(table([[cell(paragraph(shown))]]))) == [("picture_not_read", "", 1, 1)]


def test_a_picture_beside_a_table_is_no_loss():
    assert found(read(paragraph(picture()), table([["a"]]))) == []


def test_characters_of_symbol_fonts_that_no_rule_names_are_reported():
    known, unknown = symbol("Symbol", "F0B3"), symbol("Wingdings", "F04A")
    document = read(table([[cell(paragraph(known, "8")), cell(paragraph(unknown, run("\uf04b", font="Webdings")))]]))
    assert placed(document.grids[0]) == {(1, 1): "≥8", (1, 2): "\uf04a\uf04b"}
    assert found(document) == [("symbol_not_named", "[Wingdings F04A][Webdings F04B]", 1, 1)]


def test_a_symbol_that_is_no_character_at_all_is_reported():
    document = read(paragraph(symbol("Symbol", "x")))
    assert [lines(document), found(document)] == [["\ufffd"], [("symbol_not_named", "[Symbol x]", None, None)]]


def test_embedded_files_are_reported():
    document = read(alt_chunk(), table([[cell(alt_chunk(), "a")]]), paragraph(Xml('<w:subDoc r:id="rId8"/>')))
    assert placed(document.grids[0]) == {(1, 1): "a"}
    assert found(document) == [("embedded_part_not_read", "", None, None), ("embedded_part_not_read", "", 1, 1)]


def test_long_evidence_is_cut():
    (finding,) = read(paragraph(deleted("字" * 1000))).findings
    assert len(finding.evidence) == 200 and finding.evidence.endswith("字…")


def test_unknown_wrappers_are_no_hiding_place():
    document = read(Xml(f"<w:unheardOf>{table([['a']])}{paragraph('b')}</w:unheardOf>"), paragraph(wrapped("o:x", "c")))
    assert sorted(everything(document).split()) == ["a", "b", "c"]
