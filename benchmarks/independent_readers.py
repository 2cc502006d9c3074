"""What LibreOffice and pandoc make of the fixtures, cell for cell beside what the pipeline reads.

    python -m benchmarks.independent_readers

Both must be installed: Debian's `libreoffice-writer-nogui` and `pandoc`. Four ways, two of which make the reader read
Word files that LibreOffice wrote:

    LibreOffice      docx → HTML                 compared with the reader's grids of the docx
    pandoc           docx → HTML                 likewise
    by way of ODT    docx → ODT → docx           the reader's grids of the new docx, with those of the first
    by way of HTML   docx → HTML → docx          likewise

White space is left out of the comparison, since HTML has a rule of its own for it.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import html

from pipeline.extract.docx import parse
from tests.layouts.catalogue import FIXTURES

TOOLS = ("soffice", "pandoc")
SECONDS = 300


class Printed(NamedTuple):
    """A cell as readers agree on it: where its upper left corner stands, its spans, its text without white space."""

    row_no: int
    col_no: int
    row_span: int
    col_span: int
    text: str


Grids = list[frozenset[Printed]]


class Compared(NamedTuple):
    """A fixture by two readers: tables, cells, and the cells that only one of them has."""

    fixture: str
    tables: int
    cells: int
    only_ours: list[Printed]
    only_theirs: list[Printed]

    @property
    def equal(self) -> int:
        return self.cells - len(self.only_ours)


def installed() -> bool:
    """Whether both readers are there."""
    return all(map(shutil.which, TOOLS))


def plain(text: str) -> str:
    return "".join(text.split())


def read(path: Path) -> Grids:
    """The grids of a Word file as the pipeline reads them."""
    grids = parse(path.read_bytes(), path.name).grids
    return [
        frozenset(Printed(cell.row_no, cell.col_no, cell.row_span, cell.col_span, plain(cell.text)) for cell in grid.cells)
        for grid in grids
    ]


def read_html(path: Path) -> Grids:
    """The grids of a page's tables, placed by the rules of HTML."""
    page = html.document_fromstring(path.read_bytes().decode("utf-8"))
    return [frozenset(_placed(table)) for table in page.iter("table")]


def _placed(table: html.HtmlElement) -> Iterator[Printed]:
    taken: set[tuple[int, int]] = set()
    own = (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)
    for row_no, row in enumerate(own, 1):
        col_no = 1
        for cell in row.iterchildren("td", "th"):
            while (row_no, col_no) in taken:
                col_no += 1
            row_span, col_span = (int(cell.get(name, "1")) for name in ("rowspan", "colspan"))
            taken |= {(row_no + down, col_no + right) for down in range(row_span) for right in range(col_span)}
            yield Printed(row_no, col_no, row_span, col_span, plain(cell.text_content()))


def converted(paths: list[Path], to: str, folder: Path) -> list[Path]:
    """The files that LibreOffice makes of some files."""
    source = ["--infilter=HTML (StarWriter)"] if paths[0].suffix == ".html" else []
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", *source, "--convert-to", to, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return [folder / f"{path.stem}.{to}" for path in paths]


def by_pandoc(paths: list[Path], folder: Path) -> list[Path]:
    """The pages that pandoc makes of some Word files."""
    folder.mkdir()
    made = [folder / f"{path.stem}.html" for path in paths]
    for path, page in zip(paths, made, strict=True):
        command = ["pandoc", "-f", "docx", "-t", "html", str(path), "-o", str(page)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return made


def comparisons(folder: Path) -> Iterator[tuple[str, list[Compared]]]:
    """Each of the four ways with what it gives for every fixture; the files made stay in `folder`."""
    files = []
    for fixture in FIXTURES:
        files.append(folder / f"{fixture.id}.docx")
        files[-1].write_bytes(fixture.build())
    ours = {path.stem: read(path) for path in files}
    pages = converted(files, "html", folder / "html")
    yield "LibreOffice", _compared(ours, pages, read_html)
    yield "pandoc", _compared(ours, by_pandoc(files, folder / "pandoc"), read_html)
    texts = converted(files, "odt", folder / "odt")
    yield "by way of ODT", _compared(ours, converted(texts, "docx", folder / "from_odt"), read)
    yield "by way of HTML", _compared(ours, converted(pages, "docx", folder / "from_html"), read)


def _compared(ours: Mapping[str, Grids], paths: list[Path], reader: Callable[[Path], Grids]) -> list[Compared]:
    return [_difference(path.stem, ours[path.stem], reader(path)) for path in paths]


def _difference(fixture: str, ours: Grids, theirs: Grids) -> Compared:
    """Tables are compared in their order; a table that one reader lacks differs in all its cells."""
    longest = max(len(ours), len(theirs))
    pairs = list(zip(*(grids + [frozenset()] * (longest - len(grids)) for grids in (ours, theirs)), strict=True))
    only_ours = [cell for one, other in pairs for cell in sorted(one - other)]
    only_theirs = [cell for one, other in pairs for cell in sorted(other - one)]
    return Compared(fixture, len(ours), sum(map(len, ours)), only_ours, only_theirs)


def main() -> None:
    if not installed():
        raise SystemExit("LibreOffice and pandoc are needed: apt-get install libreoffice-writer-nogui pandoc")
    with tempfile.TemporaryDirectory() as folder:
        for way, found in comparisons(Path(folder)):
            print(f"\n{way}\n{'fixture':8} {'tables':>7} {'cells':>7} {'equal':>7}")
            for one in found:
                print(f"{one.fixture:8} {one.tables:7} {one.cells:7} {one.equal:7}")
                for cell in one.only_ours:
                    print("    ours  ", *cell)
                for cell in one.only_theirs:
                    print("    theirs", *cell)


if __name__ == "__main__":
    main()
