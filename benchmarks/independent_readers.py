"""What LibreOffice and pandoc make of the fixtures, cell for cell beside what the pipeline reads.

    python -m benchmarks.independent_readers

Both must be installed: Debian's `libreoffice-writer-nogui` and `pandoc`. Four ways, two of which make the reader read
Word files that LibreOffice wrote:

    LibreOffice      docx → HTML                 compared with the reader's grids of the docx
    pandoc           docx → HTML                 likewise
    by way of ODT    docx → ODT → docx           the reader's grids of the new docx, with those of the first
    by way of HTML   docx → HTML → docx          likewise

White space is left out of the comparison, since HTML has a rule of its own for it, and so are control characters:
LibreOffice 7.4 marks content controls by them. Two differences are known and counted apart, as `explained`:

    LibreOffice drops a grid column in which no cell of the table begins, so that spans over it are narrower;
    LibreOffice 7.4 writes the text of a content control several times when it turns ODT into docx.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import html

from pipeline.extract.formats.word.docx import parse
from pipeline.rules.book import default
from tests.conftest import SOURCE
from tests.layouts.catalogue import FIXTURES

TOOLS = ("soffice", "pandoc")
SECONDS = 300
COUNTS = ("tables", "cells", "equal", "explained")


class Printed(NamedTuple):
    """A cell as readers agree on it: where its upper left corner stands, its spans, its text without white space."""

    row_no: int
    col_no: int
    row_span: int
    col_span: int
    text: str


Grids = list[frozenset[Printed]]


class Compared(NamedTuple):
    """A document by two readers: tables, cells, those that are equal, those whose difference is explained, and what
    only one of the readers has.
    """

    document: str
    tables: int
    cells: int
    equal: int
    explained: int
    only_ours: list[Printed]
    only_theirs: list[Printed]


def installed() -> bool:
    """Whether both readers are there."""
    return all(map(shutil.which, TOOLS))


def plain(text: str) -> str:
    """A text without white space and control characters."""
    return "".join(character for character in text if character.isprintable() and not character.isspace())


def read(path: Path) -> Grids:
    """The grids of a Word file as the pipeline reads them."""
    grids = parse(path.read_bytes(), path.name, default()).grids
    return [
        frozenset(
            Printed(cell.row_no, cell.col_no, cell.row_span, cell.col_span, plain(cell.text)) for cell in grid.cells
        )
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
    """Each of the four ways with what it gives for every fixture and the published document; the files made stay in
    `folder`.
    """
    documents = {fixture.id: fixture.build() for fixture in FIXTURES} | {"published": SOURCE.read_bytes()}
    files = [folder / f"{name}.docx" for name in documents]
    for path, data in zip(files, documents.values(), strict=True):
        path.write_bytes(data)
    ours = {path.stem: read(path) for path in files}
    pages = converted(files, "html", folder / "html")
    yield "LibreOffice", _compared(ours, pages, read_html)
    yield "pandoc", _compared(ours, by_pandoc(files, folder / "pandoc"), read_html)
    texts = converted(files, "odt", folder / "odt")
    yield "by way of ODT", _compared(ours, converted(texts, "docx", folder / "from_odt"), read)
    yield "by way of HTML", _compared(ours, converted(pages, "docx", folder / "from_html"), read)


def _compared(ours: Mapping[str, Grids], paths: list[Path], reader: Callable[[Path], Grids]) -> list[Compared]:
    return [_difference(path.stem, ours[path.stem], reader(path)) for path in paths]


def _difference(document: str, ours: Grids, theirs: Grids) -> Compared:
    """Tables are compared in their order; a table that one reader lacks differs in all its cells."""
    longest = max(len(ours), len(theirs))
    pairs = list(zip(*(grids + [frozenset()] * (longest - len(grids)) for grids in (ours, theirs)), strict=True))
    narrow = [(_without_idle_columns(one), _without_idle_columns(other)) for one, other in pairs]
    narrow = [(one, _said_once(other, one)) for one, other in narrow]
    cells = sum(map(len, ours))
    equal = sum(len(one & other) for one, other in pairs)
    only_ours = [cell for one, other in narrow for cell in sorted(one - other)]
    only_theirs = [cell for one, other in narrow for cell in sorted(other - one)]
    return Compared(document, len(ours), cells, equal, cells - equal - len(only_ours), only_ours, only_theirs)


def _without_idle_columns(grid: frozenset[Printed]) -> frozenset[Printed]:
    """The grid without the columns in which no cell begins."""
    begun = sorted({cell.col_no for cell in grid})
    place = {col_no: number for number, col_no in enumerate(begun, 1)}
    return frozenset(
        cell._replace(
            col_no=place[cell.col_no],
            col_span=sum(cell.col_no <= col_no < cell.col_no + cell.col_span for col_no in begun),
        )
        for cell in grid
    )


def _said_once(theirs: frozenset[Printed], ours: frozenset[Printed]) -> frozenset[Printed]:
    """Their grid with the texts once that they have several times and we have once."""
    once = {cell[:-1]: cell.text for cell in ours if cell.text}
    return frozenset(
        cell._replace(text=text)
        if (text := once.get(cell[:-1])) and cell.text == text * (len(cell.text) // len(text))
        else cell
        for cell in theirs
    )


def main() -> None:
    if not installed():
        raise SystemExit("LibreOffice and pandoc are needed: apt-get install libreoffice-writer-nogui pandoc")
    with tempfile.TemporaryDirectory() as folder:
        for way, found in comparisons(Path(folder)):
            print(f"\n{way}\n{'document':10}" + "".join(f"{name:>10}" for name in COUNTS))
            for one in found:
                print(f"{one.document:10}" + "".join(f"{getattr(one, name):10}" for name in COUNTS))
                for cell in one.only_ours:
                    print("    ours  ", *cell)
                for cell in one.only_theirs:
                    print("    theirs", *cell)


if __name__ == "__main__":
    main()
