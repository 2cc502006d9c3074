"""A place that fsspec has a driver for: what stands there is fetched into a folder, and a dataset is put there.

fsspec's file systems: https://filesystem-spec.readthedocs.io. Each takes its credentials from where its driver looks
for them.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from pipeline.load import datapackage
from pipeline.model.told import Told
from pipeline.run import cache
from pipeline.run.progress import Progress

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SHORTEST = 3
"""Characters of a secret below which its letters are those of any word."""
BATCH = 64
"""Files that are asked for together; the driver decides how many of them it moves at once."""


_LOGIN = re.compile(r"(?<=://)(?:[^/@:]*:[^@]*|[^/]*)@")
_QUERY = re.compile(r"\?[^?]*$")
"""Where an address may hold secrets. A password may hold a slash that nobody has written as %2F."""


class AddressRefused(Told):
    """An address cannot be used. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Remote:
    """An address, with the file system that it names and the path in it."""

    address: str
    system: "AbstractFileSystem"
    root: str

    def is_file(self) -> bool:
        return bool(self.system.isfile(self.root))

    def files(self) -> dict[str, Mapping[str, Any]]:
        """What the file system tells of each file at or below the address, by its name from there on."""
        if self.is_file():
            return {PurePosixPath(self.root).name: self.system.info(self.root)}
        found = self.system.find(self.root, detail=True)
        return {path.removeprefix(self.root).lstrip("/"): told for path, told in sorted(found.items())}

    def fetch(self, folder: Path, record: Path, progress: Progress) -> None:
        """Makes a folder hold the files of the address and nothing else. What the record, a file, says was fetched
        before and has not changed is not fetched again. Raises AddressRefused for names that lead out of the folder.
        """
        there = self.files()
        tokens = {self._inside(name): _token(told) for name, told in there.items()}
        known = cache.read_json(record)
        have = {name: token for name, token in tokens.items() if known.get(name) == token and (folder / name).is_file()}
        cache.write_json(record, have)  # first, so that no half of a file is ever taken for the whole
        _keep_only(folder, have)
        missing = [name for name in tokens if name not in have]
        for batch in _batches(progress.over("fetch", missing, len(missing))) if missing else ():
            targets = [folder / name for name in batch]
            for target in targets:
                target.parent.mkdir(parents=True, exist_ok=True)
            self.system.get([there[name]["name"] for name in batch], list(map(str, targets)))
            have |= {name: tokens[name] for name in batch}
            cache.write_json(record, have)

    def dataset(self) -> set[str]:
        """The names of the files of the dataset that stands there; none if there is none."""
        with TemporaryDirectory() as folder:
            try:
                self.system.get_file(self._at(datapackage.NAME), str(Path(folder, datapackage.NAME)))
            except FileNotFoundError:
                return set()
            return datapackage.listed(Path(folder)) or set()

    def put(self, folder: Path) -> None:
        """Puts a dataset there in the place of the former one: its list of files last, so that whoever finds the list
        finds the files.
        """
        former = self.dataset()
        files = sorted(datapackage.listed(folder) or set(), key=lambda name: (name == datapackage.NAME, name))
        self.system.makedirs(self.root, exist_ok=True)
        for name in files:
            self.system.makedirs(self._at(name).rpartition("/")[0], exist_ok=True)
            self.system.put_file(str(folder / name), self._at(name))
        for name in former - set(files):
            self.system.rm_file(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self.root.rstrip('/')}/{name}"

    def _inside(self, name: str) -> str:
        """A name that is a path below the folder on any system."""
        path = PurePosixPath(name)
        if not name or path.is_absolute() or str(path) != name or ".." in path.parts or re.search(r"[\\\0]|^\w:", name):
            raise AddressRefused("{address}: the name {name} leads out of its folder", address=self.address, name=name)
        return name


@contextmanager
def opened(address: str) -> Iterator[Remote]:
    """What stands at an address. Raises AddressRefused for whatever fails while it is used."""
    printed = shown(address)
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise AddressRefused("this needs the extra named cluster: pip install 'budget-targets[cluster]'") from None
    try:
        system, root = url_to_fs(address)
        system.invalidate_cache()
        yield Remote(printed, system, root)
    except Told:
        raise
    except Exception as error:  # each driver has its own
        raise AddressRefused(
            "{address}: cannot be used ({reason}); check the address, the driver and the credentials",
            address=printed,
            reason=_without_secrets(str(error), address) or type(error).__name__,
        ) from error


def shown(address: str) -> str:
    """An address as it may be printed: without the name and password that it can hold, and what it asks, which may be
    signed.

    >>> shown("sftp://me:sec/ret@host/raw"), shown("https://host/raw?signature=secret")
    ('sftp://…@host/raw', 'https://host/raw?…')
    """
    return _QUERY.sub("?…", _LOGIN.sub("…@", address))


def _without_secrets(text: str, address: str) -> str:
    """What a driver says of an address, without what the address keeps to itself, whole or in part."""
    text = text.replace(address, shown(address))
    logins = [login.removesuffix("@") for login in _LOGIN.findall(address)]
    queries = [query.removeprefix("?") for query in _QUERY.findall(address)]
    secrets = [*logins, *queries, *(login.partition(":")[2] for login in logins)]
    secrets += [value for query in queries for pair in query.split("&") if (value := pair.partition("=")[2])]
    spelled = {one for each in secrets for one in (each, unquote(each), quote(each, safe=""))}
    for secret in sorted((one for one in spelled if len(one) >= SHORTEST), key=len, reverse=True):
        text = text.replace(secret, "…")
    return text


def _token(told: Mapping[str, Any]) -> str:
    """What tells a file from its former self: all that its file system says of it, such as size, time and checksum."""
    return hashlib.sha256(repr(sorted((key, repr(value)) for key, value in told.items())).encode()).hexdigest()


def _keep_only(folder: Path, names: Mapping[str, str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in names:
            path.unlink()


def _batches(names: Iterable[str]) -> Iterator[list[str]]:
    passing = iter(names)
    while batch := [name for name, _ in zip(passing, range(BATCH), strict=False)]:
        yield batch
