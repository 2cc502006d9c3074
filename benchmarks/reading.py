"""What reading costs, as a multiple of the floor: inflating the text of the same file and parsing it with lxml.

    python -m benchmarks.reading

`document` is bytes → Document, `outcome` is a file with its forms understood, `peer` is python-docx opening it and
walking its rows and cells, without merges, lists or hidden text. All take turns in one process; the least of several
runs counts. A row must cost the same in a table of 5,000 rows as in one of 50; `tests/grids/test_limits.py` holds it by
counting.
"""

import tempfile
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from time import process_time

import docx as python_docx
from lxml import etree

from benchmarks import word_bulk
from pipeline.extract.formats import readers
from pipeline.extract.inputs import InputFile
from pipeline.extract.read import read_file
from pipeline.rules.book import default
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


RULES = default()
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
RAW = Path(__file__).parent.parent / "data" / "raw"
TURNS = 15


def least(*acts: Callable[[], object]) -> list[float]:
    """The least processor time of each of several acts that take turns, in seconds; other work disturbs that least."""
    return [min(times) for times in zip(*([_once(act) for act in acts] for _ in range(TURNS)), strict=True)]


def _once(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


def peer(data: bytes) -> list[list[list[str]]]:
    """The texts of the cells of each row as python-docx finds them without its grid."""
    tables = python_docx.Document(BytesIO(data)).tables
    rows = (row for each in tables for row in each._tbl.tr_lst)
    return [[[text.text or "" for text in one.iter(TEXT)] for one in row.tc_lst] for row in rows]


def ratios(data: bytes, path: Path) -> list[float]:
    """What reading a file costs: the floor in seconds, then document, outcome and peer as multiples of it."""
    file = InputFile(path, path.name)
    floor, *others = least(
        lambda: etree.fromstring(part(data)),
        lambda: readers.parse(data, path.name, RULES),
        lambda: read_file(file, RULES),
        lambda: peer(data),
    )
    return [floor, *(each / floor for each in others)]


def files() -> dict[str, bytes]:
    """Made and published files by what they are."""
    made = {f"Word's bulk, {rows:,} rows": word_bulk.word_file(word_bulk.table(rows)) for rows in (20, 200)}
    made["5,000 plain rows"] = word_bulk.word_file(table(TABLES["plain"](5_000)))
    return made | {path.name: path.read_bytes() for path in sorted(RAW.glob("*.docx"))}


def main() -> None:
    print(f"{'floor':>9} document  outcome     peer")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files().items():
            path = Path(folder, "a.docx")
            path.write_bytes(data)
            floor, *others = ratios(data, path)
            print(f"{floor * 1e3:6.1f} ms", *(f"{each:7.2f}×" for each in others), "", name)
    print("\nµs per row".ljust(16), *(f"{length:>14,} rows" for length in LENGTHS))
    for name, rows in TABLES.items():
        files_of = [docx(table(rows(length))) for length in LENGTHS]
        costs = [least(lambda data=data: readers.parse(data, "table", RULES))[0] for data in files_of]
        print(name.ljust(16), *(f"{each / n * 1e6:19.1f}" for n, each in zip(LENGTHS, costs, strict=True)))


if __name__ == "__main__":
    main()
