"""Long rows → the tables of `schema/parts.py`, as rows. This is the whole of the transform, in order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.column import Table
from pipeline.schema.parts import INDICATOR_NAMES, PARTS
from pipeline.schema.tables.indicators import INDICATORS
from pipeline.schema.tables.projects import FUNDING_ITEMS, FUNDS, GOALS
from pipeline.transform.names.groups import indicator_names
from pipeline.transform.reconcile.project import reconcile
from pipeline.transform.records import Row, Rows, named, of_table
from pipeline.transform.review.finders import review
from pipeline.transform.review.findings import extracted, issues
from pipeline.transform.tables.form_fields import form_fields, left_blank
from pipeline.transform.tables.indicators import indicators, unknown_levels
from pipeline.transform.tables.projects import budget_units, projects
from pipeline.transform.tables.targets import targets_and_results
from pipeline.transform.tables.tasks import tasks
from pipeline.transform.tables.texts import funding_items, goals
from pipeline.transform.values.grammars import grammar_of


def tables(long: Mapping[str, Rows], rules: Rulebook, version: str) -> dict[str, Rows]:
    """The rows of `schema/parts.py` by table, typed but not yet Arrow: all that the document in the `long` rows says
    by itself. `version` is the pipeline's.
    """
    grammar_of(rules).expect(row["text"] for row in long["cells"])
    forms, form_findings = projects(long, rules)
    rows = indicators(long["indicator_cells"], long["indicator_values"], forms, rules)
    parsed, results = targets_and_results(long["indicator_values"], rows, forms, rules)
    purposes = _listed(forms, FUNDING_ITEMS, lambda form: funding_items(form["funding_use"], rules))
    items, reconciliations = reconcile(rows, parsed, forms, purposes, rules)
    done, task_findings = tasks(long["task_cells"], forms, rules)
    made = {
        "documents": [row | {"pipeline_version": version} for row in long["documents"]],
        "cells": long["cells"],
        "budget_units": budget_units(forms),
        "projects": of_table(forms, PARTS["projects"]),
        "form_fields": form_fields(long["form_fields"], forms),
        "funds": _listed(forms, FUNDS, lambda form: ((no, *fund) for no, fund in enumerate(form["funds"], 1))),
        "goals": _listed(forms, GOALS, lambda form: _goals(form["goals"], rules)),
        "funding_items": purposes,
        "tasks": done,
        "indicators": of_table(rows, INDICATORS),
        "targets": parsed,
        "results": results,
        "reconciliations": reconciliations,
        "reconciliation_items": items,
    }
    seen = made | {"left_blank": left_blank(long["form_fields"], forms)}
    found = [*extracted(long["findings"]), *form_findings, *task_findings, *unknown_levels(rows), *review(seen, rules)]
    return made | {
        "issues": issues(found, rules),
        INDICATOR_NAMES.name: named(indicator_names(rows, rules), INDICATOR_NAMES),
    }


def _goals(texts: Iterable[tuple[str, str]], rules: Rulebook) -> Iterator[tuple[Any, ...]]:
    """The goals of each period, several cells of which are one text."""
    by_period: dict[str, list[str]] = {}
    for period, text in texts:
        by_period.setdefault(period, []).append(text)
    for period, found in by_period.items():
        yield from ((period, *goal) for goal in goals("\n".join(found), rules))


def _listed(forms: Rows, table: Table, split: Callable[[Row], Iterable[tuple[Any, ...]]]) -> Rows:
    """A table of the things that `split` finds in each project."""
    return named(((form["project_id"], *one) for form in forms for one in split(form)), table)
