"""Pages that print the columns at the right of a sheet are put beside those at its left; no other page is."""

import pytest

from tests.formats.pdf.read import codes, lines, read, texts
from tests.pdf import line, page, table, text

LEFT = [["一级指标", "三级指标"], *([f"产出指标{row}", f"指标{row}"] for row in range(1, 5))]
RIGHT = [["指标值", "备注"], *([f"≥{row}个", f"说明{row}"] for row in range(1, 5))]
WHOLE = [[*one, *other] for one, other in zip(LEFT, RIGHT, strict=True)]
MORE = [[f"效益指标{row}", f"指标{row}"] for row in range(5, 9)]
MORE_RIGHT = [[f"≥{row}个", f"说明{row}"] for row in range(5, 9)]
TITLE = "某项目绩效目标表"


def titled(rows, top=100, title=""):
    return page(*([text(72, top - 20, title)] if title else []), *table(72, top, rows))


def cut_title(at, *edges):
    """A row over a table, open at the sides that `edges` leave out."""
    sides = [line(x, 80, x, 100) for x in edges]
    return [line(72, 80, 272, 80), *sides, *at]


def test_a_page_with_the_rest_of_the_columns_is_put_beside_the_first():
    document = read(titled(LEFT, title=TITLE), titled(RIGHT))
    (grid,) = document.grids
    assert (texts(grid), lines(document)) == (WHOLE, [TITLE])
    (finding,) = document.findings
    assert (finding.code, finding.details) == ("columns_joined_over_pages", {"page": "1", "pages": "2"})


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 2, 1, 3)], ids=["down, then over", "over, then down"])
def test_both_orders_of_pages_are_read(order):
    filled = [LEFT[0], *LEFT[1:] * 8]
    filled_right = [RIGHT[0], *RIGHT[1:] * 8]
    pages = [titled(filled, 120, TITLE), titled(MORE, 72), titled(filled_right, 120), titled(MORE_RIGHT, 72)]
    (grid,) = read(*(pages[number] for number in order)).grids
    assert texts(grid)[:2] == WHOLE[:2]
    assert texts(grid)[-4:] == [[*one, *other] for one, other in zip(MORE, MORE_RIGHT, strict=True)]


def test_a_cell_that_the_page_cuts_is_one():
    left = page(*cut_title([text(232, 94, "某项目绩")], 72), *table(72, 100, LEFT))
    right = page(*cut_title([text(72, 94, "效目标表")], 272), *table(72, 100, RIGHT))
    (grid,) = read(left, right).grids
    assert texts(grid) == [["某项目绩效目标表"], *WHOLE]


def seen(shown, left, right):
    """What is seen of a text between two places."""
    return f"q {left} 0 {right - left} 842 re W n {shown} Q"


def test_text_of_which_each_page_shows_a_part_is_one_and_its_parts_are_not_hidden_text():
    left, right = [["项目", ""], ["甲", "乙"]], [["", "万元"], ["丙", "丁"]]
    one = page(*table(72, 100, left), seen(text(225, 94, "某项目支出绩效目标表"), 72, 272))
    other = page(*table(72, 100, right), seen(text(25, 94, "某项目支出绩效目标表"), 72, 272))
    document = read(one, other)
    assert lines(document) == ["某项目支出绩效目标表"]
    assert texts(document.grids[0]) == [["项目", "", "", "万元"], ["甲", "乙", "丙", "丁"]]
    assert codes(document) == ["columns_joined_over_pages"]


def test_a_page_at_the_right_without_text_takes_nothing_and_says_nothing():
    document = read(titled(LEFT, title=TITLE), titled([["", ""]] * 5))
    assert [[*row[:2]] for row in texts(document.grids[0])] == LEFT
    assert codes(document) == ["columns_joined_over_pages"]


def test_three_strips_are_put_beside_each_other():
    third = [["权重", "得分"], *([f"{row}0", f"{row}"] for row in range(1, 5))]
    (grid,) = read(titled(LEFT, title=TITLE), titled(RIGHT), titled(third)).grids
    assert texts(grid) == [[*one, *other] for one, other in zip(WHOLE, third, strict=True)]


def test_numbers_of_pages_are_left_out_on_both():
    pages = [page(*made, text(280, 800, f"第 {number} 页")) for number, made in enumerate(
        ([text(72, 80, TITLE), *table(72, 100, LEFT)], table(72, 100, RIGHT)), 1)]  # fmt: skip
    document = read(*pages)
    assert (texts(document.grids[0]), lines(document)) == (WHOLE, [TITLE])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (titled(LEFT, title=TITLE), titled(RIGHT, title="另一张表")),
        (titled(LEFT), titled([[*row] for row in MORE], 100)),
        (titled(LEFT, title=TITLE), titled([*LEFT[:3], ["效益指标", "指标"], LEFT[4]])),
        (titled(LEFT, title=TITLE), page(*table(72, 100, RIGHT, height=25))),
        (titled(LEFT, title=TITLE), titled(RIGHT, 72)),
    ],
    ids=["a title of its own", "rows of one height and the same columns", "the next copy of a form", "other rows",
         "rows at other heights"],
)  # fmt: skip
def test_a_table_of_its_own_stays_alone(one, other):
    document = read(one, other)
    assert "columns_joined_over_pages" not in codes(document)
    assert len(document.grids) == 2


def test_a_page_with_the_same_rows_that_is_not_sure_is_told():
    document = read(titled(LEFT), page(*table(72, 100, [row * 2 for row in RIGHT], width=60)))
    assert [(each.code, each.details) for each in document.findings] == [
        ("columns_may_go_on", {"page": "1", "pages": "2"})
    ]
    assert len(document.grids) == 2
