"""A document of a dataset, read once more, with its findings: alone in a process, since it may be hostile."""

from pathlib import Path

from pipeline.extract import read
from pipeline.model.allowance import Allowance
from pipeline.reports import annotated, beside
from pipeline.reports.annotated import Source
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import alone


def write(
    source: Source,
    data: bytes,
    rules: Rulebook,
    word: Path,
    page: Path | None = None,
    allowance: Allowance = read.ALLOWED,
) -> bool:
    """Writes it as a Word file, and as a page if one is wanted; False, and nothing is left, if it cannot be read within
    what a document may take. Raises OSError.
    """
    try:
        return alone.done(allowance, _write, source, data, rules, word, page, allowance)
    except alone.NotDone:
        for path in filter(None, (word, page)):
            path.unlink(missing_ok=True)
        return False


def _write(source: Source, data: bytes, rules: Rulebook, word: Path, page: Path | None, allowance: Allowance) -> bool:
    reading = None if source.is_rejected else read.read_bytes(data, source.path, rules, allowance).reading
    if reading is None:
        return False
    annotated.writer(source, data, reading, rules)(word)
    if page:
        beside.write(source, reading, rules, page)
    return True
