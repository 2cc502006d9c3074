"""What damaged files do, in each format: all tables of each are made, and those of all put together.

    python -m benchmarks.damaged [copies in each format, 500 if nothing is said] [a format]

Bytes of a copy are others, an end is gone, parts come twice or change places (`tests/damage.py`). Where a format is a
zip, every second copy is damaged inside one of its parts, since a checksum would tell of any other damage. A copy holds
if nothing raises, if it is done in time, and if what comes of it keeps the promises (`benchmarks/mutants.py`). Printed
are the copies tried and held in each format, and the faults.
"""

import io
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from random import Random

import openpyxl

from benchmarks.mutants import BATCH, TESTS, faults
from pipeline.rules.book import default
from tests.damage import damaged
from tests.formats import excel_2003
from tests.layouts.catalogue import FIXTURES
from tests.word import with_part

LARGEST = 300_000
"""Bytes of the largest file that is damaged."""
HEAD = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n'
ZIPPED = ("docx", "xlsx", "odt", "ods")
SUFFIXES = (".doc", ".rtf", ".xls", ".xlsx", ".odt", ".ods", ".html", ".pdf")


def files() -> Mapping[str, list[bytes]]:
    """Sound files by their format."""
    found = defaultdict[str, list[bytes]](list)
    for path in sorted(TESTS.rglob("*.*")):
        if path.suffix in SUFFIXES and path.stat().st_size < LARGEST:
            found[path.suffix[1:]].append(path.read_bytes())
    found["docx"] = [fixture.build() for fixture in FIXTURES]
    found["excel_xml"] = [excel_2003.written(openpyxl.load_workbook(io.BytesIO(book))) for book in found["xlsx"]]
    found["mhtml"] = [HEAD + page + b"\n--B--" for page in found["html"]]
    return found


def copies(format: str, sound: list[bytes], count: int) -> Iterator[tuple[str, bytes]]:
    """Damaged copies with their names, the same in every run."""
    for number in range(count):
        chance = Random(f"{format} {number}")
        data = chance.choice(sound)
        made = inside(data, chance, number) if format in ZIPPED and number % 2 else damaged(data, chance, number)
        yield f"{number}.{format}", made


def inside(data: bytes, chance: Random, kind: int) -> bytes:
    """A zip archive with one of its parts damaged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = chance.choice([one.filename for one in archive.infolist() if one.file_size > 1])
        return with_part(data, name, damaged(archive.read(name), chance, kind // 2))


def tried(format: str, sound: list[bytes], count: int) -> tuple[int, dict[str, str]]:
    """How many copies were tried, and the faults by the names of the copies."""
    rules, made = default(), list(copies(format, sound, count))
    found: dict[str, str] = {}
    for first in range(0, len(made), BATCH):
        for name, fault in faults(made[first : first + BATCH], rules):
            found[name] = f"{fault.kind}: {fault.said}"
    return len(made), found


def main(count: int = 500, wanted: str = "") -> None:
    """Tries the copies of each format and prints what became of them."""
    for format, sound in sorted(files().items()):
        if wanted in ("", format):
            number, found = tried(format, sound, count)
            print(f"{number - len(found):6,} of {number:6,} held  {format}", flush=True)
            for name, said in found.items():
                print(f"    {name}: {said}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:3])
