"""Forms whose name, or whose total, stands under a label that nobody knows: what else tells them, said as doubt."""

from tests.forms.printed import HEADER, ROWS, Wide, codes, fields, money, read

ODD = "甲子乙丑"
"""A label that no rule knows."""
GOALS = ["绩效目标", Wide("保障系统运行。", 4)]
MONEY = ["年度资金总额（万元）", "300", "其中：财政拨款", Wide("300", 2)]


def form(name, unit, *rows):
    return [[ODD, name, "实施单位", Wide(unit, 2)], *rows, GOALS]


def test_a_form_of_money_and_goals_needs_no_known_label_for_its_name_and_the_doubt_is_said():
    reading = read(form("系统运维", "某某局", MONEY))
    assert fields(reading)["project_name"] == "系统运维"
    assert "layout_uncertain" in codes(reading)


def test_without_money_or_goals_it_is_no_form():
    for rows in ([GOALS], [MONEY]):
        assert read([[ODD, "系统运维", "实施单位", Wide("某某局", 2)], *rows]).forms == ()


def test_a_table_of_indicators_is_of_the_form_above_whatever_blank_line_parts_them():
    reading = read(form("系统运维", "某某局", MONEY), " ", [HEADER, *ROWS])
    assert {row.form_no for row in reading.indicators} == {1}
    assert fields(reading)["project_name"] == "系统运维"


def test_what_all_forms_print_alike_names_none_of_them():
    reading = read(form("第一批", "某某局", MONEY), [HEADER, *ROWS], form("第一批", "某某中心", MONEY), [HEADER, *ROWS])
    assert not any(one.name == "project_name" for each in reading.forms for one in each.fields)


def test_a_known_name_leaves_the_unknown_label_alone():
    reading = read([["项目名称", Wide("系统运维", 4)], *form("第一批", "某某局", MONEY)], [HEADER, *ROWS])
    assert fields(reading)["project_name"] == "系统运维"
    assert "layout_uncertain" not in codes(reading)


def test_below_the_indicators_of_a_form_other_money_and_another_unit_begin_the_next():
    side = Wide("绩效指标", 1, len(ROWS) + 1)
    table = [[side, *HEADER], *ROWS]
    rows = [
        [
            [*(ODD, Wide(name, 5))],
            ["实施单位", Wide(unit, 2), "年度资金总额（万元）", Wide(amount, 2)],
            [GOALS[0], Wide("保障运行。", 5)],
        ]
        for name, unit, amount in (("系统运维", "某某局", "300"), ("设备购置", "某某中心", "200"))
    ]
    reading = read([*rows[0], *table, *rows[1], *table])
    assert [fields(reading, no)["project_name"] for no in (1, 2)] == ["系统运维", "设备购置"]
    assert [sum(row.form_no == no for row in reading.indicators) for no in (1, 2)] == [len(ROWS)] * 2


# ── Totals under labels that nobody knows ────────────────────────────────────────────────────────────────


def named(*rows):
    return [["项目名称", Wide("系统运维", 4)], *rows, GOALS]


def test_a_sum_of_which_its_row_states_the_parts_is_the_total():
    reading = read(named([ODD, "300", "其中：财政拨款", Wide("300", 2)]), [HEADER, *ROWS])
    assert ("total", "", "300") in money(reading)
    assert "read_by_content" in codes(reading)


def test_a_sum_that_its_parts_do_not_come_to_is_no_total():
    reading = read(named([ODD, "300", "其中：财政拨款", Wide("250", 2)]), [HEADER, *ROWS])
    assert "total" not in {source for source, *_ in money(reading)}


def measured(total, fiscal, own):
    heads = ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数"]
    return named(heads, ["", ODD, *total], ["", "其中：财政拨款", *fiscal], ["", "其他资金", *own])


def test_a_row_that_adds_up_in_every_column_is_the_total_of_every_measure():
    reading = read(measured(("30", "32", "32"), ("20", "22", "22"), ("10", "10", "10")), [HEADER, *ROWS])
    assert [(one, text) for source, one, text in money(reading) if source == "total"] == [
        ("initial", "30"),
        ("adjusted", "32"),
        ("executed", "32"),
    ]


def test_a_row_that_does_not_add_up_in_one_column_is_no_total():
    reading = read(measured(("30", "32", "32"), ("20", "22", "22"), ("10", "11", "10")), [HEADER, *ROWS])
    assert "total" not in {source for source, *_ in money(reading)}


def test_what_is_the_total_in_one_form_is_so_in_the_others():
    sure = named([ODD, "300", "其中：财政拨款", Wide("300", 2)])
    other = [["项目名称", Wide("设备购置", 4)], [ODD, Wide("200", 4)], GOALS]
    reading = read(sure, [HEADER, *ROWS], other, [HEADER, *ROWS])
    assert money(reading, 2) == [("total", "", "200")]
