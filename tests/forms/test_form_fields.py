"""A label claims what is printed to its right, however label and value are printed."""

import pytest

from pipeline.rules import book
from tests.forms.printed import FORM, HEADER, INDICATORS, ROWS, Wide, codes, fields, read, unread

FIELDS = book.default().layouts.fields
TEXTS = {
    "unit": "351101某某局",
    "amount_unit": "单位：元",
    "project_name": "运维经费",
    "budget_total": "2812600.00",
    "funding_use": "支付运维费。",
    "goals": "1.保障运行。",
}


def read_form(*rows):
    return fields(read([*rows], INDICATORS))


def test_the_usual_form_is_read_whole():
    reading = read(FORM, INDICATORS)
    assert fields(reading) == TEXTS
    assert [form.layout for form in reading.forms] == ["A"]
    assert codes(reading) == []


@pytest.mark.parametrize("rule", FIELDS, ids=lambda rule: rule.name)
def test_every_label_of_the_rules_claims_its_value(rule):
    for label in rule.labels:
        if rule.opens:
            assert read_form([label, "值"]) == {rule.name: "值"}, label
        else:
            assert read_form(["项目名称", "甲"], [label, "值"])[rule.name] == "值", label


@pytest.mark.parametrize(
    "label", ["项 目 名 称", "项目\n名称", "项目名称：", "项目名称:", " 项目名称\u3000", "项\n目\n名\n称"]
)
def test_white_space_line_breaks_and_colons_in_labels_do_not_count(label):
    assert read_form([label, "运维经费"]) == {"project_name": "运维经费"}


@pytest.mark.parametrize("label", ["其中：财政    资金", "其中:财政资金", "其中： 财政资金"])
def test_full_width_and_half_width_colons_are_the_same(label):
    assert read_form(["项目名称", "甲"], [label, "100"])["budget_fiscal"] == "100"


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (["项目名称", Wide("运维经费", 3)], "运维经费"),
        (["项目名称", "", "运维经费", ""], "运维经费"),
        ([Wide("项目名称", 2), Wide("运维经费", 2)], "运维经费"),
        ([" ", "项目名称", Wide("运维经费", 2)], "运维经费"),
    ],
    ids=["merged", "after a blank", "label merged", "label not first"],
)
def test_the_value_may_be_merged_or_stand_apart(row, text):
    assert read_form(row) == {"project_name": text}


def test_each_label_of_a_row_claims_its_own_value():
    row = ["预算数", "300", "其中：财政资金", "200", "其他资金", "100"]
    assert read_form(["项目名称", Wide("甲", 5)], row) == {
        "project_name": "甲",
        "budget_total": "300",
        "budget_fiscal": "200",
        "budget_other": "100",
    }


def test_a_blank_value_does_not_take_the_next_label_for_its_value():
    row = ["预算数", " ", "其他资金", "100"]
    assert read_form(["项目名称", Wide("甲", 3)], row) == {"project_name": "甲", "budget_other": "100"}


def test_a_tall_label_claims_what_no_inner_label_claims():
    rows = [[Wide("预算规模及资金用途", rows=2), "预算数", "300"], [Wide("支付运维费。", 2)]]
    assert read_form(["项目名称", Wide("甲", 2)], *rows) == {
        "project_name": "甲",
        "budget_total": "300",
        "funding_use": "支付运维费。",
    }


def test_a_value_in_two_cells_is_two_texts_of_one_field():
    reading = read([["项目名称", "甲"], [Wide("绩效目标", rows=2), "1.保障运行。"], ["2.提高效率。"]], INDICATORS)
    goals = [field.text for field in reading.forms[0].fields if field.name == "goals"]
    assert goals == ["1.保障运行。", "2.提高效率。"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("351101某某局", "unit"),
        ("[042]某某局", "unit"),
        ("361012某某市第54中学", "unit"),
        ("361012-120急救中心", "unit"),
        ("219-某某局", "unit"),
        ("219001-某某局", "unit"),
        ("单位：万元", "amount_unit"),
        ("金额单位：元", "amount_unit"),
        ("（单位：万元）", "amount_unit"),
    ],
)
def test_a_cell_without_a_label_may_say_what_it_is(text, name):
    reading = read([[Wide(text, 2)], ["项目名称", "甲"]], INDICATORS)
    assert fields(reading)[name] == text
    assert name in reading.roles.values()


@pytest.mark.parametrize("text", ["2025年", "2812600.00", "单位：人", "351101"])
def test_a_cell_that_says_nothing_of_itself_is_unread_and_said(text):
    reading = read([[Wide(text, 2)], ["项目名称", "甲"]], INDICATORS)
    assert unread(reading) == [text]
    assert ("unread_cell", text) in [(one.code, one.evidence) for one in reading.findings]


def test_values_are_kept_as_printed():
    text = "1.保障\t\t运行\n\n 2.提高 "
    assert read_form(["项目名称", "甲"], ["绩效目标", text])["goals"] == text


@pytest.mark.parametrize("missing", ["budget_total", "goals"])
def test_an_expected_field_that_is_not_printed_is_said(missing):
    rows = {"budget_total": 2, "goals": 4}
    texts = {"budget_total": "预算数", "goals": "绩效目标"}
    form = [list(row) for row in FORM]
    form[rows[missing]] = [cell for cell in form[rows[missing]] if texts[missing] not in cell]
    form = [row for row in form if len(row) > 1]
    found = [one for one in read(form, INDICATORS).findings if one.code == "header_field_missing"]
    label = next(rule.labels[0] for rule in FIELDS if rule.name == missing)
    assert [one.evidence for one in found] == [label]


def test_a_project_without_a_name_is_no_form_unless_it_has_the_label():
    reading = read([["单位名称", "某某局"], ["预算数", "100"]])
    assert reading.forms == ()
    assert "no_target_table" in codes(reading)


def test_the_money_unit_in_a_title_counts_for_every_form_below_it():
    reading = read(
        "三、项目支出绩效目标表（金额单位：万元）",
        "表3-1",
        [["项目名称", "甲"], ["资金总额", "5"]],
        INDICATORS,
        "表3-2",
        [["项目名称", "乙"], ["资金总额", "6"]],
        INDICATORS,
        "表3-3",
        [["项目名称", "丙"], ["资金总额（元）", "7"], ["金额单位", "元"]],
        INDICATORS,
        "四、部门整体绩效目标表",
        [["项目名称", "丁"], ["资金总额", "8"]],
        INDICATORS,
    )
    stated = [[one.text for one in form.fields if one.name == "amount_unit"] for form in reading.forms]
    assert stated[:2] == [["万元"], ["万元"]]
    assert "万元" not in stated[2]
    assert stated[3] == []


@pytest.mark.parametrize(
    ("title", "n_forms"),
    [("项目绩效目标表", 1), ("附表：绩效目标申报表", 1), ("造林经费绩效目标表", 2), ("2024年项目绩效目标表", 2)],
)
def test_a_title_that_names_only_a_kind_of_table_parts_no_form_from_its_indicators(title, n_forms):
    reading = read([["项目名称", "甲"], ["资金总额", "5"], ["绩效目标", "建成。"]], title, INDICATORS)
    assert len(reading.forms) == n_forms
    assert {one.form_no for one in reading.indicators} == {n_forms}
    again = read([["项目名称", "甲"]], INDICATORS, title, INDICATORS)
    assert len(again.forms) == 2


@pytest.mark.parametrize("label", ["项目预算", "预算资金", "项目资金"])
def test_a_heading_of_sums_with_a_bare_sum_beside_it_is_the_total(label):
    reading = read([["项目名称", Wide("甲", 4)], [label, "78.00", "资金来源", Wide("自筹", 2)], HEADER, *ROWS])
    (total,) = [one for one in reading.forms[0].fields if one.source == "total"]
    assert (total.text, total.label) == ("78.00", label)


def test_a_heading_of_sums_beside_which_other_labels_stand_is_none():
    reading = read([["项目名称", Wide("甲", 4)], ["项目资金", "总额", "78.00", "其中：财政资金", "70"], HEADER, *ROWS])
    assert [one.label for one in reading.forms[0].fields if one.source == "total"] == ["总额"]


@pytest.mark.parametrize(
    ("rows", "blank"),
    [
        ([["政策依据", ""], ["测算依据", " "]], ["policy_basis", "calculation_basis"]),
        ([["政策依据", "《某办法》"], ["测算依据", ""]], ["calculation_basis"]),
        ([[Wide("政策依据", 1), Wide("测算依据", 1)], ["", ""]], ["policy_basis", "calculation_basis"]),
        ([["政策依据", "", "测算依据", "巡检20次×5元/次"]], ["policy_basis"]),
        ([["实施单位", ""], ["资金用途", ""]], []),
    ],
    ids=["beside", "one of two", "below", "in one row", "other fields"],
)
def test_a_field_to_be_filled_that_is_blank_is_told_as_such(rows, blank):
    reading = read([["项目名称", "甲"], ["预算数", "100"], *rows], INDICATORS)
    assert [one.name for one in reading.forms[0].fields if not one.text.strip()] == blank
    assert unread(reading) == []
