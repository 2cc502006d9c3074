"""The commands about the rules themselves."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.answers import refuse

if TYPE_CHECKING:
    from pipeline.reports.rule_evidence import Evidence

app = typer.Typer(help="Look into the rules.", no_args_is_help=True)


@app.callback()
def about() -> None:
    """Look into the rules: what stands behind each."""


@app.command()
def evidence(
    csv: Annotated[Path | None, typer.Option(help="write the list to this file, for programs")] = None,
    needed: Annotated[
        bool, typer.Option("--needed", help="also read every value without each rule, which takes minutes")
    ] = False,
) -> None:
    """Show what each rule reads in the tests and the last dataset. Rules of values and names, the idle ones first."""
    from dataclasses import astuple, fields  # what only this command needs takes long to load

    from pipeline.cli import overwriting, screen
    from pipeline.load.answer import Result
    from pipeline.reports import corpus, query_result
    from pipeline.reports.rule_evidence import Evidence
    from pipeline.rules import files
    from pipeline.rules.book import RuleError

    try:
        found = _evidence(needed)
        result = Result(tuple(field.name for field in fields(Evidence)), list(map(astuple, found)))
        if csv:
            overwriting.written(csv, "", corpus.DATASET, lambda path: query_result.write_csv(result, path))
            return
    except (RuleError, files.NotWritten) as error:
        refuse(error)
    screen.show_table(screen.console(), result.columns, result.rows)


def _evidence(needed: bool) -> "list[Evidence]":
    from dataclasses import replace

    from pipeline.reports import corpus, rule_need
    from pipeline.reports.rule_evidence import evidence as evidence_for
    from pipeline.rules import book
    from pipeline.transform.values import grammars

    rules = book.default()
    grammar, values = grammars.compile(rules.values), corpus.values()
    found = evidence_for(rules, grammar, values, corpus.names())
    if not needed:
        return list(found.values())
    published = [value for value, places in values.items() if places]
    need = rule_need.needed(rules.values, grammar, published)
    return [replace(one, needed=len(need[entry]) if entry in need else None) for entry, one in found.items()]
