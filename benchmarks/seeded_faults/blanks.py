"""Faults in what is not filled in: a target left blank, a placeholder, a target that only the name states."""

import re
from dataclasses import replace
from random import Random

from benchmarks.seeded_faults.company import COSTS, OWN, TEXT
from benchmarks.seeded_faults.places import Fault, in_row, in_value
from benchmarks.seeded_faults.printed import NUMBER, Stated, name, with_number
from benchmarks.seeded_faults.values import is_number
from pipeline.model.reading import RawIndicator, RawValue


def _blank(one: Stated, _: Random) -> RawValue | None:
    return None if NUMBER.search(one.name) else replace(one.value, text=" ")


def _is_alone(row: RawIndicator) -> bool:
    texts = [value.text for value in row.values if value.what == "target"]
    return len(texts) == 1 and bool(re.fullmatch(r"\s*[≥≤]\d[^\s（(]*\s*", texts[0])) and not NUMBER.search(name(row))


def _in_name(row: RawIndicator, _: Random) -> RawIndicator:
    (said,) = (value for value in row.values if value.what == "target")
    values = tuple(replace(value, text=" ") if value is said else value for value in row.values)
    return replace(row, values=values, texts={**row.texts, "indicator_name": f"{name(row)}（{said.text.strip()}）"})


def _placeholder(one: Stated, chance: Random) -> RawValue | None:
    return None if NUMBER.search(one.name) else with_number(one.value, chance.choice(["**", "XX", "××"]))


FAULTS = (
    Fault(
        "a target moved into the name",
        in_row(_is_alone, _in_name),
        frozenset({"target_only_in_name"}),
        COSTS | TEXT | OWN,
    ),
    # A blank that follows a number in the name is none: the name then states the target.
    Fault(
        "a target left blank", in_value(lambda one: True, _blank, whole_row=True), frozenset({"target_missing"}), COSTS
    ),
    Fault(
        "a placeholder for a number",
        in_value(is_number, _placeholder, whole_row=True),
        frozenset({"target_missing"}),
        COSTS,
    ),
)
