"""What paragraphs say of an indicator table that no form stands above: goals and sums, where they are of the table."""

import pytest

from pipeline.extract.layout.captions import Captions
from tests.forms.printed import fields, money, read

TABLE = [["一级指标", "三级指标", "指标值"], ["产出指标", "改造户数", "≥100户"], ["效益指标", "入住率", "≥90%"]]
TITLE = "某某中心2024年整体支出绩效目标"
REPORT = "2021年度老旧小区改造专项资金绩效评价报告"
PROSE = "项目由某某局实施，年中追加282.5万元，全年预算数3,882.5万元，实际支出90万元。年度总体目标：完成改造，改善条件。"


def said(*lines):
    reading = read(*lines, TABLE)
    return money(reading), fields(reading).get("goals")


def test_below_a_title_goals_stand_under_their_label_or_behind_it():
    assert said(TITLE, "二、年度绩效目标", "保障运转；完成建设。", "三、绩效指标")[1] == "保障运转；完成建设。"
    assert said(TITLE, "年度目标：保障运转；完成建设。")[1] == "保障运转；完成建设。"
    assert said(TITLE, "二、年度绩效目标", "三、绩效指标")[1] is None


def test_below_a_title_a_line_states_a_sum():
    assert said(TITLE, "年度预算：共计120万元，其中：基本支出100万元。")[0] == [("total", "", "共计120万元")]


def test_a_report_on_one_project_states_its_sums_and_goals_in_sentences():
    sums = [("total", "adjusted", "3,882.5万元"), ("total", "executed", "90万元")]
    assert said(REPORT, "一、项目概况", PROSE, "附表1  绩效评价评分表") == (sums, "完成改造，改善条件。")


def test_what_a_text_says_twice_and_not_alike_counts_for_nothing():
    assert said(REPORT, "全年预算数100万元，效果良好。", "全年预算数120万元，效果良好。")[0] == []


@pytest.mark.parametrize("lines", [[PROSE], ["2024年部门预算公开说明", PROSE], [PROSE, TITLE]])
def test_text_that_is_not_of_the_table_says_nothing_of_it(lines):
    assert said(*lines) == ([], None)


def test_beside_a_form_running_text_says_nothing():
    form = [["项目名称", "改造"], ["预算数", "100万元"], ["绩效目标", "完成改造。"]]
    reading = read(REPORT, PROSE, form, TABLE)
    assert (money(reading), fields(reading)["goals"]) == ([("total", "", "100万元")], "完成改造。")


def test_a_text_longer_than_any_title_is_none_though_it_ends_like_one(rules):
    title = "2023年度项目支出绩效目标表"
    assert [one.name for one in Captions(rules).titles("甲" * 20 + title)] == ["title"]
    assert Captions(rules).titles("甲" * 2000 + title) == []
