"""Of what indicators state for several spans and grades, a year's budget pays for one."""

import pytest

from pipeline.transform.tables.yearly import for_the_year

COLUMNS = ["indicator_id", "period", "region", "grade", "kind", "value_text"]


def kept(*rows, projects=None):
    """The texts that are kept; a row is indicator, period, grade, kind and text."""
    values = [(indicator, period, None, grade, kind, text) for indicator, period, grade, kind, text in rows]
    targets = [dict(zip(COLUMNS, one, strict=True)) for one in values]
    kept = for_the_year(targets, {row[0]: (projects or {}).get(row[0], "p") for row in rows})
    return [row["value_text"] for row, is_kept in zip(targets, kept, strict=True) if is_kept]


def test_the_annual_value_stands_before_that_of_the_whole_period():
    assert kept(("a", "whole", None, "quantity", "9"), ("a", "annual", None, "quantity", "3")) == ["3"]


def test_a_block_for_the_whole_period_beside_one_for_the_year_is_left_out():
    assert kept(("a", "whole", None, "quantity", "9"), ("b", "annual", None, "quantity", "3")) == ["3"]


def test_a_project_without_annual_values_keeps_those_of_the_whole_period():
    rows = [("a", "whole", None, "quantity", "9"), ("b", "annual", None, "quantity", "3")]
    assert kept(*rows, projects={"a": "p", "b": "q"}) == ["9", "3"]


def test_an_annual_value_that_is_missing_does_not_stand_before_one_that_is_stated():
    assert kept(("a", "whole", None, "quantity", "9"), ("a", "annual", None, "missing", "")) == ["9", ""]


@pytest.mark.parametrize("period", ["annual", "unstated"])
def test_several_values_of_the_best_grade_are_all_kept(period):
    best = [("a", period, "优", "quantity", text) for text in ("≥95", "≤5")]
    assert kept(*best, ("a", period, "良", "quantity", "≥90")) == ["≥95", "≤5"]


@pytest.mark.parametrize("period", ["annual", "unstated"])
def test_of_grades_the_best_is_kept(period):
    assert kept(("a", period, "优", "quantity", "≥95"), ("a", period, "良", "quantity", "≥90")) == ["≥95"]


def test_grades_beside_a_value_of_their_own_are_left_out():
    assert kept(("a", "annual", None, "quantity", "≥95"), ("a", "annual", "良", "quantity", "≥90")) == ["≥95"]


def test_no_targets_are_none_of_the_year():
    assert kept() == []
