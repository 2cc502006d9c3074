"""Zip archives: damaged copies, the time that a folder of many files takes to be looked through, and hostile archives.

    python -m benchmarks.archives [FILES]

`damaged` archives hold documents, archives and other files; each must end in documents, codes or a count, none in an
exception, and none may take more than a second. `refused` is the longest that an archive takes which is not opened for
safety. `looking through` is the processor time for a folder of so many files (10,000), of which every tenth is a
document; only their first bytes are read.
"""

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import process_time

from pipeline.extract import inputs, read
from pipeline.model.reading import Outcome
from pipeline.rules import book
from tests.damage import damaged
from tests.formats.archives.made import nested, zipped
from tests.formats.archives.test_archives import REFUSED
from tests.whole_run.test_same_bytes import small_document

COPIES, FILES = 500, 10_000


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    with tempfile.TemporaryDirectory() as folder:
        _damaged(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        _refused(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        _looked_through(Path(folder), count)


def _damaged(folder: Path) -> None:
    good, rules, codes, slowest = small_document("甲"), book.default(), Counter[str](), 0.0
    sound = zipped({"甲.docx": good, "内.zip": nested(2, "乙.docx", good), "丙.pdf": b"%PDF-1.7", "a.txt": b"a" * 99})
    for number in range(COPIES):
        (folder / "包.zip").write_bytes(damaged(sound, random.Random(number), number))
        began = process_time()
        for file in inputs.find([folder]).files:
            data = read.content(file)
            outcome = data if isinstance(data, Outcome) else read.read_bytes(data, file.name, rules)
            codes[outcome.findings[0].code if outcome.reading is None else "read"] += 1
        slowest = max(slowest, process_time() - began)
    print(f"damaged: {COPIES}, slowest {slowest:.2f} s, {dict(codes.most_common())}")


def _refused(folder: Path) -> None:
    slowest = 0.0
    for data, _ in REFUSED.values():
        (folder / "包.zip").write_bytes(data)
        began = process_time()
        inputs.find([folder])
        slowest = max(slowest, process_time() - began)
    print(f"refused: {len(REFUSED)}, slowest {slowest:.3f} s")


def _looked_through(folder: Path, count: int) -> None:
    good = small_document("甲")
    for number in range(count):
        place = folder / f"{number % 100}"
        place.mkdir(exist_ok=True)
        is_document = number % 10 == 0
        (place / f"{number}.{'docx' if is_document else 'txt'}").write_bytes(good if is_document else b"a" * 9000)
    began = process_time()
    found = inputs.find([folder])
    print(f"looking through: {count} files, {len(found.files)} documents, {process_time() - began:.2f} s")


if __name__ == "__main__":
    main()
