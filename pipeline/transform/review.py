"""What a careful reader would remark, row by row and across rows."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from pipeline.transform.indicators import place

from pipeline.transform.issues import Located

Row = Mapping[str, Any]


def review(indicators: pd.DataFrame, targets: pd.DataFrame, projects: pd.DataFrame) -> Iterator[Located]:
    """The findings on parsed targets, and indicators that stand twice in a project."""
    years = dict(zip(projects["project_id"], projects["fiscal_year"], strict=True))
    for row in targets.merge(indicators.drop(columns="target_text"), on="indicator_id").to_dict("records"):
        yield from _unclear(row)
        if row["kind"] == "date":
            yield from _deadline(row, years[row["project_id"]])
    yield from _duplicates(indicators)


def _unclear(row: Row) -> Iterator[Located]:
    text = row["target_text"] or ""
    if row["kind"] == "missing":
        yield Located("target_missing", *place(row), evidence=text)
    elif row["kind"] == "unparsed":
        yield Located("target_unparsed", *place(row), evidence=text)
    elif row["status"] == "partial":
        yield Located("target_partly_parsed", *place(row), evidence=text, details={"leftover": row["leftover"]})


def _deadline(row: Row, year: int | None) -> Iterator[Located]:
    if row["year_source"] == "fiscal_year":
        yield Located("deadline_without_year", *place(row), evidence=row["target_text"], details={"year": year})
    elif year and row["due_end"] and not _within(row, year):
        details = {"due": row["due_end"].isoformat(), "year": year}
        yield Located("deadline_outside_fiscal_year", *place(row), evidence=row["target_text"], details=details)


def _within(row: Row, year: int) -> bool:
    """Whether a deadline lies in the fiscal year, which in China is the calendar year (预算法 §18)."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return first <= (row["due_start"] or row["due_end"]) and row["due_end"] <= last


def _duplicates(indicators: pd.DataFrame) -> Iterator[Located]:
    """Rows of one project that print the same class, name and target, each told of the row it repeats."""
    said = ["project_id", "level1", "level2", "indicator_name", "target_text"]
    for _, same in indicators.groupby(said, dropna=False, sort=False):
        first, *others = same.to_dict("records")
        for row in others if first["indicator_name"] else ():
            yield Located(
                "duplicate_indicator", *place(row), evidence=row["indicator_name"], details={"row": first["row_no"]}
            )
