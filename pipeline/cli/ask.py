"""The commands that ask a dataset: its summary, its checks, a question in SQL."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.answers import asked, asked_of_ours, refuse, show, write
from pipeline.cli.arguments import OUT, Json, Out, Overwrite
from pipeline.cli.exitcodes import ExitCode


def report(out: Out = OUT, json: Json = False) -> None:
    """Show what the last run made, without running again."""
    from pipeline.reports import summary

    show(asked_of_ours(out, summary.report), json)


def check(out: Out = OUT) -> None:
    """Hold the dataset against its promises: the files of sql/checks. Exit code 1 if one is broken."""
    from pipeline.cli import screen
    from pipeline.load import warehouse

    checks = asked_of_ours(out, warehouse.check)
    screen.show_checks(screen.console(), checks)
    if any(check.rows for check in checks):
        raise typer.Exit(ExitCode.FAILED)


def sql(
    file: Annotated[Path, typer.Argument(help="a file of SQL, such as those in sql/queries")],
    out: Out = OUT,
    csv: Annotated[Path | None, typer.Option(help="write the answer to this file, for programs")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="write the answer to this Excel file")] = None,
    safe: Annotated[
        bool, typer.Option("--safe", help="in the CSV file, put ' before texts that Excel would take for formulas")
    ] = False,
    trust: Annotated[
        bool, typer.Option("--trust", help="let the SQL read and write other files; only for SQL of your own")
    ] = False,
    overwrite: Overwrite = False,
) -> None:
    """Ask the database a question: run a file of SQL and print the answer, of several statements the last one's."""
    from pipeline.cli import screen
    from pipeline.load import folder, warehouse
    from pipeline.rules import files

    folder.put_back(out)
    try:
        text = files.text(file)
    except files.NotRead as error:
        refuse(error)
    most = None if csv or xlsx else screen.MOST_ROWS + 1
    result = asked(lambda: warehouse.query(out / warehouse.NAME, text, most, trust), f"{file}: ")
    if csv or xlsx:
        from pipeline.reports import query_result

        write(csv, "", out, lambda path: query_result.write_csv(result, path, safe), overwrite)
        write(xlsx, ".xlsx", out, lambda path: query_result.write_xlsx(result, path), overwrite)
    else:
        screen.show_result(screen.console(), result)
