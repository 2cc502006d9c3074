"""The command line: arguments, what is printed, exit codes; nothing else.

Each command imports what it needs when it is called: help and short answers do not wait for the whole house.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import cache as cache_commands
from pipeline.cli import pages
from pipeline.cli import rules as rule_commands
from pipeline.cli.answers import asked, asked_of_ours, refuse, say, show, write
from pipeline.cli.exitcodes import ExitCode

if TYPE_CHECKING:
    from pipeline.reports.by_project import Opinion
    from pipeline.reports.summary import Report

RAW, OUT = Path("data/raw"), Path("data/processed")
YEARS = {"min": 1949, "max": 2100}
"""The fiscal years that a value can be of."""

app = typer.Typer(
    help="Budget performance targets: published Word documents to Parquet and DuckDB.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(rule_commands.app, name="rules")
app.add_typer(cache_commands.app, name="cache")
for command in (pages.dictionary, pages.codes, pages.docs):
    app.command()(command)


Out = Annotated[Path, typer.Argument(help="the folder that `run` wrote", show_default=True)]
Json = Annotated[bool, typer.Option("--json", help="print JSON, for programs")]


@app.command()
def run(  # noqa: PLR0913, PLR0917 each is an option of the command
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help=f"folders or files to read ({RAW}); of several, the last is the output folder ({OUT})"),
    ] = None,
    grading: Annotated[
        Path | None, typer.Option(help="a TOML file that switches kinds of findings off or grades them anew")
    ] = None,
    jobs: Annotated[int, typer.Option(help="processes that read documents; 0 for one per processor", min=0)] = 0,
    seconds: Annotated[float, typer.Option(help="what a document may take before it is rejected", min=0.1)] = 120,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="keep what was read for the next run, or read all anew")
    ] = True,
    cluster: Annotated[
        str, typer.Option(help="a Dask scheduler (tcp://HOST:8786) to read documents on, or local:N for N workers here")
    ] = "",
    json: Json = False,
    traceback: Annotated[bool, typer.Option("--traceback", help="show where the program failed, for a report")] = False,
) -> None:
    """Read all documents and write the dataset.

    Exit code: 0 nothing rejected; 3 some input rejected, output written; 2 wrong usage; 1 no output, or a check fails.
    """
    from pipeline.cli import screen
    from pipeline.extract.inputs import NoInput
    from pipeline.load.folder import OutputRefused
    from pipeline.rules import book
    from pipeline.rules.book import RuleError
    from pipeline.run.cache import default_folder
    from pipeline.run.cluster import NoCluster
    from pipeline.run.dataset import NothingUsable, Options
    from pipeline.run.dataset import run as run_pipeline
    from pipeline.run.progress import Progress, shown_on

    *raw, out = paths if paths and len(paths) > 1 else [*(paths or [RAW]), OUT]
    progress = Progress() if json else shown_on(screen.console(stderr=True))
    try:
        rules = book.graded(book.default(), grading) if grading else book.default()
        options = Options(jobs, default_folder() if cache else None, seconds, cluster)
        made, usable = run_pipeline(raw, out, progress, rules, options), True
    except NothingUsable as nothing:
        made, usable = nothing.report, False
    except (NoCluster, NoInput, OutputRefused, RuleError) as error:
        refuse(str(error))
    except KeyboardInterrupt:
        say(f"interrupted; {out} was left as it was")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except Exception as error:
        if traceback:
            raise
        _say_why(error)
        say(f"{out} was left as it was")
        raise typer.Exit(ExitCode.FAILED) from None
    show(made, json)
    if not usable:
        found = "no project" if made.inputs or made.totals["documents"] else "no Word document"
        say(f"nothing usable: {found} was found in {', '.join(map(str, raw))}; {out} was left as it was")
    elif not json:
        screen.console().print(f"the dataset is in {out}")
    raise typer.Exit(_exit_code(made, usable))


def _say_why(error: Exception) -> None:
    from pipeline.load.folder import NoRoom
    from pipeline.run.isolate import NoTables

    if isinstance(error, NoRoom):
        say(f"the run failed: {error}; free some, or choose another output folder")
        return
    say(f"the run failed: {error if isinstance(error, NoTables) else f'{type(error).__name__}: {error}'}")
    if not isinstance(error, OSError):
        say("this is a fault of the program: report it with the output of run --traceback")


def _exit_code(made: "Report", usable: bool) -> ExitCode:
    if not usable or made.broken:
        return ExitCode.FAILED
    return ExitCode.SOME_REJECTED if made.rejected else ExitCode.DONE


@app.command()
def report(out: Out = OUT, json: Json = False) -> None:
    """Show what the last run made, without running again."""
    from pipeline.reports import summary

    show(asked_of_ours(out, summary.report), json)


@app.command()
def check(out: Out = OUT) -> None:
    """Hold the dataset against its promises: the files of sql/checks. Exit code 1 if one is broken."""
    from pipeline.cli import screen
    from pipeline.load import warehouse

    checks = asked_of_ours(out, warehouse.check)
    screen.show_checks(screen.console(), checks)
    if any(check.rows for check in checks):
        raise typer.Exit(ExitCode.FAILED)


@app.command()
def sql(
    file: Annotated[Path, typer.Argument(help="a file of SQL, such as those in sql/queries")],
    out: Out = OUT,
    csv: Annotated[Path | None, typer.Option(help="write the answer to this file, for programs")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="write the answer to this Excel file")] = None,
) -> None:
    """Ask the database a question: run a file of SQL and print the answer, of several statements the last one's."""
    from pipeline.cli import screen
    from pipeline.load import warehouse
    from pipeline.rules import files

    try:
        text = files.text(file)
    except files.NotRead as error:
        refuse(str(error))
    result = asked(lambda: warehouse.query(out / warehouse.NAME, text), f"{file}: ")
    if csv or xlsx:
        from pipeline.reports import query_result

        write(csv, "", out, lambda path: query_result.write_csv(result, path))
        write(xlsx, ".xlsx", out, lambda path: query_result.write_xlsx(result, path))
    else:
        screen.show_result(screen.console(), result)


@app.command()
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
    """Show how a target value is understood: its pieces, the rule, and the target that comes of it."""
    from pipeline.cli import screen
    from pipeline.model.target import Context
    from pipeline.rules import book
    from pipeline.transform.values import explain as explaining
    from pipeline.transform.values.grammars import grammar_of
    from pipeline.transform.values.in_columns import parse_in_columns

    rules = book.default()
    classes = dict.fromkeys(row.code for row in rules.taxonomy if row.parent)
    if level2 and level2 not in classes:
        refuse(f"{level2} is no code of a class; the codes are {', '.join(classes)}")
    context, grammar = Context(year, level2, name, sign, unit), grammar_of(rules)
    screen.show_explanation(screen.console(), explaining.explain(text, grammar, context))
    if sign or unit:
        completed = parse_in_columns(text, context, grammar, rules.layouts.text["nature"])
        screen.show_completed(screen.console(), completed)


@app.command()
def layout(
    file: Annotated[Path, typer.Argument(help="a Word document")],
    html: Annotated[Path | None, typer.Option(help="draw the tables with what each cell is, in this file")] = None,
) -> None:
    """Show how the tables of a document were understood: what each cell is, how that was known, what was not read."""
    from pipeline.cli import layout_screen

    layout_screen.shown(file, html, OUT)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="a folder of rules, or a revision of git")],
    new: Annotated[str, typer.Argument(help="the same; `.` is the rules as they are now")] = ".",
    corpus: Annotated[
        Path | None, typer.Option(help="a CSV file with a column text, or a file of one text a line")
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="also list the new rules that no text uses")] = False,
) -> None:
    """Show what a change of the rules gains, loses and changes in reading values. Exit code 1 if it loses any."""
    from pipeline.cli import screen
    from pipeline.reports import corpus as known
    from pipeline.reports import rule_diff, rule_evidence
    from pipeline.rules.book import RuleError

    try:
        texts, (_, before), (rules, after) = known.values(corpus), rule_diff.grammar(old), rule_diff.grammar(new)
    except RuleError as error:
        refuse(str(error))
    found = list(rule_diff.differences(before, after, texts))
    screen.show_differences(screen.console(), found, len(texts))
    if unused:
        screen.show_unused(screen.console(), list(rule_evidence.unused(rules, after, texts)))
    if any(one.what == rule_diff.LOST for one in found):
        raise typer.Exit(ExitCode.FAILED)


@app.command()
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
