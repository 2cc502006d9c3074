"""Blocks stand in body order, whatever wraps them; nested tables are tables of their own, tied to their cell."""

from pipeline.model.document import Address, Grid, Paragraph
from tests.grids.read import lines, only_grid, placed, read
from tests.word import Xml, alternatives, cell, paragraph, row, run, sdt, table, text_box, vstart


def test_paragraphs_and_tables_stand_in_body_order():
    document = read("a", table([["b"]]), table([["c"]]), "d", "")
    kinds = [block.text if isinstance(block, Paragraph) else block.table_no for block in document.blocks]
    assert kinds == ["a", 1, 2, "d", ""]


def test_content_controls_around_blocks_rows_and_cells_are_seen_through():
    rows = [sdt(row("a", sdt(cell("b"), sdt(cell("c"))))), sdt(sdt(row("d")))]
    document = read(sdt(paragraph("x"), table(rows)), sdt(paragraph("y")))
    assert lines(document) == ["x", "y"]
    assert placed(document.grids[0]) == {(1, 1): "a", (1, 2): "b", (1, 3): "c", (2, 1): "d"}


def test_other_wrappers_around_blocks_rows_and_cells_are_seen_through():
    inner = Xml(f"<w:customXml><w:customXmlPr/>{cell('a')}</w:customXml>")
    rows = [Xml(f"<w:customXml>{row(inner, 'b')}</w:customXml>"), Xml(f"<w:ins>{row('c')}</w:ins>")]
    document = read(Xml(f"<w:customXml>{paragraph('x')}{table(rows)}</w:customXml>"))
    assert lines(document) == ["x"]
    assert placed(document.grids[0]) == {(1, 1): "a", (1, 2): "b", (2, 1): "c"}


def test_content_controls_inside_cells_make_no_lines():
    held = cell(sdt(paragraph("a")), sdt(sdt(paragraph("b"), paragraph("c"))))
    assert placed(only_grid(table([[held]]))) == {(1, 1): "a\nb\nc"}


def test_the_paragraphs_of_a_cell_are_its_lines():
    assert placed(only_grid(table([["a\n\n b\n"], [""], [" "]]))) == {(1, 1): "a\n\n b\n", (2, 1): "", (3, 1): " "}


def test_a_nested_table_stands_after_the_table_that_holds_it():
    document = read(table([["a", cell("b", table([["c"]]), "")]]), "d")
    outer, inner, paragraph_after = document.blocks
    assert isinstance(outer, Grid) and placed(outer) == {(1, 1): "a", (1, 2): "b"}
    assert isinstance(inner, Grid) and placed(inner) == {(1, 1): "c"}
    assert inner.parent == Address(1, 1, 2)
    assert paragraph_after == Paragraph("d")


def test_tables_are_numbered_where_they_begin():
    deep = cell(table([[cell(table([["deep"]]), "")], [cell(table([["last"]]), "")]]), "")
    grids = read(table([["a", deep], [cell(table([["b"]]), "")]])).grids
    assert [grid.table_no for grid in grids] == [1, 2, 3, 4, 5]
    assert [grid.parent for grid in grids] == [
        None, Address(1, 1, 2), Address(2, 1, 1), Address(2, 2, 1), Address(1, 2, 1),
    ]  # fmt: skip


def test_the_paragraph_that_must_follow_a_nested_table_is_no_line():
    inner = table([["x"]])
    rows = [
        [cell(inner, "")],
        [cell("a", inner, "")],
        [cell(inner, "b")],
        [cell("a", inner, "", "")],
        [cell("a", inner, inner, "")],
    ]
    assert list(placed(read(table(rows)).grids[0]).values()) == ["", "a", "b", "a\n\n", "a"]


def test_a_table_in_a_merged_cell_belongs_to_the_merged_cell():
    below = cell(table([["b"]]), "", vmerge="continue")
    grids = read(table([["x", vstart("a")], ["y", below]])).grids
    assert grids[1].parent == Address(1, 1, 2)


def test_the_paragraphs_of_a_text_box_follow_the_paragraph_that_anchors_it():
    assert lines(read(paragraph("a", text_box("b\nc"), "d"), "e")) == ["ad", "b", "c", "e"]


def test_a_paragraph_that_only_anchors_a_text_box_is_no_line():
    assert lines(read(paragraph(text_box("a"), text_box("b", legacy=True)))) == ["a", "b"]


def test_a_text_box_in_a_cell_belongs_to_the_cell():
    grid = only_grid(table([[cell(paragraph("a", text_box("b\nc")), "d")]]))
    assert placed(grid) == {(1, 1): "a\nb\nc\nd"}


def test_a_table_in_a_text_box_is_a_table():
    boxed = paragraph("a", alternatives(text_box(table([["b"]]), ""), text_box("b", legacy=True)))
    document = read(boxed, table([["x", cell(boxed)]]))
    assert lines(document) == ["a"]
    assert [(grid.parent, placed(grid)) for grid in document.grids] == [
        (None, {(1, 1): "b"}),
        (None, {(1, 1): "x", (1, 2): "a"}),
        (Address(2, 1, 2), {(1, 1): "b"}),
    ]


def test_a_text_box_in_a_text_box_is_read():
    assert lines(read(paragraph(text_box(paragraph("a", text_box("b")))))) == ["a", "b"]


def test_text_among_blocks_is_read_as_a_paragraph():
    assert lines(read("a", run("b"), Xml("<w:bookmarkStart/><w:proofErr/>"), "c")) == ["a", "b", "c"]


def test_blocks_where_only_runs_may_stand_are_read_after_the_paragraph():
    document = read(paragraph("a", paragraph("b"), sdt(table([["c"]]), "d")))
    assert [block.text if isinstance(block, Paragraph) else placed(block) for block in document.blocks] == [
        "ad", "b", {(1, 1): "c"},
    ]  # fmt: skip


def test_an_empty_body_has_no_blocks():
    assert read().blocks == ()
