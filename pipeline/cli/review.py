"""The command that shows the findings, or writes them down for one to edit and sign."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import annotate as annotated
from pipeline.cli.answers import asked_of_ours, refuse, say, write
from pipeline.cli.arguments import OUT, RAW, Out, Overwrite

if TYPE_CHECKING:
    from pipeline.reports.by_project import Opinion


def review(  # noqa: PLR0913, PLR0917 each is an option of the command
    out: Out = OUT,
    unit: Annotated[str, typer.Option(help="only of this budget unit: its code, its name, or a part of the name")] = "",
    project: Annotated[str, typer.Option(help="only of this project: its name, or a part of it")] = "",
    severity: Annotated[
        str, typer.Option(help="only findings of this severity, or graver ones: error, warning or note")
    ] = "",
    docx: Annotated[Path | None, typer.Option(help="write a review memo in Chinese to this Word file")] = None,
    xlsx: Annotated[
        Path | None,
        typer.Option(help="write a worklist with filters to this Excel file; one that is there is carried on"),
    ] = None,
    annotate: Annotated[
        Path | None,
        typer.Option(
            help="write the document with the findings as comments to this Word file, or as notes to this Excel "
            "file if it is one; of several documents, to a folder"
        ),
    ] = None,
    raw: Annotated[Path, typer.Option(help="where the documents stand that --annotate marks")] = RAW,
    overwrite: Overwrite = False,
) -> None:
    """Show what a reviewer would ask, project by project. Or write it down for one to edit and sign."""
    from pipeline.cli import screen
    from pipeline.cli.chosen import chosen
    from pipeline.reports import by_project

    whole = asked_of_ours(out, by_project.opinion)
    found = chosen(whole, unit, project, severity)
    write(docx, ".docx", out, lambda path: _memo(found, path), overwrite)
    _worklist(found, whole, xlsx, out, overwrite)
    if annotate:
        annotated.annotate(found, raw, out, annotate, overwrite)
    if not docx and not xlsx and not annotate:
        screen.show_opinion(screen.console(), found)


def _memo(found: "Opinion", path: Path) -> None:
    from pipeline.reports import memo
    from pipeline.rules import book

    memo.write(found, book.default(), path)


def _worklist(found: "Opinion", whole: "Opinion", path: Path | None, out: Path, overwrite: bool) -> None:
    """Writes the worklist; one that stands in the file is carried on, whoever worked in it."""
    from pipeline.cli import overwriting
    from pipeline.reports import carried_on, worklist
    from pipeline.rules import book, files

    rules = book.default()
    try:
        standing = carried_on.standing(path, rules.memo) if path and not overwrite else None
        if path is None or standing is None:
            write(path, ".xlsx", out, lambda at: worklist.write(found, rules, at), overwrite)
            return
        overwriting.guard_documents(path, out)
        files.written(path, ".xlsx", out, lambda at: standing.carry_on(found, whole, at))
    except files.NotWritten as error:
        refuse(error)
    say("{path}: carried on; what was written in it stays", path=path)
