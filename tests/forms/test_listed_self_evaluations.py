"""Lists of self-evaluations: several projects, each with its sums, its indicators, their targets and results."""

import pytest

from tests.forms.printed import Wide, fields, money, read, texts

BLANK = [""] * 4
FIRST = [
    ["产出指标", "数量指标", "疏浚河道长度", "≥6.5公里", "6.8公里", "40", "40"],
    ["效益指标", "生态效益指标", "河道水质", "不低于Ⅲ类", "Ⅲ类", "50", "50"],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "93%", "10", "10"],
]
SECOND = [
    ["产出指标", "成本指标", "处均维修成本", "≤8500元", "8241元", "60", "60"],
    ["满意度指标", "服务对象满意度指标", "用水户满意度", "95%", "97%", "40", "40"],
]


def listed(target="年度目标", actual="实际完成", sums=("年初批复数", "调整后预算数", "实际支出数")):
    """A list of two projects under two rows of headers, each project in cells merged over its rows."""
    groups = [
        Wide("序号", 1, 2),
        Wide("项目名称", 1, 2),
        Wide("预算执行情况", len(sums)),
        Wide("自评内容", 7),
    ]
    headers = [*sums, "一级指标", "二级指标", "三级指标", target, actual, "满分", "自评得分"]
    amounts = ["120", "108.6", "108.5"], ["35", "36", "34.6"]
    rows = []
    for no, (project, indicators) in enumerate([("河道疏浚", FIRST), ("饮水维护", SECOND)]):
        own = [str(no + 1), project, *amounts[no][: len(sums)]]
        rows += [[Wide(one, 1, len(indicators)) for one in own] + indicators[0], *indicators[1:]]
    return read([[Wide("2022年度项目支出绩效自评汇总表", 9 + len(sums))], groups, headers, *rows])


@pytest.mark.parametrize(
    "target,actual",
    [
        ("年度目标", "实际完成"),
        ("绩效目标", "完成情况"),
        ("年度目标", "达到"),
        ("目标", "自评"),
        ("年度绩效目标", "实际值"),
    ],
)
def test_what_is_called_a_goal_and_holds_values_is_the_target_of_each_row(target, actual):
    reading = listed(target, actual)
    assert texts(reading, "target", "actual") == [(one[3], one[4]) for one in [*FIRST, *SECOND]]
    assert [fields(reading, no)["project_name"] for no in (1, 2)] == ["河道疏浚", "饮水维护"]


def test_goals_of_a_list_stay_goals_though_no_column_holds_targets():
    goals = ["完成河道疏浚，改善水质。", "保障农村饮水安全。"]
    rows = [["河道疏浚", goals[0], "疏浚河道≥6公里"], ["饮水维护", goals[1], "维修42处"]]
    reading = read([[Wide("2022年度项目支出绩效目标表", 3)], ["项目名称", "年度目标", "绩效指标"], *rows])
    assert [fields(reading, no)["goals"] for no in (1, 2)] == goals


def test_sums_of_a_list_say_of_what_they_are():
    sums = [(one.measure, one.text) for one in listed().forms[0].fields if one.source]
    assert sums == [("initial", "120"), ("adjusted", "108.6"), ("executed", "108.5")]


@pytest.mark.parametrize("header", ["实际支出金额", "全年执行数", "已支出资金"])
def test_what_was_spent_is_no_budget(header):
    assert {one[1:] for one in money(listed(sums=(header,)))} == {("executed", "120")}


@pytest.mark.parametrize("header", ["上年预算数", "执行率", "项目个数"])
def test_what_is_no_sum_of_this_year_is_none_in_such_a_list(header):
    assert money(listed(sums=(header,))) == []
