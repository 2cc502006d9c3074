"""A document of a dataset, read once more, with its findings: alone in a process, since it may be hostile."""

from pathlib import Path

from pipeline.extract import read
from pipeline.model.allowance import Allowance
from pipeline.reports import annotated, beside
from pipeline.reports.annotated import Source
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import alone

SHEETS = ".xlsx"
"""How a copy is named that is the Excel file itself with notes at its cells."""


class NoSheets(Exception):
    """Notes are wanted in a document that is no Excel file of the kind that can hold them."""


def write(
    source: Source,
    data: bytes,
    rules: Rulebook,
    copy: Path,
    page: Path | None = None,
    allowance: Allowance = read.ALLOWED,
) -> bool:
    """Writes it as a Word file, or as an Excel file where the copy is named so, and as a page if one is wanted; False,
    and nothing is left, if it cannot be read within what a document may take. Raises OSError, NoSheets.
    """
    try:
        is_written = alone.done(allowance, _write, source, data, rules, copy, page, allowance)
    except alone.NotDone:
        is_written = False
    if not is_written:
        for path in filter(None, (copy, page)):
            path.unlink(missing_ok=True)
    if is_written is None:
        raise NoSheets
    return is_written


def _write(
    source: Source, data: bytes, rules: Rulebook, copy: Path, page: Path | None, allowance: Allowance
) -> bool | None:
    """Whether it could be written; None if it is no Excel file."""
    reading = None if source.is_rejected else read.read_bytes(data, source.path, rules, allowance).reading
    if reading is None:
        return False
    write = annotated.sheet_writer if copy.suffix == SHEETS else annotated.writer
    if not (fill := write(source, data, reading, rules)):
        return None
    fill(copy)
    if page:
        beside.write(source, reading, rules, page)
    return True
