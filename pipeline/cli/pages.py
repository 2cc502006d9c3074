"""The commands that print or make pages of the documentation."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.answers import refuse
from pipeline.cli.arguments import OUT
from pipeline.cli.exitcodes import ExitCode
from pipeline.cli.language import said


class Language(StrEnum):
    """The languages of the documentation."""

    zh = "zh"
    en = "en"


def dictionary(language: Language = Language.en) -> None:
    """Print the data dictionary as Markdown."""
    from pipeline.cli import docs as made_docs
    from pipeline.rules import book

    typer.echo("\n".join(made_docs.dictionary(book.default(), language)))


def codes(language: Language = Language.en) -> None:
    """Print all kinds of findings, with what to do, as Markdown."""
    from pipeline.cli import docs as made_docs
    from pipeline.rules import book

    typer.echo("\n".join(made_docs.codes(book.default(), language)))


def docs(check: Annotated[bool, typer.Option("--check", help="only say which pages are out of date")] = False) -> None:
    """Make the made parts of the documentation anew. They show the dataset in data/processed, so `run` comes first."""
    from pipeline.cli import docs as made_docs
    from pipeline.cli import screen
    from pipeline.rules import files

    try:
        stale = made_docs.stale(Path())
        for page, text in () if check else stale.items():
            files.written(page, "", OUT, partial(_fill, text))
    except (made_docs.NoPages, made_docs.CommandFailed, files.NotWritten) as error:
        refuse(error)
    if not stale:
        screen.console().print(said("every page is up to date"))
    for page in stale:
        screen.console().print(f"{page}: {said('out of date' if check else 'made anew')}")
    if check and stale:
        raise typer.Exit(ExitCode.FAILED)


def _fill(text: str, page: Path) -> None:
    page.write_text(text, encoding="utf-8", newline="\n")
