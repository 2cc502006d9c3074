"""What a run made, in a few figures: asked of the database by the files of `sql/report/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.load import sqlfiles, warehouse
from pipeline.load.many_questions import answers
from pipeline.load.warehouse import Check

Rows = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Totals, rows per budget unit, findings per code, inputs that were not read, and the outcome of the checks."""

    totals: Mapping[str, Any]
    units: Rows
    issues: Rows
    inputs: Rows
    checks: tuple[Check, ...]

    @property
    def broken(self) -> tuple[Check, ...]:
        """The checks that found bad rows."""
        return tuple(check for check in self.checks if check.rows)

    @property
    def by_severity(self) -> dict[str, int]:
        """The number of findings per severity, the gravest first."""
        counts = dict.fromkeys(("error", "warning", "note"), 0)
        for row in self.issues:
            counts[row["severity"]] += row["findings"]
        return counts

    @property
    def rejected(self) -> int:
        """How many inputs were rejected."""
        return len({row["path"] for row in self.inputs if row["severity"] == "error"})


def report(database: Path, held: bool = False) -> Report:
    """The report on a database; the checks are not asked of one that is known to have held them all.

    Raises QueryError if it is missing or not ours.
    """
    with warehouse.reading(database) as connection:
        files = sqlfiles.read("report")
        answered = answers(connection, [file.text for file in files])
        found = {file.name: tuple(answer.named) for file, answer in zip(files, answered, strict=True)}
        checks = tuple(warehouse.unbroken() if held else warehouse.checked(connection))
    return Report(found["totals"][0], found["units"], found["issues"], found["inputs"], checks)
