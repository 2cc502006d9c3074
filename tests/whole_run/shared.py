"""Runs that many tests look at are made once, also where several processes test at the same time."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

MINUTES = 10
"""How long a process waits for what another one makes."""


def once(temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of that name that `make` fills, once in a run of the tests; those who look at it leave it as it is.

    Where another process makes it, this one waits. If that one fails, this one tries and fails in its own words.
    """
    root = temporary.getbasetemp()
    shared = root.parent if root.name.startswith("popen-") else root
    made, making = shared / name, shared / f"{name} in the making"
    end = time.monotonic() + 60 * MINUTES
    while not made.exists() and time.monotonic() < end:
        try:
            making.mkdir()
        except FileExistsError:
            time.sleep(0.1)
            continue
        try:
            if not made.exists():
                _fill(making, make).rename(made)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return made


def _fill(making: Path, make: Callable[[Path], None]) -> Path:
    folder = making / "made"
    folder.mkdir()
    make(folder)
    return folder
