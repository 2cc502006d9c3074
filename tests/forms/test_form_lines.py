"""A form printed as lines of label and value is read as a table of two columns, one form after another."""

import pytest

from pipeline.extract.layout.prose.form_lines import FormLines
from pipeline.model.document import Paragraph
from tests.forms.printed import codes, fields, money, read, unread

HEADING = "某区2023年度财政衔接资金项目实施计划"
FIRST = [
    "项目名称：甲村道路硬化",
    "责任单位：甲村办事处",
    "资金规模：212.5万元。",
    "绩效目标：硬化道路2.86公里，方便出行。",
]
SECOND = ["项目名称:乙村桥梁", "建设任务:新建桥梁2座。", "责任单位:乙局", "资金规模:90万元", "绩效目标:方便出行。"]
GROUPS = ["一、基础设施（2个，302.5万元）", "（一）甲村道路硬化"]
TABLE = [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "培训人数", "≥300人"]]


def test_each_form_in_lines_is_one_with_its_own_fields():
    reading = read(HEADING, *GROUPS, *FIRST, "（二）乙村桥梁", *SECOND, "2023年3月6日")
    assert [fields(reading, no)["project_name"] for no in (1, 2)] == ["甲村道路硬化", "乙村桥梁"]
    assert [money(reading, no) for no in (1, 2)] == [[("total", "", "212.5万元。")], [("total", "", "90万元")]]
    assert [fields(reading, no)["goals"] for no in (1, 2)] == ["硬化道路2.86公里，方便出行。", "方便出行。"]
    assert codes(reading).count("form_in_paragraphs") == 2
    assert unread(reading) == []


def test_a_line_with_an_unknown_label_is_a_field_of_its_own():
    reading = read(HEADING, *SECOND)
    (form,) = reading.forms
    assert [(one.label, one.text) for one in form.fields if one.name == "other"] == [("建设任务:", "新建桥梁2座。")]


def test_lines_above_a_table_of_indicators_are_of_that_table():
    reading = read(HEADING, *FIRST, TABLE)
    assert [grid.table_no for grid in reading.document.grids] == [1]
    assert fields(reading)["project_name"] == "甲村道路硬化"


def test_lines_that_state_no_goal_are_no_form():
    contract = ["项目名称：物业服务", "采购人：某局", "合同金额：88.8万元", "服务期限：2024年"]
    assert read("政府采购合同", *contract).forms == ()


def test_a_line_of_running_text_ends_the_form():
    reading = read(HEADING, *FIRST, "各责任单位要按照计划组织实施。", "绩效目标：另行下达。")
    assert fields(reading)["goals"] == "硬化道路2.86公里，方便出行。"


def test_lines_of_a_project_that_a_table_names_make_no_second_form():
    form = [["项目名称", "甲村道路硬化"], ["资金总额", "212.5"]]
    reading = read(HEADING, *FIRST, "项目支出绩效目标表", "单位：万元", form, TABLE)
    assert [fields(reading, form.form_no)["project_name"] for form in reading.forms] == ["甲村道路硬化"]
    assert codes(reading).count("form_in_paragraphs") == 0


def test_forms_in_lines_are_numbered_after_the_printed_tables_and_each_has_its_own_number():
    other = [["甲乙丙丁", "某某"], ["戊己庚辛", "某某"]]
    blocks = [other, other, other, *FIRST, "项目支出绩效目标表", other, other, *SECOND]
    reading = read(HEADING, *blocks)
    assert sorted(grid.table_no for grid in reading.document.grids) == [1, 2, 3, 4, 5, 6, 7]
    assert [fields(reading, no)["project_name"] for no in (1, 2)] == ["甲村道路硬化", "乙村桥梁"]


class Taken(list):
    """Blocks that count how many of them are taken out."""

    count = 0

    def __getitem__(self, at):
        found = super().__getitem__(at)
        self.count += len(found) if isinstance(at, slice) else 1
        return found


@pytest.mark.parametrize("text", ["完成5个", "项目名称：甲", "", "责任单位：甲局"])
def test_the_work_grows_with_the_paragraphs_alone(rules, text):
    blocks = Taken([Paragraph(text)] * 300)
    assert list(FormLines(rules).lifted(blocks, 1, set())) == blocks
    assert blocks.count <= 3 * len(blocks)
