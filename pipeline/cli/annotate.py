"""How `review --annotate` writes the documents of a dataset down with the findings in them."""

from pathlib import Path
from tempfile import TemporaryDirectory
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
        place = to if is_file else to / annotated.name(one, rules)
        if (made := _marked(one, data, rules, place)) is not None:
            _put(made, place, out, overwrite)


def _put(made: bytes, place: Path, out: Path, overwrite: bool) -> None:
    from pipeline.rules import files

    try:
        files.made_folder(place.parent, out)
    except files.NotWritten as error:
        refuse(error)
    write(place, EXCEL if place.suffix.lower() == EXCEL else WORD, out, lambda path: _fill(path, made), overwrite)


def _fill(path: Path, made: bytes) -> None:
    path.write_bytes(made)


def _marked(source: "Source", data: bytes, rules: "Rulebook", place: Path) -> bytes | None:
    """The file of a document with its findings that is to stand at a place, None if there can be none, which is
    said.
    """
    from pipeline.rules import files
    from pipeline.run import marked

    with TemporaryDirectory() as folder:
        copy = Path(folder, place.with_suffix(place.suffix.lower()).name)
        try:
            if marked.write(source, data, rules, copy):
                return copy.read_bytes()
        except files.NotWritten as error:
            refuse(error)
        except marked.NoSheets:
            refuse(
                "{path}: this is no Excel file in which notes can be written (.xlsx); name a .docx file",
                path=source.path,
            )
    say("{path}: it could not be read, so nothing can be marked in it", path=source.path)
    return None


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
