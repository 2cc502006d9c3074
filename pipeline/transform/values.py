"""Values as printed → the tables `targets` and `results`: one parse per distinct text and context, joined back."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

import pandas as pd

from pipeline.model import Context, Target
from pipeline.schema import RESULTS, TARGETS, Table
from pipeline.transform.targets import parse_target

PARSED = [field.name for field in fields(Target)]
Row = Mapping[str, Any]


class Parses:
    """Parses of texts in their contexts, each done once."""

    def __init__(self, indicators: pd.DataFrame, projects: pd.DataFrame):
        self._years = dict(zip(projects["project_id"], projects["fiscal_year"], strict=True))
        self._done: dict[tuple[str, Context], tuple[Target, ...]] = {}

    def of(self, value: Row) -> tuple[Target, ...]:
        """The targets that a value states; one of kind `missing` if it is blank."""
        context = Context(
            self._years[value["project_id"]],
            value["level2_code"],
            value["indicator_name"],
            value["operator"].strip() or None,
            value["unit"].strip() or None,
        )
        key = (value["text"], context)
        if key not in self._done:
            self._done[key] = parse_target(*key)
        return self._done[key]

    def in_name(self, value: Row, name: str) -> tuple[Target, ...]:
        """The targets that an indicator's name states: bounds and dates; a bare number is part of the name."""
        found = self.of({**value, "text": name, "operator": "", "unit": ""})
        return tuple(target for target in found if target.kind in ("quantity", "date") and target.operator)


def targets_and_results(
    values: pd.DataFrame, indicators: pd.DataFrame, projects: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables, from the long frame of values.

    An indicator without any printed target has one of kind `missing`, unless its name states one; that is then
    written to `value_source` of `indicators`.
    """
    rows = values.merge(indicators, on=["document_id", "raw_no"], suffixes=("", "_of_indicator"))
    parses = Parses(indicators, projects)
    targets = _targets(rows, indicators, parses)
    in_name = indicators["indicator_id"].isin(targets.loc[targets["value_text"].notna(), "indicator_id"])
    indicators.loc[in_name & (indicators["value_source"] == "none"), "value_source"] = "name"
    return targets, _results(rows, parses)


def _targets(rows: pd.DataFrame, indicators: pd.DataFrame, parses: Parses) -> pd.DataFrame:
    stated: dict[str, list[tuple[Any, ...]]] = {indicator_id: [] for indicator_id in indicators["indicator_id"]}
    blank: dict[str, Row] = {}
    for value in rows[rows["what"] == "target"].to_dict("records"):
        if not value["text"].strip():
            blank.setdefault(value["indicator_id"], value)
            continue
        found = stated[value["indicator_id"]]
        printed = (value["text"], value["operator"].strip() or None, value["unit"].strip() or None)
        place = (_period(value), value["region"] or None, value["grade"] or None)
        found += [
            (value["indicator_id"], len(found) + number, *place, *printed, *_parsed(target))
            for number, target in enumerate(parses.of(value), 1)
        ]
    named = dict(zip(indicators["indicator_id"], indicators["indicator_name"], strict=True))
    for indicator_id, found in stated.items():
        if not found:
            found += _without_value(indicator_id, named[indicator_id], blank.get(indicator_id), parses)
    return _frame((row for found in stated.values() for row in found), TARGETS)


def _without_value(indicator_id: str, name: str | None, blank: Row | None, parses: Parses) -> Iterator[tuple[Any, ...]]:
    """The targets of an indicator whose cells are blank: those that its name states, or one that is missing."""
    period = _period(blank) if blank else "unstated"
    found = parses.in_name(blank, name) if blank and name else ()
    for number, target in enumerate(found or parse_target(""), 1):
        yield indicator_id, number, period, None, None, name if found else None, None, None, *_parsed(target)


def _results(rows: pd.DataFrame, parses: Parses) -> pd.DataFrame:
    found: list[tuple[Any, ...]] = []
    numbers: dict[str, int] = {}
    for value in rows[rows["what"] == "actual"].to_dict("records"):
        number = numbers[value["indicator_id"]] = numbers.get(value["indicator_id"], 0) + 1
        place = (value["indicator_id"], number, _period(value), value["region"] or None)
        said = (value["text"].strip() or None, value["weight"], value["score"], value["deviation_reason"])
        found.append((*place, *said, *_parsed(parses.of(value)[0])))
    return _frame(found, RESULTS)


def _period(value: Row) -> str:
    return value["period"] or "unstated"


def _parsed(target: Target) -> Iterator[Any]:
    return (getattr(target, name) for name in PARSED)


def _frame(rows, table: Table) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=[column.name for column in table.columns], dtype=object)
