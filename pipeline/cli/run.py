"""The command that reads documents and writes the dataset."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.answers import refuse, say, show
from pipeline.cli.arguments import OUT, RAW, Json
from pipeline.cli.exitcodes import ExitCode
from pipeline.cli.language import said

if TYPE_CHECKING:
    from pipeline.reports.summary import Report
    from pipeline.rules.kinds.rulebook import Rulebook
    from pipeline.run.options import Options

ALLOW = (
    "what else a document may take, as cells=1000000 (may be said again): "
    "tables, rows, cells, paragraphs, characters of all its text, cell (characters of one), memory (MiB)"
)
NEXT = "next: open {page} in a browser, or type {program} review {out}"
NO_PROJECT = "nothing usable: no project was found in {raw}; {out} was left as it was"
NO_DOCUMENT = "nothing usable: no document was found in {raw}; {out} was left as it was"


def run(  # noqa: PLR0913, PLR0917 each is an option of the command
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help=f"folders, files or addresses (s3://…) to read ({RAW}); of several, the last is the output ({OUT})"
        ),
    ] = None,
    grading: Annotated[
        Path | None, typer.Option(help="a TOML file that switches kinds of findings off or grades them anew")
    ] = None,
    jobs: Annotated[int, typer.Option(help="processes that read documents; 0 for one per processor", min=0)] = 0,
    seconds: Annotated[float, typer.Option(help="what a document may take before it is rejected", min=0.1)] = 120,
    allow: Annotated[list[str] | None, typer.Option(help=ALLOW, metavar="NAME=NUMBER")] = None,
    cache: Annotated[
        bool, typer.Option("--cache/--no-cache", help="keep what was read for the next run, or read all anew")
    ] = True,
    cluster: Annotated[
        str, typer.Option(help="a Dask scheduler (tcp://HOST:8786) to read documents on, or local:N for N workers here")
    ] = "",
    keep_copies: Annotated[
        bool, typer.Option("--keep-copies", help="keep documents that say what another says in a better format")
    ] = False,
    json: Json = False,
    traceback: Annotated[bool, typer.Option("--traceback", help="show where the program failed, for a report")] = False,
) -> None:
    """Read all documents and write the dataset.

    Exit code: 0 nothing rejected; 3 some input rejected, output written; 2 wrong usage; 1 no output, or a check fails.
    """
    from pipeline.model.allowance import NotAllowed, allowed
    from pipeline.rules import book
    from pipeline.rules.book import RuleError
    from pipeline.run import remote
    from pipeline.run.cache import default_folder
    from pipeline.run.options import Options

    *raw, out = paths if paths and len(paths) > 1 else [*(paths or [str(RAW)]), str(OUT)]
    try:
        allowance = allowed(allow or (), seconds)
        rules = book.graded(book.default(), grading) if grading else book.default()
    except (NotAllowed, RuleError) as error:
        refuse(error)
    options = Options(jobs, default_folder() if cache else None, allowance, cluster, keep_copies)
    printed = remote.shown(out)
    with _told(printed, traceback):
        made, usable = _made(raw, out, rules, options, json)
    show(made, json)
    if not usable:
        say(
            NO_PROJECT if made.inputs or made.totals["documents"] else NO_DOCUMENT,
            raw=", ".join(map(remote.shown, raw)),
            out=printed,
        )
    elif not json:
        _say_where(out, printed, context.find_root().info_name)
    raise typer.Exit(_exit_code(made, usable))


def _say_where(out: str, printed: str, program: str | None) -> None:
    """Says where the dataset is; of one on this machine, what to do next."""
    from pipeline.cli import screen
    from pipeline.reports.page.write import NAME as PAGE
    from pipeline.run.addresses import is_address

    def tell(what: str, **facts: object) -> None:
        screen.console().print(said(what, **facts), markup=False, soft_wrap=True)

    tell("the dataset is in {out}", out=printed)
    if not is_address(out):
        tell(NEXT, page=Path(out) / PAGE, program=program, out=out)


def _made(raw: list[str], out: str, rules: "Rulebook", options: "Options", quiet: bool) -> tuple["Report", bool]:
    """What a run made, and whether that is a dataset."""
    from pipeline.cli import screen
    from pipeline.run import addresses
    from pipeline.run.dataset import run as run_pipeline
    from pipeline.run.options import NothingUsable
    from pipeline.run.progress import Progress, shown_on

    progress = Progress() if quiet else shown_on(screen.console(stderr=True), said)
    with addresses.here(raw, out, options.cache, progress) as places:
        try:
            made = run_pipeline(places.raw, places.out, progress, rules, options)
        except NothingUsable as nothing:
            return nothing.report, False
        places.publish()
        return made, True


@contextmanager
def _told(out: str, traceback: bool) -> Iterator[None]:
    """Whatever ends a run is said in words, and the exit code tells."""
    from pipeline.extract.inputs import NoInput
    from pipeline.load.folder import OutputRefused
    from pipeline.load.interrupt import Ended
    from pipeline.run.options import NoCluster
    from pipeline.run.remote import AddressRefused

    try:
        yield
    except (AddressRefused, NoCluster, NoInput, OutputRefused) as error:
        refuse(error)
    except KeyboardInterrupt as error:
        say("interrupted; {out} was left as it was", out=out)
        raise typer.Exit(ExitCode(128 + error.number) if isinstance(error, Ended) else ExitCode.INTERRUPTED) from None
    except Exception as error:
        if traceback:
            raise
        _say_why(error)
        say("{out} was left as it was", out=out)
        raise typer.Exit(ExitCode.FAILED) from None


def _say_why(error: Exception) -> None:
    from pipeline.load.folder import NoRoom
    from pipeline.run.isolate import NoTables

    if isinstance(error, NoRoom):
        say("the run failed: {error}; free some, or choose another output folder", error=error)
        return
    fault = error if isinstance(error, NoTables) else f"{type(error).__name__}: {error}"
    say("the run failed: {error}", error=fault)
    if not isinstance(error, OSError):
        say("this is a fault of the program: report it with the output of run --traceback")


def _exit_code(made: "Report", usable: bool) -> ExitCode:
    if not usable or made.broken:
        return ExitCode.FAILED
    return ExitCode.SOME_REJECTED if made.rejected else ExitCode.DONE
