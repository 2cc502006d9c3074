"""The classes of an indicator are filled down; however they are printed, the rows say the same."""

import pytest

from tests.forms.printed import FORM, HEADER, Wide, codes, read, texts

PRINTED = [
    ("产出指标", "数量指标", "甲"),
    ("产出指标", "数量指标", "乙"),
    ("产出指标", "质量指标", "丙"),
    ("效益指标", "社会效益指标", "丁"),
]
MERGED = [
    [Wide("产出指标", rows=3), Wide("数量指标", rows=2), "甲"],
    ["乙"],
    ["质量指标", "丙"],
    ["效益指标", "社会效益指标", "丁"],
]
BLANK = [
    ["产出指标", "数量指标", "甲"],
    [" ", "", "乙"],
    ["", "质量指标", "丙"],
    ["效益指标", "社会效益指标", "丁"],
]
BROKEN = [
    ["产出指标", "数量指标", "甲"],
    ["", "", "乙"],
    ["产出\n指标", "质量指标", "丙"],
    ["效益指标", "社会效益指标", "丁"],
]


def levels(rows):
    table = [[*HEADER[:3], "指标值"], *[[*row, "100%"] for row in rows]]
    reading = read(FORM, table)
    assert codes(reading) == []
    return texts(reading, "level1", "level2", "indicator_name")


@pytest.mark.parametrize(
    "rows", [MERGED, BLANK, [list(row) for row in PRINTED]], ids=["merged", "blank below", "repeated"]
)
def test_merged_blank_and_repeated_classes_give_the_same_rows(rows):
    assert levels(rows) == PRINTED


def test_a_class_repeated_with_a_line_break_in_it_is_the_same_class():
    assert levels(BROKEN)[:2] == PRINTED[:2]
    assert [row[1:] for row in levels(BROKEN)] == [row[1:] for row in PRINTED]


def test_a_lower_class_is_not_carried_into_the_next_higher_one():
    rows = [["产出指标", "数量指标", "甲"], ["效益指标", "", "乙"], ["", "社会效益指标", "丙"]]
    assert levels(rows) == [
        ("产出指标", "数量指标", "甲"),
        ("效益指标", None, "乙"),
        ("效益指标", "社会效益指标", "丙"),
    ]


def test_a_class_printed_over_both_levels_is_the_higher_one():
    rows = [["产出指标", "数量指标", "甲"], [Wide("满意度指标", 2), "乙"]]
    assert levels(rows) == [("产出指标", "数量指标", "甲"), ("满意度指标", None, "乙")]


def test_a_row_that_only_names_a_class_is_filled_down_and_no_indicator():
    rows = [["产出指标", "数量指标", "甲"], ["效益指标", "社会效益指标", "丁"]]
    table = [[*HEADER[:3], "指标值"], [*rows[0], "8个"], [Wide("效益指标", 4)], ["", "社会效益指标", "丁", "90%"]]
    reading = read(FORM, table)
    assert texts(reading, "level1", "level2", "indicator_name") == [tuple(row) for row in rows]
    assert codes(reading) == []


def test_a_table_without_classes_fills_none():
    reading = read(FORM, [["指标名称", "指标值"], ["甲", "8个"], ["乙", "9个"]])
    assert texts(reading) == [{"indicator_name": "甲", "target": "8个"}, {"indicator_name": "乙", "target": "9个"}]


FIRST_PAGE = [[*HEADER[:3], "指标值"], ["产出指标", "数量指标", "乙", "9个"]]


def test_a_class_is_carried_into_a_table_with_the_same_header_as_over_a_page():
    table = [[*HEADER[:3], "指标值"], ["", "", "甲", "8个"]]
    assert texts(read(FORM, FIRST_PAGE, table), "level1", "indicator_name") == [("产出指标", "乙"), ("产出指标", "甲")]


def test_a_class_is_not_carried_into_a_table_with_another_header():
    table = [HEADER, ["", "", "甲", "甲的个数", "8个"]]
    assert texts(read(FORM, FIRST_PAGE, table), "level1", "indicator_name") == [("产出指标", "乙"), (None, "甲")]
