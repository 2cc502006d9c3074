"""Documents made into parts on many machines: Dask hands out batches, each machine makes them in processes of its own.

All machines see the documents and the cache at the same paths, as on a shared disk. A document that kills or hangs a
process costs only itself, since each batch goes through `workers.py`; a machine that is lost costs only time, since its
batches are given to others, which find in the cache what it had made.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from pipeline.extract.inputs import InputFile
from pipeline.load.many_questions import cores
from pipeline.run import workers
from pipeline.run.options import NoCluster
from pipeline.run.workers import Made, Maker

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
"""The address of a cluster on this machine; behind a colon the number of its workers."""
BATCH = 50
"""Documents that are handed out together: enough that handing out costs little, and few enough that none waits long."""
RETRIES = 3


def make_all(files: Sequence[InputFile], maker: Maker, address: str) -> Iterator[Made]:
    """The parts of all files, each as soon as its batch is there. Raises NoCluster if there is none at the address, or
    if it loses the same batch again and again.
    """
    left = []
    for file in files:
        if known := maker.known(file):
            yield known
        else:
            left.append(file)
    if left:
        with _client(address) as client:
            yield from _on(client, left, maker)


def _on(client: "Client", files: Sequence[InputFile], maker: Maker) -> Iterator[Made]:
    from distributed import KilledWorker, as_completed

    (shared,) = client.scatter([maker], broadcast=True)
    batches = [files[first : first + BATCH] for first in range(0, len(files), BATCH)]
    futures = [client.submit(_batch, batch, shared, pure=False, retries=RETRIES) for batch in batches]
    try:
        for _, made in as_completed(futures, with_results=True):
            yield from made
    except KilledWorker as error:
        raise NoCluster("the cluster lost the machines that worked on a batch: {error}", error=error) from error


def _batch(files: Sequence[InputFile], maker: Maker) -> list[Made]:
    """The parts of a batch, on the machine that was given it."""
    return list(workers.make_all(files, maker, cores(), start="spawn"))


@contextmanager
def _client(address: str) -> "Iterator[Client]":
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise NoCluster("this needs the extra named cluster: pip install 'budget-targets[cluster]'") from None
    with ExitStack() as stack:
        # A worker starts processes of its own, which Python denies to one that would die with its parent.
        stack.enter_context(dask.config.set({"distributed.worker.daemon": False}))
        try:
            place, _, number = address.partition(":")
            if place == LOCAL:
                options = {"n_workers": int(number or 2), "threads_per_worker": 1, "dashboard_address": None}
                address = stack.enter_context(LocalCluster(**options)).scheduler_address
            yield stack.enter_context(Client(address))
        except (OSError, ValueError) as error:
            raise NoCluster(
                "{address}: no Dask scheduler answers there ({error})", address=address, error=error
            ) from error
