"""The known documents converted to other formats of texts, cell for cell beside our own reading of the .docx.

    python -m benchmarks.converted_word [doc|rtf|odt] [FOLDER]

LibreOffice (`soffice`) must be installed; it converts all documents in one call, into FOLDER if one is given, where a
second call finds them again. The documents are the fixtures, the published document and the retyped forms. A cell is
equal if its place, its spans and its text are; a row if all its cells are. What LibreOffice 7.4 itself changes is left
out of it: it drops white space at the end of paragraphs and columns in which no cell begins. Three changes of it remain
and are told apart by hand: the text of content controls, which it writes several times (fixture O), paragraphs that
hold a page break only, and the page numbers of a table of contents, which it counts anew (fixture H).

`time` is the processor time of reading the converted files as a multiple of that of the .docx files. `damaged`
copies of the smaller files are read last: each must end in a document or a code.
"""

import random
import shutil
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks.unseen_documents import DEVELOPED, folder
from pipeline.extract.formats import readers
from pipeline.model.document import Cell, Document, Grid
from pipeline.model.finding import Rejected
from pipeline.rules.book import default
from tests.conftest import SOURCE
from tests.damage import damaged
from tests.layouts.catalogue import FIXTURES

FILTERS = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt:writer8"}
SECONDS, TURNS, DAMAGED, SLOW = 600, 5, 500, 5.0


class Compared(NamedTuple):
    """A document in two formats: what the .docx has of each, and what of it is equal in the other."""

    tables: int
    equal_tables: int
    cells: int
    equal_cells: int
    rows: int
    equal_rows: int
    paragraphs: int
    equal_paragraphs: int


def documents() -> Iterator[tuple[str, bytes]]:
    """The known documents as Word files, each after its name."""
    yield "published", SOURCE.read_bytes()
    for fixture in FIXTURES:
        yield f"fixture_{fixture.id}", fixture.build()
    for form in folder(DEVELOPED):
        yield f"form_{form.id}", form.word()


def converted(place: Path, format: str) -> dict[str, tuple[bytes, bytes]]:
    """Every document as .docx and in another format, by name."""
    for name, data in documents():
        (place / f"{name}.docx").write_bytes(data)
    missing = [file for file in sorted(place.glob("*.docx")) if not file.with_suffix(f".{format}").exists()]
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to"]
    if missing:
        subprocess.run(
            [*command, FILTERS[format], "--outdir", place, *missing], check=True, timeout=SECONDS, capture_output=True
        )
    files = sorted(place.glob("*.docx"))
    return {file.stem: (file.read_bytes(), file.with_suffix(f".{format}").read_bytes()) for file in files}


def cells(grid: Grid) -> list[Cell]:
    """The cells of a table without white space at the end of lines and without columns in which none begins."""
    begun = sorted({cell.col_no for cell in grid.cells})
    found = []
    for cell in grid.cells:
        start, stop = (bisect_left(begun, at) for at in (cell.col_no, cell.col_no + cell.col_span))
        text = "\n".join(line.rstrip() for line in cell.text.split("\n"))
        found.append(Cell(cell.row_no, start + 1, cell.row_span, stop - start, text))
    return found


def rows(grid: Grid) -> set[tuple[object, ...]]:
    """The rows of a table, each as its number and cells."""
    held: dict[int, list[object]] = {}
    for cell in cells(grid):
        held.setdefault(cell.row_no, []).append(cell)
    return {(number, *cells) for number, cells in held.items()}


def compared(first: Document, second: Document) -> Compared:
    """What is equal in two readings of a document."""
    pairs = list(zip(first.grids, second.grids, strict=False))
    texts = [Counter(each.text for each in one.blocks if not isinstance(each, Grid)) for one in (first, second)]
    return Compared(
        len(first.grids),
        sum(cells(one) == cells(other) for one, other in pairs) if len(first.grids) == len(second.grids) else 0,
        sum(len(grid.cells) for grid in first.grids),
        sum(len(set(cells(one)) & set(cells(other))) for one, other in pairs),
        sum(len(rows(grid)) for grid in first.grids),
        sum(len(rows(one) & rows(other)) for one, other in pairs),
        texts[0].total(),
        (texts[0] & texts[1]).total(),
    )


def cost(files: list[bytes]) -> float:
    """The least processor time of reading files, in seconds."""
    times = []
    for _ in range(TURNS):
        start = process_time()
        for data in files:
            readers.parse(data, "", RULES)
        times.append(process_time() - start)
    return min(times)


def fuzz(files: list[bytes]) -> Counter[str]:
    """What becomes of damaged copies: the codes of those that are rejected, and how many are slow."""
    found: Counter[str] = Counter()
    chance = random.Random(1)
    for number in range(DAMAGED):
        data = damaged(chance.choice(files), chance, number)
        start = process_time()
        try:
            readers.parse(data, "", RULES)
            found["read"] += 1
        except Rejected as rejected:
            found[rejected.code] += 1
        found["slow"] += process_time() - start > SLOW
    return found


def report(place: Path, format: str) -> None:
    """Print what is equal, document by document where something is not."""
    pairs = converted(place, format)
    every = []
    for name, (docx, other) in pairs.items():
        found = compared(readers.parse(docx, name, RULES), readers.parse(other, name, RULES))
        every.append(found)
        if found.cells != found.equal_cells or found.paragraphs != found.equal_paragraphs:
            print(f"{name}: {found}")
    print(f"{format}, {len(every)} documents: {Compared(*map(sum, zip(*every, strict=True)))}")
    ours, theirs = (cost([pair[which] for pair in pairs.values()]) for which in (1, 0))
    print(f"time {ours / theirs:.2f} ({ours:.3f} s against {theirs:.3f} s)")
    small = sorted((pair[1] for pair in pairs.values()), key=len)[:20]
    print(f"damaged: {dict(fuzz(small))}")


RULES = default()

if __name__ == "__main__":
    asked, given = (*sys.argv[1:], *("doc", "")[len(sys.argv) - 1 :])[:2]
    if not shutil.which("soffice"):
        sys.exit("soffice is not installed")
    with tempfile.TemporaryDirectory() as folder_name:
        report(Path(given or folder_name), asked)
