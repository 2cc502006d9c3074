"""A label claims what is printed to its right, however label and value are printed."""

import pytest

from pipeline.rules import book
from tests.forms.printed import FORM, HEADER, INDICATORS, ROWS, Wide, codes, fields, money, read, unread

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


YEARS = [["项目名称", Wide("运维经费", 5)], ["绩效目标", Wide("保障运行。", 5)]]


@pytest.mark.parametrize(
    "rows",
    [
        [["年度财政支出责任", "2024年", "2415万元", "2025年", "2,460.50万元", ""]],
        [["分年度资金安排（万元）", "2024年", "2415", "2025年度", "2,460.50", ""]],
        [[Wide("分年度预算（万元）", rows=2), "2024年", "2415", Wide("", 3)], ["2025年", "2460.5", Wide("", 3)]],
    ],
)
def test_sums_of_several_years_behind_their_years_are_each_of_its_own(rows):
    found = [one for one in read([*YEARS, *rows], INDICATORS).forms[0].fields if one.source]
    assert [(one.source, one.measure) for one in found] == [("total", "2024"), ("total", "2025")]
    assert "label_year" not in fields(read([*YEARS, *rows], INDICATORS))


@pytest.mark.parametrize(
    "row",
    [
        ["设备单价", "2024年", "100元", "2025年", "200元", ""],
        ["培训人次", "2024年", "100", "2025年", "200", ""],
        ["开工时间", "2024年", "完工时间", "2025年", "投资", "200元"],
        ["分年度预算（万元）", "2024年", "100", "2024年", "200", ""],
    ],
)
def test_years_beside_what_is_no_money_or_beside_themselves_date_no_sums(row):
    assert not any(one.measure for one in read([*YEARS, row], INDICATORS).forms[0].fields)


@pytest.mark.parametrize(
    "headers, year",
    [
        (("项目期末目标", "2025年目标值"), "2025"),
        (("2024年完成值", "2025年目标值"), "2025"),
        (("2025年目标值", "2026年目标值"), None),
        (("指标值", "备注"), None),
    ],
)
def test_the_header_of_the_targets_states_the_year_where_no_other_is_headed_alike(headers, year):
    table = [[*HEADER[:3], *headers], *ROWS]
    assert fields(read(YEARS, table)).get("label_year") == year


def costs(total, *parts, head="金额"):
    """A form with a table of its costs, and past years beside them."""
    rows = [
        [name, part, "据实结算", "1", "2"] for name, part in zip(("保安费", "保洁费", "水电费"), parts, strict=True)
    ]
    header = [Wide("项目预算成本构成", rows=5), "内容", head, "测算依据", "2020年实际执行数", "2021年实际执行数"]
    return [YEARS[0], header, *rows, ["合计", total, "", "3", "6"], YEARS[1]]


def test_the_total_of_a_table_of_costs_is_the_budget_where_its_parts_come_to_it():
    note = "注：1.本表由预算单位填报；2.表中金额单位为万元；3.合计数应与预算一致。"
    reading = read(costs("814", "191", "99", "524"), INDICATORS, note)
    assert money(reading) == [("total", "", "814")]
    assert fields(reading)["amount_unit"] == "万元"


def test_a_total_that_its_parts_do_not_come_to_is_no_budget_and_is_said():
    reading = read(costs("815", "191", "99", "524"), INDICATORS)
    assert money(reading) == []
    assert "unread_cell" in codes(reading)


@pytest.mark.parametrize(
    "note", ["注：金额单位均为元", "说明：表内金额以元为单位，保留两位小数。", "备注：1.金额单位为“元”；2.其他。"]
)
def test_a_note_below_the_indicators_states_the_money_unit(note):
    reading = read([*YEARS, ["预算数", Wide("100", 5)], *INDICATORS, [Wide(note, 6)]])
    assert fields(reading)["amount_unit"] == "元"


@pytest.mark.parametrize("note", ["注：收费单位为元/吨", "注：奖励金额以100万元为限", "注：预算单位为某局"])
def test_a_note_on_something_else_states_no_money_unit(note):
    assert "amount_unit" not in fields(read([*YEARS, ["预算数", Wide("100", 5)], *INDICATORS, [Wide(note, 6)]]))


UNFILLED = "填报单位：（盖章）"


@pytest.mark.parametrize(
    "row",
    [
        [Wide(f"{UNFILLED}          单位：万元", 6)],
        [Wide("填报单位：__________（公章）\n单位：万元", 6)],
        [Wide(UNFILLED, 3), Wide("单位：万元", 3)],
        [f"{UNFILLED}      金额单位：万元", Wide("", 3), "主管部门", "某县水务局"],
    ],
)
def test_a_field_left_blank_but_for_the_place_of_a_stamp_says_nothing_and_hides_nothing(row):
    found = fields(read([row, *YEARS], INDICATORS))
    assert "unit" not in found
    assert found["amount_unit"].endswith("万元")


def test_lines_of_text_are_no_fields_beside_each_other():
    text = "项目内容：\n1.设备购置：100万元\n2.培训：20万元"
    found = read([*YEARS, [Wide(text, 6)]], INDICATORS).forms[0].fields
    assert [one.text for one in found if one.label == "项目内容"] == [text.partition("：")[2]]
