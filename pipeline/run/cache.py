"""What earlier runs made of documents, so that a document is read once.

    FOLDER/parts/ab/ab…part      the tables of a document, under the checksum of all that decides them
    FOLDER/inputs.json           files by path and place, with the size, the time and the checksum that they had
    FOLDER/outputs.json          what an output folder was made of, and its files
    FOLDER/empty                 a database without rows, behind the checksum of it and of all that decides it
    FOLDER/fetched/ab…, ab….json the documents at an address, and what was told of each when it was fetched
    FOLDER/built/ab…             the dataset that goes to an address

A cache may be removed at any time, and a damaged entry is made anew.
"""

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pipeline
from pipeline.load import checks, parts, sqlfiles, warehouse
from pipeline.rules.kinds.rulebook import Rulebook

if TYPE_CHECKING:
    from pipeline.extract.inputs import InputFile

SETTING = "BUDGET_TARGETS_CACHE"
"""The environment variable that names the folder of the cache."""
OWN = "budget-targets-cache"
LIMIT = 2 * 1024**3
"""Bytes that the parts may take; the longest unused go first."""
FETCHED, BUILT = "fetched", "built"
YOUNG = 2.0
"""Seconds for which a file's time does not tell whether it was changed once more: clocks of file systems are coarse."""
EMPTY = "empty"
Stamp = tuple[int, int]
"""Size and time of change in nanoseconds: what tells an unchanged file without reading it."""


def default_folder() -> Path:
    """Where the cache lies: in the folder that the setting names, which may hold other things, and its own place is in
    it; else in the user's own folder for such things.
    """
    if setting := os.environ.get(SETTING):
        return Path(setting) / OWN
    places = {"win32": "AppData/Local", "darwin": "Library/Caches"}
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / places.get(sys.platform, ".cache")
    return Path(home) / "budget-targets"


SOURCES = (".py", ".html", ".css", ".js")


def fingerprint(rules: Rulebook, allowance: str = "") -> str:
    """The checksum of what decides a dataset beside its documents: the rules, the program itself, its questions, and
    what a document may take.
    """
    # A set is written in another order in every process.
    digest = hashlib.sha256(repr((replace(rules, off=frozenset()), sorted(rules.off), allowance)).encode())
    for path in sorted([*_files(Path(pipeline.__file__).parent, SOURCES), *_files(sqlfiles.folder(), (".sql",))]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path, kinds: tuple[str, ...]) -> Iterator[Path]:
    """The files of these kinds in a folder and all below it."""
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names if name.endswith(kinds))


def stamp(path: Path) -> Stamp:
    """Size and time of a file. Raises OSError."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns


class Cache:
    """The parts made under one fingerprint in a folder, and what is known of the files that they were made of."""

    def __init__(self, folder: Path, made_by: str):
        self._folder, self._made_by = folder, made_by
        self._inputs: dict[str, list[Any]] = read_json(folder / "inputs.json")
        self._seen: dict[str, list[Any]] = {}

    def part(self, sha256: str, name: str) -> Path:
        """Where the part of a document lies, or would lie: its tables hang on its bytes and on its file's name."""
        key = hashlib.sha256(f"{sha256}\n{name}\n{self._made_by}".encode()).hexdigest()
        return self._folder / "parts" / key[:2] / f"{key}.part"

    def checksum(self, file: "InputFile") -> str | None:
        """The checksum of a file that has not changed since it was last read, nor the archive that it lies in; None for
        any other.
        """
        with suppress(OSError, TypeError, ValueError):  # the last two if the list was damaged
            key = _key(file)
            size, changed, sha256 = self._inputs.get(key, (None, None, None))
            if (size, changed) == stamp(file.path):
                self._seen[key] = [size, changed, sha256]
                return sha256
        return None

    def remember(self, file: "InputFile", found: Stamp, sha256: str) -> None:
        """Keeps the checksum of a file that had this stamp before it was read."""
        if time.time() - found[1] / 1e9 > YOUNG:
            self._seen[_key(file)] = [*found, sha256]

    def save(self) -> None:
        """Writes down what was remembered; files that were not met are forgotten when they are gone."""
        kept = {key: known for key, known in self._inputs.items() if key in self._seen or os.path.exists(_path(key))}
        write_json(self._folder / "inputs.json", kept | self._seen)

    # ── What an output was made of ──────────────────────────────────────────────────────────────────────

    def is_made(self, out: Path, made_of: str) -> bool:
        """Whether an output folder is the one that was made of the same, and no file of it has changed since."""
        return _output(self._folder, out).get("made_of") == made_of

    def made(self, out: Path, made_of: str, held: bool) -> None:
        """Keeps what an output folder was made of, and whether it held all promises."""
        known = read_json(self._folder / "outputs.json")
        known = {path: one for path, one in known.items() if os.path.exists(path)}
        held_by = checks.fingerprint() if held else ""
        known[os.path.realpath(out)] = {"made_of": made_of, "files": _stamps(out), "held_by": held_by}
        write_json(self._folder / "outputs.json", known)

    def held(self, out: Path) -> bool:
        """Whether an output folder is known to hold all promises: no file of it has changed since they were asked."""
        return _output(self._folder, out).get("held_by") == checks.fingerprint()

    # ── The database before its first row ───────────────────────────────────────────────────────────────

    def empty(self) -> bytes | None:
        """The database without rows that an earlier run kept; None if there is none, or what decides it has changed."""
        with suppress(OSError):
            checksum, _, content = (self._folder / EMPTY).read_bytes().partition(b"\n")
            if checksum == self._checksum(content):
                return content
        return None

    def keep_empty(self, content: bytes) -> None:
        """Keeps a database without rows for later runs."""
        _write(self._folder / EMPTY, self._checksum(content) + b"\n" + content)

    def _checksum(self, content: bytes) -> bytes:
        decides = f"{self._made_by}\n{warehouse.VERSION}\n".encode()
        return hashlib.sha256(decides + content).hexdigest().encode()

    # ── Size ────────────────────────────────────────────────────────────────────────────────────────────

    def trim(self, limit: int = LIMIT) -> None:
        """Removes the longest unused parts beyond the limit, and what writers that died left unfinished."""
        found = []
        for path in (self._folder / "parts").rglob("*"):
            with suppress(OSError):
                status = path.stat()
                if path.name.endswith(parts.UNFINISHED) and time.time() - status.st_mtime > 3600:
                    path.unlink()
                elif path.suffix == ".part":
                    found.append((status.st_mtime, status.st_size, path))
        size = sum(one[1] for one in found)
        for _, bytes_, path in sorted(found):
            if size <= limit:
                break
            with suppress(OSError):
                path.unlink()
            size -= bytes_


def clear(folder: Path) -> int:
    """Removes what a cache holds, and nothing else that may lie in its folder; how many parts there were."""
    kept = list((folder / "parts").glob("??/*.part"))
    unfinished = folder.rglob(f"*{parts.UNFINISHED}")
    for path in (*kept, *unfinished, folder / "inputs.json", folder / "outputs.json", folder / EMPTY):
        path.unlink(missing_ok=True)
    for held in (FETCHED, BUILT):
        shutil.rmtree(folder / held, ignore_errors=True)
    for emptied in (*(folder / "parts").glob("??"), folder / "parts"):
        with suppress(OSError):
            emptied.rmdir()
    return len(kept)


def made_of(keys: Iterable[str], made_by: str) -> str:
    """The checksum of all that a dataset is made of."""
    return hashlib.sha256("\n".join([made_by, *keys]).encode()).hexdigest()


def _key(file: "InputFile") -> str:
    """What a file is known by: its path, and behind a line feed its place in an archive."""
    return "\n".join([os.path.realpath(file.path), *([" ".join(map(str, file.place))] if file.place else [])])


def _path(key: str) -> str:
    return key.partition("\n")[0]


def _output(folder: Path, out: Path) -> Mapping[str, str]:
    """What a cache knows of an output folder; nothing if a file of it has changed."""
    known = read_json(folder / "outputs.json").get(os.path.realpath(out))
    return known if isinstance(known, dict) and known.get("files") == _stamps(out) else {}


def _stamps(folder: Path) -> dict[str, list[int]]:
    with suppress(OSError):
        files = sorted(path for path in folder.rglob("*") if not path.is_dir())
        return {path.relative_to(folder).as_posix(): list(stamp(path)) for path in files}
    return {}


def read_json(path: Path) -> dict[str, Any]:
    """What a file of the cache holds; nothing if it is missing or damaged."""
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Writes values as a file of the cache, where that can be."""
    _write(path, json.dumps(content).encode())


def _write(path: Path, content: bytes) -> None:
    """Writes a file of the cache; where that cannot be, the next run has more to do."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}{parts.UNFINISHED}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(path)
