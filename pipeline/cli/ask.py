"""The commands that ask a dataset: its summary, its checks, a question in SQL."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.answers import asked, asked_of_ours, show, write
from pipeline.cli.arguments import OUT, Json, Out, Overwrite, Safe
from pipeline.cli.exitcodes import ExitCode


def report(out: Out = OUT, json: Json = False) -> None:
    """Show what the last run made, without running again."""
    from pipeline.reports import summary
    from pipeline.run import cache

    held = cache.Cache(cache.default_folder(), made_by="").held(out)
    show(asked_of_ours(out, lambda database: summary.report(database, held)), json)


def check(out: Out = OUT) -> None:
    """Hold the dataset against its promises, as sql/checks asks. Exit code 1 if one is broken."""
    from pipeline.cli import screen
    from pipeline.load import warehouse

    checks = asked_of_ours(out, warehouse.check)
    screen.show_checks(screen.console(), checks)
    if any(check.rows for check in checks):
        raise typer.Exit(ExitCode.FAILED)


def sql(  # noqa: PLR0913, PLR0917 each is an option of the command
    question: Annotated[
        str,
        typer.Argument(help="a question by its number or name, or a file of SQL; without it, the questions are listed"),
    ] = "",
    out: Out = OUT,
    command: Annotated[str, typer.Option("--command", "-c", help="ask this, in SQL")] = "",
    csv: Annotated[Path | None, typer.Option(help="write the answer to this file, for programs")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="write the answer to this Excel file")] = None,
    safe: Safe = False,
    trust: Annotated[
        bool, typer.Option("--trust", help="let the SQL read and write other files; only for SQL of your own")
    ] = False,
    overwrite: Overwrite = False,
) -> None:
    """Ask the database a question and print the answer. Of several statements it is the last one's."""
    from pipeline.cli import questions, screen
    from pipeline.load import folder, warehouse

    if command and question:
        out, question = Path(question), ""  # what stands where a question does is then the folder
    if not command and (not question or Path(question).is_dir()):
        questions.show()
        return
    text = command or questions.text(question)
    folder.put_back(out)
    asker = f"{question}: " if question else ""
    if csv or xlsx:
        asked(lambda: _to_files(text, out, csv, xlsx, safe, trust, overwrite), asker)
        return
    most = screen.MOST_ROWS + 1
    screen.show_result(screen.console(), asked(lambda: warehouse.query(out / warehouse.NAME, text, most, trust), asker))


def _to_files(
    text: str, out: Path, csv: Path | None, xlsx: Path | None, safe: bool, trust: bool, overwrite: bool
) -> None:
    """Writes an answer of any size, row by row."""
    from pipeline.cli import language
    from pipeline.load import comments, warehouse
    from pipeline.load.answer import stream
    from pipeline.reports import query_result
    from pipeline.rules import book

    with warehouse.reading(out / warehouse.NAME, trust) as connection:
        write(csv, "", out, lambda path: query_result.write_csv(stream(connection, text), path, safe), overwrite)
        if xlsx:
            labels = {**language.columns(), **comments.labels(connection, text)}
            words = book.default().export
            write(
                *(xlsx, ".xlsx", out),
                lambda path: query_result.write_xlsx(stream(connection, text), labels, words, path),
                overwrite,
            )
