"""What a form prints in its header, where, and its period as days."""

from datetime import date

import pytest

from tests.transform.made import form, issues, made


def test_every_printed_field_is_a_row_with_its_address():
    built = made(form(资金用途="购买设备", 项目编码=""))
    (project,) = built["projects"]
    cells = {(cell["table_no"], cell["row_no"], cell["col_no"]): cell["text"] for cell in built["cells"]}
    fields = {row["field"]: row for row in built["form_fields"]}
    assert {"project_name", "unit", "amount_unit", "budget_total", "goals", "funding_use"} <= fields.keys()
    assert "project_code" not in fields
    for row in fields.values():
        assert row["project_id"] == project["project_id"]
        assert cells[row["table_no"], row["row_no"], row["col_no"]] == row["text"]
    assert fields["funding_use"]["label"] == "资金用途"


def test_a_sum_of_money_has_the_address_of_its_cell():
    built = made(form(预算数="100"))
    (fund,) = built["funds"]
    cells = {(cell["table_no"], cell["row_no"]): cell["text"] for cell in built["cells"] if cell["role"] == "field"}
    assert cells[fund["table_no"], fund["row_no"]] == "100"


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("2024年1月-2024年12月", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024.03-2025.02", (date(2024, 3, 1), date(2025, 2, 28))),
        ("2024年1月15日至2026年6月30日", (date(2024, 1, 15), date(2026, 6, 30))),
        ("2025年", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2025年1-6月", (date(2025, 1, 1), date(2025, 6, 30))),
        ("长期", (None, None)),
        ("1年", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_period_in_one_field_is_two_days(printed, days):
    (project,) = made(form(项目起止时间=printed))["projects"]
    assert (project["starts_on"], project["ends_on"]) == days


def test_a_period_in_two_fields_is_two_days_and_stays_as_printed():
    (project,) = made(form(计划开始日期="2025-03-01", 计划完成日期="2025年11月"))["projects"]
    assert (project["period_start"], project["period_end"]) == ("2025-03-01", "2025年11月")
    assert (project["starts_on"], project["ends_on"]) == (date(2025, 3, 1), date(2025, 11, 30))


@pytest.mark.parametrize(
    ("printed", "days", "told"),
    [
        ("2024年1月1日-2024年4月31日", (date(2024, 1, 1), None), "2024年4月31日"),
        ("2024年13月", (None, None), "2024年13月"),
    ],
)
def test_a_period_that_no_calendar_has_is_told_and_has_no_day(printed, days, told):
    built = made(form(项目起止时间=printed))
    assert (built["projects"][0]["starts_on"], built["projects"][0]["ends_on"]) == days
    assert [row["evidence"] for row in issues(built, "impossible_date")] == [told]


def test_no_year_of_a_period_is_taken_from_elsewhere():
    (project,) = made(form(计划开始日期="3月", 计划完成日期="11月"))["projects"]
    assert (project["starts_on"], project["ends_on"]) == (None, None)
