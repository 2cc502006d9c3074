"""Forms and indicator tables of a document find each other, and what belongs to none is said."""

import pytest

from pipeline.model.document import Grid
from tests.forms.printed import FORM, HEADER, INDICATORS, ROWS, Wide, codes, fields, read, texts, unread

OTHER_FORM = [
    ["项目名称", "宣传经费"],
    ["预算单位", "219-某某中心"],
    ["金额单位", "元"],
    ["预算数", "5"],
    ["绩效目标", "宣传"],
]
OTHER_ROW = ["产出指标", "数量指标", "宣传场次", "场次", "≥10场"]


def by_form(reading):
    return [(row.form_no, row.texts["indicator_name"]) for row in reading.indicators]


def test_indicators_belong_to_the_form_above_them():
    reading = read(FORM, INDICATORS, OTHER_FORM, [HEADER, OTHER_ROW])
    assert by_form(reading) == [(1, "维护系统数量"), (1, "故障率"), (1, "到岗率"), (2, "宣传场次")]
    assert [fields(reading, form_no)["project_name"] for form_no in (1, 2)] == ["运维经费", "宣传经费"]
    assert [form.table_no for form in reading.forms] == [1, 3]
    assert codes(reading) == []


def test_form_and_indicators_may_share_one_table():
    form = [[*row[:-1], Wide(row[-1].text, row[-1].cols + 1)] if isinstance(row[-1], Wide) else row for row in FORM]
    reading = read([*form, *INDICATORS])
    assert texts(reading, "indicator_name") == [("维护系统数量",), ("故障率",), ("到岗率",)]
    assert fields(reading)["goals"] == "1.保障运行。"


def test_several_projects_may_share_one_table():
    reading = read([*OTHER_FORM, *INDICATORS, ["项目名称", Wide("培训经费", 4)], HEADER, OTHER_ROW])
    assert by_form(reading) == [(1, "维护系统数量"), (1, "故障率"), (1, "到岗率"), (2, "宣传场次")]
    assert fields(reading, 2) == {"project_name": "培训经费"}


def test_a_form_below_indicators_may_begin_with_its_unit():
    form = [[Wide("219-某某中心", 4), "单位：元"], ["项目名称", Wide("培训经费", 4)]]
    reading = read([*OTHER_FORM, *INDICATORS, *form, HEADER, OTHER_ROW])
    assert by_form(reading) == [(1, "维护系统数量"), (1, "故障率"), (1, "到岗率"), (2, "宣传场次")]
    assert fields(reading, 2) == {"unit": "219-某某中心", "amount_unit": "单位：元", "project_name": "培训经费"}


def test_indicators_may_be_continued_in_a_second_table():
    reading = read(FORM, INDICATORS[:2], [HEADER, *ROWS[1:]])
    assert by_form(reading) == [(1, "维护系统数量"), (1, "故障率"), (1, "到岗率")]
    assert [row.table_no for row in reading.indicators] == [2, 3, 3]


@pytest.mark.parametrize(
    ("paragraph", "printed"),
    [
        ("1.2025年运维经费绩效目标表", {"project_no": "1", "title": "2025年运维经费绩效目标表"}),
        ("12、运维经费绩效目标表", {"project_no": "12", "title": "运维经费绩效目标表"}),
        ("１２．运维经费绩效目标表", {"project_no": "１２", "title": "运维经费绩效目标表"}),
        ("  3 . 运维经费绩效目标申报表 ", {"project_no": "3", "title": "运维经费绩效目标申报表"}),
        ("项目支出绩效目标表", {"title": "项目支出绩效目标表"}),
    ],
)
def test_the_paragraph_above_a_form_titles_it(paragraph, printed):
    found = fields(read(paragraph, " ", FORM, INDICATORS))
    assert {name: found.get(name) for name in ("project_no", "title") if name in found} == printed


@pytest.mark.parametrize("paragraph", ["绩效目标表填报说明", "1.运维经费绩效目标表\t3", "二、项目情况", ""])
def test_other_paragraphs_title_no_form(paragraph):
    assert "title" not in fields(read(paragraph, FORM, INDICATORS))


def test_a_title_counts_for_one_form_only():
    reading = read("1.运维经费绩效目标表", FORM, INDICATORS, OTHER_FORM, [HEADER, OTHER_ROW])
    assert "title" in fields(reading, 1)
    assert "title" not in fields(reading, 2)


def test_a_title_with_a_line_break_is_one_title():
    found = fields(read("1.2025年运维经费\n绩效目标表", FORM, INDICATORS))
    assert found["project_no"] == "1"


def test_indicators_without_a_form_are_kept_and_said():
    reading = read(INDICATORS)
    assert texts(reading, "target") == [("≥8个",), ("≤5%",), ("≥95%",)]
    assert by_form(reading)[0][0] == 1
    assert codes(reading) == ["indicators_without_form", "header_field_missing"]


def test_indicators_below_a_new_title_are_not_those_of_the_project_before():
    reading = read("1.运维经费绩效目标表", FORM, INDICATORS, "2.宣传经费绩效目标表", [HEADER, OTHER_ROW])
    assert by_form(reading)[-1] == (2, "宣传场次")
    titled = {"project_no": "2", "title": "宣传经费绩效目标表", "titled_project": "宣传经费"}
    assert fields(reading, 2) == titled
    assert "indicators_without_form" in codes(reading)


def test_a_form_without_indicators_is_kept_and_said():
    reading = read(FORM, OTHER_FORM, [HEADER, OTHER_ROW])
    assert [(one.code, one.table_no) for one in reading.findings] == [("form_without_indicators", 1)]
    assert by_form(reading) == [(2, "宣传场次")]


def test_a_header_without_rows_leaves_the_form_without_indicators():
    assert codes(read(FORM, [HEADER])) == ["form_without_indicators"]


def test_fields_below_the_indicators_belong_to_the_form():
    reading = read([*OTHER_FORM[:4], *INDICATORS, ["绩效目标", Wide("宣传", 4)]])
    assert fields(reading)["goals"] == "宣传"
    assert len(reading.indicators) == 3
    assert codes(reading) == []


def test_fields_below_the_indicators_of_a_table_of_their_own_belong_to_the_form():
    reading = read(OTHER_FORM[:4], [*INDICATORS, ["绩效目标", Wide("宣传", 4)]])
    assert fields(reading)["goals"] == "宣传"
    assert codes(reading) == []


def test_a_name_that_begins_like_a_unit_s_code_is_a_name():
    table = [["指标名称", "指标值"], ["甲", "8个"], ["211工程建设数量", "9个"]]
    assert by_form(read(FORM, table)) == [(1, "甲"), (1, "211工程建设数量")]


@pytest.mark.parametrize("name", ["其他资金", "项目年度", "资金用途"])
def test_an_indicator_named_like_a_field_is_an_indicator(name):
    rows = [[Wide("产出指标", rows=2), Wide("数量指标", rows=2), *ROWS[0][2:]], [name, "描述", "≥8个"], ROWS[2]]
    reading = read(FORM, [HEADER, *rows])
    assert texts(reading, "level1", "indicator_name") == [
        ("产出指标", "维护系统数量"),
        ("产出指标", name),
        ("效益指标", "到岗率"),
    ]


def test_a_form_whose_project_has_no_name_is_read_and_said():
    reading = read([["项目名称", " "], *OTHER_FORM[1:]], [HEADER, OTHER_ROW])
    assert [(one.code, one.details) for one in reading.findings] == [("header_field_missing", {"fields": "项目名称"})]
    assert unread(reading) == []


def test_indicators_below_a_table_that_was_not_read_are_none_of_the_form_before():
    reading = read(FORM, INDICATORS, [["甲乙丙丁", "某某"], ["戊己庚辛", "某某"]], [HEADER, OTHER_ROW])
    assert [form_no for form_no, _ in by_form(reading)][-1] == 2
    assert "indicators_without_form" in codes(reading)


def test_what_stands_below_a_table_beside_all_that_says_what_an_indicator_is_is_no_indicator():
    header = ["一级指标", "二级指标", "三级指标", "指标值", "分值", "得分"]
    rows = [["产出指标", "数量指标", "维护系统数量", "≥3个", "10", "10"], [Wide("甲乙丙丁", 3), Wide("无", 3)]]
    reading = read(FORM, [header, *rows])
    assert by_form(reading) == [(1, "维护系统数量")]
    assert unread(reading) == ["甲乙丙丁", "无"]


def test_words_beside_or_above_sums_are_labels_that_nobody_knows():
    money = [["资金情况（万元）", "甲乙丙丁", "20.00", "其中：财政拨款", "20.00"]]
    columns = [["项目", "上年度安排资金", "甲乙丙丁"], ["合计", "213.4", "259"]]
    for table in (money, columns):
        reading = read([*FORM[:1], *table], [HEADER, OTHER_ROW])
        assert "甲乙丙丁" in [
            one.label for form in reading.forms for one in form.fields if one.name in ("other", "money")
        ]


CONTENTS = [["目录", "页码"], ["运维经费", "1"], ["宣传经费", "3"]]
SIGNATURES = [["填报人", "某某"], ["联系电话", "12345678"]]


@pytest.mark.parametrize("table", [CONTENTS, SIGNATURES], ids=["contents", "signatures"])
@pytest.mark.parametrize("place", [0, 1, 2], ids=["before", "between", "after"])
def test_a_table_that_holds_no_targets_is_unread_and_said_once(table, place):
    blocks = [FORM, INDICATORS]
    blocks.insert(place, table)
    reading = read(*blocks)
    assert unread(reading) == [text for row in table for text in row]
    said = [one for one in reading.findings if one.code == "table_not_recognised"]
    assert [(one.table_no, one.evidence) for one in said] == [(place + 1, " | ".join(table[0]))]
    assert by_form(reading) == [(1, "维护系统数量"), (1, "故障率"), (1, "到岗率")]


LISTS = [
    [["项目名称", "页码"], ["运维经费", "1"]],
    [["序号", "项目名称", "金额"], ["1", "运维经费", "2812600"], ["2", "宣传经费", "5"]],
    [
        ["单位：元", "", ""],
        ["项目名称", "主管部门", "预算数"],
        ["运维经费", "某某局", "5"],
        ["宣传经费", "某某局", "5"],
    ],
    [["项目名称", "责任科室"], ["运维经费", "信息科"], ["宣传经费", "办公室"], ["合计", ""]],
]


@pytest.mark.parametrize("table", LISTS, ids=lambda table: table[-2][0])
@pytest.mark.parametrize("place", [0, 2], ids=["before", "after"])
def test_a_list_of_projects_is_no_form(table, place):
    blocks = [FORM, INDICATORS]
    blocks.insert(place, table)
    reading = read(*blocks)
    assert by_form(reading) == [(1, "维护系统数量"), (1, "故障率"), (1, "到岗率")]
    assert [fields(reading)["project_name"], len(reading.forms)] == ["运维经费", 1]
    assert unread(reading) == [text for row in table for text in row if text]
    assert codes(reading) == ["table_not_recognised"]


def test_labels_above_their_values_are_a_form_if_indicators_follow():
    reading = read([["项目名称", "主管部门", "预算数"], ["运维经费", "某某局", "5"]], INDICATORS)
    assert fields(reading) == {"project_name": "运维经费", "department": "某某局", "budget_total": "5"}
    assert len(reading.indicators) == 3


def test_a_list_between_two_forms_takes_nothing_from_either():
    reading = read(FORM, INDICATORS, LISTS[1], "2.宣传经费绩效目标表", OTHER_FORM, [HEADER, OTHER_ROW])
    assert by_form(reading) == [(1, "维护系统数量"), (1, "故障率"), (1, "到岗率"), (2, "宣传场次")]
    assert fields(reading, 2)["title"] == "宣传经费绩效目标表"


def test_a_document_without_a_target_table_is_said_with_what_it_holds():
    reading = read("某某局", CONTENTS, SIGNATURES)
    (said,) = [one for one in reading.findings if one.code == "no_target_table"]
    assert said.details == {"tables": "2", "headers": "目录 | 页码; 填报人 | 某某"}


def test_a_document_without_tables_is_said():
    assert codes(read("某某局", "")) == ["no_target_table"]


@pytest.mark.parametrize(("total", "n_forms"), [("", 0), ("—", 0), ("48", 1)], ids=["blank", "dash", "filled in"])
def test_a_template_that_only_prints_its_points_is_no_form(total, n_forms):
    template = [
        ["项目名称", Wide("", 6)],
        [Wide("预算执行情况（万元）", rows=3), "", "年初预算", "全年执行数", "分值", "执行率", "得分"],
        ["资金总额", total, "", "10", "", ""],
        ["其中：财政拨款", "", "", "—", "", "—"],
        ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "", "", "", "", ""],
    ]
    assert len(read(template).forms) == n_forms


def test_blank_tables_are_neither_read_nor_said():
    assert codes(read([[" ", ""]], FORM, [["", " "]], INDICATORS, [[""]])) == []


@pytest.mark.parametrize(
    ("form", "indicators", "layout"),
    [
        (FORM, INDICATORS, "A"),
        (OTHER_FORM, INDICATORS, "project_targets"),
        (FORM, [["指标名称", "目标值"], ["甲", "8个"]], "project_targets"),
        (FORM, [["无关"]], "other"),
    ],
    ids=["both", "other fields", "other columns", "no indicators"],
)
def test_a_layout_is_known_by_its_fields_and_columns_together(form, indicators, layout):
    assert [one.layout for one in read(form, indicators).forms] == [layout]


def test_a_table_of_many_projects_is_laid_out_once(monkeypatch):
    laid_out, covering = [], Grid.covering
    monkeypatch.setattr(Grid, "covering", lambda grid: laid_out.append(grid) or covering(grid))
    table = [["项目名称", Wide("培训经费", 4)], HEADER, OTHER_ROW] * 20
    assert len(read(table).forms) == 20
    assert len(laid_out) == 1


# ── Lines above a form ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["（2023年度）　　单位：万元"], {"title_year": "2023", "amount_unit": "万元"}),
        (["2024年度"], {"title_year": "2024"}),
        (["填报单位：某某局   金额单位：元"], {"unit": "某某局", "amount_unit": "元"}),
        (["单位：万元\t（2022年度）"], {"title_year": "2022", "amount_unit": "万元"}),
    ],
)
def test_a_line_above_a_form_says_several_things_in_any_order(lines, printed):
    found = fields(read(*lines, [["项目名称", "甲"], ["资金总额", "35"]], INDICATORS))
    assert {name: found[name] for name in printed} == printed


def test_a_line_in_the_first_row_of_a_form_says_them_too():
    line = ["（2024年度）    单位：万元"]
    found = fields(read([[Wide(text, 2) for text in line], ["项目名称", "甲"], ["资金总额", "35"]], INDICATORS))
    assert (found["title_year"], found["amount_unit"]) == ("2024", "万元")


def test_a_form_may_be_lines_above_its_indicators():
    lines = ["项 目 名 称：公路养护", "主管部门：某某局", "项目资金总额：100万元", "绩效目标：养护公路20公里。"]
    reading = read(*lines, INDICATORS)
    assert fields(reading) == {
        "project_name": "公路养护", "department": "某某局", "budget_total": "100万元", "goals": "养护公路20公里。",
    }  # fmt: skip
    assert codes(reading) == []


# ── No project without evidence ──────────────────────────────────────────────────────────────────────────


def test_a_name_alone_makes_no_project():
    reading = read([["项目名称", "甲工程"], ["招标人", "某某公司"], ["开标时间", "3月"]])
    assert reading.forms == ()
    assert codes(reading) == ["table_not_recognised", "no_target_table"]


def test_forms_side_by_side_in_one_table_are_each_a_project():
    def form(name, sum_, indicator):
        return [
            [Wide("项目名称", 2), Wide(name, 2)],
            [Wide("主管部门", 2), Wide("甲局", 2)],
            [Wide("资金总额（万元）", 2), Wide(sum_, 2)],
            ["一级指标", "二级指标", "三级指标", "指标值"],
            ["产出指标", "数量指标", indicator, "3个"],
        ]

    both = [left + right for left, right in zip(form("甲", "10", "丙数量"), form("乙", "20", "丁数量"), strict=True)]
    reading = read(both)
    assert by_form(reading) == [(1, "丙数量"), (2, "丁数量")]
    stated = [
        [one.text for one in form.fields if one.name in ("project_name", "budget_total")] for form in reading.forms
    ]
    assert stated == [["甲", "10"], ["乙", "20"]]
