"""What numbers of any size and scale do: in sums, quantities, points, scores, years and texts of plans and of results.

    python -m benchmarks.numbers [documents of each kind, 1,000 if nothing is said] [the first seed, 0]

A document holds if all its tables are made without an exception of ours, in time, and keep the promises of
`sql/checks` (`benchmarks/mutants.py`). Printed are the documents tried and held of each kind, and the faults.
"""

import sys

from benchmarks.mutants import BATCH, faults
from pipeline.rules.book import default
from tests.transform.any_numbers import KINDS, made


def main(count: int = 1000, first: int = 0) -> None:
    """Tries the documents of these seeds and prints what became of them."""
    rules = default()
    for kind in KINDS:
        found: dict[str, str] = {}
        for start in range(first, first + count, BATCH):
            seeds = range(start, min(start + BATCH, first + count))
            for name, fault in faults([made(kind, seed) for seed in seeds], rules):
                found[name] = f"{fault.kind}: {fault.said}"
        print(f"{count - len(found):6,} of {count:6,} held  {kind}", flush=True)
        for name, said in found.items():
            print(f"    {name}: {said}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
