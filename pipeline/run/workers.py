"""Documents made into parts, on as many processes as are wanted. A document that kills or hangs one costs only
itself.
"""

import hashlib
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from pipeline.extract import read
from pipeline.extract.inputs import InputFile
from pipeline.load import interrupt, parts
from pipeline.model.allowance import Allowance
from pipeline.model.finding import Finding
from pipeline.model.reading import Outcome
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.run import content
from pipeline.run.alone import START, begin
from pipeline.run.cache import Cache, Stamp, stamp
from pipeline.run.document import DocumentTables, document_tables, outcome_tables

TOO_SLOW, DIED = "document_takes_too_long", "document_ends_the_program"
TRIES = 2
"""A process may be ended from outside, for want of memory: the document that it was at is tried once more."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file and where its part lies. `sha256` is empty for a file whose bytes were not read; `fault` says why a
    document that was read has no tables.
    """

    file: InputFile
    part: Path
    sha256: str = ""
    stamp: Stamp | None = None
    fault: str = ""


@dataclass(slots=True)
class Maker:
    """Makes the part of a file, or finds it in the cache. What is no part of a document is laid into `spool`."""

    rules: Rulebook
    cache: Cache
    spool: Path
    allowance: Allowance = read.ALLOWED

    def made(self, file: InputFile) -> Made:
        """The part of a file. Never raises for anything the file holds; OSError if the part cannot be written."""
        before = _stamp(file.path)
        found = read.content(file)
        if isinstance(found, Outcome):
            return Made(file, self._spooled(file, found))
        sha256 = hashlib.sha256(found).hexdigest()
        path = self.cache.part(sha256, file.name)
        fault = self._kept_fault(path)
        if fault is None:
            made = document_tables(found, file.name, self.rules, self.allowance)
            fault = made.fault
            path = self._kept(path, made)
        return Made(file, path, sha256, before, fault)

    def known(self, file: InputFile) -> Made | None:
        """The part of a file that has not changed since an earlier run; None if there is none."""
        sha256 = self.cache.checksum(file) if file.is_document else None
        path = self.cache.part(sha256, file.name) if sha256 else None
        fault = self._kept_fault(path) if path else None
        return None if fault is None or path is None or sha256 is None else Made(file, path, sha256, None, fault)

    def rejected(self, file: InputFile, code: str, evidence: str = "") -> Made:
        """The part of a file that could not be made: the document is rejected with this code."""
        sha256, size = "", 0
        content = read.content(file)
        if isinstance(content, bytes):
            sha256, size = hashlib.sha256(content).hexdigest(), len(content)
        outcome = Outcome(file.name, "rejected", (Finding(code, evidence or file.name),), sha256, size)
        return Made(file, self._spooled(file, outcome), sha256)

    def tables(self, made: Made) -> parts.Part:
        """The tables of a part; one that was damaged since it was made is made anew."""
        try:
            return parts.read(made.part)
        except (OSError, ValueError):
            made.part.unlink(missing_ok=True)
            return parts.read(self.made(made.file).part)

    def instead(self, made: Made, outcome: Outcome) -> Made:
        """The part of another outcome of a file, in the place of one that was made."""
        return Made(made.file, self._spooled(made.file, outcome), made.sha256)

    def beside(self, made: Made, outcome: Outcome) -> Made:
        """The part of a note on a file whose own part stays."""
        return Made(made.file, self._spooled(made.file, outcome))

    def noted(self, passed: Counter[str]) -> Made:
        """The part of a note on the files that are no documents."""
        nowhere = InputFile(Path(), "")
        return Made(nowhere, self._spooled(nowhere, read.passed(passed)))

    def _kept(self, path: Path, made: DocumentTables) -> Path:
        """Where a part was written: a cache that cannot be written to costs time in later runs, and not this run."""
        try:
            return _written(path, made)
        except OSError:
            return _written(self.spool / path.name, made)

    def _kept_fault(self, path: Path) -> str | None:
        """What an earlier run said of a part's document, None if there is no whole part."""
        with suppress(OSError, ValueError, KeyError):
            fault = parts.known(path)["fault"]
            os.utime(path)
            return str(fault)
        return None

    def _spooled(self, file: InputFile, outcome: Outcome) -> Path:
        what = f"{file.path}\n{file.place}\n{outcome.status}\n{[one.code for one in outcome.findings]}"
        key = hashlib.sha256(what.encode(errors="surrogatepass")).hexdigest()
        tables = outcome_tables(outcome, self.rules).tables
        return _written(self.spool / f"{key}.part", DocumentTables(tables))


def make_all(
    files: Sequence[InputFile],
    maker: Maker,
    jobs: int,
    meanwhile: Callable[[], None] | None = None,
    start: str = START,
) -> Iterator[Made]:
    """The parts of all files, each as soon as it is there; those of earlier runs come first, then the large files.

    `meanwhile` is done once processes are at work; `start` is how they begin, by default as is best on this system.
    """
    left = []
    for file in files:
        if known := maker.known(file):
            yield known
        else:
            left.append(file)
    if left:
        jobs, context = min(jobs, len(left)), multiprocessing.get_context(start)
        yield from _in_processes(sorted(left, key=_size, reverse=True), maker, jobs, context, meanwhile)


def _in_processes(
    files: Sequence[InputFile],
    maker: Maker,
    jobs: int,
    context: BaseContext,
    meanwhile: Callable[[], None] | None,
) -> Iterator[Made]:
    pool = ProcessPool(max_workers=jobs, initializer=_begin, initargs=(maker, os.getpid()), context=context)
    seconds = maker.allowance.seconds
    try:
        waiting: dict[Future[Made], tuple[InputFile, int]] = {}
        with interrupt.later():
            for file in files:
                waiting[pool.schedule(_make, args=[file], timeout=seconds)] = (file, 1)
        if meanwhile:
            meanwhile()
        while waiting:
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                file, tries = waiting.pop(future)
                try:
                    yield future.result()
                except TimeoutError:
                    yield maker.rejected(file, TOO_SLOW)
                except MemoryError:
                    yield maker.rejected(file, read.NO_MEMORY)
                except ProcessExpired:
                    if tries < TRIES:
                        waiting[pool.schedule(_make, args=[file], timeout=seconds)] = (file, tries + 1)
                    else:
                        yield maker.rejected(file, DIED)
        pool.close()
    finally:
        pool.stop()
        pool.join()


_maker: Maker | None = None


def _begin(maker: Maker, parent: int) -> None:
    global _maker
    _maker = maker
    begin(maker.allowance, parent)


def _make(file: InputFile) -> Made:
    assert _maker is not None
    return _maker.made(file)


def _written(path: Path, made: DocumentTables) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    parts.write(path, made.tables, {"fault": made.fault, "content": content.said(made.tables)})
    return path


def _size(file: InputFile) -> int:
    found = _stamp(file.path)
    return found[0] if found else 0


def _stamp(path: Path) -> Stamp | None:
    with suppress(OSError):
        return stamp(path)
    return None
