"""Findings where a form leaves out what their sentences name: a unit, a cell of targets, a span of goals."""

from tests.transform.made import COST, QUANTITY, TIMELINESS, indicator, issues, project, reviewed

WORK = [indicator(QUANTITY, name, "8次") for name in ("巡检设备次数", "更新数据库次数")]


def price(target, **printed):
    return project(indicator(COST, "培训补贴标准", target), **printed)


def test_the_lowest_price_is_not_laid_to_a_unit_that_does_not_state_it():
    lowest = price("≤100元/人", 项目名称="甲项目", 预算单位=None)
    built = reviewed(*lowest, *price("≤200元/人", 项目名称="乙项目", 预算单位="351102乙局"))
    (found,) = issues(built, "unit_price_differs")
    assert found["message_en"] == "The unit cost is 200 yuan; — states 100 yuan under the same name"


def test_no_sentence_says_none():
    built = reviewed(*(block for name in "甲乙" for block in project(*WORK, 项目名称=f"{name}项目", 预算单位=None)))
    assert issues(built, "work_may_be_funded_twice")
    assert not [row for row in built["issues"] if "None" in row["message_zh"] + row["message_en"]]


def test_a_target_that_only_the_name_states_is_the_evidence():
    name = "2026年3月底前完成"
    (found,) = issues(reviewed(*project(indicator(TIMELINESS, name, ""))), "deadline_outside_fiscal_year")
    assert found["evidence"] == name


def test_purpose_texts_are_held_against_the_goals_of_each_span():
    printed = {"项目总目标": "1.建成系统。2.培训人员。", "年度总体目标": "1.完成设计。2.完成招标。", "绩效目标": None}
    built = reviewed(*project(*WORK, **printed, 资金用途="完成设计，完成招标"))
    assert {goal["period"] for goal in built["goals"]} == {"whole", "annual"}
    assert issues(built, "purpose_repeats_goals")
