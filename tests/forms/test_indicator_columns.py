"""Indicator tables are found and read by their headers, wherever these stand."""

from itertools import permutations

import pytest

from pipeline.rules import book
from tests.forms.printed import FORM, HEADER, INDICATORS, ROWS, Wide, codes, read, texts, unread

NAMES = ("level1", "level2", "indicator_name", "description", "target")
PRINTED = [tuple(row) for row in ROWS]
COLUMNS = book.default().layouts.columns


def read_table(*rows):
    return read(FORM, list(rows))


@pytest.mark.parametrize("order", list(permutations(range(5))), ids=lambda order: "".join(map(str, order)))
def test_columns_stand_in_any_order(order):
    table = [[row[place] for place in order] for row in INDICATORS]
    assert texts(read_table(*table), *NAMES) == PRINTED


@pytest.mark.parametrize("rule", COLUMNS, ids=lambda rule: rule.name)
def test_every_header_of_the_rules_names_its_column(rule):
    for header in rule.headers:
        plain = {"indicator_name": "三级指标", "target": "指标值"} | {rule.name: header}
        table = [list(plain.values()), [f"text of {name}" for name in plain]]
        assert texts(read_table(*table)) == [{name: f"text of {name}" for name in plain}], header


@pytest.mark.parametrize("header", ["指 标 值", "指标\n值", "指标值：", " 指标值 ", "指\u3000标\u3000值", "指标值:"])
def test_white_space_line_breaks_and_colons_in_headers_do_not_count(header):
    assert texts(read_table([*HEADER[:4], header], *ROWS), *NAMES) == PRINTED


def test_blank_rows_before_and_between_rows_do_not_count():
    blank = [" "] * 5
    reading = read_table(blank, blank, HEADER, ROWS[0], blank, *ROWS[1:], blank)
    assert texts(reading, *NAMES) == PRINTED
    assert [row.row_no for row in reading.indicators] == [4, 6, 7]


def test_a_column_that_no_rule_knows_is_unread_and_said():
    table = [[*row, more] for row, more in zip(INDICATORS, ["扣分办法", "扣5分", "", "扣3分"], strict=True)]
    reading = read_table(*table)
    assert texts(reading, *NAMES) == PRINTED
    assert unread(reading) == ["扣5分", "扣3分"]
    assert [(one.code, one.row_no, one.evidence) for one in reading.findings] == [
        ("unread_cell", 2, "扣分办法: 扣5分"),
        ("unread_cell", 4, "扣分办法: 扣3分"),
    ]


def test_a_specific_header_is_preferred_to_a_general_one():
    table = [["绩效指标", *HEADER], *[["产出", *row] for row in ROWS]]
    assert texts(read_table(*table), "indicator_name") == [("维护系统数量",), ("故障率",), ("到岗率",)]


def test_a_label_down_the_side_of_the_table_is_no_column():
    table = [[Wide("绩\n效\n指\n标", rows=4), *HEADER], *ROWS]
    reading = read_table(*table)
    assert texts(reading, *NAMES) == PRINTED
    assert codes(reading) == []


def test_a_header_over_several_columns_joins_what_they_print():
    table = [[*HEADER[:4], Wide("指标值", 3)], [*ROWS[0][:4], "≥", "8", "个"], [*ROWS[1][:4], Wide("≤5%", 3)]]
    assert texts(read_table(*table), "target") == [("≥8个",), ("≤5%",)]


def test_a_header_of_two_rows_is_a_header():
    upper = [*[Wide(header, rows=2) for header in HEADER[:4]], Wide("年度指标值", 2)]
    reading = read_table(upper, ["数值", "单位"], [*ROWS[0][:4], "≥8", "个"])
    assert texts(reading, *NAMES, "unit") == [(*PRINTED[0][:4], "≥8", "个")]
    assert {role for address, role in reading.roles.items() if address[:2] in {(2, 1), (2, 2)}} == {"header"}


def test_a_header_repeated_after_a_page_break_is_no_indicator():
    table = [HEADER, ROWS[0], HEADER, ["", *ROWS[1][1:]], HEADER, ROWS[2]]
    reading = read_table(*table)
    assert texts(reading, *NAMES) == PRINTED
    assert codes(reading) == []


def test_a_second_header_with_other_columns_begins_anew():
    table = [
        HEADER,
        ROWS[0],
        ["二级指标", "三级指标", "指标值", "分值", "一级指标"],
        ["质量指标", "故障率", "≤5%", "10", "产出指标"],
    ]
    assert texts(read_table(*table), "level1", "level2", "indicator_name", "target", "weight") == [
        ("产出指标", "数量指标", "维护系统数量", "≥8个", None),
        ("产出指标", "质量指标", "故障率", "≤5%", "10"),
    ]


def test_an_indicator_without_a_printed_target_is_an_indicator():
    reading = read_table(HEADER, [*ROWS[0][:4], " "])
    assert texts(reading, "indicator_name", "target") == [("维护系统数量", " ")]


def test_a_target_that_spans_two_rows_belongs_to_both_indicators():
    table = [HEADER, [*ROWS[0][:4], Wide("100%", rows=2)], ROWS[1][:4]]
    assert texts(read_table(*table), "indicator_name", "target") == [("维护系统数量", "100%"), ("故障率", "100%")]


def test_a_name_that_spans_two_targets_is_printed_in_both_rows():
    name = Wide("维护系统数量", rows=2)
    table = [HEADER, [*ROWS[0][:2], name, "上半年", "4个"], ["", "", "全年", "8个"]]
    assert texts(read_table(*table), "indicator_name", "description", "target") == [
        ("维护系统数量", "上半年", "4个"),
        ("维护系统数量", "全年", "8个"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        [Wide("备注：本表一式两份", 5)],
        [Wide("填报人：某某", 2), Wide("联系电话：12345678", 3)],
        [Wide("合计", 4), "100"],
    ],
    ids=["over all columns", "in two halves", "totals"],
)
def test_a_caption_below_the_indicators_is_none(row):
    reading = read_table(*INDICATORS, row)
    assert len(reading.indicators) == 3
    assert codes(reading) == []
    assert {role for address, role in reading.roles.items() if address[:2] == (2, 5)} == {"caption"}


SCORED = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]
EVALUATED = [["产出指标", "数量指标", f"{name}数量", "8个", "8个"] for name in "甲乙丙"]


def scored(*points):
    return [[*row, *cells] for row, cells in zip(EVALUATED, points, strict=True)]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ([[Wide("总分", 5), "100", "98"]], {"total_weight": "100", "total_score": "98"}),
        ([["其他说明", Wide("无", 6)], [Wide("总分", 5), "100", "98"]], {"total_weight": "100", "total_score": "98"}),
        ([[Wide("合计", 4), "", "", "98"]], {"total_score": "98"}),
        ([[Wide("合计", 5), Wide("98", 2)]], {}),
        ([[Wide("小计", 5), "100", "98"]], {}),
        ([["项目名称", Wide("乙项目", 6)], [Wide("总分", 5), "100", "98"]], {}),
    ],
    ids=["in its columns", "below a remark", "without points", "over both columns", "a subtotal", "of the next form"],
)
def test_the_totals_of_points_and_scores_are_fields_of_the_form(below, found):
    reading = read_table(SCORED, *scored(["30", "30"], ["30", "28"], ["40", "40"]), *below)
    assert len(reading.indicators) == 3
    printed = [one for form in reading.forms for one in form.fields]
    assert {one.name: one.text for one in printed if one.name.startswith("total")} == found


def test_a_row_of_points_that_speaks_of_all_of_a_table_is_no_indicator():
    side = Wide("绩效指标", rows=4)
    first, *others = scored(["30", "30"], ["30", "28"], ["40", "40"])
    reading = read_table([side, *SCORED], first, *others, [Wide("天干地支", 4), "", "", "100", "98"])
    assert len(reading.indicators) == 3
    assert "unread_cell" in codes(reading)


def test_a_remark_that_is_not_known_as_one_is_said():
    reading = read_table(*INDICATORS, ["天干", Wide("本表一式两份", 4)])
    assert len(reading.indicators) == 3
    assert "unread_cell" in codes(reading)


def test_a_remark_that_is_known_as_one_is_no_indicator():
    reading = read_table(*INDICATORS, ["备注", Wide("本表一式两份", 4)])
    assert len(reading.indicators) == 3
    assert unread(reading) == []


def test_a_row_that_states_no_indicator_is_said_and_not_counted():
    reading = read_table(*INDICATORS, ["效益指标", "经济效益指标", " ", "只有描述", " "])
    assert len(reading.indicators) == 3
    assert unread(reading) == ["只有描述"]


CLASSED = [
    [Wide("产出指标", 2), Wide("效益指标", 2), Wide("满意度指标", 2)],
    ["指标", "目标值", "指标", "目标值", "指标", "目标值"],
    ["办案数", "1,860件", "挽回损失", "500万元以上", "代表满意度", "≥95%"],
    ["办案期限", "≤35天", "采纳率", "100%", "", ""],
]


def test_classes_above_groups_of_columns_are_those_of_all_indicators_in_the_group():
    reading = read([["项目名称", Wide("甲", 5)], *CLASSED])
    assert texts(reading, "level1", "indicator_name") == [
        ("产出指标", "办案数"),
        ("产出指标", "办案期限"),
        ("效益指标", "挽回损失"),
        ("效益指标", "采纳率"),
        ("满意度指标", "代表满意度"),
    ]
    assert unread(reading) == []


def test_a_list_of_projects_may_have_classes_of_two_levels_above_groups_of_columns():
    header = [
        [Wide("项目名称", 1, 3), Wide("预算（万元）", 1, 3), Wide("绩效指标", 4)],
        [Wide("产出指标—数量", 2), Wide("满意度指标", 2)],
        ["指标名称", "指标值", "指标名称", "指标值"],
    ]
    reading = read(
        [
            *header,
            ["甲", "10", "路灯", "18盏", "市民满意度", "≥90%"],
            ["乙", "20", "绿地", "2公顷", "游客满意度", "≥85%"],
        ]
    )
    assert len(reading.forms) == 2
    assert texts(reading, "level1", "level2", "indicator_name")[:2] == [
        ("产出指标", "数量", "路灯"),
        ("满意度指标", None, "市民满意度"),
    ]


def test_the_label_beside_a_table_is_no_part_of_its_classes():
    header = [Wide("一级指标", 2), "二级指标", "三级指标", "指标值"]
    rows = [
        [Wide("绩效指标", rows=2), "产出指标", "数量指标", "存栏量", "≥8万头"],
        ["效益指标", "经济效益指标", "出栏量", "≥9万头"],
    ]
    reading = read([["项目名称", Wide("甲", 4)], header, *rows])
    assert texts(reading, "level1", "level2") == [("产出指标", "数量指标"), ("效益指标", "经济效益指标")]


SPREAD = ["一级指标", "二级指标", Wide("三级指标", 2), "指标值"]
FIRST = [Wide("产出指标", 1, 2), "数量指标", Wide("维护系统数量", 2), "≥8个"]


def test_a_class_drawn_too_wide_beside_a_name_is_no_part_of_it():
    reading = read_table(SPREAD, FIRST, [Wide("质量指标", 2), "故障率", "≤5%"])
    assert texts(reading, "level2", "indicator_name", "target")[1] == ("质量指标", "故障率", "≤5%")
    assert not unread(reading)


def test_a_row_whose_cells_are_out_of_their_columns_is_unread():
    reading = read_table(SPREAD, FIRST, [Wide("故障率", 2), "≤5%"], ["", "质量指标", Wide("到岗率", 2), "≥95%"])
    assert texts(reading, "indicator_name") == [("维护系统数量",), ("到岗率",)]


def test_a_name_that_begins_in_an_unknown_column_has_its_role():
    table = [["一级指标", "说法", Wide("三级指标", 2), "指标值"], ["产出指标", "甲", Wide("系统数量", 2), "≥8个"]]
    reading = read_table(*table, ["产出指标", Wide("故障率", 3), "≤5%"])
    assert texts(reading, "indicator_name", "target") == [("系统数量", "≥8个"), ("故障率", "≤5%")]
    assert unread(reading) == ["甲"]


def test_a_name_over_two_blocks_is_of_the_left_one():
    header = ["一级指标", "二级指标", "三级指标", "二级指标", "三级指标", "指标值"]
    first = ["产出指标", "数量指标", "系统数量", "质量指标", "故障率", "≤5%"]
    reading = read_table(header, first, ["产出指标", "时效指标", Wide("到岗率", 3), "≥95%"])
    assert [name for (name,) in texts(reading, "indicator_name") if name] == ["系统数量", "到岗率", "故障率"]


def test_a_header_that_reaches_down_is_no_value():
    header = [*HEADER[:4], Wide("指标值", 1, 2)]
    reading = read_table(header, ROWS[0][:4], ROWS[1])
    assert texts(reading, "indicator_name", "target") == [("维护系统数量", ""), ("故障率", ROWS[1][4])]


def test_what_a_block_does_not_state_is_unread_though_another_states_the_row():
    header = ["一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"]
    first = ["产出指标", "数量指标", "系统数量", "≥8个", "质量指标", "故障率", "≤5%"]
    reading = read_table(header, first, ["产出指标", "时效指标", Wide("189万", 2), "质量指标", "到岗率", "≥95%"])
    assert unread(reading) == ["189万"]
    assert [name for (name,) in texts(reading, "indicator_name")] == ["系统数量", "故障率", "到岗率"]


def points_under(group, first, second, points):
    head = [*(Wide(one, rows=2) for one in ("一级指标", "三级指标", "指标值", "完成值")), Wide(group, 2)]
    rows = [["产出指标", "培训人数", "≥300人", "310人"], ["产出指标", "合格率", "≥95%", "96%"]]
    table = [head, [first, second], *([*row, *both] for row, both in zip(rows, points, strict=True))]
    return texts(read(FORM, table), "weight", "score")


@pytest.mark.parametrize("first", ["权重占比（%）", "分值比重", "权重系数", "甲乙"])
def test_below_a_header_of_scores_the_points_that_can_be_had_are_told_by_their_words_or_their_sum(first):
    points = [("60", "55.5"), ("40", "40")]
    assert points_under("自评得分", first, "折算", points) == points
    assert points_under("考核得分", first, "得分", [("60", "60"), ("40", "40")]) == [("60", "60"), ("40", "40")]


def test_two_scores_below_one_header_are_no_points_that_can_be_had():
    assert points_under("得分", "自评", "复核", [("58", "55"), ("40", "38")]) == [(None, "58"), (None, "40")]
