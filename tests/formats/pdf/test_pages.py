"""Tables that go on over pages are one table, and what pages repeat is told from the text."""

import pytest

from tests.formats.pdf.read import cells, codes, lines, read, texts
from tests.pdf import line, page, ruled, table, text

HEADER = ["一级指标", "三级指标", "指标值"]
FIRST = [["数量指标", f"指标甲{number}", f"≥{number}个"] for number in range(1, 33)]
REST = [["质量指标", "指标乙", "≥95%"], ["成本指标", "指标丙", "≤5元"]]
TOP, BOTTOM = 100, 780


def filled(rows, first_row=0):
    """A table that fills a page to its end."""
    return table(72, BOTTOM - 20 * len(rows), rows)


def test_a_table_goes_on_where_its_rows_had_no_room():
    document = read(page(*filled([HEADER, *FIRST])), page(*table(72, TOP, REST)))
    (grid,) = document.grids
    assert texts(grid) == [HEADER, *FIRST, *REST]
    (finding,) = document.findings
    assert (finding.code, finding.table_no, finding.row_no) == ("table_joined_over_pages", 1, 34)
    assert finding.details["page"] == "2"


def test_a_repeated_header_is_left_out_and_quoted():
    document = read(page(*filled([HEADER, *FIRST])), page(*table(72, TOP, [HEADER, *REST])))
    assert texts(document.grids[0]) == [HEADER, *FIRST, *REST]
    assert document.findings[0].evidence == "\n".join(HEADER)


def test_pages_bound_at_other_sides_are_joined():
    document = read(page(*filled([HEADER, *FIRST])), page(*table(90, TOP, REST)))
    assert texts(document.grids[0])[-2:] == REST


def test_a_table_that_had_room_on_the_page_before_begins_anew():
    document = read(
        page(*table(72, TOP, [HEADER, *REST])), page(*table(72, TOP, [*REST, *FIRST])),
    )  # fmt: skip
    assert (len(document.grids), codes(document)) == (2, [])


def test_a_table_with_other_columns_begins_anew():
    document = read(page(*filled([HEADER, *FIRST])), page(*table(72, TOP, REST, width=60)))
    assert len(document.grids) == 2


def test_a_table_on_papers_of_its_height_goes_on_whatever_other_papers_hold():
    flat = {"entries": "/MediaBox [0 342 842 842]"}
    pages = [page(*table(72, 480 - 20 * 15, FIRST[:15]), **flat), page(*table(72, TOP, REST), **flat)]
    document = read(*pages, page(text(72, 780, "另一页的正文")))
    assert texts(document.grids[0]) == [*FIRST[:15], *REST]


def test_a_title_between_parts_tables():
    document = read(page(*filled([HEADER, *FIRST])), page(text(72, 80, "另一张表"), *table(72, TOP, REST)))
    assert (len(document.grids), lines(document)) == (2, ["另一张表"])


def test_the_next_form_under_the_same_words_begins_anew():
    form = [["项目名称", "某项目", "某单位"], *FIRST]
    document = read(page(*filled(form)), page(*table(72, TOP, [["项目名称", "另一项目", "某单位"], *REST])))
    assert len(document.grids) == 2


def row(top, height, texts_of_cells):
    """A row of three cells, each with its lines from the top."""
    levels = ruled([72, 172, 272, 372], [top, top + height])
    return levels + [
        text(75 + 100 * col, top + 12 + 13 * number, each)
        for col, found in enumerate(texts_of_cells)
        for number, each in enumerate(found)
    ]


LONG = "维护全区五十个信息"


def test_a_row_that_a_page_cuts_is_one_row():
    document = read(
        page(*filled([HEADER, *FIRST[:30]]), *row(BOTTOM, 30, [["时效指标"], [LONG, LONG], ["≥5个"]])),
        page(*row(TOP, 18, [[], ["系统正常。"], []])),
    )
    assert texts(document.grids[0])[-1] == ["时效指标", f"{LONG}{LONG}系统正常。", "≥5个"]
    assert codes(document) == ["row_joined_over_pages"]


def centred(top, height, texts_of_cells):
    """A row of four cells, each with its lines in the middle."""
    sides = [72, 152, 232, 332, 372]
    return ruled(sides, [top, top + height]) + [
        text(left + 5, top + height / 2 + 4 - 6 * (len(found) - 1) + 12 * number, each)
        for left, found in zip(sides, texts_of_cells, strict=False)
        for number, each in enumerate(found)
    ]


@pytest.mark.parametrize(("rest", "n_rows"), [("没减少）", 1), ("4256人", 2)], ids=["closes a bracket", "says anew"])
def test_a_row_that_a_page_cuts_beside_the_middle_of_others_is_one_row(rest, n_rows):
    row = [["国家励志奖"], ["560人"], ["552人（因总数", "减少，但"], ["6.5"]]
    above = [centred(BOTTOM - 40 * number, 40, [["人数"], ["8人"], ["9人"], ["7"]]) for number in range(16, 0, -1)]
    document = read(
        page(*(piece for one in above for piece in one), *centred(BOTTOM, 40, row)),
        page(
            *centred(TOP, 24, [["学金人数"], [], [rest], []]), *centred(TOP + 24, 24, [["人数"], ["1"], ["2"], ["3"]])
        ),
    )
    (grid,) = document.grids
    assert grid.n_rows == 16 + n_rows + 1
    if n_rows == 1:
        assert texts(grid)[16] == ["国家励志奖\n学金人数", "560人", "552人（因总数\n减少，但\n没减少）", "6.5"]


def test_a_list_that_goes_on_with_its_next_number_is_one_row():
    document = read(
        page(*filled([HEADER, *FIRST[:30]]), *row(BOTTOM, 30, [["目标"], ["1.维护。", "2.建设。"], ["≥5个"]])),
        page(*row(TOP, 18, [[], ["3.巡检。"], []])),
    )
    assert texts(document.grids[0])[-1] == ["目标", "1.维护。\n2.建设。\n3.巡检。", "≥5个"]


def test_a_row_after_a_full_one_stays_a_row():
    document = read(
        page(*filled([HEADER, *FIRST[:30]]), *row(BOTTOM, 30, [["时效指标"], [LONG, LONG], ["≥5个"]])),
        page(*row(TOP, 18, [["成本指标"], ["另一个"], ["≥6个"]])),
    )
    assert texts(document.grids[0])[-2:] == [["时效指标", LONG + LONG, "≥5个"], ["成本指标", "另一个", "≥6个"]]


def merged_first(top, rows, label, height=20):
    """A table whose first column is one cell."""
    bottom = top + height * len(rows)
    levels = [line(72, top, 372, top), line(72, bottom, 372, bottom)]
    levels += [line(172, top + height * number, 372, top + height * number) for number in range(1, len(rows))]
    sides = [line(x, top, x, bottom) for x in (72, 172, 272, 372)]
    words = [
        text(75 + 100 * col, top + 14 + height * number, each)
        for number, found in enumerate(rows)
        for col, each in enumerate(found, 1)
    ]
    return [*levels, *sides, *words, *([text(75, top + 14, label)] if label else [])]


@pytest.mark.parametrize("rest", [1, 3])
def test_a_merged_cell_goes_on_over_the_page(rest):
    rows = [[f"指标{number}", f"≥{number}个"] for number in range(34)]
    first, below = rows[: 34 - rest], rows[34 - rest :]
    document = read(
        page(*merged_first(BOTTOM - 20 * len(first), first, "产出指标")), page(*merged_first(TOP, below, ""))
    )
    assert cells(document.grids[0])[0] == (1, 1, 34, 1, "产出指标")
    assert document.grids[0].n_rows == 34


def test_a_text_in_the_middle_of_a_cell_that_two_pages_share_is_one():
    rows = [[f"指标{number}", f"≥{number}个"] for number in range(34)]
    first, below = merged_first(BOTTOM - 20 * 30, rows[:30], ""), merged_first(TOP, rows[30:], "")
    document = read(
        page(*first, text(75, BOTTOM - 3, "产出指标")), page(*below, text(75, TOP + 10, "（50分）")),
    )  # fmt: skip
    assert cells(document.grids[0])[0] == (1, 1, 34, 1, "产出指标\n（50分）")


def open_above(top, rows, label=""):
    """The rest of a merged cell on the next page, as spreadsheets print it: without a line above it."""
    drawn = merged_first(top, rows, "")[1:]
    return [line(172, top, 372, top), *drawn, *([text(75, top + 14, label)] if label else [])]


def test_a_cell_without_a_line_above_it_goes_on_from_the_page_before():
    rows = [[f"指标{number}", f"≥{number}个"] for number in range(31)]
    first = merged_first(BOTTOM - 20 * 30, rows[:30], "效益指标（20-")
    document = read(page(*first), page(*open_above(TOP, rows[30:], "40）分")))
    assert cells(document.grids[0])[0] == (1, 1, 31, 1, "效益指标（20-\n40）分")


@pytest.mark.parametrize("is_below", [True, False])
def test_a_line_that_the_page_cuts_in_two_is_read_once(is_below):
    rows = [[f"指标{number}", f"≥{number}个"] for number in range(34)]
    first = merged_first(BOTTOM - 20 * 30, rows[:30], "" if is_below else "产出指标")
    rest = open_above(TOP, rows[30:], "产出指标" if is_below else "")
    if is_below:
        document = read(page(*first, text(75, BOTTOM + 4, "产出指标")), page(*rest))
    else:
        document = read(page(*first), page(text(75, TOP - 2, "产出指标"), *rest))
    assert (lines(document), cells(document.grids[0])[0]) == ([], (1, 1, 34, 1, "产出指标"))
    assert ("running_text_left_out", "产出指标") in [(each.code, each.evidence) for each in document.findings]


def test_page_numbers_and_feet_are_left_out_and_quoted():
    pages = [
        page(text(72, 100, f"正文{name}"), text(290, 810, f"- {number} -")) for number, name in enumerate("甲乙", 1)
    ]
    document = read(*pages)
    assert lines(document) == ["正文甲", "正文乙"]
    assert [(each.code, each.evidence) for each in document.findings] == [
        ("running_text_left_out", "- 1 -"), ("running_text_left_out", "- 2 -"),
    ]  # fmt: skip


def test_a_foot_that_pages_repeat_is_left_out_whatever_its_number():
    pages = [
        page(text(72, 100, f"正文{name}"), text(290, 810, f"第{number}页")) for number, name in enumerate("甲乙", 1)
    ]
    assert lines(read(*pages)) == ["正文甲", "正文乙"]


def test_a_head_that_every_page_repeats_is_left_out():
    pages = [page(text(72, 50, "某局预算", size=8), text(72, 100, f"正文{name}")) for name in "甲乙丙"]
    assert lines(read(*pages)) == ["正文甲", "正文乙", "正文丙"]


def test_a_title_over_every_form_is_no_running_head():
    forms = [page(text(72, 60, "绩效目标表", size=18), *table(72, TOP, REST)) for _ in range(3)]
    document = read(*forms)
    assert lines(document) == ["绩效目标表"] * 3
    assert len(document.grids) == 3


def test_a_line_between_a_title_and_its_form_is_no_running_head():
    above = text(72, 45, "绩效目标表", size=18), text(72, 60, "（2022年度）", size=8)
    document = read(*(page(*above, *table(72, TOP, REST)) for _ in range(3)))
    assert lines(document) == ["绩效目标表", "（2022年度）"] * 3


def test_what_stands_above_the_first_table_of_all_is_its_title_though_every_page_repeats_it():
    above = text(72, 45, "绩效目标表", size=8), text(72, 60, "（2022年度）", size=8)
    document = read(*(page(*above, *table(72, TOP, REST)) for _ in range(3)))
    assert lines(document) == ["绩效目标表", "（2022年度）"]


def test_a_title_that_is_repeated_over_the_rest_of_a_table_is_left_out_and_quoted():
    title = text(72, 60, "绩效目标表", size=18)
    document = read(page(title, *filled([HEADER, *FIRST])), page(title, *table(72, TOP, REST)))
    assert (len(document.grids), lines(document)) == (1, ["绩效目标表"])
    assert ("running_text_left_out", "绩效目标表") in [(each.code, each.evidence) for each in document.findings]


def test_a_table_of_three_pages_is_one_table():
    second = [["效益指标", *rest] for _, *rest in FIRST]
    document = read(
        *(page(*filled([HEADER, *rows])) for rows in (FIRST, second)), page(*table(72, TOP, [HEADER, *REST]))
    )
    assert texts(document.grids[0]) == [HEADER, *FIRST, *second, *REST]
    assert [each.row_no for each in document.findings] == [34, 66]
