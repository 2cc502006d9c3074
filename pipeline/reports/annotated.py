"""The documents of a dataset with the findings in them: which they are, their bytes, and how each is written."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pipeline.extract import read
from pipeline.extract.formats.excel import xlsx
from pipeline.extract.formats.word import cell_places
from pipeline.extract.inputs import InputFile
from pipeline.load import warehouse
from pipeline.model.finding import Rejected
from pipeline.model.reading import Reading
from pipeline.reports import annotated_copy, annotated_excel, annotated_word
from pipeline.reports.annotation import notes
from pipeline.reports.by_project import Opinion, Row
from pipeline.rules.kinds.rulebook import Rulebook

REJECTED = "rejected"


class Source(NamedTuple):
    """A document of the dataset and the findings on it."""

    document_id: str
    path: str
    sha256: str
    status: str
    rows: list[Row]

    @property
    def is_rejected(self) -> bool:
        """Whether nothing can be marked in it. It is not read once more: it may be one that takes too long to read."""
        return self.status == REJECTED


def sources(database: Path, opinion: Opinion) -> list[Source]:
    """The documents that have findings, by path. Raises QueryError."""
    by_document: dict[str, list[Row]] = {}
    for row in opinion.findings:
        if row["document_id"]:
            by_document.setdefault(row["document_id"], []).append(row)
    text = "SELECT document_id, path, sha256, status FROM documents ORDER BY path"
    found = warehouse.query(database, text).rows
    return [
        Source(key, path, checksum, status, by_document[key])
        for key, path, checksum, status in found
        if key in by_document
    ]


def content(source: Source, files: Mapping[str, InputFile]) -> bytes | None:
    """The bytes of a document, found by its name and told by its checksum; None if they are not there."""
    data = read.content(files[source.path]) if source.path in files else None
    return data if isinstance(data, bytes) and sha256(data).hexdigest() == source.sha256 else None


def writer(source: Source, data: bytes, reading: Reading, rules: Rulebook) -> Callable[[Path], None]:
    """Writes the Word file itself with comments; of any other a Word file that is made of what it prints."""
    made = list(notes(source.rows, reading, rules.memo))
    try:
        places = cell_places.places(data, rules)
    except Rejected:
        return lambda path: annotated_copy.write(reading.document, made, rules.memo, path)
    return lambda path: annotated_word.write(data, places, made, rules.memo, path)


def sheet_writer(source: Source, data: bytes, reading: Reading, rules: Rulebook) -> Callable[[Path], None] | None:
    """Writes a copy of the Excel file with notes; None if it is none of the kinds that hold XML."""
    made = list(notes(source.rows, reading, rules.memo))
    try:
        places = xlsx.cell_places(data, rules)
    except Rejected:
        return None
    return lambda path: annotated_excel.write(data, places, made, rules.memo, path)


def name(source: Source, rules: Rulebook) -> PurePosixPath:
    """The name of an annotated file, below the same folders; nothing that a name holds leads out of these."""
    parts = [part for part in PurePosixPath(source.path.replace("\\", "/")).parts if part not in ("..", "/")]
    return PurePosixPath(*parts[:-1], rules.memo.annotated.format(name=parts[-1]))
