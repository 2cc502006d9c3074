"""How `review --annotate` writes the documents of a dataset down with the findings in them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.answers import asked, refuse, say, write

if TYPE_CHECKING:
    from pipeline.reports.annotated import Source
    from pipeline.reports.by_project import Opinion
    from pipeline.rules.kinds.rulebook import Rulebook

WORD, EXCEL = ".docx", ".xlsx"


def annotate(found: "Opinion", raw: Path, out: Path, to: Path, overwrite: bool) -> None:
    """Writes the documents that have findings to `to`: to this file if there is one document, else into this folder."""
    from pipeline.load import warehouse
    from pipeline.reports import annotated
    from pipeline.rules import book

    rules = book.default()
    sources = asked(lambda: annotated.sources(out / warehouse.NAME, found))
    is_file = to.suffix.lower() in (WORD, EXCEL)
    if is_file and len(sources) != 1:
        refuse("{path}: there are findings in {number} documents; name a folder for them", path=to, number=len(sources))
    for one, data in _contents(sources, raw):
        if maker := _maker(one, data, rules, to):
            _put(maker, to if is_file else to / annotated.name(one, rules), out, overwrite)


def _put(maker: Callable[[Path], None], place: Path, out: Path, overwrite: bool) -> None:
    from pipeline.rules import files

    try:
        files.made_folder(place.parent, out)
    except files.NotWritten as error:
        refuse(error)
    write(place, EXCEL if place.suffix.lower() == EXCEL else WORD, out, maker, overwrite)


def _maker(source: "Source", data: bytes, rules: "Rulebook", to: Path) -> Callable[[Path], None] | None:
    from pipeline.extract.read import read_bytes
    from pipeline.reports import annotated

    reading = None if source.is_rejected else read_bytes(data, source.path, rules).reading
    if reading is None:
        say("{path}: it could not be read, so nothing can be marked in it", path=source.path)
        return None
    if to.suffix.lower() != EXCEL:
        return annotated.writer(source, data, reading, rules)
    if maker := annotated.sheet_writer(source, data, reading, rules):
        return maker
    refuse("{path}: this is no Excel file in which notes can be written (.xlsx); name a .docx file", path=source.path)


def _contents(sources: "list[Source]", raw: Path) -> "list[tuple[Source, bytes]]":
    """The bytes of each document, found in `raw`."""
    from pipeline.extract import inputs
    from pipeline.reports import annotated

    try:
        files = {file.name: file for file in inputs.find([raw]).files}
    except inputs.NoInput as error:
        refuse(error)
    made = []
    for one in sources:
        data = annotated.content(one, files)
        if data is None:
            refuse(
                "{path}: not found in {raw}, or changed since the run; name the folder it stands in with --raw",
                path=one.path,
                raw=raw,
            )
        made.append((one, data))
    return made
