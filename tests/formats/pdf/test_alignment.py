"""Tables without lines between their columns are read where white parts their texts, and only there."""

import pytest

from tests.formats.pdf.read import cells, codes, lines, only_grid, read, texts
from tests.pdf import line, page, text

HEADER = ["序号", "项目名称", "金额"]
ROWS = [HEADER, ["1", "道路建设", "1,200.00"], ["2", "桥梁维修改造", "80.50"], ["3", "绿化", "9.00"]]
AT = (72, 150, 330)


def printed(rows, first=100, step=20):
    """Rows of texts, one line each."""
    return [
        text(x, first + step * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip(AT, row, strict=True)
        if cell
    ]


def rules(*at, left=68, right=420):
    return [line(left, y, right, y) for y in at]


@pytest.mark.parametrize(
    "lines",
    [[], rules(86, 106, 166), rules(86, 106, 126, 146, 166), rules(86, 106, 146, 166)],
    ids=["no lines", "above and below the header and at the end", "below each row", "above the last row"],
)
def test_rows_of_one_line_each_are_read_and_it_is_said(lines):
    document = read(page(text(180, 60, "支出明细表", size=16), *printed(ROWS), *lines))
    (grid,) = document.grids
    assert (texts(grid), codes(document)) == (ROWS, ["layout_from_alignment"])
    assert document.findings[0].details == {"table": "1"}


def test_lines_below_each_row_part_texts_of_several_lines():
    row = [text(72, 120, "1"), text(150, 114, "道路建设及附属"), text(150, 126, "管网工程"), text(330, 120, "1,200.00")]
    grid = only_grid(page(*printed([HEADER]), *row, *printed(ROWS[2:], 145), *rules(86, 104, 131, 151, 171)))
    assert [row[0] for row in texts(grid)] == ["序号", "1", "2", "3"]
    assert "".join(texts(grid)[1][1].split()) == "道路建设及附属管网工程"


def test_a_label_beside_shorter_lines_is_one_cell():
    grid = only_grid(
        page(
            *printed(
                [["一级指标", "二级指标", "指标值"], ["", "数量", "3个"], ["", "质量", "95%"], ["效益", "经济", "1%"]]
            ),
            text(72, 130, "产出"),
            *rules(86, 106, 146, 166),
            line(140, 126, 420, 126),
            *rules(186),
            *printed([["满意", "公众", "90%"]], 180),
        )
    )
    assert (2, 1, 2, 1, "产出") in cells(grid)
    assert (grid.n_rows, grid.n_cols) == (5, 3)


def test_a_title_over_two_columns_is_one_cell():
    head = [text(72, 100, "部门"), text(200, 100, "预算金额及执行情况合计")]
    rows = [
        text(x, y, cell)
        for y in (120, 140)
        for x, cell in zip((72, 180, 290), ("甲局", "100.00", "90.00"), strict=True)
    ]
    under = [text(72, 110, "名称"), text(180, 110, "预算数"), text(290, 110, "执行数")]
    document = read(page(*head, *rows, *under, *rules(86, 113, 126, 146, right=360)))
    assert [each.code for each in document.findings] == ["layout_from_alignment"]
    assert all(cell in str(texts(document.grids[0])) for cell in ("甲局", "100.00", "90.00", "预算数"))


@pytest.mark.parametrize(
    "content",
    [
        [*printed(ROWS), text(150, 172, "续上一行")],
        [*printed([*ROWS, ["", "合计", "9.00"]])],
        [*printed(ROWS), text(80, 140, "压住空白的文字")],
        [*printed([["1", "", "9.00"], *ROWS])],
        [text(x, y, "某列") for y in (100, 120, 140) for x in (72, 200)],
    ],
    ids=["a line goes on", "a row begins in no column", "words in the white", "no header", "two columns"],
)
def test_what_may_be_read_in_another_way_is_told_and_not_read(content):
    document = read(page(*content))
    assert (document.grids, set(codes(document))) == ((), {"table_without_lines"})


def test_rows_between_lines_that_do_not_stand_in_columns_are_told():
    rows = [[text(72, y, "项目名称"), text(x, y, "某个项目")] for y, x in ((100, 150), (120, 140), (140, 118))]
    narrow = text(108, 160, "的名称") + text(72, 160, "很长的")
    document = read(page(*(each for row in rows for each in row), narrow, *rules(86, 106, 126, 146, 166)))
    assert (document.grids, codes(document)) == ((), ["table_without_lines"])


def test_running_text_between_lines_is_no_table():
    prose = [text(72, 100 + 20 * number, "正文一行接一行地写下去，没有空白。") for number in range(8)]
    document = read(page(*prose, *rules(86, 106, 146, 186, 246)))
    assert (document.grids, codes(document), len(lines(document))) == ((), [], 8)
