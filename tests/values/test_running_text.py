"""Quantities inside running text: amounts and counts with their spans, and nothing that is none."""

import pytest

from tests.values.ours import find_quantities

CASES = [
    (
        "事前绩效评估10个项目60万元；部门整体重点评价4个部门（含二级单位）32万元",
        ["10个", "60万元", "4个", "32万元"],
    ),
    (
        "本项目经费用于支付2025年工资统发系统运维费8万元及2025年财务服务平台系统运维费7.5万元。",
        ["8万元", "7.5万元"],
    ),
    ("支付2023年国库集中支付代理银行手续费", []),
    ("本项目经费用于支付2022年第四季度评审费。", []),
    ("通过聘用第三方对部门预算1.0、直达资金等8个信息系统进行维护", ["8个"]),
    ("1.培训3次；2.不超过50万元", ["3次", "不超过50万元"]),
    ("351101财政局", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "printed"), CASES)
def test_amounts_and_counts_are_found_with_their_spans(text, printed):
    assert [text[one.span_start : one.span_end] for one in find_quantities(text)] == printed


def test_amounts_are_in_yuan():
    assert [one.base_low for one in find_quantities("评估10个项目60万元") if one.dimension == "money"] == [600000]
