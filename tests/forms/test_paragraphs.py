"""Indicators that stand in paragraphs: such a run of lines is a table, and running text is none."""

import pytest

from tests.forms.printed import codes, fields, read, unread

TITLE = "2024年项目支出绩效目标表"
LINES = ["项 目 名 称：技能培训", "主管部门：某市人社局", "资金总额：100万元", "年度目标：完成培训。"]
OUTLINE = [
    "一、产出指标",
    "（一）数量指标",
    "1.培训人数：≥300人",
    "2.培训期数≥5期",
    "（二）质量指标",
    "1.培训合格率：≥95%",
    "二、效益指标",
    "（一）社会效益指标",
    "1.就业环境：明显改善",
    "三、满意度指标：学员满意度≥90%",
]
TABLE = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "培训人数", "≥300人"]]


def stated(reading):
    """(table, row, level 1, level 2, name, target) of every indicator."""
    return [
        (one.table_no, one.row_no, *map(one.texts.get, ("level1", "level2", "indicator_name")), one.values[0].text)
        for one in reading.indicators
    ]


def test_an_outline_in_paragraphs_is_a_table_whose_rows_are_its_lines():
    reading = read(TITLE, *LINES, *OUTLINE)
    assert stated(reading) == [
        (1, 3, "产出指标", "数量指标", "培训人数", "≥300人"),
        (1, 4, "产出指标", "数量指标", "培训期数", "≥5期"),
        (1, 6, "产出指标", "质量指标", "培训合格率", "≥95%"),
        (1, 9, "效益指标", "社会效益指标", "就业环境", "明显改善"),
        (1, 10, "满意度指标", None, "学员满意度", "≥90%"),
    ]
    assert fields(reading)["project_name"] == "技能培训"
    assert codes(reading) == ["indicators_in_paragraphs"]


def test_a_sentence_per_class_is_read_likewise():
    reading = read(TITLE, *LINES, "数量指标：培训人数≥300人；设备台数≥5台。", "质量指标：合格率≥95%")
    assert [one[3:] for one in stated(reading)] == [
        ("数量指标", "培训人数", "≥300人"),
        ("数量指标", "设备台数", "≥5台"),
        ("质量指标", "合格率", "≥95%"),
    ]


def test_behind_a_class_each_part_of_a_line_states_an_indicator_and_words_that_better_something_are_a_value():
    lines = [
        "成本指标：80-89周岁老人补助标准50元/人·月，90-99周岁老人补助标准100元/人·月。",
        "社会效益指标：高龄老人生活保障水平有效提升；粪污资源化利用有所提高。",
        "质量指标：设施管护机制健全；验收合格率100%",
    ]
    assert [one[4:] for one in stated(read(TITLE, *LINES, *lines))] == [
        ("80-89周岁老人补助标准", "50元/人·月"),
        ("90-99周岁老人补助标准", "100元/人·月"),
        ("高龄老人生活保障水平", "有效提升"),
        ("粪污资源化利用", "有所提高"),
        ("验收合格率", "100%"),
    ]


def test_a_line_right_below_a_class_belongs_to_it_though_no_value_can_be_told():
    lines = [
        "(一)产出指标",
        "1.数量指标",
        "(1)培训人数:不少于620人",
        "2.时效指标",
        "补贴在火化后5个工作日内兑付",
        "3.成本指标",
    ]
    reading = read(TITLE, *LINES, *lines, "控制额:不超过2.5万元", "二、效益指标", "生活现象:得到有效遏制")
    assert [one[2:] for one in stated(reading)] == [
        ("产出指标", "数量指标", "培训人数", "不少于620人"),
        ("产出指标", "成本指标", "控制额", "不超过2.5万元"),
        ("效益指标", None, "生活现象", "得到有效遏制"),
    ]
    assert unread(reading) == ["补贴在火化后5个工作日内兑付"]


def test_a_field_of_the_form_ends_the_run_unless_a_class_heads_it():
    below = ["（三）时效指标", "1.项目完成时间：2024年12月底前", "项目负责人：张三", "2.项目金额：100万元"]
    reading = read(TITLE, *LINES, *OUTLINE[:6], *below)
    assert [one[4:] for one in stated(reading)][3:] == [("项目完成时间", "2024年12月底前")]


def test_printed_tables_keep_their_numbers():
    reading = read([["项目名称", "甲项目"], ["绩效目标", "完成培训"]], *OUTLINE[:4], [["附注", "无"]])
    assert {one[0] for one in stated(reading)} == {3}
    assert [grid.table_no for grid in reading.document.grids] == [1, 3, 2]


@pytest.mark.parametrize(
    "lines",
    [
        ["产出指标完成情况：全年培训300人，完成率100%。"],
        ["数量指标：培训人数≥300人，实际完成310人，得5分；培训期数≥5期，实际5期，得5分"],
        ["（一）产出指标", "全年共举办培训班5期，培训人员300人次，超额完成年初设定的各项目标任务，社会反响良好。"],
        ["一、数量指标：共设3项，均已完成", "二、质量指标：共设2项，均已完成"],
        ["培训人数：≥300人", "培训期数：≥5期"],
        ["数量指标：培训人数≥300人"],
    ],
)
def test_running_text_states_no_indicator(lines):
    assert not read(TITLE, LINES[0], *lines).document.grids


def test_what_is_told_of_a_table_is_not_stated_twice():
    assert len(read(TITLE, *LINES, TABLE, *OUTLINE).indicators) == 1
    assert len(read(TITLE, *LINES, TABLE, TITLE, *LINES, *OUTLINE).indicators) == 6


def test_what_a_line_states_without_a_value_is_said_to_be_unread():
    reading = read(TITLE, *LINES, "数量指标：培训人数≥300人；设备台数≥5台；促进就业持续向好。", "质量指标：合格率≥95%")
    assert [one[4] for one in stated(reading)] == ["培训人数", "设备台数", "合格率"]
    assert [one.evidence for one in reading.findings if one.code == "unread_cell"] == ["促进就业持续向好。"]


def test_a_line_of_which_no_indicator_is_left_is_unread():
    lines = ("数量指标：培训人数≥300人；设备台数≥5台", "质量指标：合格率≥95%", "满意度指标：学员的满意程度")
    reading = read(TITLE, *LINES, *lines)
    assert [one[4] for one in stated(reading)] == ["培训人数", "设备台数", "合格率"]
    assert unread(reading) == [lines[2]]
