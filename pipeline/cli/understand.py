"""The commands that show how the program understands: a value, a document's tables, a change of the rules."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.answers import refuse
from pipeline.cli.arguments import OUT
from pipeline.cli.exitcodes import ExitCode

YEARS = {"min": 1949, "max": 2100}
"""The fiscal years that a value can be of."""


def explain(
    text: Annotated[
        str, typer.Argument(help="a target value as printed; put it in quotes, and -- before it if it begins with -")
    ],
    year: Annotated[int | None, typer.Option(**YEARS, help="the fiscal year of the form")] = None,
    level2: Annotated[str | None, typer.Option(help="the code of the indicator's class, such as timeliness")] = None,
    name: Annotated[str | None, typer.Option(help="the indicator's name")] = None,
    sign: Annotated[str | None, typer.Option(help="the sign printed in a column of its own")] = None,
    unit: Annotated[str | None, typer.Option(help="the unit printed in a column of its own")] = None,
) -> None:
    """Show how a target value is understood. Its pieces, the rule, and the target that comes of it."""
    from pipeline.cli import screen
    from pipeline.model.target import Context
    from pipeline.rules import book
    from pipeline.transform.values import explain as explaining
    from pipeline.transform.values.grammars import grammar_of
    from pipeline.transform.values.in_columns import parse_in_columns

    rules = book.default()
    classes = dict.fromkeys(row.code for row in rules.taxonomy if row.parent)
    if level2 and level2 not in classes:
        refuse("{level2} is no code of a class; the codes are {codes}", level2=level2, codes=", ".join(classes))
    context, grammar = Context(year, level2, name, sign, unit), grammar_of(rules)
    screen.show_explanation(screen.console(), explaining.explain(text, grammar, context))
    if sign or unit:
        completed = parse_in_columns(text, context, grammar, rules.layouts.text["nature"])
        screen.show_completed(screen.console(), completed)


def layout(
    file: Annotated[Path, typer.Argument(help="a document")],
    html: Annotated[Path | None, typer.Option(help="draw the tables with what each cell is, in this file")] = None,
) -> None:
    """Show how the tables of a document were understood. What each cell is, how that was known, what was not read."""
    from pipeline.cli import layout_screen

    layout_screen.shown(file, html, OUT)


def diff(
    old: Annotated[str, typer.Argument(help="a folder of rules, or a revision of git")],
    new: Annotated[str, typer.Argument(help="the same; `.` is the rules as they are now")] = ".",
    corpus: Annotated[
        Path | None, typer.Option(help="a CSV file with a column text, or a file of one text a line")
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="also list the new rules that no text uses")] = False,
) -> None:
    """Show which values a change of the rules gains, loses, changes. Exit code 1 if it loses any."""
    from pipeline.cli import diff_screen, screen
    from pipeline.reports import corpus as known
    from pipeline.reports import rule_diff, rule_evidence
    from pipeline.rules.book import RuleError

    try:
        texts, (_, before), (rules, after) = known.values(corpus), rule_diff.grammar(old), rule_diff.grammar(new)
    except RuleError as error:
        refuse(error)
    found = list(rule_diff.differences(before, after, texts))
    diff_screen.show_differences(screen.console(), found, len(texts))
    if unused:
        diff_screen.show_unused(screen.console(), list(rule_evidence.unused(rules, after, texts)))
    if any(one.what == rule_diff.LOST for one in found):
        raise typer.Exit(ExitCode.FAILED)
