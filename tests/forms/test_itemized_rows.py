"""Rows whose cells hold several numbered names, with their values on the lines beside them."""

import pytest

from tests.forms.printed import read

HEADER = [["项目名称", "文化专项", "", ""], ["一级指标", "二级指标", "三级指标", "指标值"]]
LAST = ["满意度指标", "服务对象满意度指标", "观众满意度", "≥90%"]


def stated(names, values, header=HEADER, more=()):
    """(name, target, block) of the indicators in the first row below the header."""
    reading = read([*header, ["产出指标", "数量指标", names, values, *more], [*LAST, *["" for _ in more]]])
    rows = [row for row in reading.indicators if row.texts["level1"] == "产出指标"]
    return [(row.texts["indicator_name"], row.values[0].text, row.block_no) for row in rows]


def test_each_numbered_name_has_the_line_of_its_value():
    assert stated("指标1：演出场次\n指标2：新建中心\n……", "50场\n20个\n") == [
        ("指标1：演出场次", "50场", 1),
        ("指标2：新建中心", "20个", 2),
    ]


@pytest.mark.parametrize(
    ("names", "values", "wanted"),
    [
        ("指标1：演出场次\n……", "50场\n", [("指标1：演出场次", "50场")]),
        ("指标1：演出场次\n指标2：\n……", "50场", [("指标1：演出场次", "50场")]),
        ("1.演出场次\n2.新建中心", "50场\n20个", [("1.演出场次", "50场"), ("2.新建中心", "20个")]),
        (
            "指标1：演出\n场次\n指标2：新建中心",
            "50场\n20个",
            [("指标1：演出\n场次", "50场"), ("指标2：新建中心", "20个")],
        ),
        (
            "指标1：甲数\n指标2：乙数\n指标3：丙数",
            "5场\n\n7个",
            [("指标1：甲数", "5场"), ("指标2：乙数", ""), ("指标3：丙数", "7个")],
        ),
        ("指标1：甲数\n指标2：乙数", "", [("指标1：甲数", ""), ("指标2：乙数", "")]),
    ],
)
def test_what_is_left_unfilled_is_no_indicator_and_a_blank_line_keeps_its_place(names, values, wanted):
    assert [(name, value) for name, value, _ in stated(names, values)] == wanted


@pytest.mark.parametrize(
    ("names", "values"),
    [
        ("指标1：甲数\n指标2：乙数", "≥95%"),
        ("指标1：甲数\n指标2：乙数\n指标3：丙数", "5场\n7个"),
        ("指标1：甲数\n指标2：乙数", "1.5场\n2.7个"),
        ("指标1：甲数\n指标3：丙数", "5场\n7个"),
        ("甲数\n指标1：乙数", "5场\n7个"),
        ("指标1：甲数\n指标2：\n……", "5场\n7个"),
        ("演出场次\n（含巡演）", "50场\n20个"),
    ],
)
def test_a_row_stays_whole_where_its_lines_do_not_say_whose_a_value_is(names, values):
    assert stated(names, values) == [(names, values, 1)]


@pytest.mark.parametrize("names", ["指标1：\n……", "指标1：\n指标2：\n……", "……"])
def test_a_template_left_unfilled_states_nothing(names):
    assert stated(names, "") == []


def test_a_value_beside_names_left_unfilled_is_not_lost():
    assert stated("指标1：\n……", "50场") == [("指标1：\n……", "50场", 1)]


def test_points_of_several_together_are_those_of_none():
    header = [[*HEADER[0], ""], [*HEADER[1], "分值"]]
    reading = read([*header, ["产出指标", "数量指标", "指标1：甲数\n指标2：乙数", "5场\n7个", "20"], [*LAST, "10"]])
    assert [row.texts["weight"] for row in reading.indicators] == ["", "", "10"]
    reading = read([*header, ["产出指标", "数量指标", "指标1：甲数\n指标2：乙数", "5场\n7个", "15\n5"], [*LAST, "10"]])
    assert [row.texts["weight"] for row in reading.indicators] == ["15", "5", "10"]
