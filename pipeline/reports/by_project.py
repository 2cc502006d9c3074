"""What the review found, project by project: asked of the database by the files of `sql/opinion/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from pipeline.load import sqlfiles, warehouse

Row = Mapping[str, Any]
REVIEW, ERROR = "review", "error"


@dataclass(frozen=True, slots=True)
class ProjectOpinion:
    """A project and its findings, by severity and money."""

    project: Row
    findings: tuple[Row, ...]

    @property
    def remarks(self) -> tuple[Row, ...]:
        """The findings of the review; the others tell of doubts that the program had in reading."""
        return tuple(row for row in self.findings if row["found_by"] == REVIEW)


@dataclass(frozen=True, slots=True)
class Opinion:
    """The findings of each project, and those of documents as such; and the rules that `basis` names, if the run was
    told of local ones.
    """

    projects: tuple[ProjectOpinion, ...]
    documents: tuple[Row, ...]
    basis: str = ""

    @property
    def findings(self) -> Iterator[Row]:
        """All findings, those of documents first."""
        return chain(self.documents, *(one.findings for one in self.projects))

    @property
    def doubts(self) -> tuple[Row, ...]:
        """What the program had doubts about in reading."""
        return tuple(row for row in self.findings if row["found_by"] != REVIEW)

    @property
    def paths(self) -> set[str]:
        """The files that the projects stand in."""
        return {one.project["path"] for one in self.projects}

    @property
    def rejected(self) -> set[str]:
        """The files that could not be read, which is told as an error of the whole file."""
        return {row["path"] for row in self.documents if row["severity"] == ERROR} - self.paths

    @property
    def units(self) -> int:
        """How many units the projects belong to: budget units, or where none is printed who carries them out."""
        units = {(one.project["unit_code"], next(_unit_names(one.project), None)) for one in self.projects}
        return len(units - {(None, None)})

    @property
    def evaluated(self) -> int:
        """How many of the projects are self-evaluations."""
        return sum(one.project["is_evaluated"] for one in self.projects)

    @property
    def budgets(self) -> list[Decimal]:
        """The budgets of the projects that state one, in yuan."""
        return [one.project["budget_total"] for one in self.projects if one.project["budget_total"] is not None]


def _unit_names(project: Row) -> Iterator[str]:
    yield from filter(None, map(project.__getitem__, ("unit_name", "implementing_unit", "department_name")))


def opinion(database: Path) -> Opinion:
    """The opinion on a database. Raises QueryError if it is missing or not ours."""
    asked = {file.name: warehouse.query(database, file.text) for file in sqlfiles.read("opinion")}
    rows = {name: one.named for name, one in asked.items()}
    by_project: dict[str | None, list[Row]] = {None: []}
    for finding in rows["findings"]:
        by_project.setdefault(finding["project_id"], []).append(finding)
    projects = (ProjectOpinion(row, tuple(by_project.get(row["project_id"], ()))) for row in rows["projects"])
    return Opinion(tuple(projects), tuple(by_project[None]), rows["basis"][0]["basis"])
