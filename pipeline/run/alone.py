"""Work on one document in a process of its own: whether it hangs, dies or takes too much, it costs only itself."""

import multiprocessing
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import TimeoutError
from pathlib import Path
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from pipeline.load import interrupt
from pipeline.model.allowance import MIB, Allowance

START = "fork" if sys.platform == "linux" else "spawn"
"""Where it is safe, processes begin as copies of this one, with all rules compiled."""
Given = ParamSpec("Given")
Made = TypeVar("Made")


class NotDone(Exception):
    """The process took more than a document may, or ended without a word."""


def done(allowance: Allowance, act: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
    """What `act` gives, done in a process of its own within an allowance. Raises NotDone, and what `act` raises."""
    context = multiprocessing.get_context(START)
    pool = ProcessPool(max_workers=1, initializer=begin, initargs=(allowance, os.getpid()), context=context)
    try:
        with interrupt.later():
            future = pool.schedule(act, args=list(given), kwargs=dict(named), timeout=allowance.seconds)
        made: Made = future.result()
        return made
    except (TimeoutError, ProcessExpired, MemoryError) as error:
        raise NotDone from error
    finally:
        pool.stop()
        pool.join()


def begin(allowance: Allowance, parent: int) -> None:
    """What a process does before its first document. Ctrl-C and a closed terminal are for the run to heed, which then
    ends its processes.
    """
    for number in interrupt.SIGNALS:
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
    _bound(allowance.memory * MIB)
    threading.Thread(target=_end_with, args=[parent], daemon=True).start()


def _bound(memory: int) -> None:
    """What this process allocates beyond so many bytes more raises MemoryError. Only Linux counts and bounds it so."""
    if sys.platform == "linux":
        import resource

        held = re.search(r"VmData:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        limit = memory + (int(held[1]) * 1024 if held else 0)
        resource.setrlimit(resource.RLIMIT_DATA, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))


def _end_with(parent: int) -> None:
    """Ends this process when the run is gone, however it ended."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
