"""A table may be turned on its side: its headers stand below one another, and each indicator is a column."""

import pytest

from pipeline.model.document import Address
from tests.forms.printed import FORM, ROWS, Wide, codes, fields, read, texts, unread

NAMES = ("level1", "level2", "indicator_name", "target", "weight")
TURNED = [
    ["一级指标", Wide("产出指标", 3), "效益指标"],
    ["二级指标", Wide("数量指标", 2), "质量指标", "社会效益指标"],
    ["三级指标", "接种剂次", "培训期数", "接种率", "暴发疫情"],
    ["指标值", "≥5600剂次", "4期", "≥90%", "不发生"],
    ["分值", "10", "20", "30", "40"],
]
READ = [
    ("产出指标", "数量指标", "接种剂次", "≥5600剂次", "10"),
    ("产出指标", "数量指标", "培训期数", "4期", "20"),
    ("产出指标", "质量指标", "接种率", "≥90%", "30"),
    ("效益指标", "社会效益指标", "暴发疫情", "不发生", "40"),
]
REMARK = ["备注", "", "", "无", ""]
DRAWN = {
    "as it is": TURNED,
    "beside a label": [[Wide("绩效指标", rows=5), *TURNED[0]], *TURNED[1:]],
    "with wide headers": [[Wide(header, 2), *rest] for header, *rest in TURNED],
    "with blank cells for merged ones": [
        ["一级指标", "产出指标", "", "", "效益指标"],
        ["二级指标", "数量指标", "", "质量指标", "社会效益指标"],
        *TURNED[2:],
    ],
    "above remarks and a total": [*TURNED, REMARK, ["总分", Wide("100", 4)]],
    "in another order": [*TURNED[:2], TURNED[4], *TURNED[2:4]],
}


@pytest.mark.parametrize("table", DRAWN.values(), ids=DRAWN)
def test_a_turned_table_is_read_as_all_tables_are(table):
    reading = read(FORM, table)
    assert texts(reading, *NAMES) == READ
    assert codes(reading) == unread(reading) == []


def test_indicators_stand_in_the_row_of_their_names_and_are_counted_from_the_left():
    reading = read([*FORM[:2], ["年度目标", Wide("保障运行", 4)], *TURNED])
    assert [(row.table_no, row.row_no, row.block_no) for row in reading.indicators] == [
        (1, 6, number) for number in (1, 2, 3, 4)
    ]
    assert reading.roles[Address(1, 4, 1)] == "header"
    assert reading.roles[Address(1, 7, 3)] == "target"
    assert fields(reading)["goals"] == "保障运行"


def test_a_row_under_an_unknown_header_is_said():
    reading = read(FORM, [*TURNED[:3], ["责任科室", "甲科", "乙科", "丙科", "丁科"], *TURNED[3:]])
    assert texts(reading, *NAMES) == READ
    assert unread(reading) == ["甲科", "乙科", "丙科", "丁科"]


def test_cards_of_one_indicator_each_are_turned_tables():
    labels = ("一级指标", "二级指标", "指标名称", "指标值")
    cards = [[label, row[place]] for row in ROWS for label, place in zip(labels, (0, 1, 2, 4), strict=True)]
    reading = read(FORM, cards)
    assert texts(reading, *NAMES[:4]) == [(row[0], row[1], row[2], row[4]) for row in ROWS]
    assert [row.row_no for row in reading.indicators] == [3, 7, 11]


def test_what_explains_how_a_form_is_filled_in_states_no_indicators():
    guide = ["填写产出、效益、满意度", "填写数量、质量等", "填写具体指标名称", "填写年度指标值"]
    headers = ["一级指标", "二级指标", "三级指标", "指标值"]
    reading = read(FORM, [["栏目", "填写说明"], *map(list, zip(headers, guide, strict=True))])
    assert reading.indicators == ()


def test_a_table_after_a_turned_one_does_not_go_on_below_it():
    reading = read(FORM, TURNED, [["甲科", "10", "20", "30", "40"], ["乙科", "1", "2", "3", "4"]])
    assert texts(reading, *NAMES) == READ
    assert "甲科" in unread(reading)
