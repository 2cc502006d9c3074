"""The published document, printed another way, says the same: its indicator rows stay as they are."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.layout import forms
from pipeline.model.document import Grid
from pipeline.rules import book
from tests.examples import examples
from tests.forms.printed import checked, codes, unread

N_COLUMNS = 5
LEVEL_COLUMNS = (1, 2)
ALIASES = {"三级指标": "指标内容", "绩效指标描述": "指标解释", "指标值": "年度指标值", "一级指标": "一级\n指标"}


def indicator_rows(reading):
    return [(row.form_no, dict(row.texts)) for row in reading.indicators]


def reread(document, change, only_indicators=True):
    """The reading of a document with its tables, or only its indicator tables, changed."""
    wanted = [isinstance(block, Grid) and not (only_indicators and is_form(block)) for block in document.blocks]
    blocks = [change(block) if is_wanted else block for block, is_wanted in zip(document.blocks, wanted, strict=True)]
    return checked(forms.read(replace(document, blocks=tuple(blocks)), book.default()))


def is_form(grid):
    return grid.n_cols != N_COLUMNS


def regrid(grid, cells, n_rows=None, n_cols=None):
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row_no, cell.col_no)))
    return replace(grid, cells=ordered, n_rows=n_rows or grid.n_rows, n_cols=n_cols or grid.n_cols)


def rows_of(grid):
    """The cells of a grid without merges, row by row."""
    return [list(row) for _, row in groupby(grid.cells, key=lambda cell: cell.row_no)]


def without_merges(grid):
    """Every vertical merge as cells that repeat its text."""
    cells = [
        replace(cell, row_no=cell.row_no + down, row_span=1) for cell in grid.cells for down in range(cell.row_span)
    ]
    return regrid(grid, cells)


def without_repeats(grid):
    """Every class printed once, in the first of its rows, and blank below."""
    cells, above = [], (None, None)
    for row in rows_of(without_merges(grid)):
        classes = tuple(cell.text for cell in row[:2])
        blank = [classes[:depth] == above[:depth] and depth in LEVEL_COLUMNS for depth in range(1, len(row) + 1)]
        cells += [replace(cell, text=" ") if is_blank else cell for cell, is_blank in zip(row, blank, strict=True)]
        above = classes
    return regrid(grid, cells)


def with_repeats_merged(grid):
    """Every run of one class as a vertical merge, as a person who tidies the table would draw it."""
    rows = rows_of(without_merges(grid))
    cells = [cell for row in rows for cell in row if cell.col_no not in LEVEL_COLUMNS]
    for depth in LEVEL_COLUMNS:
        for _, run in groupby(rows, key=lambda row: [cell.text for cell in row[:depth]]):
            first, *others = [row[depth - 1] for row in run]
            cells.append(replace(first, row_span=1 + len(others)))
    return regrid(grid, cells)


def with_blank_rows(grid):
    """A blank row before every row."""
    cells = [replace(cell, row_no=2 * cell.row_no, row_span=2 * cell.row_span - 1) for cell in grid.cells]
    return regrid(grid, cells, n_rows=2 * grid.n_rows)


def with_header_repeated(grid):
    """The header printed anew in the middle, as after a page break. The merge that is cut goes on below it."""
    flat = without_merges(grid)
    at = grid.n_rows // 2 + 1
    header = [replace(cell, row_no=at) for cell in flat.cells if cell.row_no == 1]
    below = [replace(cell, row_no=cell.row_no + (cell.row_no >= at)) for cell in flat.cells]
    return regrid(grid, below + header, n_rows=grid.n_rows + 1)


def with_aliases(grid):
    """Other words in the header."""
    renamed = [
        replace(cell, text=ALIASES.get(cell.text, cell.text)) if cell.row_no == 1 else cell for cell in grid.cells
    ]
    return regrid(grid, renamed)


def with_spaced_labels(grid):
    """White space and line breaks in labels, headers and classes."""
    labels = {"项目名称", "预算数", "绩效目标", "三级指标", "指标值", "二级指标"}
    spaced = [replace(cell, text=" \n".join(cell.text) + "：") if cell.text in labels else cell for cell in grid.cells]
    return regrid(grid, spaced)


def with_wide_columns(grid):
    """Every cell twice as wide, as in a table whose grid is finer than its cells."""
    cells = [replace(cell, col_no=2 * cell.col_no - 1, col_span=2 * cell.col_span) for cell in grid.cells]
    return regrid(grid, cells, n_cols=2 * grid.n_cols)


@pytest.mark.parametrize(
    ("change", "only_indicators"),
    [
        (without_merges, True),
        (without_repeats, True),
        (with_repeats_merged, True),
        (with_blank_rows, False),
        (with_header_repeated, True),
        (with_aliases, True),
        (with_spaced_labels, False),
        (with_wide_columns, False),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_rows_stay_the_same(source, reading, change, only_indicators):
    changed = reread(source, change, only_indicators)
    assert indicator_rows(changed) == indicator_rows(reading)
    assert [form.fields for form in changed.forms] == [form.fields for form in reading.forms] or not only_indicators
    assert codes(changed) == []


@examples(15)
@given(order=st.permutations(range(1, N_COLUMNS + 1)))
def test_the_rows_stay_the_same_with_columns_in_another_order(source, reading, order):
    def shuffled(grid):
        return regrid(grid, [replace(cell, col_no=order[cell.col_no - 1]) for cell in grid.cells])

    changed = reread(source, shuffled)
    assert indicator_rows(changed) == indicator_rows(reading)
    assert codes(changed) == []


@pytest.mark.parametrize("place", range(1, N_COLUMNS + 2))
def test_an_unknown_column_changes_no_row_and_is_unread(source, reading, place):
    def widened(grid):
        cells = [replace(cell, col_no=cell.col_no + (cell.col_no >= place)) for cell in grid.cells]
        spare = [replace(cell, col_no=place, text="某栏") for cell in without_merges(grid).cells if cell.col_no == 5]
        return regrid(grid, cells + spare, n_cols=grid.n_cols + 1)

    changed = reread(source, widened)
    assert indicator_rows(changed) == indicator_rows(reading)
    assert unread(changed) == ["某栏"] * len(reading.indicators)


def test_one_table_per_project_instead_of_two_gives_the_same_rows_and_fields(source, reading):
    blocks, below = [], None
    for block in source.blocks:
        if isinstance(block, Grid) and is_form(block):
            below = block
        elif isinstance(block, Grid):
            cells = [replace(cell, row_no=cell.row_no + below.n_rows) for cell in block.cells]
            blocks.append(regrid(below, [*below.cells, *cells], n_rows=below.n_rows + block.n_rows))
        else:
            blocks.append(block)
    joined = checked(forms.read(replace(source, blocks=tuple(blocks)), book.default()))
    assert indicator_rows(joined) == indicator_rows(reading)
    assert [form.fields for form in joined.forms] == [form.fields for form in reading.forms]
    assert codes(joined) == []
