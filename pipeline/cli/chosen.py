"""The part of the findings that was asked for: of some units, of some projects, of some grades."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pipeline.cli.answers import refuse
from pipeline.cli.language import said

if TYPE_CHECKING:
    from pipeline.reports.by_project import Opinion, ProjectOpinion, Row

UNIT = ("unit_code", "unit_name", "implementing_unit", "department_name")
PROJECT = ("project_id", "project_no", "project_name")
NEAR = 0.3
"""How alike a name must be to be offered: of a long name often a few words are typed."""


def chosen(whole: "Opinion", unit: str, project: str, severity: str) -> "Opinion":
    """The opinion on what was asked for; findings on whole documents are left out where units or projects are named.

    Ends the program if nothing is of that name.
    """
    projects = whole.projects
    if unit:
        projects = _named(projects, unit, UNIT, "--unit")
    if project:
        projects = _named(projects, project, PROJECT, "--project")
    found = replace(whole, projects=projects, documents=() if unit or project else whole.documents)
    return _graded(found, severity) if severity else found


def _named(
    projects: "Sequence[ProjectOpinion]", asked: str, columns: Sequence[str], option: str
) -> "tuple[ProjectOpinion, ...]":
    """The projects that are called so; if there are none, those whose name holds what was asked."""
    names = {id(one): [str(one.project[column]) for column in columns if one.project[column]] for one in projects}
    called = [one for one in projects if asked in names[id(one)]]
    found = called or [one for one in projects if any(_squeezed(asked) in _squeezed(name) for name in names[id(one)])]
    if not found:
        _refuse(asked, list(dict.fromkeys(name for some in names.values() for name in some)), option)
    return tuple(found)


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _refuse(asked: str, names: list[str], option: str) -> None:
    if near := get_close_matches(asked, names, 3, NEAR):
        refuse(
            "{option}: nothing is called {asked}; did you mean {near}?",
            asked=asked,
            option=option,
            near=said(", ").join(near),
        )
    refuse("{option}: nothing is called {asked}; without it, all is shown", asked=asked, option=option)


def _graded(found: "Opinion", severity: str) -> "Opinion":
    """The findings that are as grave, or graver, and the projects that have some: of others it cannot be said here that
    they have none.
    """
    from pipeline.rules import book

    words = book.default().memo.severities
    codes = {name: code for code, told in words.items() for name in (code, told)}
    if severity not in codes:
        refuse(
            "{asked}: there is no such severity; use one of {known}",
            asked=severity,
            known=said(", ").join(map(said, words)),
        )
    grades = list(words)
    wanted = set(grades[: grades.index(codes[severity]) + 1])

    def of(rows: "Sequence[Row]") -> "tuple[Row, ...]":
        return tuple(row for row in rows if row["severity"] in wanted)

    projects = [replace(one, findings=of(one.findings)) for one in found.projects]
    return replace(found, projects=tuple(one for one in projects if one.findings), documents=of(found.documents))
