"""How a command answers: what it shows, what it asks of a dataset, and how it ends where that cannot be."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer

from pipeline.cli.exitcodes import ExitCode
from pipeline.cli.language import said
from pipeline.model.told import Told

if TYPE_CHECKING:
    from pipeline.reports.summary import Report

Answer = TypeVar("Answer")


def show(made: "Report", json: bool) -> None:
    """Prints the figures of a run, for a person or a program."""
    from pipeline.cli import screen

    out = screen.console()
    if json:
        out.print(screen.as_json(made), markup=False, soft_wrap=True)
    else:
        screen.show_report(out, made)


def asked(question: Callable[[], Answer], asker: str = "") -> Answer:
    """The answer, or the end of the program if the database cannot give one; `asker` stands before the reason."""
    from pipeline.load.answer import QueryError

    try:
        return question()
    except QueryError as error:
        refuse("{asker}{error}", asker=asker, error=error)


def asked_of_ours(out: Path, question: Callable[[Path], Answer]) -> Answer:
    """The answer to a question that every database of ours can answer."""
    from pipeline.load import folder, warehouse

    folder.put_back(out)
    database = out / warehouse.NAME
    asked(lambda: warehouse.query(database, "SELECT 1"))
    try:
        return question(database)
    except warehouse.QueryError as error:
        fault = str(error).partition("\n")[0]
        refuse(
            "{database} was not made by this version of the pipeline, or is damaged ({fault}); run it again",
            database=database,
            fault=fault,
        )


def say(what: str | Told, **facts: object) -> None:
    """Prints a line on standard error, in the language of the call."""
    from pipeline.cli import screen

    with suppress(OSError):  # nobody may be listening; the exit code tells
        screen.console(stderr=True).print(said(what, **facts), markup=False)


def refuse(what: str | Told, **facts: object) -> NoReturn:
    """Says why a command cannot be done as it was typed, and ends the program."""
    say(what, **facts)
    raise typer.Exit(ExitCode.WRONG_USAGE)


def write(
    path: Path | None, suffix: str, out: Path, write: Callable[[Path], None], overwrite: bool | None = None
) -> None:
    """Has a file written, if it was asked for; `out` is the dataset that it tells of. A word about it goes to standard
    error, since the file may be standard output. What a person wrote is replaced only if `overwrite` says so; None is
    that of a command without such an option.
    """
    from pipeline.cli import overwriting
    from pipeline.rules import files

    if path is None:
        return
    try:
        overwriting.written(path, suffix, out, write, overwrite)
    except files.NotWritten as error:
        refuse(error)
    say("written to {path}", path=path)
