"""Long frames → the tables of `tables.py`, as frames. This is the whole of the transform, in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.column import Table
from pipeline.schema.parts import INDICATOR_NAMES, PARTS
from pipeline.schema.tables.indicators import INDICATORS
from pipeline.schema.tables.projects import FUNDING_ITEMS, FUNDS, GOALS
from pipeline.transform.names.groups import indicator_names
from pipeline.transform.reconcile.project import reconcile
from pipeline.transform.records import frame, records
from pipeline.transform.review.finders import review
from pipeline.transform.review.findings import extracted, issues
from pipeline.transform.tables.form_fields import form_fields
from pipeline.transform.tables.indicators import indicators, unknown_levels
from pipeline.transform.tables.projects import budget_units, projects
from pipeline.transform.tables.targets import targets_and_results
from pipeline.transform.tables.tasks import tasks
from pipeline.transform.tables.texts import funding_items, goals
from pipeline.transform.tables.yearly import for_the_year


def tables(long: Mapping[str, pd.DataFrame], rules: Rulebook, version: str) -> dict[str, pd.DataFrame]:
    """The tables of `schema/parts.py` by name, typed but not yet Arrow: all that the documents in `long` say by
    themselves. `version` is the pipeline's.
    """
    forms, form_findings = projects(long, rules)
    rows = indicators(long["indicator_cells"], long["indicator_values"], forms, rules)
    parsed, results = targets_and_results(long["indicator_values"], rows, forms, rules)
    parsed["for_year"] = for_the_year(parsed, rows)
    purposes = _listed(forms, FUNDING_ITEMS, lambda form: funding_items(form["funding_use"], rules))
    items, reconciliations = reconcile(rows, parsed, forms, purposes, rules)
    done, task_findings = tasks(long["task_cells"], forms, rules)
    made = {
        "documents": long["documents"].assign(pipeline_version=version),
        "cells": long["cells"],
        "budget_units": budget_units(forms),
        "projects": _columns(forms, PARTS["projects"]),
        "form_fields": form_fields(long["form_fields"], forms),
        "funds": _listed(forms, FUNDS, lambda form: ((no, *fund) for no, fund in enumerate(form["funds"], 1))),
        "goals": _listed(forms, GOALS, lambda form: _goals(form["goals"], rules)),
        "funding_items": purposes,
        "tasks": done,
        "indicators": _columns(rows, INDICATORS),
        "targets": parsed,
        "results": results,
        "reconciliations": reconciliations,
        "reconciliation_items": items,
    }
    found = [*extracted(long["findings"]), *form_findings, *task_findings, *unknown_levels(rows), *review(made, rules)]
    names = indicator_names(records(rows), rules)
    return made | {
        "issues": frame(issues(found, rules), PARTS["issues"]),
        INDICATOR_NAMES.name: frame(list(names), INDICATOR_NAMES),
    }


def _goals(texts: Iterable[tuple[str, str]], rules: Rulebook) -> Iterator[tuple[Any, ...]]:
    """The goals of each period, several cells of which are one text."""
    by_period: dict[str, list[str]] = {}
    for period, text in texts:
        by_period.setdefault(period, []).append(text)
    for period, found in by_period.items():
        yield from ((period, *goal) for goal in goals("\n".join(found), rules))


def _columns(made: pd.DataFrame, table: Table) -> pd.DataFrame:
    return made.reindex(columns=table.names)


def _listed(
    forms: pd.DataFrame, table: Table, split: Callable[[Mapping[str, Any]], Iterable[tuple[Any, ...]]]
) -> pd.DataFrame:
    """A table of the things that `split` finds in each project."""
    rows = [(form["project_id"], *one) for form in records(forms) for one in split(form)]
    return frame(rows, table)
