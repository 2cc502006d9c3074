"""Where no word of a header says what a column is, what stands below it does; what is not known is said, never stated."""

import pytest

from tests.forms.printed import FORM, HEADER, INDICATORS, ROWS, Wide, codes, fields, read, texts, unread

NAMES = ("level1", "level2", "indicator_name", "target")
PRINTED = [(row[0], row[1], row[2], row[4]) for row in ROWS]
ODD = ["甲子", "乙丑", "丙寅", "丁卯", "戊辰", "己巳", "庚午", "辛未"]
"""Words that no rule knows."""
EVALUATED = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "维护系统数量", "≥8个", "9个", "40", "40"],
    ["产出指标", "质量指标", "故障率", "≤5%", "4%", "30", "28"],
    ["效益指标", "社会效益指标", "到岗率", "≥95%", "96%", "30", "30"],
]


def sources(reading):
    return {row.role_source for row in reading.indicators}


@pytest.mark.parametrize("column", [0, 1, 2, 4])
def test_one_header_in_other_words_costs_nothing(column):
    header = [ODD[0] if place == column else text for place, text in enumerate(HEADER)]
    reading = read(FORM, [header, *ROWS])
    assert texts(reading, *NAMES) == PRINTED
    assert "read_by_content" in codes(reading)


def test_all_headers_in_other_words_cost_nothing():
    header, *rows = EVALUATED
    reading = read(FORM, [ODD[: len(header)], *rows])
    names = (*NAMES, "actual", "weight", "score")
    assert texts(reading, *names) == [tuple(row) for row in rows]
    assert sources(reading) == {"content"}


def test_a_table_without_a_header_is_read_from_its_first_row():
    reading = read(FORM, ROWS)
    assert texts(reading, *NAMES) == PRINTED
    assert "read_by_content" in codes(reading)


def test_columns_under_one_header_are_told_apart():
    header = [Wide("评价事项", 3), "描述", "指标值"]
    assert texts(read(FORM, [header, *ROWS]), *NAMES) == PRINTED


@pytest.mark.parametrize("header", ["拟达到的目标值", "预期达到值", "计划值", "年初设定值"])
def test_a_header_is_read_by_its_parts(header):
    reading = read(FORM, [[*HEADER[:-1], header], *ROWS])
    assert texts(reading, *NAMES) == PRINTED
    assert sources(reading) == {"parts"}
    assert codes(reading) == []


@pytest.mark.parametrize("label", ["产出类指标", "预期产出指标", "一、产出"])
def test_a_class_is_known_by_its_stem(label):
    rows = [[label if text == "产出指标" else text for text in row] for row in ROWS]
    reading = read(FORM, [ODD[:5], *rows])
    assert [row.texts["level1"] for row in reading.indicators] == [label, label, "效益指标"]


def test_a_target_that_may_stand_in_an_unknown_column_is_unknown():
    rows = [
        [*row[:3], text, *row[4:]]
        for row, text in zip(EVALUATED[1:], ["见文件甲", "见文件乙", "见文件丙"], strict=True)
    ]
    header = [*EVALUATED[0][:3], ODD[0], *EVALUATED[0][4:]]
    reading = read(FORM, [header, *rows])
    assert sources(reading) == {"unknown"}
    assert unread(reading) == ["见文件甲", "见文件乙", "见文件丙"]


def test_a_table_that_prints_no_targets_has_none():
    rows = [[*row[:3], *row[4:]] for row in EVALUATED]
    assert sources(read(FORM, rows)) == {"none"}


def test_points_are_no_targets():
    rows = [[*row[:3], *row[5:]] for row in EVALUATED[1:]]
    reading = read(FORM, [[*HEADER[:3], *ODD[:2]], *rows])
    assert [value.text for row in reading.indicators for value in row.values if value.what == "target"] == []


def beside(*others):
    """A table whose values stand in columns that no word names, the targets of ROWS first, and what is doubtful."""
    rows = [[*row[:3], row[4], *texts] for row, texts in zip(ROWS, zip(*others, strict=True), strict=True)]
    reading = read(FORM, [[*HEADER[:3], *ODD[: len(others) + 1]], *rows])
    return reading, [one.evidence for one in reading.findings if one.code == "layout_uncertain"]


def values(reading):
    return [(value.what, value.region, value.text) for value in reading.indicators[0].values]


def test_two_columns_that_could_hold_the_target_are_both_said():
    reading, (doubt,) = beside(["8个", "5%", "95%"][::-1])
    assert ODD[0] in doubt and ODD[1] in doubt
    assert values(reading) == [("target", "", "≥8个")]


def test_columns_of_other_bounds_are_targets_each_under_its_header_and_the_doubt_is_said():
    reading, (doubt,) = beside(["≥7个", "≤6%", "≥94%"])
    assert values(reading) == [("target", ODD[0], "≥8个"), ("target", ODD[1], "≥7个")]
    assert ODD[1] in doubt


def test_of_two_columns_one_that_repeats_the_bounds_may_be_the_result():
    reading, (_,) = beside([row[4] for row in ROWS])
    assert values(reading) == [("target", "", "≥8个")]


def test_many_columns_of_one_kind_are_targets():
    reading, doubts = beside(*[["8个", "5%", "95%"]] * 4)
    assert values(reading) == [("target", ODD[0], "≥8个"), *(("target", odd, "8个") for odd in ODD[1:5])]
    assert doubts == []


def test_beside_a_known_target_only_what_speaks_of_values_is_another():
    others = ["≥7个", "≤6%", "≥94%"]
    rows = [[*row[:3], row[4], other] for row, other in zip(ROWS, others, strict=True)]
    read_as = {
        header: values(read(FORM, [[*HEADER[:3], "指标值", header], *rows])) for header in ("庚午水准", "庚午指标值")
    }
    assert read_as["庚午水准"] == [("target", "", "≥8个")]
    assert read_as["庚午指标值"] == [("target", "", "≥8个"), ("target", "庚午指标值", "≥7个")]


def test_a_form_that_says_what_was_spent_states_results():
    form = [*FORM, ["执行数", "10", "执行率", "100%"]]
    rows = [[*row[:3], text, text] for row, text in zip(ROWS, ["8个", "5%", "95%"], strict=True)]
    reading = read(form, [[*HEADER[:3], *ODD[:2]], *rows])
    other = read([*form, [*HEADER[:3], *ODD[:2]], *rows])
    assert values(reading) == [("target", "", "8个")]
    assert values(other) == [("target", "", "8个"), ("actual", "", "8个")]


@pytest.mark.parametrize(
    "table",
    [
        [["属地", "金额", "项目"], ["甲街道", "20万元", "护岸修复工程"], ["乙镇", "15万元", "排洪闸修复工程"]],
        [["序号", "姓名", "职务"], ["1", "张某", "科长"], ["2", "李某", "科员"]],
        [["内容", "数量", "单价"], ["打印机", "3台", "≤2000元"]],
    ],
)
def test_other_tables_are_no_tables_of_indicators(table):
    assert read(table).indicators == ()


def test_a_row_that_a_page_cuts_in_two_is_one_indicator():
    cut = [HEADER, ROWS[0], ["产出指标", "质量指标", "在线监", "监测", "≤5%"]]
    rest = [HEADER, ["", "", "测数据故障率", "数据", ""], ROWS[2]]
    reading = read(FORM, cut, rest)
    assert texts(reading, "indicator_name", "target") == [
        ("维护系统数量", "≥8个"),
        ("在线监测数据故障率", "≤5%"),
        ("到岗率", "≥95%"),
    ]
    assert codes(reading) == ["row_cut_by_page"]


@pytest.mark.parametrize(
    ("above", "rest", "names"),
    [
        ("552人（因总数减少，但", "比例没减少）", ["维护系统数量", "国家励志奖学金人数", "到岗率"]),
        ("552人（总数减少）", "4256人", ["维护系统数量", "国家励志奖", "学金人数", "到岗率"]),
    ],
)
def test_a_row_that_a_page_cuts_in_its_name_and_result_is_one_where_a_bracket_closes(above, rest, names):
    header = [*HEADER[:3], "年度指标值", "实际完成值"]
    cut = [header, [*ROWS[0][:3], "≥8个", "9个"], ["产出指标", "数量指标", "国家励志奖", "560人", above]]
    reading = read(FORM, cut, [header, ["", "", "学金人数", "", rest], [*ROWS[2][:3], "≥95%", "96%"]])
    assert [row.texts["indicator_name"] for row in reading.indicators] == names
    assert ("row_cut_by_page" in codes(reading)) == (len(names) == 3)
    if len(names) == 3:
        assert texts(reading, "target", "actual")[1] == ("560人", above + rest)


@pytest.mark.parametrize("said", [("不适用", "不适用"), ("本项目不适用此指标", "无"), ("—", "—")])
def test_a_row_that_does_not_apply_is_no_indicator(said):
    name, target = said
    reading = read(FORM, [*INDICATORS, ["效益指标", "生态效益指标", name, "", target]])
    assert texts(reading, *NAMES) == PRINTED
    assert unread(reading) == []


def test_a_table_begins_at_its_header_though_its_first_rows_have_neither_sign_nor_class():
    rows = [["决策", "项目立项", "程序规范性", "规范"], ["决策", "绩效目标", "目标合理性", "合理"]]
    rows += [[*row[:3], row[4]] for row in ROWS]
    reading = read(FORM, [ODD[:4], *rows])
    assert texts(reading, *NAMES) == [tuple(row) for row in rows]


def test_one_header_that_looks_like_a_value_is_one_beside_several_that_are_known():
    rows = EVALUATED[1:]
    reading = read(FORM, [[*ODD[:3], "目标值", "当年完成", "分值", "得分"], *rows])
    assert texts(reading, *NAMES, "actual", "weight", "score") == [tuple(row) for row in rows]


def test_a_list_of_projects_is_known_by_the_texts_of_their_indicators():
    stated = "【产出指标-数量指标】 维护系统数量(≥8个) 【产出指标-质量指标】 故障率(≤5%)"
    goals = ["1.保障系统稳定运行。\n2.按需提供资源。", "做好内容更新和安全防护工作，保障运行。"]
    rows = [[no, name, goal, stated] for no, name, goal in zip("12", ["系统运维", "网站运维"], goals, strict=True)]
    reading = read([ODD[:4], *rows])
    assert [fields(reading, no)["project_name"] for no in (1, 2)] == ["系统运维", "网站运维"]
    assert texts(reading, "indicator_name", "target")[:2] == [("维护系统数量", "≥8个"), ("故障率", "≤5%")]
    assert "read_by_content" in codes(reading)


def test_a_label_beside_the_rows_that_is_called_like_a_column_ends_no_table():
    header = ["绩效指标", "一级指标", "二级指标", "三级指标", ODD[0], "指标值（A）", "全年实际值（B）", "得分"]
    rows = [
        [Wide("年度绩效指标完成情况", rows=6), Wide("项目决策", rows=2), "项目目标", "完整性", "4", "≥3项", "5项", "4"],
        ["项目立项", "相关性", "2", "100%", "100%", "2"],
        *[["产出指标", "数量指标", name, "10", "≥5个", "6个", "10"] for name in ("甲", "乙", "丙", "丁")],
    ]
    assert [row[0] for row in texts(read(FORM, [header, *rows]), "indicator_name")] == ["完整性", "相关性", *"甲乙丙丁"]


def test_a_column_whose_header_speaks_of_targets_holds_no_results():
    header = ["一级指标", "二级指标", "三级指标", "甲乙目标值", "2025年目标值"]
    rows = [
        ["产出指标", "数量指标", "投资项目数", "≥80", "≥12"],
        ["产出指标", "数量指标", "子基金数", "≥4", "≥2"],
        ["效益指标", "社会效益指标", "返投比例", "≥1.5", "≥1.2"],
    ]
    form = [["项目名称", "甲基金"], ["年度资金总额（万元）", "全年执行数"], ["200", "180"]]
    reading = read(form, [header, *rows])
    assert texts(reading, "actual") == [(None,)] * 3
