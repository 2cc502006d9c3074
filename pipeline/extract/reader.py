"""One input file → its outcome. Whatever a file holds, the others go on."""

import hashlib
from collections.abc import Iterable, Iterator

from pipeline.extract import docx, forms
from pipeline.extract.inputs import InputFile
from pipeline.model import Finding, Outcome, Reading, Rejected
from pipeline.rulebook import Rulebook


def read_files(files: Iterable[InputFile], rules: Rulebook) -> Iterator[Outcome]:
    """The outcome of each file, in order. A file with the bytes of an earlier one is skipped with a note."""
    seen: dict[str, str] = {}
    for file in files:
        outcome = read_file(file, rules)
        yield _duplicate(file, seen[outcome.sha256]) if outcome.sha256 in seen else outcome
        if outcome.sha256:
            seen.setdefault(outcome.sha256, file.name)


def read_file(file: InputFile, rules: Rulebook) -> Outcome:
    """What became of one file. Never raises for anything the file holds."""
    if not file.is_document:
        return Outcome(file.name, "skipped", (Finding("lock_file_skipped", file.name),))
    try:
        data = file.path.read_bytes()
    except OSError as error:
        details = {"reason": error.strerror or type(error).__name__}
        return Outcome(file.name, "rejected", (Finding("unreadable_file", file.name, details=details),))
    return _read_bytes(data, file.name, rules)


def _read_bytes(data: bytes, name: str, rules: Rulebook) -> Outcome:
    checksum = hashlib.sha256(data).hexdigest()
    try:
        reading = forms.read(docx.parse(data, name, rules.symbols), rules)
    except Rejected as rejected:
        finding = Finding(rejected.code, name, details=rejected.details)
        return Outcome(name, "rejected", (finding,), checksum, len(data), rejected.format)
    except Exception as error:  # a fault of ours must not cost the other files; tests hold that none is known
        finding = Finding("reading_failed", name, details={"reason": f"{type(error).__name__}: {error}"})
        return Outcome(name, "rejected", (finding,), checksum, len(data))
    status = _status(reading, rules)
    return Outcome(name, status, reading.findings, checksum, len(data), reading.document.format, reading)


def _status(reading: Reading, rules: Rulebook) -> str:
    severities = {rules.issues[finding.code].severity for finding in reading.findings}
    if not (reading.indicators or reading.forms):
        return "rejected"
    return "partial" if severities - {"note"} else "parsed"


def _duplicate(file: InputFile, original: str) -> Outcome:
    finding = Finding("duplicate_document", file.name, details={"original": original})
    return Outcome(file.name, "skipped", (finding,))
