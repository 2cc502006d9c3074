"""One input file → its outcome. Whatever a file holds, the others go on."""

import errno
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.extract import wanted
from pipeline.extract.formats import archive, readers
from pipeline.extract.inputs import InputFile
from pipeline.extract.layout import forms
from pipeline.model.allowance import Allowance
from pipeline.model.document import Address
from pipeline.model.finding import Finding, Rejected
from pipeline.model.reading import Outcome, Reading
from pipeline.rules.kinds.rulebook import Rulebook

ALLOWED = Allowance()
NO_MEMORY = "document_needs_too_much_memory"


def read_file(file: InputFile, rules: Rulebook, allowance: Allowance = ALLOWED) -> Outcome:
    """What became of one file. Never raises for anything the file holds."""
    found = content(file)
    return found if isinstance(found, Outcome) else read_bytes(found, file.name, rules, allowance)


def content(file: InputFile) -> bytes | Outcome:
    """The bytes of a file, or what became of one that is left out or cannot be read."""
    if not file.is_document:
        return Outcome(file.name, "skipped", (Finding("lock_file_skipped", file.name),))
    try:
        return _unpacked(file) if file.place else _bytes(file.path)
    except Rejected as rejected:  # what lies in an archive may not be unpacked
        return _rejected(rejected, file.name)
    except (OSError, MemoryError) as error:
        details = {"error": errno.errorcode.get(getattr(error, "errno", None) or 0, type(error).__name__)}
        return Outcome(file.name, "rejected", (Finding("unreadable_file", file.name, details=details),))


def duplicate(file: InputFile, original: str) -> Outcome:
    """What becomes of a file with the bytes of an earlier one: it is skipped with a note."""
    return _like("duplicate_document", file, original)


def same_content(file: InputFile, original: str) -> Outcome:
    """A note on a file that says what another one says, in a better format."""
    return _like("same_content_as", file, original)


def same_projects(file: InputFile, original: str) -> Outcome:
    """A note on a file that names the projects of an earlier one and does not say the same of them."""
    return _like("same_projects_as", file, original)


def _like(code: str, file: InputFile, original: str) -> Outcome:
    return Outcome(file.name, "skipped", (Finding(code, file.name, details={"original": original}),))


def rejected(outcome: Outcome, code: str, reason: str, cells: bool = True) -> Outcome:
    """The outcome of a document that was read and proves unfit later: no row comes from it but its cells, unread.

    Its other findings go, since they are about rows that are not made. `cells` says whether the cells stay.
    """
    reading = _unread(outcome.reading) if cells and outcome.reading else None
    return replace(outcome, status="rejected", findings=(Finding(code, reason),), reading=reading)


def _unread(reading: Reading) -> Reading:
    printed = ((grid.table_no, cell) for grid in reading.document.grids for cell in grid.cells if not cell.is_blank)
    roles = {Address(table_no, cell.row_no, cell.col_no): "unread" for table_no, cell in printed}
    return Reading(reading.document, forms=(), indicators=(), tasks=(), roles=roles, findings=())


def _unpacked(file: InputFile) -> bytes:
    data = archive.read(file.path, file.place)
    if len(file.place) == archive.DEPTH and archive.is_archive(data):
        raise Rejected("archive_too_deep", limit=str(archive.DEPTH))
    return data


def _bytes(path: Path) -> bytes:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):  # listed among the files because it may not be searched; this says why
        os.listdir(path)
    if not stat.S_ISREG(mode):  # a device never ends, a pipe may never begin
        raise OSError(errno.EINVAL, "it is no regular file")
    return path.read_bytes()


def read_bytes(data: bytes, name: str, rules: Rulebook, allowance: Allowance = ALLOWED) -> Outcome:
    """What became of the bytes of a file of this name, of which no more is read than what is allowed. Never raises for
    anything they hold.
    """
    checksum = hashlib.sha256(data).hexdigest()
    try:
        document = readers.parse(data, name, rules)
        allowance.hold(document)
        reading = forms.read(document, rules)
        status = status_of(reading, rules)
    except Rejected as rejected:
        if isinstance(rejected.__context__, MemoryError):  # what could not be taken in is not damaged
            return Outcome(name, "rejected", (Finding(NO_MEMORY, name),), checksum, len(data))
        outcome = replace(_rejected(rejected, name), sha256=checksum, size=len(data))
        return replace(outcome, findings=(*outcome.findings, *_misnamed(name, data)))
    except MemoryError:
        return Outcome(name, "rejected", (Finding(NO_MEMORY, name),), checksum, len(data))
    except Exception as error:  # a fault of ours must not cost the other files; tests hold that none is known
        finding = Finding("reading_failed", f"{type(error).__name__}: {error}")
        return Outcome(name, "rejected", (finding,), checksum, len(data))
    findings = (*reading.findings, *(_misnamed(name, data) if status == "rejected" else ()))
    return Outcome(name, status, findings, checksum, len(data), reading.document.format, reading)


def passed(names: Counter[str]) -> Outcome:
    """What becomes of the files that are no documents, counted by the ends of their names: a note, one for all."""
    said = wanted.counted(names)
    return Outcome("", "skipped", (Finding("files_not_read", said, details={"files": said}),))


def _rejected(reason: Rejected, name: str) -> Outcome:
    details = {**reason.details}
    finding = Finding(reason.code, details.pop("evidence", name), details=details)
    return Outcome(name, "rejected", (finding,), format=reason.format)


def _misnamed(name: str, data: bytes) -> Iterator[Finding]:
    """A note if a file that could not be read is something else than its name says: it may be the wrong file."""
    if held := wanted.named_otherwise(name, data):
        yield Finding("named_otherwise", name, details={"held": held, "ending": wanted.ending(name)})


def status_of(reading: Reading, rules: Rulebook) -> str:
    """What a reading makes its document: `parsed`, `partial` or, without any form, `rejected`."""
    severities = {rules.issues[finding.code].severity for finding in reading.findings}
    if not (reading.indicators or reading.forms):
        return "rejected"
    return "partial" if severities - {"note"} else "parsed"
