"""Target texts → the table `targets`: one parse per distinct text and context, joined back."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pandas as pd

from pipeline.model import Context, Target
from pipeline.schema import TARGETS
from pipeline.transform.targets import parse_target

PARSED = [field.name for field in fields(Target)]


def targets(indicators: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    """One row per target in a cell; an indicator without a printed value has one target of kind `missing`."""
    years = dict(zip(projects["project_id"], projects["fiscal_year"], strict=True))
    columns = (
        indicators[name] for name in ("indicator_id", "project_id", "target_text", "level2_code", "indicator_name")
    )
    parsed: dict[tuple[str, Context], tuple[Target, ...]] = {}
    rows: list[tuple[Any, ...]] = []
    for indicator_id, project_id, text, level2_code, name in zip(*columns, strict=True):
        key = (text or "", Context(years[project_id], level2_code, name))
        if key not in parsed:
            parsed[key] = parse_target(*key)
        rows += _rows(indicator_id, parsed[key])
    return pd.DataFrame(rows, columns=[column.name for column in TARGETS.columns], dtype=object)


def _rows(indicator_id: str, found: tuple[Target, ...]) -> Iterator[tuple[Any, ...]]:
    for target_no, target in enumerate(found, 1):
        yield indicator_id, target_no, *(getattr(target, name) for name in PARSED)
