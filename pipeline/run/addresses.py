"""Where a run reads and writes: paths of this machine, or addresses such as `s3://bucket/folder`.

What stands at an address is brought here before the run, and the dataset put there after it; all between goes on in
folders of the cache, or without one in a folder that goes with the run. So a run does the same work for both, and of
documents at an address, too, only those are read that have changed.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.extract.inputs import NoInput
from pipeline.load.folder import OutputRefused
from pipeline.run import cache, remote
from pipeline.run.progress import Progress


@dataclass(frozen=True, slots=True)
class Places:
    """The files and folders of this machine that a run reads, the folder that it writes, and the address, if any, to
    which the dataset then goes.
    """

    raw: list[Path]
    out: Path
    address: str = ""

    def publish(self) -> None:
        """Puts the dataset to its address. Raises AddressRefused."""
        if self.address:
            with remote.opened(self.address) as there:
                there.put(self.out)


@contextmanager
def here(raw: Sequence[str], out: str, kept_in: Path | None, progress: Progress) -> Iterator[Places]:
    """The places on this machine of paths and addresses; `kept_in` is the folder of the cache, None for none.

    Raises NoInput for an address where nothing is, OutputRefused for one that holds what no run wrote or is above an
    input, AddressRefused for one that cannot be used.
    """
    with ExitStack() as stack:
        if any(map(is_address, [*raw, out])) and kept_in is None:
            kept_in = Path(stack.enter_context(TemporaryDirectory(prefix="budget-targets-")))
        if is_address(out):
            _refuse(out, raw)
        places = [_fetched(place, kept_in, progress) if kept_in and is_address(place) else Path(place) for place in raw]
        if kept_in and is_address(out):
            yield Places(places, kept_in / cache.BUILT / _key(out), out)
        else:
            yield Places(places, Path(out))


def is_address(place: str) -> bool:
    """Whether a place is an address and no path of this machine.

    >>> is_address("s3://bucket/raw"), is_address("data/raw")
    (True, False)
    """
    return "://" in place


def _fetched(address: str, kept_in: Path, progress: Progress) -> Path:
    """What holds here what stands at an address: a folder, or for the address of one file the file."""
    folder = kept_in / cache.FETCHED / _key(address)
    with remote.opened(address) as there:
        if not there.system.exists(there.root):
            raise NoInput("{path} does not exist", path=there.address)
        there.fetch(folder, folder.with_suffix(".json"), progress)
        return folder / Path(there.root).name if there.is_file() else folder


def _refuse(out: str, raw: Sequence[str]) -> None:
    """A dataset takes the place of a dataset, and of nothing else."""
    for place in raw:
        if f"{place.rstrip('/')}/".startswith(f"{out.rstrip('/')}/"):
            raise OutputRefused(
                "{out}: the output would replace the input {path}; choose another output folder",
                out=remote.shown(out),
                path=remote.shown(place),
            )
    with remote.opened(out) as there:
        foreign = set(there.files()) - there.dataset() if there.system.exists(there.root) else set()
        if foreign:
            raise OutputRefused(
                "{out}: holds {foreign}, which no run is known to have written; "
                "move it elsewhere or choose another output folder",
                out=there.address,
                foreign=min(foreign),
            )


def _key(address: str) -> str:
    return hashlib.sha256(address.rstrip("/").encode()).hexdigest()[:24]
