"""Labels that stand in no list: understood by their parts and by where they stand."""

import pytest

from tests.forms.printed import FORM, INDICATORS, Wide, codes, fields, read, unread


def named(*rows):
    return fields(read([*rows], INDICATORS))


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("年度资金总额（2023年，万元）", "budget_total"),
        ("申请单位", "unit"),
        ("一级预算单位", "unit"),
        ("项目绩效总目标", "goals"),
        ("总体绩效目标", "goals"),
        ("全年绩效目标", "goals"),
        ("县级配套资金", "budget_fiscal"),
        ("中央补助资金", "budget_transfer"),
        ("结转结余资金", "budget_carry_over"),
        ("单位自筹资金", "budget_own"),
        ("归口管理部门", "department"),
        ("项目承担单位", "implementing_unit"),
        ("项目起止年月", "project_period"),
    ],
)
def test_a_label_is_what_its_parts_say(label, field):
    assert named(["项目名称", "甲"], [label, "5"])[field] == "5"


@pytest.mark.parametrize("label", ["某某基金", "某某处经费"])
def test_what_is_not_understood_of_a_label_may_say_whose_money_it_is(label):
    assert "budget_total" not in named(["项目名称", "甲"], [label, "5"])


def test_a_field_takes_one_cell_and_what_follows_is_a_label():
    found = named(
        ["项目名称", "甲项目", "项目负责人及联系电话", "张三"],
        ["主管部门（单位）名称及部门预算编码", "甲厅", "补助区域", "乙镇"],
        ["项目金额", "5", "天干", "地支"],
    )
    assert (found["project_name"], found["department"], found["budget_total"]) == ("甲项目", "甲厅", "5")


def test_an_unknown_label_claims_its_value_from_the_field_before_it():
    reading = read([["项目名称", "甲", "天干", "地支"], ["资金总额", "5", "文号", "财教〔2024〕3号"]], INDICATORS)
    kept = [(one.name, one.label, one.text, one.role_source) for one in reading.forms[0].fields if one.name == "other"]
    assert kept == [("other", "天干", "地支", "place")]
    assert unread(reading) == []


def test_a_name_that_reads_like_a_label_is_a_name_beside_its_label():
    assert named(["项目名称", "人员经费", "资金总额", "30"])["project_name"] == "人员经费"


def test_sums_of_earlier_years_side_by_side_are_none_of_this_year():
    form = [["项目名称", Wide("甲", 2)], ["构成", "2020年执行数", "2021年执行数"], ["保安", "191", "192"]]
    assert not [one for one in read(form, INDICATORS).forms[0].fields if one.measure]


def test_the_label_of_a_sum_may_state_the_year():
    assert named(["项目名称", "甲"], ["年度资金总额（2023年，万元）", "5"])["label_year"] == "2023"


def test_nothing_is_missing_that_an_unknown_label_could_be():
    words = [row if row[0] != "绩效目标" else ["想要做到的", *row[1:]] for row in FORM]
    assert "header_field_missing" not in codes(read(words, INDICATORS))
