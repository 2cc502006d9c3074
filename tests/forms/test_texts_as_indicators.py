"""Indicators that stand as texts, or below headings instead of headers: columns of texts, blocks, outlines, groups."""

import pytest

from tests.forms.printed import Wide, read, texts


def stated(reading):
    """(form, level 1, level 2, name, target) of every indicator."""
    return [
        (row.form_no, *(row.texts.get(key) for key in ("level1", "level2", "indicator_name")), row.values[0].text)
        for row in reading.indicators
    ]


def fields(reading, name):
    return [[one.text for one in form.fields if one.name == name] for form in reading.forms]


CLASS_COLUMNS = [
    [Wide("序号", 1, 2), Wide("项目名称", 1, 2), Wide("资金规模", 1, 2), Wide("产出指标", 2), Wide("满意度指标", 1, 2)],
    ["数量指标", "质量指标"],
]


def test_a_list_with_a_column_per_class_has_its_indicators_in_the_cells():
    reading = read(
        [
            *CLASS_COLUMNS,
            [Wide("合计", 2), "560", "", "", ""],
            ["1", "柳坪村产业路", "320", "1.硬化产业路：3.2公里\n2.新建错车道：8个", "验收合格率100%", "满意度≥95%"],
            ["2", "大湾村大棚", "240", "新建大棚（26座）", "大棚完好率不低于98%", "无"],
        ]
    )
    assert fields(reading, "project_name") == [["柳坪村产业路"], ["大湾村大棚"]]
    assert stated(reading) == [
        (1, "产出指标", "数量指标", "硬化产业路", "3.2公里"),
        (1, "产出指标", "数量指标", "新建错车道", "8个"),
        (1, "产出指标", "质量指标", "验收合格率", "100%"),
        (1, "满意度指标", None, "满意度", "≥95%"),
        (2, "产出指标", "数量指标", "新建大棚", "26座"),
        (2, "产出指标", "质量指标", "大棚完好率", "不低于98%"),
    ]


def test_a_number_alone_in_a_text_states_no_indicator():
    reading = read([["项目名称", "数量指标", "质量指标"], ["网站", "1.网站安全制度(健 2)；2.网民满意度≥85%", ""]])
    assert [(name, target) for *_, name, target in stated(reading)] == [("网站安全制度(健", ""), ("网民满意度", "≥85%")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("受益户数≥200户，受益脱贫户数≥15户", [("受益户数", "≥200户"), ("受益脱贫户数", "≥15户")]),
        ("购置设备，拖拉机2台（含开沟机，播种机）。", [("购置设备，拖拉机2台（含开沟机，播种机）。", "")]),
        ("普查面积（指标值：20万亩）；", [("普查面积", "20万亩")]),
        ("制定《管护办法》2部", [("制定《管护办法》2部", "")]),
        ("维护站点（含泵站）36处", [("维护站点（含泵站）36处", "")]),
    ],
)
def test_a_text_is_parted_where_it_sets_bounds_and_kept_whole_elsewhere(text, wanted):
    reading = read([["项目名称", "数量指标", "质量指标"], ["河道管护", text, ""]])
    assert [(name, target) for *_, name, target in stated(reading)] == wanted
    assert {row.role_source for row in reading.indicators} == {"word" if wanted[0][1] else "unknown"}


def test_class_words_within_a_text_head_what_follows_them():
    block = "产出指标：1.造林面积≥1.2万亩；2.苗木成活率≥85%；\n满意度指标：1.群众满意度：≥90%"
    reading = read([["项目名称", "申请金额", "绩效目标", "绩效指标"], ["国土绿化", "210", "完成绿化。", block]])
    assert stated(reading) == [
        (1, "产出指标", None, "造林面积", "≥1.2万亩"),
        (1, "产出指标", None, "苗木成活率", "≥85%"),
        (1, "满意度指标", None, "群众满意度", "≥90%"),
    ]


LISTED = ["项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值"]


def test_the_last_project_before_a_subtotal_is_no_header():
    rows = [
        [f"{unit}号站{no}期", "10.5", "产出指标", "数量指标", f"完成{no}件", "≥3次"] for unit in "一二" for no in "甲乙"
    ]
    reading = read(
        [LISTED, ["一号站（小计）", "21", *[""] * 4], *rows[:2], ["二号站（小计）", "21", *[""] * 4], *rows[2:]]
    )
    assert fields(reading, "project_name") == [["一号站甲期"], ["一号站乙期"], ["二号站甲期"], ["二号站乙期"]]
    assert fields(reading, "listed_unit") == [["一号站"], ["一号站"], ["二号站"], ["二号站"]]
    assert len(reading.indicators) == 4


def test_the_sum_of_one_project_names_its_unit():
    row = ["水文监测", "45", "产出指标", "数量指标", "维护站点", "36处"]
    reading = read([LISTED, ["市水文站", "45", *[""] * 4], row])
    assert fields(reading, "project_name") == [["水文监测"]]
    assert fields(reading, "listed_unit") == [["市水文站"]]


def test_several_sums_of_one_project_are_all_stated():
    reading = read(
        [
            LISTED,
            [Wide("渠道维修", 1, 2), "30", Wide("产出指标", 1, 2), "数量指标", "维修渠道", "3公里"],
            ["12", "质量指标", "合格率", "100%"],
        ]
    )
    assert fields(reading, "money") == [["30", "12"]]
    assert len(reading.indicators) == 2


OUTLINE = [
    ["项目名称", Wide("环卫车辆购置", 3)],
    ["主管部门", "区城管局", "实施单位", "环卫中心"],
    [Wide("一、产出指标", 4)],
    [Wide("（一）数量指标", 4)],
    [Wide("1.购置洗扫车", 2), Wide("3辆", 2)],
    [Wide("（二）质量指标", 4)],
    [Wide("1.验收合格率", 2), Wide("100%", 2)],
    [Wide("二、满意度指标", 4)],
    [Wide("1.市民满意度", 2), Wide("≥90%", 2)],
]


def test_an_outline_needs_no_header():
    assert stated(read(OUTLINE)) == [
        (1, "一、产出指标", "（一）数量指标", "1.购置洗扫车", "3辆"),
        (1, "一、产出指标", "（二）质量指标", "1.验收合格率", "100%"),
        (1, "二、满意度指标", None, "1.市民满意度", "≥90%"),
    ]


HEADER = ["一级指标", "二级指标", "三级指标", "分值", "指标值"]


def test_a_row_with_the_points_of_those_below_it_is_no_indicator():
    reading = read(
        [
            ["项目名称", Wide("小区改造", 4)],
            HEADER,
            [Wide("产出指标", 1, 3), Wide("数量指标", 1, 3), "☆基础类改造", "20", ""],
            ["改造小区", "", "12个"],
            ["改造面积", "", "≥26万平方米"],
            ["效益指标", "社会效益指标", "受益户数", "20", "≥3200户"],
            ["满意度指标", "满意度指标", "居民满意度", "10", ""],
        ]
    )
    assert [name for *_, name, _ in stated(reading)] == ["改造小区", "改造面积", "受益户数", "居民满意度"]


def test_a_total_between_indicators_is_not_that_of_the_table():
    rows = [["产出指标", "数量指标", f"完成{no}件", "50", "≥3次"] for no in "甲乙"]
    totals = [Wide("合计", 3), "50", ""]
    reading = read([["项目名称", Wide("小区改造", 4)], HEADER, rows[0], totals, rows[1], [Wide("合计", 3), "100", ""]])
    assert fields(reading, "total_weight") == [["100"]]


def test_of_two_columns_of_money_in_tasks_the_part_is_no_total():
    reading = read(
        [
            ["部门名称", Wide("某大学", 4)],
            [Wide("年度主要任务", 1, 2), "任务名称", "主要内容", "预算金额（万元）", "其中：财政资金"],
            ["人才培养", "本研教学", "412.2", "256"],
        ]
    )
    (task,) = reading.tasks
    assert (task.texts["task_total"], task.texts["task_fiscal"]) == ("412.2", "256")


@pytest.mark.parametrize("header", ["项目", "项目名称", "单位/项目名称"])
def test_a_column_of_projects_beside_indicators_or_classes_names_them(header):
    rows = [[header, "金额", *LISTED[2:]], ["河道清淤", "12", "产出指标", "数量指标", "清淤长度", "≥3公里"]]
    reading = read(rows)
    assert fields(reading, "project_name") == [["河道清淤"]]
    assert fields(reading, "money") == [["12"]]
    assert stated(reading) == [(1, "产出指标", "数量指标", "清淤长度", "≥3公里")]


@pytest.mark.parametrize(
    "earlier", ["上年实际完成值", "历史值", "前三年平均值", "2023年实际值", "基期值", "2023年目标值"]
)
def test_the_values_of_earlier_years_are_neither_targets_nor_results(earlier):
    reading = read(
        [
            ["项目名称", Wide("读者服务", 4)],
            ["一级指标", "二级指标", "三级指标", earlier, "2024年目标值"],
            ["产出指标", "数量指标", "接待读者", "38万人次", "46万人次"],
            ["产出指标", "质量指标", "上架及时率", "97%", "98%"],
        ]
    )
    assert [[(value.what, value.text) for value in row.values] for row in reading.indicators] == [
        [("target", "46万人次")],
        [("target", "98%")],
    ]
    assert [reading.roles[1, row_no, 4] for row_no in (3, 4)] == ["earlier"] * 2


def test_a_row_of_a_form_above_indicators_is_no_header_of_theirs():
    rows = [
        ["项目名称", Wide("职工培训", 3)],
        ["产出指标", "数量指标", "培训期数", "6期"],
        ["效益指标", "社会效益指标", "影响力", "提升"],
    ]
    reading = read(rows)
    assert fields(reading, "project_name") == [["职工培训"]]
    assert [target for *_, target in stated(reading)] == ["6期", "提升"]


BLOCK = "产出指标：\n数量指标：采购图书≥5000册；\n质量指标：验收合格率100%。\n满意度指标：\n读者满意度≥90%"


@pytest.mark.parametrize(
    "rows",
    [
        [["年度绩效指标", Wide(BLOCK, 2)]],
        [[Wide(text, 3)] for text in BLOCK.split("\n")],
        [
            [Wide("绩效指标", 1, 3), Wide("产出指标", 1, 2), "数量指标：采购图书≥5000册"],
            ["质量指标：验收合格率100%"],
            ["满意度指标", "读者满意度≥90%"],
        ],
    ],
    ids=["one cell", "a cell per line", "beside their classes"],
)
def test_a_form_may_state_its_indicators_as_text(rows):
    reading = read([["项目名称", Wide("图书采购", 2)], *rows])
    assert fields(reading, "project_name") == [["图书采购"]]
    assert stated(reading) == [
        (1, "产出指标", "数量指标", "采购图书", "≥5000册"),
        (1, "产出指标", "质量指标", "验收合格率", "100%"),
        (1, "满意度指标", None, "读者满意度", "≥90%"),
    ]


def test_goals_that_read_like_indicators_are_goals():
    reading = read([["项目名称", "水库维修"], ["绩效目标", "目标1：完成12座水库维修。目标2：保障安全度汛。"]])
    assert reading.indicators == ()
    assert len(fields(reading, "goals")[0]) == 1


def test_a_class_of_either_level_is_of_that_of_those_beside_it_below_a_header_of_all():
    classes = ["总体目标", "数量指标", "质量指标", "满意度指标"]
    header = [[Wide("项目名称", 1, 2), Wide("资金规模", 1, 2), Wide("绩效目标", 4)], classes]
    reading = read([*header, ["茶叶加工厂", "270", "带动茶农增收", "厂房≥1座", "合格率≥95%", "群众满意度≥90%"]])
    assert texts(reading, "level1", "level2", "indicator_name") == [
        (None, "数量指标", "厂房"),
        (None, "质量指标", "合格率"),
        (None, "满意度指标", "群众满意度"),
    ]
