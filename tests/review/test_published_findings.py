"""What the review finds in the published document: all that a person finds by hand, and nothing wrong."""

import csv
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

JUDGED = list(csv.DictReader((Path(__file__).parent / "judged.csv").open(encoding="utf-8", newline="")))
PLACE = ("code", "project_no", "table_no", "row_no")

BY_HAND = [
    ("costs_differ_by_rounding", 1, 1, 3),
    ("duplicate_indicator", 1, 2, 25),
    ("text_names_other_year", 2, 3, 4),
    ("fraction_of_a_whole", 3, 6, 2),
    ("deadline_outside_fiscal_year", 5, 10, 12),
    ("name_contradicts_class", 5, 10, 14),
    ("classed_differently", 5, 10, 19),
    ("listed_items_differ", 6, 12, 2),
    ("classed_differently", 9, 18, 16),
    ("text_count_differs", 9, 18, 5),
    ("text_names_other_year", 10, 19, 4),
    ("measure_only_in_description", 10, 20, 8),
    ("measure_only_in_description", 10, 20, 9),
]
"""What a person found: code, project, table and row."""


@pytest.fixture(scope="module")
def found(dataset):
    """The place of each finding, in no order."""
    projects = dataset["projects"].set_index("project_id")["project_no"]
    rows = dataset["issues"].to_dict("records")
    return [
        (row["code"], int(projects[row["project_id"]]), *map(_number, (row["table_no"], row["row_no"]))) for row in rows
    ]


def _number(value):
    return None if value == "" or pd.isna(value) else int(value)


def judged(*verdicts):
    return [(row["code"], *(_number(row[name]) for name in PLACE[1:])) for row in JUDGED if row["verdict"] in verdicts]


def test_every_finding_is_judged_and_every_judged_finding_is_found(found):
    assert Counter(found) == Counter(judged("right", "debatable", "wrong"))


def test_no_finding_is_wrong():
    assert judged("wrong") == []
    assert {row["verdict"] for row in JUDGED} == {"right", "debatable"}
    assert all(row["why"] for row in JUDGED)


@pytest.mark.parametrize("place", BY_HAND, ids=lambda place: f"{place[0]}-{place[1]}")
def test_what_a_person_finds_is_found_at_its_address(found, place):
    assert place in found


def test_a_finding_says_the_figures(dataset):
    messages = dataset["issues"].set_index("code")["message_en"]
    assert messages["costs_differ_by_rounding"] == (
        "The cost indicators come to 2,812,525 yuan, the budget is 2,812,600 yuan: 75 yuan apart, which prices in whole "
        "yuan explain"
    )
    assert messages["text_count_differs"] == "The text says 10个, the target is ≥11个"
    assert messages["unit_price_differs"].startswith("The unit cost is 82,300 yuan; ")


def test_nothing_is_said_about_the_project_whose_person_days_are_not_stated(found):
    assert [code for code, project_no, *_ in found if project_no == 7 and "cost" in code] == []
