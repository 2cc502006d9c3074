"""What lies on the page: documents, one run at a time, and what came of it. All of it stands in one folder."""

import os
import secrets
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from io import BufferedIOBase
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from pipeline.serve import names
from pipeline.serve.phases import FAILED, RUNNING, WAITING
from pipeline.serve.work import work

CHUNK = 1 << 20
PATIENCE = 10.0
"""Seconds in which a run that was told to end may do so, before it is killed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be laid on the page: bytes of a document and of all, how many; and the seconds a document may take."""

    document: int = 200 << 20
    documents: int = 1 << 30
    number: int = 1000
    seconds: float = 120


class Refused(Exception):
    """Something that the page may not do now. The text is the key of the reason in the words of the page."""


@dataclass
class Room:
    """The documents and what came of them. Its methods may be called by several threads."""

    folder: Path
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self._lock = threading.RLock()
        self._sizes: dict[str, int] = {}
        self._coming = [0, 0]
        self._run: _Run | None = None
        self._raw = self.folder / "raw"
        self._raw.mkdir()

    # ── Documents ───────────────────────────────────────────────────────────────────────────────────────

    def add(self, name: str, content: BufferedIOBase, size: int) -> str:
        """Keeps a document of so many bytes; the name that it is kept under. Raises Refused if it is too large or one
        too many, while a run is at work, or if the bytes end early; OSError.
        """
        self._reserve(size)
        unfinished = self.folder / secrets.token_hex(8)
        try:
            _copy(content, unfinished, size)
            with self._lock:
                self._refuse_while_running()
                place = names.free(self._raw, names.place(name))
                place.parent.mkdir(parents=True, exist_ok=True)
                unfinished.replace(place)
                kept = place.relative_to(self._raw).as_posix()
                self._sizes[kept] = size
                self._forget_run()
            return kept
        finally:
            unfinished.unlink(missing_ok=True)
            with self._lock:
                self._coming = [self._coming[0] - 1, self._coming[1] - size]

    def _reserve(self, size: int) -> None:
        """What is on its way counts too, so that many at once are held to the same limits."""
        with self._lock:
            self._refuse_while_running()
            number, whole = self._coming
            if size > self.limits.document:
                raise Refused("document_too_large")
            if len(self._sizes) + number >= self.limits.number:
                raise Refused("too_many_documents")
            if sum(self._sizes.values()) + whole + size > self.limits.documents:
                raise Refused("documents_too_large")
            self._coming = [number + 1, whole + size]

    def remove(self, name: str) -> None:
        """Removes a document, if there is one of this name. Raises Refused while a run is at work."""
        with self._lock:
            self._refuse_while_running()
            if self._sizes.pop(name, None) is not None:
                (self._raw / name).unlink(missing_ok=True)
                self._forget_run()

    def clear(self) -> None:
        """Ends the run, if one is at work, and removes all documents and what was made of them."""
        with self._lock:
            self._forget_run()
            self._sizes.clear()
            shutil.rmtree(self._raw, ignore_errors=True)
            self._raw.mkdir(exist_ok=True)

    def _refuse_while_running(self) -> None:
        if self._run and self._run.told["phase"] == RUNNING:
            raise Refused("running")

    # ── The run ─────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Begins a run over all documents. Raises Refused if there are none, or one is at work."""
        with self._lock:
            self._refuse_while_running()
            if not self._sizes:
                raise Refused("no_documents")
            self._forget_run()
            self._run = _Run(self._raw, Path(tempfile.mkdtemp(dir=self.folder)), self.limits.seconds)

    def stop(self) -> None:
        """Ends the run, if one is at work, and removes what was made; the documents stay."""
        with self._lock:
            self._forget_run()

    def _forget_run(self) -> None:
        if self._run:
            self._run.end()
            self._run = None

    def state(self) -> dict[str, Any]:
        """What the page shows, as JSON can hold it."""
        with self._lock:
            told = dict(self._run.told) if self._run else {"phase": WAITING}
            told.pop("files", None)
            documents = [{"name": name, "bytes": size} for name, size in self._sizes.items()]
        return {"documents": documents, **told}

    def made(self, key: str) -> Path | None:
        """The file that a run made under this key."""
        with self._lock:
            files = self._run.told.get("files", {}) if self._run else {}
        return Path(files[key]) if key in files else None


class _Run:
    """A run in a process of its own, and what it last told."""

    def __init__(self, raw: Path, folder: Path, seconds: float):
        self._folder = folder
        self.told: dict[str, Any] = {"phase": RUNNING, "stage": "read", "done": 0, "total": 0}
        context = get_context("spawn")
        listening, telling = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(target=work, args=(raw, folder, seconds, telling))
        self._process.start()
        telling.close()
        self._listener = threading.Thread(target=self._listen, args=[listening], daemon=True)
        self._listener.start()

    def _listen(self, listening: Connection) -> None:
        """Takes in what the process tells until it has ended; one that ends without a word has failed."""
        try:
            while self.told["phase"] == RUNNING:
                self.told = {"phase": RUNNING, **listening.recv()}
        except (EOFError, OSError):
            self._process.join()
            self.told = {"phase": FAILED, "fault": f"exit code {self._process.exitcode}"}

    def end(self) -> None:
        """Ends the process and removes what it made."""
        self._process.terminate()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self._listener.join(PATIENCE)
        removed(self._folder)


def removed(folder: Path) -> None:
    """Removes a folder with all in it; a process that was killed may have left others that still write for a moment."""
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder):
            return
        threading.Event().wait(0.1)


def _copy(content: BufferedIOBase, to: Path, size: int) -> None:
    with to.open("wb") as file:
        while size > 0:
            if not (chunk := content.read(min(CHUNK, size))):
                raise Refused("ended_early")
            size -= len(chunk)
            file.write(chunk)
