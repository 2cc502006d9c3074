"""How the documents of the tests are read when LibreOffice has printed them as PDF; the Word files say what is right.

    python -m benchmarks.converted_pdf [--half first|second] [--lines all|level|few|none] [--each] [--damaged N]

Needs LibreOffice (`soffice`). Prints the published document, the fixtures and the published and made-up forms on three
kinds of paper, so that tables break over pages at other rows, and reads both. A cell is the same if it starts in the
same column of those that are seen, spans as many rows and columns and has the same text, white space apart; a row if
all its cells are. `--half` takes a half of the documents, which a seed chose: what was fitted to the first half is
stated of the second. `--lines` draws those between rows alone, those above and below tables alone, or none. `--each`
names the documents that differ. `--damaged` reads so many damaged copies besides.
"""

import argparse
import random
import re
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path

from benchmarks import unseen_documents
from benchmarks.known_documents import RAW
from pipeline.extract.formats import readers
from pipeline.model.document import Document, Grid
from pipeline.model.finding import Rejected
from pipeline.rules import book
from pipeline.rules.kinds.rulebook import Rulebook
from tests import word
from tests.formats.pdf.damaged import damaged
from tests.layouts.catalogue import FIXTURES
from tests.review.published_later import LATER
from tests.review.published_results import RESULTS
from tests.review.published_targets import TARGETS
from tests.review.sectors import SECTORS

SEED = 7
MISPRINTED = "fixH"
"""LibreOffice prints its rows over each other."""
LINES = {
    "all": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "level": ("top", "bottom", "insideH"),
    "few": ("top", "bottom"),
    "none": (),
}
"""The sides of tables and cells that are drawn."""
PAPERS = {
    "upright": (11906, 16838, 1440, 1800),
    "on its side": (16838, 11906, 1800, 1000),
    "short pages": (11906, 16838, 3400, 900),
}
"""Width, height, margin above and below, margin at the sides, in twentieths of a point."""
Row = tuple[tuple[int, int, int, str], ...]


@dataclass(slots=True)
class Score:
    """What is the same, of how many. `seconds` of processor time for `pages`."""

    documents: int = 0
    cells: Counter[bool] = field(default_factory=Counter)
    rows: Counter[bool] = field(default_factory=Counter)
    seconds: float = 0.0
    pages: int = 0

    def line(self, name: str) -> str:
        """The score, for a person."""
        shares = (f"{of[True]:,} of {of.total():,} ({of[True] / of.total():.2%})" for of in (self.cells, self.rows))
        cells, rows = shares
        speed = 1000 * self.seconds / self.pages
        return f"{name:<12} {self.documents} documents, cells {cells}, rows {rows}, {speed:.1f} ms a page"


def word_files() -> Iterator[tuple[str, bytes]]:
    """Every document by name, as a Word file."""
    for path in sorted(RAW.glob("*.docx")):
        yield "raw", path.read_bytes()
    for fixture in FIXTURES:
        yield f"fix{fixture.id}", fixture.build()
    for number, one in enumerate((*TARGETS, *RESULTS, *LATER)):
        yield f"pub{number:02}", one.build()
    for number, one in enumerate(SECTORS):
        yield f"sec{number:02}", one.build()
    for form in unseen_documents.folder(unseen_documents.DEVELOPED):
        yield f"uns{form.id}", form.word()


def half(which: str | None) -> dict[str, bytes]:
    """The documents of a half, or all."""
    files = dict(word_files())
    second = set(random.Random(SEED).sample(sorted(files), len(files) // 2))
    del files[MISPRINTED]
    return {name: data for name, data in files.items() if which is None or (name in second) == (which == "second")}


def on_paper(data: bytes, paper: str, lines: str = "all") -> bytes:
    """A Word file whose tables have these lines, on this paper. Tables that touch would be printed as one."""
    width, height, above, beside = PAPERS[paper]
    side = ' w:orient="landscape"' if width > height else ""
    section = (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{side}/><w:pgMar w:top="{above}" w:right="{beside}" '
        f'w:bottom="{above}" w:left="{beside}"/></w:sectPr>'
    )
    xml = word.part(data).decode()
    xml = re.sub(r"<w:tblPr/>|<w:tblPr>.*?</w:tblPr>", _table(lines), xml, flags=re.DOTALL)
    xml = re.sub(r"<w:sectPr/>|<w:sectPr>.*?</w:sectPr>", section, xml, flags=re.DOTALL)
    return word.with_part(data, "word/document.xml", xml.replace("</w:tbl><w:tbl>", "</w:tbl><w:p/><w:tbl>"))


def _table(lines: str) -> str:
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in LINES[lines])
    return f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'


def printed(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice prints them. Raises CalledProcessError if it fails."""
    paths = [folder / f"{number}.docx" for number in range(len(files))]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True)
    return {name: path.with_suffix(".pdf").read_bytes() for name, path in zip(files, paths, strict=True)}


def rows(document: Document) -> list[Row]:
    """The rows of all tables."""
    return [row for grid in document.grids for row in _rows(grid)]


def _rows(grid: Grid) -> Iterator[Row]:
    seen = sorted({edge for cell in grid.cells for edge in (cell.col_no, cell.col_no + cell.col_span)})
    place = {edge: number for number, edge in enumerate(seen)}
    made: dict[int, list[tuple[int, int, int, str]]] = {number: [] for number in range(1, grid.n_rows + 1)}
    for cell in grid.cells:
        start, stop = place[cell.col_no], place[cell.col_no + cell.col_span]
        made[cell.row_no].append((start, stop - start, cell.row_span, "".join(cell.text.split())))
    yield from map(tuple, made.values())


def compare(score: Score, right: list[Row], found: list[Row]) -> bool:
    """Count what is the same; whether all is."""
    is_same = True
    for tag, start, stop, other_start, other_stop in SequenceMatcher(a=right, b=found, autojunk=False).get_opcodes():
        cells = Counter(chain.from_iterable(right[start:stop]))
        same = (cells & Counter(chain.from_iterable(found[other_start:other_stop]))).total()
        score.cells.update({True: same, False: cells.total() - same})
        score.rows[tag == "equal"] += stop - start
        is_same = is_same and tag == "equal"
    return is_same


def measured(
    files: dict[str, bytes], paper: str, lines: str, rules: Rulebook, name_each: bool
) -> tuple[Score, list[bytes]]:
    """The documents printed on a paper, with some lines, and read."""
    drawn = {name: on_paper(data, paper, lines) for name, data in files.items()}
    with tempfile.TemporaryDirectory() as folder:
        pdfs = printed(drawn, Path(folder))
    score = Score()
    for name, data in pdfs.items():
        right = readers.parse(drawn[name], name, rules)
        start = time.process_time()
        found = readers.parse(data, name, rules)
        score.seconds += time.process_time() - start
        score.pages += len(re.findall(rb"/Type\s*/Page\b", data))
        score.documents += 1
        if not compare(score, rows(right), rows(found)) and name_each:
            print(f"  {paper}: {name}")
    return score, list(pdfs.values())


def settled(data: bytes, rules: Rulebook) -> str:
    """What became of a damaged file: `read` or the code of its rejection."""
    try:
        readers.parse(data, "damaged.pdf", rules)
    except Rejected as rejected:
        return rejected.code
    return "read"


def main() -> None:
    """Print what is the same on each paper, and what became of damaged copies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("first", "second"))
    parser.add_argument("--lines", choices=LINES, default="all")
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--damaged", type=int, default=0)
    asked = parser.parse_args()
    rules, pdfs = book.default(), []
    for paper in PAPERS:
        score, made = measured(half(asked.half), paper, asked.lines, rules, asked.each)
        print(score.line(paper))
        pdfs += made
    copies = (damaged(random.Random(seed).choice(pdfs), random.Random(seed)) for seed in range(asked.damaged))
    print(dict(Counter(settled(copy, rules) for copy in copies)) or "")


if __name__ == "__main__":
    main()
