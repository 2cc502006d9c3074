"""Cells that are shaded, or have lines of their own, are cells; marked text is none."""

from itertools import chain, pairwise

import pytest

from tests.formats.pdf.read import codes, lines, only_grid, read, texts
from tests.pdf import bar, line, page, ruled, table, text

ROWS = [["一级指标", "三级指标", "指标值"], ["产出指标", "设备数量", "≥5台"], ["效益指标", "满意度", "≥95%"]]
COLUMNS, LEVELS = [72, 172, 272, 372], [100, 120, 140, 160]


def boxed(draw, gap=0.0):
    """A table of boxes, each drawn by `draw` with white around it."""
    places = [(x, y) for y in pairwise(LEVELS) for x in pairwise(COLUMNS)]
    boxes = [draw(x[0], y[0], x[1] - gap, y[1] - gap) for x, y in places]
    written = [text(x[0] + 3, y[0] + 14, cell) for (x, y), cell in zip(places, chain(*ROWS), strict=True)]
    return [*boxes, *written]


def outlined(x1, y1, x2, y2):
    return "\n".join(ruled([x1, x2], [y1, y2]))


def test_white_lines_over_a_dark_header_part_its_cells():
    header = [bar(72, 100, 372, 120), *(line(x, 100, x, 120, grey=1) for x in (172, 272))]
    body = table(72, 120, ROWS[1:])
    titles = [text(75 + 100 * col, 114, cell) for col, cell in enumerate(ROWS[0])]
    assert texts(only_grid(page(*header, *titles, *body))) == ROWS


def test_white_lines_on_the_paper_part_nothing():
    lines_on_paper = [line(x, 100, x, 160, grey=1) for x in (222, 322)]
    assert texts(only_grid(page(*table(72, 100, ROWS), *lines_on_paper))) == ROWS


@pytest.mark.parametrize("gap", [0, 2, 5])
def test_shaded_cells_without_lines_are_cells(gap):
    grid = only_grid(page(*boxed(lambda *box: bar(*box, grey=0.8), gap)))
    assert texts(grid) == ROWS


def test_cells_with_lines_of_their_own_are_one_table_within_a_frame_too():
    assert texts(only_grid(page(*boxed(outlined, 5)))) == ROWS
    assert texts(only_grid(page(outlined(66, 94, 378, 166), *boxed(outlined, 5)))) == ROWS


def test_marked_lines_of_text_are_no_table():
    marked = [bar(72, 100, 300, 114, grey=0.8), bar(72, 116, 220, 130, grey=0.8), bar(222, 116, 260, 130, grey=0.8)]
    document = read(
        page(*marked, text(72, 111, "第一行正文第一行正文"), text(72, 127, "第二行正文"), text(224, 127, "标记"))
    )
    assert not document.grids
    assert "".join(lines(document)).replace(" ", "") == "第一行正文第一行正文第二行正文标记"


def test_shading_within_ruled_cells_changes_nothing():
    shaded = [bar(75, 123, 160, 133, grey=0.8), bar(175, 123, 260, 133, grey=0.8), bar(75, 143, 160, 153, grey=0.8),
              bar(175, 143, 260, 153, grey=0.8)]  # fmt: skip
    document = read(page(*shaded, *table(72, 100, ROWS)))
    assert (texts(document.grids[0]), codes(document)) == (ROWS, [])
