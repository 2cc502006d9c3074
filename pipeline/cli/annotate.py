"""How `review --annotate` writes the documents of a dataset down with the findings in them."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pipeline.cli.answers import refuse, say, write

if TYPE_CHECKING:
    from pipeline.reports.by_project import Opinion, Row
    from pipeline.rules.kinds.rulebook import Rulebook


class Source(NamedTuple):
    """A document of the dataset."""

    document_id: str
    path: str
    sha256: str


def annotate(found: "Opinion", raw: Path, out: Path, to: Path, overwrite: bool) -> None:
    """Writes the documents that have findings to `to`: to this file if there is one document, else into this folder."""
    from pipeline.rules import book

    rules = book.default()
    by_document: dict[str, list[Row]] = {}
    for row in found.findings:
        if row["document_id"]:
            by_document.setdefault(row["document_id"], []).append(row)
    sources = [one for one in _sources(out) if one.document_id in by_document]
    is_file = to.suffix.lower() == ".docx"
    if is_file and len(sources) != 1:
        refuse("{path}: there are findings in {number} documents; name a folder for them", path=to, number=len(sources))
    for one, data in _contents(sources, raw):
        if maker := _maker(one, data, by_document[one.document_id], rules):
            _put(maker, to if is_file else to / _name(one, rules), out, overwrite)


def _put(maker: Callable[[Path], None], place: Path, out: Path, overwrite: bool) -> None:
    from pipeline.rules import files

    try:
        files.made_folder(place.parent, out)
    except files.NotWritten as error:
        refuse(error)
    write(place, ".docx", out, maker, overwrite)


def _maker(source: Source, data: bytes, rows: "list[Row]", rules: "Rulebook") -> Callable[[Path], None] | None:
    """The Word file itself with comments; of any other a Word file that is made of what it prints."""
    from pipeline.extract.formats.word import cell_places
    from pipeline.extract.read import read_bytes
    from pipeline.model.finding import Rejected
    from pipeline.reports import annotated_copy, annotated_word
    from pipeline.reports.annotation import notes

    reading = read_bytes(data, source.path, rules).reading
    if reading is None:
        say("{path}: it could not be read, so nothing can be marked in it", path=source.path)
        return None
    made = list(notes(rows, reading, rules.memo))
    try:
        places = cell_places.places(data, rules)
    except Rejected:
        return lambda path: annotated_copy.write(reading.document, made, rules.memo, path)
    return lambda path: annotated_word.write(data, places, made, rules.memo, path)


def _sources(out: Path) -> list[Source]:
    from pipeline.cli.answers import asked
    from pipeline.load import warehouse

    text = "SELECT document_id, path, sha256 FROM documents ORDER BY path"
    return [Source(*row) for row in asked(lambda: warehouse.query(out / warehouse.NAME, text)).rows]


def _contents(sources: list[Source], raw: Path) -> list[tuple[Source, bytes]]:
    """The bytes of each document, found in `raw` by its name and told by its checksum."""
    from pipeline.extract import inputs, read

    try:
        files = {file.name: file for file in inputs.find([raw]).files}
    except inputs.NoInput as error:
        refuse(error)
    made = []
    for one in sources:
        data = read.content(files[one.path]) if one.path in files else None
        if not isinstance(data, bytes) or sha256(data).hexdigest() != one.sha256:
            refuse(
                "{path}: not found in {raw}, or changed since the run; name the folder it stands in with --raw",
                path=one.path,
                raw=raw,
            )
        made.append((one, data))
    return made


def _name(source: Source, rules: "Rulebook") -> PurePosixPath:
    """The name of an annotated file, below the same folders; nothing that a name holds leads out of these."""
    parts = [part for part in PurePosixPath(source.path.replace("\\", "/")).parts if part not in ("..", "/")]
    return PurePosixPath(*parts[:-1], rules.memo.annotated.format(name=parts[-1]))
