"""The command line: every command by its name. Each has a module of its own kind beside this one.

A command imports what it needs when it is called: help and short answers do not wait for the whole house.
"""

from typing import Annotated

import typer

from pipeline.cli import ask, cache, export, pages, review, rules, run, serve, understand
from pipeline.cli.language import CHINESE, ENGLISH, VARIABLE, Commands
from pipeline.version import VERSION

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help in boxes takes longer to load than all else that it needs
)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(VERSION)
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version, and end.")
    ] = False,
    lang: Annotated[
        str,
        typer.Option(help=f"language of the screen, {ENGLISH} or {CHINESE}; else {VARIABLE}, else that of the system"),
    ] = "",
) -> None:
    """Budget performance targets: published documents to Parquet and DuckDB."""


app.add_typer(rules.app, name="rules")
app.add_typer(cache.app, name="cache")
for command in (
    *(run.run, ask.report, review.review, ask.check, ask.sql, export.export),
    serve.serve,
    *(understand.explain, understand.layout, understand.diff),
    *(pages.dictionary, pages.codes, pages.docs),
):
    app.command()(command)
