"""The command that writes the whole dataset down for people who have Excel."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.answers import asked_of_ours, refuse, say, write
from pipeline.cli.arguments import OUT, Out, Overwrite, Safe

if TYPE_CHECKING:
    from pipeline.rules.kinds.rulebook import Rulebook


def export(
    out: Out = OUT,
    xlsx: Annotated[Path | None, typer.Option(help="write a book with a sheet for each kind of thing")] = None,
    csv: Annotated[Path | None, typer.Option(help="write the same sheets as CSV files into this folder")] = None,
    safe: Safe = False,
    overwrite: Overwrite = False,
) -> None:
    """Write the whole dataset for Excel, in Chinese. Units, projects, targets, costs, findings, results, dictionary."""
    from pipeline.rules import book

    if not xlsx and not csv:
        refuse("say what to write: --xlsx FILE or --csv FOLDER")
    rules = book.default()
    if xlsx:
        asked_of_ours(out, lambda database: _book(database, rules, xlsx, out, overwrite))
    if csv:
        asked_of_ours(out, lambda database: _folder(database, rules, csv, safe, out, overwrite))


def _book(database: Path, rules: "Rulebook", path: Path, out: Path, overwrite: bool) -> None:
    from pipeline.reports import export

    counts: dict[str, list[int]] = {}
    write(path, ".xlsx", out, lambda at: counts.update(export.write_xlsx(database, rules, at)), overwrite)
    for title, parts in counts.items():
        if len(parts) > 1:
            say("{title}: {rows:,} rows on {sheets} sheets", title=title, rows=sum(parts), sheets=len(parts))


def _folder(database: Path, rules: "Rulebook", folder: Path, safe: bool, out: Path, overwrite: bool) -> None:
    """Writes a file for each sheet; none of them if one may not be replaced."""
    from pipeline.cli import overwriting
    from pipeline.reports import export
    from pipeline.rules import files

    with export.opened(database, rules) as made:
        places = [folder / f"{sheet.title}.csv" for sheet in made.sheets]
        dictionary = folder / f"{rules.export.dictionary}.csv"
        try:
            files.made_folder(folder, out)
            for place in (*places, dictionary):
                overwriting.guard(place, out, overwrite)
        except files.NotWritten as error:
            refuse(error)
        for sheet, place in zip(made.sheets, places, strict=True):
            write(place, ".csv", out, partial(export.write_csv, made, sheet, safe), overwrite)
        write(dictionary, ".csv", out, partial(export.write_dictionary, made), overwrite)
