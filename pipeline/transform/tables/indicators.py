"""Indicator cells → the table `indicators`: one row per printed row, classes resolved, formula apart."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.model.finding import Located
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.tables.indicators import INDICATORS
from pipeline.transform.names.taxonomy import Taxonomy
from pipeline.transform.records import records
from pipeline.transform.tables.texts import description_and_formula

ROW = ["document_id", "raw_no", "form_no", "table_no", "row_no", "block_no"]
PRINTED = [
    "level1",
    "level2",
    "indicator_name",
    "description",
    "weight",
    "nature",
    "standard",
    "remark",
    "score",
    "deviation_reason",
    "role_source",
]
SEVERAL = " | "
"""Parts the values of an indicator that states several: per period, region or grade."""


def indicators(cells: pd.DataFrame, values: pd.DataFrame, projects: pd.DataFrame, rules: Rulebook) -> pd.DataFrame:
    """The table `indicators` with `raw_no`, score and deviation reason, from the long frames and the projects."""
    wide = _wide(cells).merge(projects[["document_id", "form_no", "project_id"]], on=["document_id", "form_no"])
    wide["indicator_no"] = wide.groupby("project_id").cumcount() + 1
    wide["indicator_id"] = wide["project_id"] + "-" + wide["indicator_no"].map("{:03}".format)
    _classify(wide, Taxonomy(rules))
    parts = [description_and_formula(text, rules) for text in wide["description"]]
    wide["description"] = _column(description for description, _ in parts)
    wide["formula"] = _column(formula for _, formula in parts)
    _add_values(wide, values, rules)
    return wide[[*INDICATORS.names, "raw_no", "score", "deviation_reason"]]


def _wide(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per indicator, in reading order; blank cells are None, all texts without outer space."""
    wide = cells.pivot(index=ROW, columns="column", values="text").reindex(columns=PRINTED)
    wide = wide.astype(object).sort_index().reset_index()
    for name in PRINTED:
        wide[name] = _column(text.strip() if isinstance(text, str) and text.strip() else None for text in wide[name])
    return wide


def _add_values(wide: pd.DataFrame, values: pd.DataFrame, rules: Rulebook) -> None:
    """Adds what the targets' cells print, where they stand, and a nature that stands in the sign's column."""
    printed: dict[tuple[str, int], list[Mapping[str, Any]]] = {}
    for value in records(values):
        if value["what"] == "target" and value["text"].strip():
            printed.setdefault((value["document_id"], value["raw_no"]), []).append(value)
    found = [printed.get(key, []) for key in zip(wide["document_id"], wide["raw_no"], strict=True)]
    wide["target_text"] = _column(SEVERAL.join(value["text"] for value in one) or None for one in found)
    wide["value_source"] = _column(one[0]["source"] if one else "none" for one in found)
    natures = rules.layouts.text["nature"]
    signs = [next((value["operator"].strip() for value in one), "") for one in found]
    in_sign = [sign if any(rule.pattern.search(sign) for rule in natures) else None for sign in signs]
    wide["nature"] = _column(own or sign for own, sign in zip(wide["nature"], in_sign, strict=True))


def _column(values: Iterable[Any]) -> pd.Series:
    """A column in which None stays None: in a column of text pandas makes it NaN, which is true and no text."""
    return pd.Series(list(values), dtype=object)


def _classify(wide: pd.DataFrame, taxonomy: Taxonomy) -> None:
    """Adds scheme and codes. The scheme is judged over a whole project, since single rows fit both schemes and a table
    may be broken over pages.
    """
    levels = list(zip(wide["level1"], wide["level2"], strict=True))
    by_project: dict[str, list] = {}
    for project_id, pair in zip(wide["project_id"], levels, strict=True):
        by_project.setdefault(project_id, []).append(pair)
    scheme = {project_id: taxonomy.scheme(pairs) for project_id, pairs in by_project.items()}
    classes = [
        taxonomy.classify(scheme[project_id], pair) for project_id, pair in zip(wide["project_id"], levels, strict=True)
    ]
    wide["scheme"] = _column(scheme[project_id] for project_id in wide["project_id"])
    wide["level1_code"] = _column(one.level1_code for one in classes)
    wide["level2_code"] = _column(one.level2_code for one in classes)


def unknown_levels(indicators: pd.DataFrame) -> list[Located]:
    """A finding for every printed class that no scheme knows."""
    return [
        Located("level_not_recognised", *place(row), evidence=" / ".join(filter(None, (row["level1"], row["level2"]))))
        for row in records(indicators)
        if (row["level1"] and not row["level1_code"]) or (row["level2"] and not row["level2_code"])
    ]


def place(row: Mapping) -> tuple:
    """Where an indicator stands, in the order of `Located`."""
    return tuple(row[name] for name in ("document_id", "project_id", "indicator_id", "table_no", "row_no"))
