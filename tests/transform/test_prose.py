"""Running text: goals at their numbers, amounts of the purpose text with their counts, formulas apart."""

from decimal import Decimal
from time import process_time

import pytest

from pipeline.run.document import document_tables
from pipeline.transform.tables import texts
from tests.word import docx, table


def goals(text, rules):
    return [tuple(goal) for goal in texts.goals(text, rules)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.保障运行。\n2.提高效率。", [(1, "保障运行。"), (2, "提高效率。")]),
        ("1.保障运行\t\t\t\t\n\n2.提高效率\t\t\n3.托管", [(1, "保障运行"), (2, "提高效率"), (3, "托管")]),
        ("1、保障运行；2、提高效率", [(1, "保障运行；"), (2, "提高效率")]),
        ("1）保障运行。2）提高效率", [(1, "保障运行。"), (2, "提高效率")]),
        ("１．保障运行。\n２．提高效率。", [(1, "保障运行。"), (2, "提高效率。")]),
        ("1.对部门预算1.0、直达资金等8个系统维护\n2.提高", [(1, "对部门预算1.0、直达资金等8个系统维护"), (2, "提高")]),
        ("1.升级到2.0版。\n2.0版停用。\n2.提高", [(1, "升级到2.0版。\n2.0版停用。"), (2, "提高")]),
        ("1.甲\n3.乙\n2.丙", [(1, "甲\n3.乙"), (2, "丙")]),
        ("2025.保障运行", [(1, "2025.保障运行")]),
        ("保障运行，提高效率。", [(1, "保障运行，提高效率。")]),
        ("总目标：\n1.甲\n2.乙", [(0, "总目标："), (1, "甲"), (2, "乙")]),
        ("1.\n2.乙", [(2, "乙")]),
        (" \n\t ", []),
        (None, []),
    ],
)
def test_goals_are_split_where_the_next_number_stands(text, expected, rules):
    assert goals(text, rules) == expected


def test_ten_goals_and_more_are_counted_on(rules):
    text = "\n".join(f"{number}.目标{number}" for number in range(1, 13))
    assert goals(text, rules) == [(number, f"目标{number}") for number in range(1, 13)]


def items(text, rules):
    return [(one.item_text, one.quantity, one.quantity_unit, one.amount) for one in texts.funding_items(text, rules)]


def test_a_purpose_text_of_many_counts_and_amounts_is_one_item_each(rules):
    text = (
        "本项目经费用于支付事前绩效评估10个项目60万元；重点监控8个项目48万元；项目重点评价10个项目75万元；"
        "部门整体重点评价4个部门（含二级单位）32万元；高质量专项资金绩效管理50万元。"
    )
    assert items(text, rules) == [
        ("事前绩效评估10个项目60万元", 10, "个", Decimal("600000.00")),
        ("重点监控8个项目48万元", 8, "个", Decimal("480000.00")),
        ("项目重点评价10个项目75万元", 10, "个", Decimal("750000.00")),
        ("部门整体重点评价4个部门（含二级单位）32万元", 4, "个", Decimal("320000.00")),
        ("高质量专项资金绩效管理50万元", None, None, Decimal("500000.00")),
    ]


def test_years_in_a_purpose_text_are_no_counts(rules):
    text = "本项目经费用于支付2025年工资统发系统运维费8万元及2025年中科江南预算单位财务服务平台系统运维费7.5万元。"
    assert items(text, rules) == [
        ("2025年工资统发系统运维费8万元", None, None, Decimal("80000.00")),
        ("2025年中科江南预算单位财务服务平台系统运维费7.5万元", None, None, Decimal("75000.00")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "支付2023年国库集中支付代理银行手续费",
        "支付8个系统运维费",
        "",
        None,
        "元",
        "每人800元",
        "按5000元/场支付",
        "3~5万元",
    ],
)
def test_a_text_that_names_no_amount_has_no_items(text, rules):
    assert items(text, rules) == []


def test_a_unit_price_is_no_amount_and_stays_in_the_text_of_its_item(rules):
    assert items("宣传活动每场1250元，共8场10000元", rules) == [
        ("宣传活动每场1250元，共8场10000元", 8, "场", Decimal("10000.00"))
    ]


def test_a_count_right_behind_an_amount_is_that_of_the_next_one(rules):
    assert [one[1:3] for one in items("评估60万元8个项目48万元", rules)] == [(None, None), (8, "个")]


def test_of_two_counts_none_is_taken_for_the_count(rules):
    assert items("评估10个项目和4个部门60万元", rules)[0][1:] == (None, None, Decimal("600000.00"))


def test_a_ceiling_is_an_amount(rules):
    assert items("运维费不超过60万元", rules)[0][3] == Decimal("600000.00")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("反映到岗情况。计算公式：到岗率=到岗人数÷应到人数×100%", ("反映到岗情况。", "到岗率=到岗人数÷应到人数×100%")),
        ("计算公式:甲÷乙", (None, "甲÷乙")),
        ("反映情况。\n计算公式：\n到岗率=到岗人数\n÷应到人数", ("反映情况。", "到岗率=到岗人数\n÷应到人数")),
        ("反映情况。计算公式：", ("反映情况。计算公式：", None)),
        ("反映计算公式的情况", ("反映计算公式的情况", None)),
        ("  维护系统数量 ", ("维护系统数量", None)),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_formula_is_kept_apart_from_its_description(text, parts, rules):
    assert texts.description_and_formula(text, rules) == parts


def test_four_times_the_goals_take_about_four_times_as_long(rules):
    def seconds(count):
        goals = "".join(f"{no}.完成{no}个\n" for no in range(1, count))
        made = docx(table([["项目名称", "某项目", "预算单位", "某单位"], ["绩效目标", goals]]))
        began = process_time()
        document_tables(made, "a.docx", rules)
        return process_time() - began

    seconds(10)
    once, more = (min(seconds(count) for _ in range(2)) for count in (1000, 4000))
    assert more < 8 * once  # sixteen, were each held against every other
