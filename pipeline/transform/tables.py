"""Long frames → the tables of `schema.py`, as frames. This is the whole of the transform, in order."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline import schema
from pipeline.rulebook import Rulebook
from pipeline.transform.groups import indicator_groups
from pipeline.transform.indicators import indicators, unknown_levels
from pipeline.transform.issues import answered, extracted, issues
from pipeline.transform.projects import budget_units, projects
from pipeline.transform.prose import funding_items, goals
from pipeline.transform.reconcile import reconcile
from pipeline.transform.review import review
from pipeline.transform.values import targets

Ask = Callable[[Mapping[str, pd.DataFrame]], Iterable[tuple[str, Mapping[str, Any]]]]
"""Puts the questions of `sql/review/` to the tables; an answer is a code and a row."""


def tables(
    long: Mapping[str, pd.DataFrame], rules: Rulebook, version: str, ask: Ask = lambda tables: ()
) -> dict[str, pd.DataFrame]:
    """Every table of the dataset by name, typed but not yet Arrow. `version` is the pipeline's; `ask` is for the load
    stage to answer, since it alone speaks SQL.
    """
    forms, form_findings = projects(long, rules)
    rows = indicators(long["indicator_cells"], forms, rules)
    parsed = targets(rows, forms)
    purposes = _listed(forms, "funding_use", funding_items, schema.FUNDING_ITEMS, rules)
    items, reconciliations = reconcile(rows, parsed, forms, purposes, rules)
    made = {
        "documents": long["documents"].assign(pipeline_version=version),
        "cells": long["cells"],
        "budget_units": budget_units(forms),
        "projects": _columns(forms, schema.PROJECTS),
        "goals": _listed(forms, "goals", goals, schema.GOALS, rules),
        "funding_items": purposes,
        "indicators": rows,
        "targets": parsed,
        "reconciliations": reconciliations,
        "reconciliation_items": items,
        "indicator_groups": indicator_groups(rows["indicator_name"], rules),
    }
    found = [*extracted(long["findings"]), *form_findings, *unknown_levels(rows), *review(made, rules)]
    return made | {"issues": issues([*found, *answered(ask(made), made)], rules)}


def _columns(frame: pd.DataFrame, table: schema.Table) -> pd.DataFrame:
    return frame.reindex(columns=[column.name for column in table.columns])


def _listed(forms: pd.DataFrame, column: str, split, table: schema.Table, rules: Rulebook) -> pd.DataFrame:
    """One row per thing that `split` finds in a text column of the projects."""
    texts = forms.reindex(columns=["project_id", column]).itertuples(index=False)
    rows = [(project_id, *one) for project_id, text in texts for one in split(text, rules)]
    return pd.DataFrame(rows, columns=[column.name for column in table.columns], dtype=object)
