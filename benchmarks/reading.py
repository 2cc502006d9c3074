"""What reading costs: µs per table row and, in brackets, as a multiple of parsing the same XML with lxml alone.

    python -m benchmarks.reading

A row must cost the same in a table of 5,000 rows as in one of 50; `tests/grids/test_limits.py` holds it by counting.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

from lxml import etree

from pipeline.extract.formats.word.docx import parse
from tests.word import Xml, cell, docx, part, span, table, vcont, vstart

LENGTHS = (50, 500, 5_000)
TEXTS = ["数量指标", "维护信息系统数量", "维护信息系统数量", "≥8个"]
Rows = Iterable[Xml | list[str]]
TABLES: dict[str, Callable[[int], Rows]] = {
    "plain": lambda n: [["产出指标", *TEXTS]] * n,
    "merged down": lambda n: [[vstart("产出指标"), *TEXTS], *([vcont(), *TEXTS] for _ in range(n - 1))],
    "merged across": lambda n: [[span("产出指标", 2), *TEXTS[:2], span("≥8个", 3)]] * n,
    "nested": lambda n: [[cell("产出指标", table([TEXTS]), ""), *TEXTS]] * n,
}


def seconds(act: Callable[[], object]) -> float:
    """The least processor time of several runs, which other work on the machine disturbs least."""
    return min(_once(act) for _ in range(5))


def _once(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


def cost(data: bytes) -> tuple[float, float]:
    """How long reading a file takes, and how long lxml takes to parse its text, in seconds."""
    xml = part(data)
    return seconds(lambda: parse(data, "table")), seconds(lambda: etree.fromstring(xml))


def main() -> None:
    print("µs per row".ljust(16), *(f"{length:>14,} rows" for length in LENGTHS))
    for name, rows in TABLES.items():
        costs = [cost(docx(table(rows(length)))) for length in LENGTHS]
        columns = [
            f"{whole / n * 1e6:9.1f} ({whole / xml:4.1f}×)  " for n, (whole, xml) in zip(LENGTHS, costs, strict=True)
        ]
        print(name.ljust(16), *columns)
    for path in sorted((Path(__file__).parent.parent / "data" / "raw").glob("*.docx")):
        whole, xml = cost(path.read_bytes())
        print(f"{path.name}: {whole * 1e3:.1f} ms ({whole / xml:.1f}×)")


if __name__ == "__main__":
    main()
