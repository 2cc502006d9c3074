"""Prints what was planted and found: by kind, by document, in all."""

import sys
from collections import Counter
from time import process_time

from benchmarks.seeded_faults.catalogue import FAULTS
from benchmarks.seeded_faults.counting import Planting, rounds, unplanted
from benchmarks.seeded_faults.documents import readings


def main(times: int = 3) -> None:
    start = process_time()
    done: list[Planting] = []
    print("found / planted  kind of fault  [missed in]  (false alarms)")
    for fault in FAULTS:
        one = rounds(fault, times)
        print(_line(one, fault.name))
        done += one
    print("\nfound / planted  document")
    for layout in readings():
        print(_line([one for one in done if one.layout == layout], layout, by_layout=False))
    print(f"\n{_line(done, f'faults of {len(FAULTS)} kinds in {len(readings())} documents', by_layout=False)}")
    print(f"false alarms: {sum(len(one.alarms) for one in done)}")
    _print_unplanted()
    print(f"\n{process_time() - start:.0f} s")


def _line(done: list[Planting], name: str, by_layout: bool = True) -> str:
    missed = Counter(one.layout for one in done if not one.is_found)
    alarms = Counter(alarm.code for one in done for alarm in one.alarms)
    where = "  [" + " ".join(f"{layout} {n}" for layout, n in missed.items()) + "]" if by_layout and missed else ""
    told = "  (" + ", ".join(f"{code} {n}" for code, n in sorted(alarms.items())) + ")" if alarms else ""
    return f"{len(done) - missed.total():>5} / {len(done):<5}  {name}{where}{told}"


def _print_unplanted() -> None:
    print("\nfindings without any fault")
    for layout in readings():
        codes = Counter(one.code for one in unplanted().elements() if one.layout == layout)
        print(f"  {layout:<9} {', '.join(f'{code} {n}' for code, n in sorted(codes.items())) or '-'}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
