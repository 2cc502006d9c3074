"""Nothing in the transform raises for a number that can be printed, of whatever size and scale, and all is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.mutants import faults
from pipeline.extract.layout import forms
from pipeline.model.reading import Outcome
from pipeline.rules import book
from pipeline.run.document import outcome_tables
from tests.examples import examples
from tests.forms.printed import document
from tests.transform.any_numbers import KINDS, made
from tests.transform.made import COST, QUANTITY, indicator, project

SEEDS = 10
"""Documents of each kind; `python -m benchmarks.numbers` tries as many as are wanted."""
DIGITS = st.text("0123456789", min_size=1, max_size=90)
NUMBERS = st.one_of(
    DIGITS,
    st.builds("{}.{}".format, DIGITS, DIGITS),
    st.builds("-{}.{}".format, DIGITS, DIGITS),
    st.builds("{}×10^{}".format, st.integers(1, 99), st.integers(-400, 400)),
    st.sampled_from(
        [
            "1×10^99999999999999999999",
            "1×10^-99999999999999999999",
            "0." + "0" * 80 + "1",
            "1" + "0" * 80,
            "100." + "3" * 80,
            "9" * 28 + ".5",
        ]
    ),
)
UNITS = st.sampled_from(["", "元", "万元", "亿元", "%", "‰", "元/人", "万元/年", "个", "人"])


@examples(30)
@given(numbers=st.lists(NUMBERS, min_size=6, max_size=6), units=st.lists(UNITS, min_size=3, max_size=3))
def test_a_document_of_any_numbers_has_tables(numbers, units):
    budget, funds, *others = numbers
    texts = [number + unit for number, unit in zip(others, [*units, "元"], strict=True)]
    rows = [
        indicator(COST, "培训成本", texts[0], f"{texts[1]}×{texts[2]}={texts[3]}"),
        indicator(COST, "总成本", f"≤{texts[1]}"),
        indicator(QUANTITY, "培训人数", f"{texts[2]}~{texts[3]}"),
    ]
    form = {"金额单位": "万元", "预算数": budget, "财政资金": funds, "资金用途": f"用于培训{texts[0]}和会议{texts[3]}"}
    assert not fault_of(project(*rows, **form))


@pytest.mark.parametrize("kind", KINDS)
def test_documents_of_any_numbers_keep_every_promise(kind, rules):
    assert list(faults([made(kind, seed) for seed in range(SEEDS)], rules)) == []


@pytest.mark.parametrize(
    "value",
    [
        *("3、5个", "10、20和30元以内", "人均10、20元", "-3、-5℃", "≥80、≥90%", "增长4、下降3%", "80、百分之九十"),
        *("第一点五个", "±九千九百九十九万亿万元", "2025年99月99日，9人"),
    ],
)
def test_values_of_one_cell_keep_every_promise(value, rules):
    rows = [indicator(QUANTITY, "培训人数", value)]
    assert list(faults([("a", document(*project(*rows)))], rules)) == []


@pytest.mark.parametrize("budget", ["9" * digits for digits in range(13, 19)])
def test_a_budget_of_many_digits_ends_no_question(budget, rules):
    rows = [indicator(COST, "总成本", f"{budget}元"), indicator(COST, "培训成本", f"{budget}元")]
    money = {"金额单位": "元", "预算数": budget, "财政资金": budget, "资金用途": f"用于培训{budget}元和会议{budget}元"}
    assert list(faults([("a", document(*project(*rows, **money)))], rules)) == []


def test_a_price_that_no_sum_of_money_can_hold_is_asked_about_like_any_other(rules):
    rows = [indicator(COST, "培训人均成本", f"{'8' * 24}元/人"), indicator(QUANTITY, "培训人数", "≥300人")]
    assert list(faults([("a", document(*project(*rows)))], rules)) == []


def test_a_budget_and_a_cost_of_eighty_decimals():
    long = "1." + "3" * 80
    assert not fault_of(project(indicator(COST, "总成本", f"≤{long}万元"), 预算数=f"{long}万元"))
    assert not fault_of(
        project(indicator(COST, "总成本", "9" * 27 + "元"), 预算数="0." + "0" * 40 + "1", 金额单位="万元")
    )


def fault_of(blocks):
    reading = forms.read(document(*blocks), book.default())
    one = reading.document
    outcome = Outcome(one.name, "parsed", reading.findings, one.sha256, 0, "docx", reading)
    return outcome_tables(outcome, book.default()).fault
