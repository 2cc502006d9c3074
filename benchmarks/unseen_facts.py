"""What a document says of projects, as plain facts that can be compared: the same whether judged by hand or read."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from pipeline.extract.layout import forms
from pipeline.extract.rows import long_rows
from pipeline.model.document import Document
from pipeline.model.reading import Outcome
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.document import tables
from pipeline.transform.records import Rows

CODE = re.compile(r"^\[?[0-9A-Z]{3,}\]?[-—－]?(?=\D)")
"""A code before a name, which a judge may leave out."""
NUMBER = re.compile(r"^(?:指标)?[0-9一二三四五六七八九十]{1,2}[.．、:：]")
"""The number before a name or a class, which a judge may leave out."""


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """A printed indicator. Texts are without white space, None where nothing is stated.

    `kind` is that of its target. `table_no` says where it was read; a judge does not write it down.
    """

    name: str
    level1: str | None = None
    level2: str | None = None
    targets: tuple[str, ...] = ()
    actuals: tuple[str, ...] = ()
    kind: str = ""
    table_no: int | None = None


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """A main task and its sum in yuan."""

    name: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """A project. `units` are all that may be called so; `goals` the numbers of goals that are right, or were read."""

    name: str | None = None
    units: tuple[str, ...] = ()
    department: str | None = None
    fiscal_year: int | None = None
    budget: Decimal | None = None
    goals: tuple[int, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    tasks: tuple[TaskFacts, ...] = ()
    table_no: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A finding: its code, whether it is about what could not be read, what it quotes and where."""

    code: str
    of_reading: bool
    evidence: str
    table_no: int | None = None
    row_no: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document."""

    projects: tuple[ProjectFacts, ...]
    said: tuple[Said, ...] = ()


def plain(text: Any) -> str | None:
    """A text without white space; None for none and for a missing value of a frame."""
    return "".join(text.split()) or None if isinstance(text, str) else None


def uncoded(text: str | None) -> str | None:
    """A name without a code before it."""
    return CODE.sub("", text) if text else text


def unnumbered(text: str | None) -> str | None:
    """A name or class without the number before it."""
    return NUMBER.sub("", text) if text else text


def read(document: Document, rules: Rulebook) -> Facts:
    """What the program reads of a document, without the questions that only the database can answer.

    A document that breaks the reader is rejected and that is said, as in a run.
    """
    try:
        reading = forms.read(document, rules)
    except Exception as error:
        return Facts((), (Said("reading_failed", True, f"{type(error).__name__}: {error}"),))
    outcome = Outcome(document.name, "parsed", reading.findings, document.sha256, document.size, "docx", reading)
    return of_tables(tables(long_rows([outcome]), rules, "benchmark"), rules)


def of_tables(made: Mapping[str, Rows], rules: Rulebook) -> Facts:
    """The facts in the tables of one document, wherever they come from."""
    found = {name: made[name] for name in _TABLES}
    projects = tuple(_project(one, found) for one in found["projects"])
    return Facts(projects, tuple(_said(one, rules) for one in found["issues"]))


_TABLES = ("projects", "goals", "tasks", "indicators", "targets", "results", "issues")


def _project(project: Mapping[str, Any], found: Mapping[str, Sequence[Mapping[str, Any]]]) -> ProjectFacts:
    def own(table: str) -> list[Mapping[str, Any]]:
        return [row for row in found[table] if row["project_id"] == project["project_id"]]

    periods = [row["period"] for row in own("goals")]
    return ProjectFacts(
        name=plain(project["project_name"]),
        units=tuple(filter(None, (plain(project[key]) for key in ("unit_name", "implementing_unit")))),
        department=plain(project["department_name"]),
        fiscal_year=_whole(project["fiscal_year"]),
        budget=_amount(project["budget_total"]),
        goals=tuple(periods.count(period) for period in sorted(set(periods))),
        indicators=tuple(_indicator(row, found) for row in own("indicators")),
        tasks=tuple(TaskFacts(plain(row["task_name"]) or "", _amount(row["amount_total"])) for row in own("tasks")),
        table_no=_whole(project["table_no"]),
    )


def _indicator(row: Mapping[str, Any], found: Mapping[str, Sequence[Mapping[str, Any]]]) -> IndicatorFacts:
    def own(table: str) -> list[Mapping[str, Any]]:
        return [one for one in found[table] if one["indicator_id"] == row["indicator_id"]]

    stated = [row["target_text"], *(one["value_text"] for one in own("targets"))]
    targets = dict.fromkeys(filter(None, map(plain, stated)))
    return IndicatorFacts(
        name=plain(row["indicator_name"]) or "",
        level1=plain(row["level1"]),
        level2=plain(row["level2"]),
        targets=tuple(targets),
        actuals=tuple(filter(None, (plain(one["actual_text"]) for one in own("results")))),
        kind=next((str(one["kind"]) for one in own("targets")), ""),
        table_no=_whole(row["table_no"]),
    )


def _said(row: Mapping[str, Any], rules: Rulebook) -> Said:
    of_reading = rules.issues[row["code"]].found_by == "reading"
    place = (_whole(row["table_no"]), _whole(row["row_no"]))
    return Said(row["code"], of_reading, plain(row["evidence"]) or "", *place)


def _whole(value: Any) -> int | None:
    return None if value is None or value is pd.NA or math.isnan(value) else int(value)


def _amount(value: Any) -> Decimal | None:
    return value if isinstance(value, Decimal) and not value.is_nan() else None
