"""Published forms retyped by people who never met the program, with what is right: `tests/forms/unseen/README.md`.

A file of JSON becomes a `Document`, a Word file and the `Facts` that are right.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any

from benchmarks.unseen_facts import Facts, IndicatorFacts, ProjectFacts, TaskFacts, plain
from pipeline.model.document import Document
from tests.forms import printed
from tests.layouts.parts import Wide, laid
from tests.word import docx, paragraph

DEVELOPED = Path(__file__).parent.parent / "tests" / "forms" / "unseen"
"""The forms that the program is fitted to, once their first reading was stated."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A retyped form. `is_whole`: it is there to its end. `blocks`: paragraphs, and tables as rows of cells."""

    id: str
    kind: str
    publisher: str
    file_name: str
    is_whole: bool
    blocks: tuple[Any, ...]
    facts: Facts

    @property
    def in_tables(self) -> bool:
        """Whether what is asked for stands in tables, not in running text."""
        names = {row.name for one in self.facts.projects for row in one.indicators}
        cells = {
            plain(cell.text) or "" for one in self.blocks if not isinstance(one, str) for row in one for cell in row
        }
        return not names or any(name in cell for name in names for cell in cells)

    def document(self) -> Document:
        """The form as the reader of Word files would give it."""
        return printed.document(*self.blocks, name=self.file_name)

    @property
    def word_name(self) -> str:
        """The name of the file as Word's: forms published in other formats are retyped as Word files too."""
        return str(PurePath(self.file_name).with_suffix(".docx"))

    def word(self) -> bytes:
        """The form as a Word file."""
        return docx(*(paragraph(one) if isinstance(one, str) else laid(one) for one in self.blocks))


def folder(path: Path) -> list[Unseen]:
    """The forms of a folder, by name. Raises OSError if there is none, ValueError for a file of another shape."""
    files = sorted(path.glob("*.json"))
    if not files:
        raise FileNotFoundError(f"{path}: no retyped form (*.json) is here")
    return [_unseen(file) for file in files]


def _unseen(file: Path) -> Unseen:
    raw = json.loads(file.read_text(encoding="utf-8"))
    try:
        blocks = tuple(one if isinstance(one, str) else _rows(one["table"]) for one in raw["blocks"])
        stated = (raw["id"], raw["kind"], raw["publisher"], raw["file_name"], raw["whole"])
        return Unseen(*stated, blocks, _facts(raw))
    except KeyError as error:
        raise ValueError(f"{file.name}: there is no {error}") from None


def _rows(table: Iterable[Iterable[Any]]) -> list[list[Wide]]:
    return [[Wide(one) if isinstance(one, str) else Wide(**one) for one in row] for row in table]


def _facts(raw: Mapping[str, Any]) -> Facts:
    """What is right. The tasks are those of the first project, since forms print them once."""
    made = []
    for number, project in enumerate(raw["projects"], 1):
        rows = tuple(_indicator(row) for row in raw["indicators"] if row["project"] == number)
        tasks = tuple(TaskFacts(plain(one["name"]) or "", _yuan(one["amount_yuan"])) for one in raw["tasks"])
        made.append(_project(project, rows, tasks if number == 1 else ()))
    return Facts(tuple(made))


def _project(raw: Mapping[str, Any], rows: tuple[IndicatorFacts, ...], tasks: tuple[TaskFacts, ...]) -> ProjectFacts:
    return ProjectFacts(
        name=plain(raw["name"]),
        units=_texts(raw["unit"]),
        department=plain(raw["department"]),
        fiscal_year=raw["fiscal_year"],
        budget=_yuan(raw["budget_total_yuan"]),
        goals=(raw["goals"],) if raw["goals"] else (),
        indicators=rows,
        tasks=tasks,
    )


def _indicator(raw: Mapping[str, Any]) -> IndicatorFacts:
    return IndicatorFacts(
        name=plain(raw["name"]) or "",
        level1=plain(raw["level1"]),
        level2=plain(raw["level2"]),
        targets=_texts(raw["target"]),
        actuals=_texts(raw["actual"]),
    )


def _texts(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, [plain(text)]))


def _yuan(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount)).quantize(Decimal("0.01"))
