"""Rules of every kind become the cells that a reader sees."""

from itertools import pairwise

import pytest

from pipeline.extract.formats.pdf import lattice
from tests.formats.pdf.read import cells, codes, lines, only_grid, read, texts
from tests.pdf import bar, line, page, picture, ruled, table, text

COLUMNS, ROWS = [72, 172, 272], [100, 120, 140]
PLAIN = [["项目名称", "某项目"], ["指标值", "≥95%"]]
WORDS = [
    text(COLUMNS[col] + 3, ROWS[row] + 14, PLAIN[row][col]) for row in range(2) for col in range(2)
]  # fmt: skip


def bars(columns, rows):
    """Each side of each cell as a filled rectangle, as Word draws them."""
    level = [bar(left, y, right, y + 0.5) for y in rows for left, right in pairwise(columns)]
    return level + [bar(x, top, x + 0.5, bottom) for x in columns for top, bottom in pairwise(rows)]


def boxes(columns, rows):
    """Each cell as a stroked rectangle."""
    return [
        "\n".join([line(left, top, right, top), line(left, bottom, right, bottom), line(left, top, left, bottom),
                   line(right, top, right, bottom)])
        for top, bottom in pairwise(rows) for left, right in pairwise(columns)
    ]  # fmt: skip


def doubled(columns, rows):
    return ruled(columns, rows) + ruled([x + 1.5 for x in columns], [y + 1.5 for y in rows])


def in_dashes(columns, rows):
    """Dashes drawn one by one."""
    level = [line(x, y, x + 3, y) for y in rows for x in range(columns[0], columns[-1], 5)]
    return level + [line(x, y, x, y + 3) for x in columns for y in range(rows[0], rows[-1], 5)]


def off_by_a_little(columns, rows):
    """Lines that nearly meet."""
    level = [line(columns[0] + 1, y, columns[-1] - 1, y) for y in rows]
    return level + [line(x + (0.8 if number % 2 else -0.8), rows[0], x, rows[-1]) for number, x in enumerate(columns)]


DRAWN = {
    "lines": ruled(COLUMNS, ROWS),
    "thin rectangles": bars(COLUMNS, ROWS),
    "a box for each cell": boxes(COLUMNS, ROWS),
    "double lines": doubled(COLUMNS, ROWS),
    "dashed lines": ruled(COLUMNS, ROWS, dash="[3 2]"),
    "dashes one by one": in_dashes(COLUMNS, ROWS),
    "lines that nearly meet": off_by_a_little(COLUMNS, ROWS),
    "no line at the left and right": [line(72, y, 272, y) for y in ROWS] + [line(172, 100, 172, 140)],
    "no line at the top and bottom": [line(x, 100, x, 140) for x in COLUMNS] + [line(72, 120, 272, 120)],
    "thick lines": ruled(COLUMNS, ROWS, width=2.5),
}  # fmt: skip


@pytest.mark.parametrize("kind", DRAWN)
def test_a_table_is_read_whatever_its_lines_are_drawn_in(kind):
    document = read(page(*DRAWN[kind], *WORDS))
    (grid,) = document.grids
    assert (texts(grid), grid.n_cols, codes(document)) == (PLAIN, 2, [])


def test_cells_that_span_columns_and_rows_are_one_cell():
    drawn = [
        line(72, 100, 372, 100), line(172, 120, 372, 120), line(172, 140, 272, 140), line(72, 160, 372, 160),
        line(72, 100, 72, 160), line(172, 100, 172, 160), line(272, 120, 272, 160), line(372, 100, 372, 160),
    ]  # fmt: skip
    words = [text(75, 134, "甲"), text(175, 114, "乙"), text(175, 134, "丙"), text(275, 144, "丁")]
    assert cells(only_grid(page(*drawn, *words))) == [
        (1, 1, 3, 1, "甲"), (1, 2, 1, 2, "乙"), (2, 2, 1, 1, "丙"), (2, 3, 2, 1, "丁"), (3, 2, 1, 1, ""),
    ]  # fmt: skip


def test_a_line_that_stops_short_leaves_a_space_that_is_parted_row_by_row_and_said():
    drawn = [*ruled([72, 272], [100, 140]), line(72, 120, 172, 120), line(172, 120, 172, 140)]
    document = read(page(*drawn, text(75, 114, "甲"), text(75, 134, "乙"), text(180, 134, "丙")))
    assert codes(document) == ["table_lines_open"]
    assert [cell.text for cell in document.grids[0].cells] == ["甲", "乙", "丙"]


def test_white_lines_are_not_printed():
    drawn = [*ruled(COLUMNS, ROWS), line(122, 100, 122, 140, grey=1)]
    assert only_grid(page(*drawn, *WORDS)).n_cols == 2


def test_shaded_cells_are_no_lines():
    drawn = [bar(72, 100, 172, 140, grey=0.8), *ruled(COLUMNS, ROWS)]
    assert texts(only_grid(page(*drawn, *WORDS))) == PLAIN


def test_a_frame_around_the_page_is_no_table():
    document = read(page(*ruled([30, 560], [30, 800]), *ruled(COLUMNS, ROWS), *WORDS, text(72, 60, "某项目绩效目标表")))
    assert lines(document) == ["某项目绩效目标表"]
    assert [texts(grid) for grid in document.grids] == [PLAIN]


def test_a_table_in_a_cell_stands_after_the_table_that_holds_it():
    outer = [*ruled([72, 172, 472], [100, 200]), text(75, 114, "外")]
    document = read(page(*outer, *table(200, 120, [["内一", "内二"], ["内三", "内四"]])))
    first, second = document.grids
    assert (texts(first), first.parent) == ([["外", ""]], None)
    assert (texts(second), second.parent) == ([["内一", "内二"], ["内三", "内四"]], (1, 1, 2))


def test_two_tables_and_the_lines_between_them_stand_in_order():
    document = read(
        page(
            text(72, 80, "上"), *table(72, 100, PLAIN), text(72, 170, "中"), *table(72, 200, PLAIN), text(72, 300, "下")
        )
    )
    kinds = [getattr(block, "text", "table") for block in document.blocks]
    assert kinds == ["上", "table", "中", "table", "下"]


def test_an_underline_and_a_lone_line_are_no_table():
    document = read(page(text(72, 60, "标题"), line(72, 63, 92, 63), line(72, 700, 500, 700), text(72, 715, "注释")))
    assert (document.grids, lines(document)) == ((), ["标题", "注释"])


def test_a_drawing_without_text_is_no_table():
    assert read(page(*ruled(range(72, 300, 10), range(100, 300, 10)), text(72, 60, "图"))).grids == ()


def test_a_hatching_is_no_table(monkeypatch):
    monkeypatch.setattr(lattice, "MAX_PLACES", 4)
    assert read(page(*table(72, 100, PLAIN))).grids == ()


def test_a_picture_beside_the_table_changes_nothing():
    assert texts(only_grid(page(picture(300, 300, 350, 350), *table(72, 100, PLAIN)))) == PLAIN
