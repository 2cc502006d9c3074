"""Fills the pages: their skeleton, style and script lie beside this module, their words in `rules/data/texts`.

`report.html` shows a whole dataset. Of a large one it holds the sums and the gravest findings, and leads to a page for
each unit, in the folder `report/`, which lists all that is said of it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from pipeline.reports.page.answers import Answer, answers, are_cut, by_unit, in_script
from pipeline.reports.page.names import file_name
from pipeline.reports.summary import Report
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.version import VERSION

NAME = "report.html"
FOLDER = "report"
LANGUAGES = ("zh", "en")
SCRIPTS = ("elements.js", "charts.js", "tables.js", "page.js")
LINKS = 5000
"""Units that the page leads to: more make it too large, and are found in the folder."""
SUMS = {"projects": "projects", "indicators": "indicators", "quantified": "quantified", "budget_total": "budget"}
"""The totals of a unit, by the column of the question about units."""


def write(database: Path, report: Report, rules: Rulebook, folder: Path) -> None:
    """Writes `report.html`, and of a large dataset the pages of its units, into a folder. Raises OSError if that cannot
    be done, QueryError if the database cannot be read.
    """
    found = answers(database)
    shown = {
        "totals": report.totals,
        "severities": report.by_severity,
        "checks": [len(report.checks), len(report.broken)],
        "rejected": report.inputs,
        **found,
    }
    if are_cut(found):
        shown["pages"] = list(_units(database, found, rules, folder / FOLDER))[:LINKS]
    _fill(folder / NAME, shown, rules)


def _units(database: Path, found: Mapping[str, Answer], rules: Rulebook, folder: Path) -> Iterator[list[object]]:
    """Writes the page of each unit; gives its address, its name, its year, its budget and how many findings it has."""
    folder.mkdir()
    taken: set[str] = set()
    with by_unit(database) as units:
        for unit, of_unit in units:
            name = file_name(unit, taken)
            rows = [dict(zip(of_unit["units"]["columns"], row, strict=True)) for row in of_unit["units"]["rows"]]
            severities = _severities(of_unit["findings"])
            totals: dict[str, Any] = {key: _sum(row[column] for row in rows) for key, column in SUMS.items()}
            shown = {"totals": totals, "severities": severities, "unit": rows[0]["name"], "year": rows[0]["year"]}
            _fill(folder / f"{name}.html", {**shown, "advice": found["advice"], **of_unit}, rules)
            grave = severities["error"] + severities["warning"]
            yield [f"{FOLDER}/{name}.html", rows[0]["name"], rows[0]["year"], totals["budget_total"], grave]


def _sum(values: Iterator[Any]) -> Any:
    """The sum of the values that there are; none if there is none."""
    found = [value for value in values if value is not None]
    return sum(found) if found else None


def _severities(findings: Answer) -> dict[str, int]:
    place = findings["columns"].index("severity")
    counts = Counter(row[place] for row in findings["rows"])
    return {grade: counts[grade] for grade in ("error", "warning", "note")}


def _fill(path: Path, shown: Mapping[str, Any], rules: Rulebook) -> None:
    words = {language: rules.pages[language]["report"] for language in LANGUAGES}
    parts = {
        "title": rules.pages["zh"]["report"]["title"],
        "style": text("page.css"),
        "chart_style": text("charts.css"),
        "script": _script(),
        "shown": in_script({"version": VERSION, "words": words, **shown}),
    }
    page = Template(text("page.html")).substitute(parts)
    path.write_bytes(page.encode("utf-8", errors="replace"))


@cache
def _script() -> str:
    return "\n".join(map(text, SCRIPTS))


@cache
def text(name: str) -> str:
    """A file that the page is made of. Raises OSError if there is none of this name."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
