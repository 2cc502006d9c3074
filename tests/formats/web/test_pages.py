"""Web pages: what they print, line for line and cell for cell; each case was written down before it was read."""

import random
from pathlib import Path

import pytest

from pipeline.extract.formats.web.placing import MOST_POSITIONS
from pipeline.extract.layout import forms
from pipeline.model.finding import Rejected
from tests import pages
from tests.conftest import SOURCE
from tests.damage import damaged
from tests.every import every
from tests.formats.test_older_word import FIRST
from tests.grids.read import SHIPPED, everything, found, lines, parse, placed, spans

CONVERTED = sorted((Path(__file__).parent / "converted").glob("*.html"))


def read(content: str, head: str = "<html>"):
    return parse(f"{head}{content}</html>".encode())


def same(text: str) -> str:
    """A text as pages can print it: white space in a row is one blank."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def cells(document):
    return [[(*cell[:4], same(cell[4])) for cell in map(_parts, grid.cells)] for grid in document.grids]


def _parts(cell):
    return cell.row_no, cell.col_no, cell.row_span, cell.col_span, cell.text


@every("path", CONVERTED)
def test_a_converted_document_has_the_same_grids_and_paragraphs(path):
    first, second = parse(FIRST[path.stem]()), parse(path.read_bytes())
    assert second.format == "html"
    assert cells(second) == cells(first)
    assert [text for text in map(same, lines(second)) if text] == [
        text for line in lines(first) if (text := same(line).strip())
    ]
    assert second.findings == first.findings


PRINTED = {
    "paragraphs": ("<p>a<p>b</p><div>c</div>d", ["a", "b", "c", "d"]),
    "white space in a row is one blank, none at the ends": ("<p> a \n\t b </p>", ["a b"]),
    "no-break spaces stay": ("<p>&nbsp;a&nbsp; b</p>", ["\xa0a\xa0 b"]),
    "breaks in a paragraph are line feeds": ("<p>a<br>b<br></p>", ["a\nb"]),
    "breaks outside part paragraphs": ("<div>a<br><br>b<br></div>c", ["a", "", "b", "c"]),
    "an empty paragraph prints nothing, one with a break an empty line": ("<p></p><p><br></p>", [""]),
    "Word's empty paragraphs": ("<p><o:p>&nbsp;</o:p></p><p>a<o:p></o:p></p>", ["", "a"]),
    "Word's codes of fields": ("<p>第<!--[if supportFields]>PAGE<![endif]-->3<!--[if supportFields]><![endif]-->页</p>", ["第3页"]),
    "Word's numbers of lists": (
        "<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>a</p>",
        ["1.\xa0a"],
    ),
    "Word's tabs and runs of blanks": (
        "<p>a<span style='mso-tab-count:2'>&nbsp; </span>b<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>c</p>",
        ["a\t\tb   c"],
    ),
    "raised digits": ("<p>10<sup>3</sup>m<span style='vertical-align:super'>2</span>x<sub>1</sub><sup>*</sup></p>", ["10³m²x₁*"]),
    "symbol fonts": ("<p><span style='font-family:Symbol'>\xb3</span>95%<font face=Wingdings>\xfc</font></p>", ["≥95%✓"]),
    "text as typed": ("<pre>\na  b\n\tc</pre>", ["a  b\n\tc"]),
    "numbers of lists": ("<ol start=3><li>a<li value=7><p>b</ol><ol type=A><li>c</ol>", ["3. a", "7. b", "A. c"]),
    "Chinese numbers": ("<ol style='list-style-type:simp-chinese-informal'><li>a<li>b</ol>", ["一、a", "二、b"]),
    "bullets": ("<ul><li>a<ul><li>b</ul></ul><ul style='list-style:none'><li>c</ul>", ["• a", "◦ b", "c"]),
    "values of forms": (
        "<p>数量<input value=8>个<input type=hidden value=x><textarea>a</textarea><select><option>b<option selected>c</select>"
        "<input type=checkbox checked>是<input type=radio>否</p>",
        ["数量8个ac☑是☐否"],
    ),
    "scripts, styles and titles are no text": ("<title>a</title><script>'<p>b</p>'</script><style>c</style><p>d", ["d"]),
    "signs that look like tags": ("<p>5 < 6, x<=3 &ge; &#8805; &amp;lt;", ["5 < 6, x<=3 ≥ ≥ &lt;"]),
    "characters that print nothing": ("<p>指\u200b标\ufeff&shy;名</p>", ["指标名"]),
}  # fmt: skip


@every("case", PRINTED)
def test_a_page_prints(case):
    content, expected = PRINTED[case]
    assert lines(read(content)) == expected


@every("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_what_a_page_declares_of_its_characters_is_not_asked(encoding):
    page = '<html><meta charset="iso-8859-1"><p>产出指标≥8个</p></html>'
    assert lines(parse(page.encode(encoding))) == ["产出指标≥8个"]


def test_an_encoding_that_is_declared_is_taken_where_no_other_fits():
    assert lines(parse("<html><meta charset=windows-1252><p>\xe9t\xe9 \xff</html>".encode("cp1252"))) == [
        "\xe9t\xe9 \xff"
    ]


def test_bytes_that_are_no_characters_are_said():
    assert [each[0] for each in found(parse("<html><p>指标</html>".encode() + b"\xff\xff\xff"))] == [
        "bytes_not_decoded"
    ]


HIDDEN = {
    "inline": '<p>a<span style="DISPLAY: none">b</span></p>',
    "an attribute": "<p>a<span hidden>b</span></p>",
    "a rule": "<style>.x, p.y {color:red; display:none !important}</style><p>a</p><p class='z y'>b</p>",
    "not to be seen": "<p>a<i style='visibility:hidden'>b</i></p>",
}


@every("case", HIDDEN)
def test_hidden_text_is_left_out_with_a_finding(case):
    document = read(HIDDEN[case])
    assert lines(document) == ["a"]
    assert found(document) == [("hidden_text_left_out", "b", None, None)]


def test_a_rule_for_paper_or_of_more_elements_hides_nothing():
    assert lines(read("<style>@media print{p{display:none}} div p{display:none}</style><p>a</p>")) == ["a"]


def test_hidden_rows_and_cells_take_no_place_and_deleted_text_is_said():
    document = read(
        "<table border=1><tr><td>a<td hidden>b<td>c<tr style='display:none'><td>d<tr><td>e<td><del>f</del>g</table>"
    )
    assert placed(document.grids[0]) == {(1, 1): "a", (1, 2): "c", (2, 1): "e", (2, 2): "g"}
    assert [each[:2] for each in found(document)] == [
        ("hidden_text_left_out", "b\nd"), ("deleted_text_left_out", "f"),
    ]  # fmt: skip


TABLES = {
    "without closing tags": ("<table border=1><tr><td>a<td>b<tr><td>c", {(1, 1): "a", (1, 2): "b", (2, 1): "c"}),
    "head and foot in any order": (
        "<table border=1><tfoot><tr><td>c<td>d</tfoot><tr><td>b<td>e</tr><thead><tr><th>a<th>f</thead></table>",
        {(1, 1): "a", (1, 2): "f", (2, 1): "b", (2, 2): "e", (3, 1): "c", (3, 2): "d"},
    ),
    "spans both ways": (
        "<table border=1><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
        {(1, 1): "a", (1, 2): "b", (2, 2): "c", (2, 3): "d"},
    ),
    "spans of nothing, words and huge numbers": (
        "<table border=1><tr><td rowspan=0>a<td colspan=0>b<td colspan=x rowspan=99999>c<td colspan=99999999>d<tr><td>e</table>",
        {(1, 1): "a", (1, 2): "b", (1, 3): "c", (1, 4): "d", (2, 2): "e"},
    ),
    "cells without a row": ("<table border=1><td>a<td>b</table>", {(1, 1): "a", (1, 2): "b"}),
    "a form around rows": ("<table border=1><form><tr><td>a<td>b</form></table>", {(1, 1): "a", (1, 2): "b"}),
    "blank cells that Excel writes as one": (
        "<table border=1><tr><td>a<td colspan=2 style='mso-ignore:colspan'><tr><td>b<td>c<td>d</table>",
        {(1, 1): "a", (1, 2): "", (1, 3): "", (2, 1): "b", (2, 2): "c", (2, 3): "d"},
    ),
}


@every("case", TABLES)
def test_a_table_prints(case):
    content, expected = TABLES[case]
    (grid,) = read(content).grids
    assert placed(grid) == expected
    assert len(grid.covering()) == sum(cell.row_span * cell.col_span for cell in grid.cells)


def test_spans_end_with_the_table_and_with_their_group():
    (grid,) = read(
        "<table border=1><thead><tr><td rowspan=5>a<td>b<tbody><tr><td rowspan=9>c<td>d<tr><td>e</table>"
    ).grids
    assert spans(grid) == {"a": (1, 1), "b": (1, 1), "c": (2, 1), "d": (1, 1), "e": (1, 1)}
    assert grid.n_rows == 3


def test_cells_that_would_cover_each_other_do_not_and_it_is_said():
    document = read("<table border=1><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d</table>")
    assert spans(document.grids[0])["d"] == (1, 1)
    assert found(document) == [("table_overlap", "d", 1, 2)]


def test_text_beside_cells_and_captions_stand_before_the_table():
    assert lines(read("<table border=1><caption>a</caption>b<tr>c<td>d<td>e</table>")) == ["a", "b", "c"]


def test_tables_nest():
    document = read("<table border=1><tr><td>a<td>b<table border=1><tr><td>c<td>d</table>e</table>")
    outer, inner = document.grids
    assert placed(outer) == {(1, 1): "a", (1, 2): "b\ne"}
    assert (inner.parent, placed(inner)) == ((1, 1, 2), {(1, 1): "c", (1, 2): "d"})


DATA = "<table border=1><tr><td>a<td>b</table>"
LAYOUT = {
    "tables in a table without lines": f"<table><tr><td>x<td>{DATA}<tr><td>y</table>",
    "one that says so": f"<table role=presentation border=1><tr><td>x<td>{DATA}<tr><td>y</table>",
    "tables in tables": f"<table><tr><td><table><tr><td>x<td>{DATA}</table><tr><td>y</table>",
    "a cell around all": f"<table><tr><td>x{DATA}y</table>",
    "a column of texts and a foot": f"<table><tr><td><tr><td>x</table>{DATA}<table><tr><td>y<td></table>",
    "a menu": f"<table><tr><td><a>x</a></table>{DATA}<table><tr><td><a>y</a><td></table>",
}


@every("case", LAYOUT)
def test_tables_that_lay_out_a_page_are_read_as_what_they_hold(case):
    document = read(LAYOUT[case])
    assert lines(document) == ["x", "y"]
    assert [(grid.table_no, grid.parent, placed(grid)) for grid in document.grids] == [
        (1, None, {(1, 1): "a", (1, 2): "b"})
    ]


KEPT = {
    "rows that state something": f"<table><tr><td>x<td>1<tr><td>y<td>2<tr><td>z<td>{DATA}</table>",
    "lines around its cells": f"<table><tr><td style='border:solid 1px'>x<td>{DATA}</table>",
    "an office program wrote it": f"<meta name=ProgId content=Word.Document><table><tr><td>x<td>{DATA}</table>",
}


@every("case", KEPT)
def test_a_table_of_data_that_holds_another_stays_one(case):
    assert [grid.parent is None for grid in read(KEPT[case]).grids] == [True, False]


def test_a_table_in_a_page_with_all_that_stands_around_is_read_as_in_the_document():
    first = parse(SOURCE.read_bytes(), SOURCE.name)
    bare, dressed = (
        parse(data, SOURCE.name) for data in (pages.page(first), pages.page(first, pages.ABOVE, pages.BELOW))
    )
    assert cells(bare) == cells(dressed) == cells(first)
    expected, *others = (forms.read(document, SHIPPED) for document in (first, bare, dressed))
    for other in others:
        assert len(other.forms) == len(expected.forms) == 12
        assert [one.texts for one in other.indicators] == [one.texts for one in expected.indicators]
        assert other.roles == expected.roles
        assert [each.code for each in other.findings if each.table_no] == [each.code for each in expected.findings]


def test_everything_that_a_page_prints_is_read():
    for path in CONVERTED:
        first = parse(FIRST[path.stem]())
        assert "".join(everything(parse(path.read_bytes())).split()) == "".join(everything(first).split())


def test_frames_are_named():
    document = read("<p>a<iframe src=b.htm></iframe><iframe src=c.htm style='display:none'></iframe></p>")
    assert found(document) == [("frame_not_read", "b.htm", None, None)]


def test_a_page_that_is_cut_off_says_so():
    assert found(parse(b"<html><body><table border=1><tr><td>a<td>b")) == [("text_cut_short", "", None, None)]


@every("content", ["<div>" * 3000, "<table border=1><tr><td>" * 40, "<span>" * 100_000])
def test_what_is_too_deep_is_rejected(content):
    with pytest.raises(Rejected, match="too_deep"):
        read(content)


@every("cell", ["<td rowspan=60000>", "<td colspan=1000 style='mso-ignore:colspan'>"])
def test_a_table_that_covers_too_much_is_rejected(cell):
    rows = f"<tr>{cell * 5000}<tr>{'<td>' * 5000}"
    assert MOST_POSITIONS < 5000 * 1000
    with pytest.raises(Rejected, match="table_too_large"):
        read(f"<table border=1>{rows}{'<tr>' * 1000}</table>")


@every("path", CONVERTED)
def test_a_damaged_page_is_read_or_rejected(path):
    data, chance = path.read_bytes(), random.Random(1)
    for kind in range(20):
        try:
            parse(damaged(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code
