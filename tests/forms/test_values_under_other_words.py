"""Values whose header promises none, tasks with their projects, and labels and notes around them, in whole-department forms."""

import pytest

from tests.forms.printed import Wide, fields, read, texts

ROWS = [
    ["产出指标", "数量指标", "巡查次数", "≥", "48", "次", ""],
    ["产出指标", "质量指标", "验收合格率", "≥", "98", "%", ""],
    ["产出指标", "时效指标", "检查完成时间", "≤", "5", "月底前", "5月31日"],
    ["效益指标", "社会效益指标", "防汛减灾效益", "", "有效发挥", "", ""],
    ["满意度指标", "服务对象满意度指标", "群众满意度", "≥", "85", "%", ""],
]
VALUES = [(row[3] or None, row[4], row[5] or None) for row in ROWS]


def indicators(header, rows=ROWS):
    return [["一级指标", "二级指标", "三级指标", "运算符号", header, "度量单位", "备注"], *rows]


@pytest.mark.parametrize("header", ["指标内容", "指标说明", "考核内容"])
def test_values_under_the_header_of_something_else_are_targets_where_no_column_promises_any(header):
    assert texts(read("2024年部门整体绩效目标表", indicators(header)), "operator", "target", "unit") == VALUES


@pytest.mark.parametrize("header", ["指标参考值", "绩效标准"])
def test_what_a_library_gives_for_guidance_is_no_target(header):
    table = [["行业领域", "一级指标", "二级指标", "三级指标", "指标解释", header, "取值来源"]]
    table += [["教育", *row[:3], "反映办学情况", row[3] + row[4] + row[5], "统计年鉴"] for row in ROWS]
    assert texts(read("分行业绩效指标体系", table)) == []


def test_a_standard_beside_targets_is_none_though_it_holds_values():
    header = ["一级指标", "二级指标", "三级指标", "指标值", "绩效标准"]
    rows = [[*row[:3], f"{row[3]}{row[4]}{row[5]}", row[4] + row[5]] for row in ROWS]
    reading = read("2024年部门整体绩效目标表", [header, *rows])
    assert texts(reading, "target") == [(row[3],) for row in rows]


def test_descriptions_in_words_are_no_targets():
    rows = [[*row[:3], "按照年度工作计划统计得出", "10", "9"] for row in ROWS]
    reading = read("2024年绩效自评表", [["一级指标", "二级指标", "三级指标", "指标说明", "分值", "得分"], *rows])
    assert not any("按照" in str(one) for one in texts(reading, "target"))


def whole(task, note="填报说明：定性指标不填符号。"):
    """A form of a department: money under a tall label, goals, tasks, indicators and a note, in one table."""
    table = indicators("指标内容")
    return [
        [Wide("部门名称", 2), Wide("某县水利局", 6)],
        [Wide("部门预算资金情况（万元）", 2, 2), "总额", "基本支出", Wide("项目支出", 4)],
        ["4126.85", "2366.85", Wide("1760", 4)],
        [Wide("年度履职目标", 2), Wide("做好水旱灾害防御和河湖管护，保障供水安全。", 6)],
        [Wide("年度主要任务", 2, 4), Wide(task, 2), Wide("任务内容", 3), "预算金额（万元）"],
        [Wide("工程维修", 2), Wide("维修15处", 3), "860"],
        [Wide("河湖巡查", 2), Wide("巡河、划界", 3), "120"],
        [Wide("合计", 2), Wide("", 3), "980"],
        ["", *table[0]],
        [Wide("年度绩效指标", 1, 5), *table[1]],
        *table[2:],
        [Wide(note, 8)],
    ]


@pytest.mark.parametrize("task", ["对应项目", "任务名称", "涉及项目"])
def test_indicators_below_tasks_are_read_though_no_header_promises_their_values(task):
    reading = read("部门整体绩效目标表", whole(task))
    assert texts(reading, "operator", "target", "unit") == VALUES
    assert [one.texts["task_name"] for one in reading.tasks] == ["工程维修", "河湖巡查"]
    assert fields(reading)["goals"] == "做好水旱灾害防御和河湖管护，保障供水安全。"
    assert "unread" not in reading.roles.values()


@pytest.mark.parametrize(
    "note", ["填表说明：本表一式两份。", "注2：金额保留两位小数", "编制说明：符号为空的是定性指标"]
)
def test_a_note_below_the_indicators_is_none(note):
    assert len(texts(read("部门整体绩效目标表", whole("对应项目", note)))) == len(ROWS)
