"""A row of headers is one though a word of it is not known, and what parts a standard by grades holds the targets."""

import pytest

from tests.forms.printed import FORM, Wide, codes, fields, read, texts, unread

NAMES = ("indicator_name", "target", "operator", "unit", "weight")
SIMPLE = [
    ["召开会议", "2", "10", "次", "≥"],
    ["养护里程", "112.6", "40", "公里", "≥"],
    ["群众满意度", "95", "50", "%", "≥"],
]
READ = [(name, value, sign, unit, points) for name, value, points, unit, sign in SIMPLE]
LONG = "考核内容（考核要点及相关说明，请按实际逐项填写，不得空项）"
GRADED = [
    ["产出指标", "救助覆盖率", "是否应救尽救", "100%", "90%", "85%", "<85%", "按标准评价"],
    ["产出指标", "拨付及时率", "规定时限内拨付的比率", "≥95%", "≥90%", "≥80%", "<70%", "工作计划"],
    ["效果指标", "群众满意度", "满意对象占比", "≥85%", "≥80%", "≥70%", "<70%", "问卷"],
]


@pytest.mark.parametrize("beside", [True, False], ids=["beside a label", "alone"])
@pytest.mark.parametrize("name", ["指标", "名称", "目标", "工作任务", "/", LONG])
def test_several_known_headers_make_a_header_whatever_the_names_are_called(name, beside):
    header = [name, "指标值", "指标权重", "计量单位", "指标性质"]
    first = [Wide("绩效指标", rows=len(SIMPLE) + 1), *header] if beside else header
    reading = read(FORM, [first, *SIMPLE])
    assert texts(reading, *NAMES) == READ
    assert unread(reading) == []


def test_names_that_are_all_a_table_has_beside_values_are_read():
    reading = read(FORM, [["指标", "目标值"], ["召开会议", "2次"], ["群众满意度", "≥95%"]])
    assert texts(reading, "indicator_name", "target") == [("召开会议", "2次"), ("群众满意度", "≥95%")]


def test_goals_beside_what_was_reached_are_no_table():
    header = [Wide("当年绩效目标", rows=2), "年初绩效目标", "全年（调整）绩效目标", "全年目标实际完成情况"]
    goals = ["通过整合各级各类媒体，为建设经济圈营造良好氛围", "无", "中心较好地完成了履职任务"]
    reading = read(FORM[:2], [header, goals])
    assert reading.indicators == ()
    assert fields(reading)["goals_done"] == goals[-1]


@pytest.mark.parametrize(
    "grades", ["优良中差", ["优秀", "良好", "合格", "不合格"], "ABCD", ["一档", "二档", "三档", "四档"]]
)
@pytest.mark.parametrize(
    "top",
    [
        ["绩效指标分类", "绩效指标", "绩效指标描述", "绩效指标评价标准", "评价标准确定依据"],
        ["类别", "指标", "指标解释", "评分标准", "备注"],
        ["指标类型", "指标名称", "绩效指标描述（逐项说明指标反映的内容、计算公式和取数口径）", "绩效标准", "来源"],
    ],
)
def test_what_parts_a_standard_by_grades_holds_the_targets(top, grades):
    header = [*(Wide(text, rows=2) for text in top[:3]), Wide(top[3], 4), Wide(top[4], rows=2)]
    reading = read(FORM, [header, list(grades), *GRADED])
    assert texts(reading, "level1", "indicator_name", "description") == [tuple(row[:3]) for row in GRADED]
    values = [[(one.text, one.grade) for one in row.values if one.what == "target"] for row in reading.indicators]
    assert values == [list(zip(row[3:7], grades, strict=True)) for row in GRADED]


def test_a_standard_that_nothing_parts_is_none():
    header = ["一级指标", "三级指标", "指标值", "评分标准"]
    reading = read(FORM, [header, ["产出指标", "救助覆盖率", "100%", "每少1%扣1分"]])
    assert texts(reading, "indicator_name", "target", "standard") == [("救助覆盖率", "100%", "每少1%扣1分")]


@pytest.mark.parametrize("header", [["甲子", "乙丑", "丙寅", "丁卯"], ["一级指标", "三级指标", "指标值", "丁卯"]])
def test_texts_right_of_the_values_are_no_names(header):
    based = ["按临时救助标准评价", "年度工作计划", "问卷调查结果"]
    rows = [[row[0], row[1], row[3], text] for row, text in zip(GRADED, based, strict=True)]
    reading = read(FORM, [header, *rows])
    assert texts(reading, "indicator_name", "target") == [(row[1], row[3]) for row in GRADED]
    assert unread(reading) == based
    assert "unread_cell" in codes(reading)


@pytest.mark.parametrize("header", ["权重分", "标准分", "指标权重分"])
def test_points_are_weights_beside_the_label_of_a_table_too(header):
    columns = ["一级指标", "三级指标", "指标值", header, "扣分原因"]
    row = ["产出指标", "救助覆盖率", "100%", "15", "个别未到位"]
    reading = read(FORM, [[Wide("绩效指标", rows=2), *columns], row])
    assert texts(reading, "target", "weight", "deviation_reason") == [("100%", "15", "个别未到位")]


def test_points_of_classes_are_no_indicators():
    rows = [["产出", "20", "18", "优"], ["效果", "10", "10", "优"], ["过程", "70", "60", "良"]]
    assert read([["指标", "分值", "得分", "绩效等级"], *rows]).indicators == ()
