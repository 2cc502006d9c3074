"""Long frames → the tables of `schema.py`, as frames. This is the whole of the transform, in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from pipeline import schema
from pipeline.rulebook import Rulebook
from pipeline.transform.fields import form_fields
from pipeline.transform.groups import indicator_groups
from pipeline.transform.indicators import indicators, unknown_levels
from pipeline.transform.issues import answered, extracted, issues
from pipeline.transform.projects import budget_units, projects
from pipeline.transform.prose import funding_items, goals
from pipeline.transform.reconcile import reconcile
from pipeline.transform.records import frame, records
from pipeline.transform.review import review
from pipeline.transform.tasks import tasks
from pipeline.transform.values import targets_and_results
from pipeline.transform.yearly import for_the_year

Ask = Callable[[Mapping[str, pd.DataFrame]], Iterable[tuple[str, Mapping[str, Any]]]]
"""Puts the questions of `sql/review/` to the tables; an answer is a code and a row."""


def tables(
    long: Mapping[str, pd.DataFrame], rules: Rulebook, version: str, ask: Ask = lambda tables: ()
) -> dict[str, pd.DataFrame]:
    """Every table of the dataset by name, typed but not yet Arrow. `version` is the pipeline's; `ask` is for the load
    stage to answer, since it alone speaks SQL.
    """
    forms, form_findings = projects(long, rules)
    rows = indicators(long["indicator_cells"], long["indicator_values"], forms, rules)
    parsed, results = targets_and_results(long["indicator_values"], rows, forms)
    parsed["for_year"] = for_the_year(parsed, rows)
    purposes = _listed(forms, schema.FUNDING_ITEMS, lambda form: funding_items(form["funding_use"], rules))
    items, reconciliations = reconcile(rows, parsed, forms, purposes, rules)
    done, task_findings = tasks(long["task_cells"], forms)
    made = {
        "documents": long["documents"].assign(pipeline_version=version),
        "cells": long["cells"],
        "budget_units": budget_units(forms),
        "projects": _columns(forms, schema.PROJECTS),
        "form_fields": form_fields(long["form_fields"], forms),
        "funds": _listed(forms, schema.FUNDS, lambda form: ((no, *fund) for no, fund in enumerate(form["funds"], 1))),
        "goals": _listed(forms, schema.GOALS, lambda form: _goals(form["goals"], rules)),
        "funding_items": purposes,
        "tasks": done,
        "indicators": _columns(rows, schema.INDICATORS),
        "targets": parsed,
        "results": results,
        "reconciliations": reconciliations,
        "reconciliation_items": items,
        "indicator_groups": indicator_groups(rows, rules),
    }
    found = [*extracted(long["findings"]), *form_findings, *task_findings, *unknown_levels(rows)]
    found += [*review(made, rules), *answered(ask(made), made)]
    return made | {"issues": issues(found, rules)}


def _goals(texts: Iterable[tuple[str, str]], rules: Rulebook) -> Iterator[tuple[Any, ...]]:
    """The goals of each period, several cells of which are one text."""
    by_period: dict[str, list[str]] = {}
    for period, text in texts:
        by_period.setdefault(period, []).append(text)
    for period, found in by_period.items():
        yield from ((period, *goal) for goal in goals("\n".join(found), rules))


def _columns(made: pd.DataFrame, table: schema.Table) -> pd.DataFrame:
    return made.reindex(columns=table.names)


def _listed(
    forms: pd.DataFrame, table: schema.Table, split: Callable[[Mapping[str, Any]], Iterable[tuple[Any, ...]]]
) -> pd.DataFrame:
    """A table of the things that `split` finds in each project."""
    rows = [(form["project_id"], *one) for form in records(forms) for one in split(form)]
    return frame(rows, table)
