"""The command that shows the findings, or writes them down for one to edit and sign."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.answers import asked_of_ours, write
from pipeline.cli.arguments import OUT, Out

if TYPE_CHECKING:
    from pipeline.reports.by_project import Opinion


def review(
    out: Out = OUT,
    docx: Annotated[Path | None, typer.Option(help="write a review memo in Chinese to this Word file")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="write a worklist with filters to this Excel file")] = None,
) -> None:
    """Show what a reviewer would ask, project by project; or write it down for one to edit and sign."""
    from pipeline.cli import screen
    from pipeline.reports import by_project

    found = asked_of_ours(out, by_project.opinion)
    write(docx, ".docx", out, lambda path: _memo(found, path))
    write(xlsx, ".xlsx", out, lambda path: _worklist(found, path))
    if not docx and not xlsx:
        screen.show_opinion(screen.console(), found)


def _memo(found: "Opinion", path: Path) -> None:
    from pipeline.reports import memo
    from pipeline.rules import book

    memo.write(found, book.default(), path)


def _worklist(found: "Opinion", path: Path) -> None:
    from pipeline.reports import worklist
    from pipeline.rules import book

    worklist.write(found, book.default(), path)
