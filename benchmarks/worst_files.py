"""The worst that a file of just under 1 MB can do: files made to be slow or to take memory, each as full as it can be.

    python -m benchmarks.worst_files [words of the names of the files to try]

Each file is made as large as `LARGEST` lets it be, and is read as a run reads it: in a process of its own, within what
one document may take (`pipeline/model/allowance.py`). Where it is rejected for its size or its memory, smaller ones are
tried until one is read. Printed are how much stands in it, the bytes, the processor seconds, the most memory of the
process in MiB (the program itself is in it) and what became of the document; at the end the worst of each format.
"""

import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.full_files import files, in_docx, indicators
from pipeline.model.allowance import SMALL, Allowance
from pipeline.rules.book import default
from pipeline.run.alone import NotDone, done
from pipeline.run.document import document_tables

LARGEST = SMALL
"""Bytes of a file."""
FEW, MOST = 200, 2_000_000
"""Of what stands in a file: from how much on its size is known, and where it ends if it packs to nothing."""
TRIES, FULL, LESS = 4, 0.9, 0.97
"""How often a larger file is tried, when it is large enough, and how far below a bound the next one is made."""
PATIENCE = 900
"""Seconds of the clock after which a file is given up: other programs may be at work beside."""
TOO_LARGE = (
    *("too_many_tables", "too_many_rows", "too_many_cells", "too_many_paragraphs"),
    *("cell_too_long", "text_too_long", "zip_bomb"),
)
NO_MEMORY = "document_needs_too_much_memory"


class Cost(NamedTuple):
    """What a document took: processor seconds, MiB of its process at most; what became of it; and how much of it may
    be, where it is rejected for its size.
    """

    seconds: float
    memory: float
    became: str = ""
    share: float = 1.0


def largest(made: Callable[[int], bytes]) -> tuple[int, bytes]:
    """The largest file of a kind that is not above `LARGEST`, as near as a few tries get, and how much stands in it."""
    before, n, data = len(made(FEW)), 2 * FEW, made(2 * FEW)
    step = FEW
    for _ in range(TRIES):
        each = max((len(data) - before) / step, 0.05)
        if len(data) > LARGEST * FULL or n == MOST:
            break
        wanted = min(int(n + (LARGEST * LESS - len(data)) / each), MOST)
        tried = made(wanted)
        while len(tried) > LARGEST:
            wanted = int(wanted * LESS * LARGEST / len(tried))
            tried = made(wanted)
        before, step, n, data = len(data), max(wanted - n, 1), wanted, tried
    return n, data


def cost(data: bytes, name: str) -> Cost:
    """What a document takes, in a process of its own."""
    try:
        return done(Allowance(seconds=PATIENCE), _read, data, name)
    except NotDone as error:
        return Cost(float("nan"), float("nan"), f"did not end: {type(error.__cause__).__name__}")


def _read(data: bytes, name: str) -> Cost:
    Path("/proc/self/clear_refs").write_text("5")  # the most memory counts from here
    start = time.process_time()
    tables = document_tables(data, name, default()).tables
    seconds = time.process_time() - start
    status = tables["documents"].to_pylist()[0]["status"]
    errors = {row["code"]: row["message_en"] for row in tables["issues"].to_pylist() if row["severity"] == "error"}
    became = f"rejected: {', '.join(errors) or 'without a word'}" if status == "rejected" else status
    return Cost(seconds, _most(), became, _share(errors) if status == "rejected" else 1.0)


def _most() -> float:
    said = Path("/proc/self/status").read_text()
    return int(said.partition("VmHWM:")[2].split()[0]) / 1024


def _share(messages: Mapping[str, str]) -> float:
    """How much of a document may be, by the findings that reject it: all if that is for no size."""
    if NO_MEMORY in messages:
        return 0.5
    found = [code for code in TOO_LARGE if code in messages]
    numbers = sorted(int(one) for code in found[:1] for one in re.findall(r"\d+", messages[code].replace(",", "")))
    return numbers[-2] / numbers[-1] if len(numbers) > 1 else 1.0


def tried(name: str, made: Callable[[int], bytes]) -> Cost:
    """The worst of the files of a kind; each is printed."""
    n, data = largest(made)
    worst = found = _told(name, n, data)
    while found.share < 1:
        # Some readers stop counting at the bound, and do not know by how much a file is beyond it.
        n = int(n * (found.share * LESS if found.share < FULL else 0.5))
        found = _told(f"{name}, fewer", n, made(n))
        worst = _worse(worst, found)
    return worst


def _told(name: str, n: int, data: bytes) -> Cost:
    found = cost(data, f"a.{name.partition(':')[0]}")
    took = f"{found.seconds:7.2f} s {found.memory:6.0f} MiB"
    print(f"{name:40} {n:9,} {len(data):9,} bytes {took}  {found.became}", flush=True)
    return found


def _worse(one: Cost, other: Cost) -> Cost:
    return Cost(max(one.seconds, other.seconds), max(one.memory, other.memory))


def main(*wanted: str) -> None:
    """Tries the files and prints what each takes."""
    document_tables(in_docx(indicators(3)), "a.docx", default())
    worst: dict[str, Cost] = {}
    for name, made in files():
        if not wanted or any(word in name for word in wanted):
            found, format = tried(name, made), name.partition(":")[0]
            worst[format] = _worse(worst.get(format, found), found)
    for format, found in worst.items():
        print(f"{format:6} at most {found.seconds:6.1f} s {found.memory:6.0f} MiB")


if __name__ == "__main__":
    main(*sys.argv[1:])
