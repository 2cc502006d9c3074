"""In a list of projects a row that is the sum of others is no project, whatever it is called and wherever it stands."""

import pytest

from tests.forms.printed import Wide, read

HEADER = ["项目名称", "预算数", "年度绩效目标", "绩效指标"]
BLOCK = "【产出指标-数量指标】 指标1:机柜数量(≥77台)"
PROJECTS = [
    ["村组干部报酬", "3,309,840.00", "按时发放。", BLOCK],
    ["基层组织活动", "660,000.00", "开展活动。", BLOCK],
    ["办公设备购置", "40,160.00", "购置设备。", BLOCK],
]


def budgets(reading):
    found = []
    for form in reading.forms:
        fields = [(one.name, one.text) for one in form.fields if one.name in ("project_name", "money")]
        found.append(tuple(text for _, text in fields))
    return found


WANTED = [(name, amount) for name, amount, *_ in PROJECTS]


@pytest.mark.parametrize("place", [0, 3])
@pytest.mark.parametrize("name", ["合计", "小计", "部门合计", "", "某县教育局"])
def test_a_sum_is_no_project_and_no_budget(name, place):
    rows = [*PROJECTS[:place], [name, "4,010,000.00", "", ""], *PROJECTS[place:]]
    assert budgets(read([HEADER, *rows])) == WANTED


def test_the_sum_of_a_group_names_the_unit_of_the_projects_below():
    reading = read([HEADER, ["某县教育局", "4,010,000.00", "", ""], *PROJECTS])
    units = [[one.text for one in form.fields if one.name == "listed_unit"] for form in reading.forms]
    assert units == [["某县教育局"]] * 3


def test_a_heading_over_several_columns_names_the_unit_of_the_projects_below():
    reading = read([HEADER, PROJECTS[0], [Wide("某县教育局", 4)], *PROJECTS[1:]])
    units = [[one.text for one in form.fields if one.name == "listed_unit"] for form in reading.forms]
    assert units == [[], ["某县教育局"], ["某县教育局"]]


def test_the_headers_of_tasks_are_completed_by_the_label_beside_them():
    table = [
        [Wide("年度重点工作任务", rows=3), "名称", "主要实施内容", "拟投入的资金（万元）", "期望达到的目标"],
        ["养老保险补贴", "基础养老金由财政支付。", "18862", "应发尽发。"],
        ["毕业生补贴", "按标准发放。", "587.81", "引导到基层。"],
    ]
    reading = read([["部门名称", "某局"], ["年度绩效目标", "完成任务"]], table)
    assert [(one.texts["task_name"], one.texts["task_total"]) for one in reading.tasks] == [
        ("养老保险补贴", "18862"),
        ("毕业生补贴", "587.81"),
    ]
