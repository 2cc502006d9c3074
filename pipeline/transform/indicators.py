"""Indicator cells → the table `indicators`: one row per printed row, classes resolved, formula apart."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.rulebook import Rulebook
from pipeline.schema import INDICATORS
from pipeline.transform.issues import Located
from pipeline.transform.prose import description_and_formula
from pipeline.transform.taxonomy import Taxonomy

ROW = ["document_id", "form_no", "table_no", "row_no"]
PRINTED = ["level1", "level2", "indicator_name", "description", "target", "weight"]


def indicators(indicator_cells: pd.DataFrame, projects: pd.DataFrame, rules: Rulebook) -> pd.DataFrame:
    """The table `indicators`, from the long frame of indicator cells and the projects with their `form_no`."""
    wide = _wide(indicator_cells).merge(
        projects[["document_id", "form_no", "project_id"]], on=["document_id", "form_no"]
    )
    wide["indicator_no"] = wide.groupby("project_id").cumcount() + 1
    wide["indicator_id"] = wide["project_id"] + "-" + wide["indicator_no"].map("{:03}".format)
    _classify(wide, Taxonomy(rules))
    parts = [description_and_formula(text, rules) for text in wide["description"]]
    wide["description"] = _column(description for description, _ in parts)
    wide["formula"] = _column(formula for _, formula in parts)
    wide["target_text"] = wide["target"]
    wide["value_source"] = wide["target"].map(lambda text: "none" if text is None else "target")
    return wide[[column.name for column in INDICATORS.columns]]


def _wide(indicator_cells: pd.DataFrame) -> pd.DataFrame:
    """One row per printed row, in document order; blank cells are None, all texts but the target without outer space."""
    wide = indicator_cells.pivot(index=ROW, columns="column", values="text").reindex(columns=PRINTED)
    wide = wide.astype(object).sort_index().reset_index()
    for name in PRINTED:
        keep = str if name == "target" else str.strip
        wide[name] = _column(keep(text) if isinstance(text, str) and text.strip() else None for text in wide[name])
    return wide


def _column(values: Iterable[Any]) -> pd.Series:
    """A column in which None stays None: in a column of text pandas makes it NaN, which is true and no text."""
    return pd.Series(list(values), dtype=object)


def _classify(wide: pd.DataFrame, taxonomy: Taxonomy) -> None:
    """Adds scheme and codes. The scheme is judged over a whole table, since single rows fit both schemes."""
    levels = list(zip(wide["level1"], wide["level2"], strict=True))
    tables = list(zip(wide["document_id"], wide["table_no"], strict=True))
    by_table: dict[tuple[str, int], list] = {}
    for table, pair in zip(tables, levels, strict=True):
        by_table.setdefault(table, []).append(pair)
    scheme = {table: taxonomy.scheme(pairs) for table, pairs in by_table.items()}
    classes = [taxonomy.classify(scheme[table], pair) for table, pair in zip(tables, levels, strict=True)]
    wide["scheme"] = _column(scheme[table] for table in tables)
    wide["level1_code"] = _column(one.level1_code for one in classes)
    wide["level2_code"] = _column(one.level2_code for one in classes)


def unknown_levels(indicators: pd.DataFrame) -> list[Located]:
    """A finding for every printed class that no scheme knows."""
    return [
        Located("level_not_recognised", *place(row), evidence=" / ".join(filter(None, (row["level1"], row["level2"]))))
        for row in indicators.to_dict("records")
        if (row["level1"] and not row["level1_code"]) or (row["level2"] and not row["level2_code"])
    ]


def place(row: Mapping) -> tuple:
    """Where an indicator stands, in the order of `Located`."""
    return tuple(row[name] for name in ("document_id", "project_id", "indicator_id", "table_no", "row_no"))
