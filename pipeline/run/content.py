"""What a document says, as two checksums: by these copies of one document in several formats are found."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.load import parts
from pipeline.load.parts import Part

SAID: Mapping[str, tuple[str, ...]] = {
    "projects": ("unit_code", "unit_name", "fiscal_year", "project_name", "budget_total", "budget_fiscal"),
    "form_fields": ("field", "text"),
    "indicators": ("level1", "level2", "indicator_name", "description", "target_text", "weight", "standard", "remark"),
    "results": ("actual_text", "weight", "score", "deviation_reason"),
    "tasks": ("task_name", "content", "amount_total"),
}
"""The columns, by table, that hold what a document prints of its projects; formats part lines and pages otherwise."""
NAMED = ("unit_name", "fiscal_year", "project_name")


class Content(NamedTuple):
    """The format of a document, which projects it names, and all that it says of them. A checksum is empty where that
    says too little: no project, one without a name or a unit; without a year two documents may be of two years.
    """

    format: str = ""
    projects: str = ""
    whole: str = ""


def said(part: Part) -> Content:
    """What a document of these tables says."""
    documents, projects = (_rows(part, name) for name in ("documents", "projects"))
    names = [tuple(row[name] for name in NAMED) for row in projects]
    format = documents[0]["format"] if documents else ""
    if not names or not all(unit and name for unit, _, name in names):
        return Content(format)
    kind = "results" if _rows(part, "results") else "targets"  # a self-evaluation names the projects of its plan
    whole = _checksum(_printed(part)) if all(year for _, year, _ in names) else ""
    return Content(format, _checksum([kind, *sorted({_text(name) for name in names})]), whole)


def of(path: Path) -> Content:
    """What the document of a part says, as it was written down beside the tables."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return Content(*parts.known(path)["content"])
    return Content()


def _printed(part: Part) -> Iterator[str]:
    for table, columns in SAID.items():
        for row in _rows(part, table):
            yield _text((table, *(row.get(name) for name in columns)))


def _rows(part: Part, name: str) -> list[dict[str, Any]]:
    return part[name].to_pylist() if name in part else []


def _text(values: Iterable[Any]) -> str:
    """Values as text without white space, wide and narrow letters alike."""
    plain = (unicodedata.normalize("NFKC", "" if value is None else str(value)) for value in values)
    return "\x1f".join("".join(value.split()) for value in plain)


def _checksum(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode(errors="surrogatepass")).hexdigest()
