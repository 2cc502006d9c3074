"""Merged cells stand once, where the first of them stands, and every grid is rectangular."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.grids.read import found, only_grid, placed, read, spans
from tests.word import cell, row, span, table, vcont, vstart


def test_a_plain_table_has_a_cell_at_every_position():
    grid = only_grid(table([["a", "b"], ["c", "d"]]))
    assert (grid.n_rows, grid.n_cols) == (2, 2)
    assert placed(grid) == {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d"}


def test_a_cell_over_several_columns_stands_once():
    grid = only_grid(table([[span("a", 2), "b"], ["c", "d", "e"]]))
    assert spans(grid) == {"a": (1, 2), "b": (1, 1), "c": (1, 1), "d": (1, 1), "e": (1, 1)}
    assert placed(grid)[1, 3] == "b"


def test_a_cell_over_several_rows_stands_once():
    grid = only_grid(table([[vstart("a"), "b"], [vcont(), "c"], [vcont(), "d"]]))
    assert spans(grid) == {"a": (3, 1), "b": (1, 1), "c": (1, 1), "d": (1, 1)}
    assert placed(grid)[3, 2] == "d"


def test_a_cell_over_rows_and_columns_covers_them_all():
    grid = only_grid(table([[vstart("a", 2), "b"], [vcont(cols=2), "c"]]))
    assert spans(grid)["a"] == (2, 2)
    assert {cell.text for cell in grid.covering().values()} == {"a", "b", "c"}
    assert len(grid.covering()) == 6


def test_a_merge_that_begins_anew_is_a_new_cell():
    grid = only_grid(table([[vstart("a")], [vcont()], [vstart("b")], [vcont()]]))
    assert spans(grid) == {"a": (2, 1), "b": (2, 1)}


def test_a_plain_cell_ends_the_merge_above_it():
    grid = only_grid(table([[vstart("a")], ["b"], [vcont("c")]]))
    assert spans(grid) == {"a": (1, 1), "b": (1, 1), "c": (1, 1)}


def test_a_row_that_does_not_reach_a_merge_ends_it():
    grid = only_grid(table([["x", vstart("a")], ["y"], ["z", vcont("b")]]))
    assert spans(grid)["a"] == (1, 1)
    assert placed(grid)[3, 2] == "b"


def test_continuations_with_nothing_above_are_cells_of_their_own():
    document = read(table([[vcont("a")], [vcont("b")]]))
    assert placed(document.grids[0]) == {(1, 1): "a", (2, 1): "b"}
    assert found(document) == []


def test_a_continuation_of_other_width_is_a_cell_of_its_own_and_is_reported():
    document = read(table([[vstart("a", 2), "b"], [vcont("c"), "d", "e"], [vcont("f"), "g", "h"]]))
    assert placed(document.grids[0]) == {
        (1, 1): "a", (1, 3): "b", (2, 1): "c", (2, 2): "d", (2, 3): "e", (3, 1): "f", (3, 2): "g", (3, 3): "h",
    }  # fmt: skip
    assert found(document) == [("table_overlap", "c", 1, 2)]


def test_a_continuation_wider_than_the_merge_is_reported_too():
    document = read(table([[vstart("a"), "b"], [vcont("c", 2)]]))
    assert placed(document.grids[0]) == {(1, 1): "a", (1, 2): "b", (2, 1): "c"}
    assert found(document) == [("table_overlap", "c", 1, 2)]


def test_merges_side_by_side_do_not_meet():
    grid = only_grid(table([[vstart("a"), vstart("b", 2), vstart("c")], [vcont(), vcont(cols=2), vcont()]]))
    assert spans(grid) == {"a": (2, 1), "b": (2, 2), "c": (2, 1)}


def test_cells_merged_the_legacy_way_are_one():
    grid = only_grid(table([[cell("a", hmerge="restart"), cell(hmerge="continue"), "b"], ["c", "d", "e"]]))
    assert spans(grid)["a"] == (1, 2)
    assert placed(grid)[1, 3] == "b"


def test_legacy_merges_go_down_as_well():
    first = [cell("a", hmerge="restart", vmerge="restart"), cell(hmerge="continue", vmerge="restart"), "b"]
    second = [cell(hmerge="restart", vmerge="continue"), cell(hmerge="continue", vmerge="continue"), "c"]
    assert spans(only_grid(table([first, second])))["a"] == (2, 2)


def test_a_legacy_continuation_with_nothing_before_it_is_a_cell_of_its_own():
    assert placed(only_grid(table([["a", cell("b", hmerge="continue")]]))) == {(1, 1): "a", (1, 2): "b"}


def test_legacy_continuations_do_not_join_each_other():
    rows = [[cell("a", hmerge="continue"), cell("b", hmerge="continue")]]
    assert placed(only_grid(table(rows))) == {(1, 1): "a", (1, 2): "b"}


def test_grid_columns_skipped_before_and_after_a_row_hold_no_cell():
    grid = only_grid(table([["a", "b", "c"], row("d", before=1, after=1), row("e", before=2)]))
    assert grid.n_cols == 3
    assert placed(grid)[2, 2] == "d" and placed(grid)[3, 3] == "e"
    assert {(2, 1), (2, 3), (3, 1), (3, 2)}.isdisjoint(grid.covering())


def test_a_column_that_every_row_skips_counts():
    grid = only_grid(table([row("a", before=1, after=2)]))
    assert (grid.n_cols, placed(grid)) == (4, {(1, 2): "a"})


def test_a_merge_goes_on_under_skipped_columns():
    grid = only_grid(table([["a", vstart("b")], row(vcont(), before=1)]))
    assert spans(grid)["b"] == (2, 1)


@pytest.mark.parametrize("columns", [0, 1, 2, 9])
def test_rows_count_columns_whatever_the_table_grid_says(columns):
    grid = only_grid(table([["a"], ["b", "c"]], columns=columns))
    assert (grid.n_rows, grid.n_cols) == (2, 2)
    assert (1, 2) not in grid.covering()


def test_empty_rows_are_kept_and_a_table_without_rows_is_none():
    (rows,) = read(table([]), table([[], ["a"], []])).grids
    assert rows.table_no == 1
    assert (rows.n_rows, rows.n_cols, placed(rows)) == (3, 1, {(2, 1): "a"})


@pytest.mark.parametrize("cols", ["0", "-3", "", "x", "2.5"])
def test_a_span_that_is_no_number_counts_one(cols):
    document = read(table([[cell("a", cols=cols), "b"]]))
    assert placed(document.grids[0]) == {(1, 1): "a", (1, 2): "b"}
    assert found(document) == []


@pytest.mark.parametrize("cols", ["64", "2147483647", "9" * 5000])
def test_a_span_beyond_what_word_allows_is_cut_and_reported(cols):
    document = read(table([[cell("a", cols=cols), "b"]]))
    assert spans(document.grids[0])["a"] == (1, 63)
    assert found(document) == [("table_overlap", "a", 1, 1)]


def test_tables_are_counted_in_document_order():
    grids = read(table([["a"]]), table([[cell(table([["b"]]), "")]]), table([["c"]])).grids
    assert [grid.table_no for grid in grids] == [1, 2, 3, 4]


CELLS = st.builds(
    dict,
    cols=st.sampled_from([1, 1, 1, 2, 3, "0", "x", "63", "999"]),
    vmerge=st.sampled_from(["", "", "restart", "continue", "?"]),
    hmerge=st.sampled_from(["", "", "", "restart", "continue"]),
)
ROWS = st.tuples(st.lists(CELLS, max_size=5), st.integers(0, 3), st.integers(0, 3), st.booleans())


@given(st.lists(ROWS, max_size=7))
def test_any_table_is_a_rectangle_that_covers_no_position_twice_and_loses_no_text(spec):
    texts = (f"<{number}>" for number in range(1000))
    built = [
        (row(*(cell(next(texts), **each) for each in cells), before=before, after=after, deleted=deleted), deleted)
        for cells, before, after, deleted in spec
    ]
    printed = [row("one row is printed"), *(each for each, _ in built)]
    document = read(table(printed))
    (grid,) = document.grids
    covered = [
        (row_no, col_no)
        for each in grid.cells
        for row_no in range(each.row_no, each.row_no + each.row_span)
        for col_no in range(each.col_no, each.col_no + each.col_span)
    ]
    assert len(covered) == len(set(covered))
    assert all(1 <= row_no <= grid.n_rows and 1 <= col_no <= grid.n_cols for row_no, col_no in covered)
    assert grid.n_rows == 1 + sum(not deleted for _, deleted in built)
    assert list(grid.cells) == sorted(grid.cells, key=lambda each: (each.row_no, each.col_no))
    left_out = "".join(each.evidence for each in document.findings if each.code != "table_overlap")
    kept = [each.text for each in grid.cells]
    n_texts = sum(len(cells) for cells, *_ in spec)
    assert all((f"<{number}>" in kept) != (f"<{number}>" in left_out) for number in range(n_texts))
