"""Columns of what was in the years before, left of the targets: none of it is ever read as a target."""

import pytest

from tests.forms.printed import Wide, codes, read, texts

LEVELS = ["一级指标", "二级指标", "三级指标"]
ROWS = [
    ["产出指标", "数量指标", "承办会议次数", "86次", "90次", "≥95次"],
    ["产出指标", "质量指标", "公文办理准确率", "99%", "99%", "100%"],
    ["产出指标", "时效指标", "按期办结率", "95%", "96%", "≥98%"],
    ["效益指标", "社会效益指标", "决策落实情况", "较好", "良好", "有效落实"],
    ["满意度指标", "服务对象满意度指标", "群众满意率", "94%", "95%", "≥96%"],
]
TARGETS = [(row[-1],) for row in ROWS]


def grouped(group, first, second, last):
    return [[*(Wide(one, 1, 2) for one in LEVELS), Wide(group, 2), Wide(last, 1, 2)], [first, second]]


def below_values(first, second, last):
    return [[*(Wide(one, 1, 2) for one in LEVELS), Wide("指标值", 3)], [first, second, last]]


def side_by_side(*headers):
    return [[*LEVELS, *headers]]


def form(header, rows=ROWS):
    return read("部门整体支出绩效目标申报表", "（2021年度）", [*header, *rows])


@pytest.mark.parametrize(
    "header",
    [
        grouped("近两年指标值", "2019年", "2020年", "预期当年实现值"),
        grouped("近两年指标值", "前年", "上年", "预期当年实现值"),
        grouped("近2年完成情况", "2019年", "2020年", "2021年计划数"),
        grouped("往年数据", "2019年", "2020年", "本年度预计"),
        grouped("历史值", "2019年", "2020年", "目标值"),
        below_values("2019年", "2020年", "2021年"),
        below_values("前年", "上年", "当年"),
        side_by_side("2019年", "2020年", "2021年"),
        side_by_side("2019年基数", "2020年现状", "2021年预期"),
        side_by_side("前年实际", "上年实际", "本年目标"),
        side_by_side("上上期", "上期", "本期"),
    ],
    ids=lambda header: "-".join(
        str(getattr(cell, "text", cell)) for row in header for cell in row if cell not in LEVELS
    ),
)
def test_the_column_of_this_year_holds_the_targets(header):
    reading = form(header)
    assert texts(reading, "target") == TARGETS
    assert "layout_uncertain" not in codes(reading)


def test_the_year_of_a_column_counts_and_not_its_place():
    rows = [[*row[:3], *row[:2:-1]] for row in ROWS]
    assert texts(form(side_by_side("2021年目标", "2020年", "2019年"), rows), "target") == TARGETS


def test_what_stands_beside_two_years_and_names_none_is_taken_for_the_target_and_said_to_be_doubtful():
    reading = form(side_by_side("2019年", "2020年", "当年拟达成数"))
    assert texts(reading, "target") == TARGETS
    assert codes(reading).count("layout_uncertain") == 2


def test_columns_of_which_nothing_tells_the_year_are_said_to_be_doubtful():
    assert codes(form(side_by_side("甲栏", "乙栏", "丙栏"))).count("layout_uncertain") == 2
