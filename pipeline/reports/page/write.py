"""Fills the page: its skeleton, its style and its script lie beside this module, its words in `rules/data/texts`."""

from pathlib import Path
from string import Template
from typing import Any

from pipeline.reports.page.answers import answers, in_script
from pipeline.reports.summary import Report
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.version import VERSION

NAME = "report.html"
LANGUAGES = ("zh", "en")
SCRIPTS = ("elements.js", "charts.js", "tables.js", "page.js")


def write(database: Path, report: Report, rules: Rulebook, folder: Path) -> None:
    """Writes `report.html` into a folder. Raises OSError if that cannot be done, QueryError if the database cannot be
    read.
    """
    shown = _shown(database, report, rules)
    parts = {
        "title": rules.pages["zh"]["report"]["title"],
        "style": text("page.css"),
        "chart_style": text("charts.css"),
        "script": "\n".join(map(text, SCRIPTS)),
        "shown": in_script(shown),
    }
    page = Template(text("page.html")).substitute(parts)
    (folder / NAME).write_bytes(page.encode("utf-8", errors="replace"))


def _shown(database: Path, report: Report, rules: Rulebook) -> dict[str, Any]:
    """All that the page is made of: the totals of the run, the answers, and the words in both languages."""
    return {
        "version": VERSION,
        "totals": report.totals,
        "severities": report.by_severity,
        "checks": [len(report.checks), len(report.broken)],
        "rejected": report.inputs,
        "words": {language: rules.pages[language]["report"] for language in LANGUAGES},
        **answers(database),
    }


def text(name: str) -> str:
    """A file that the page is made of. Raises OSError if there is none of this name."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
