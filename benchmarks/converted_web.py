"""The known documents as web pages, cell for cell beside our own reading of the .docx.

    python -m benchmarks.converted_web [FOLDER]

LibreOffice (`soffice`) must be installed; it converts all documents in one call, into FOLDER if one is given, where a
second call finds them again. The documents are those of `converted_word` and the forms made after published wordings.
White space in a row counts as one blank, since pages print it so, and blank paragraphs are left out.

`time` is the processor time of reading the pages as a multiple of that of the .docx files, the least of several turns.
`damaged` copies of the smaller pages are read last, as pages and as pages in one file: each must end in a document or a
code.
"""

import quopri
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks import converted_word
from benchmarks.converted_word import RULES, Compared, compared, converted, cost, fuzz
from benchmarks.unseen_documents import folder
from pipeline.extract.formats import readers
from pipeline.model.document import Document, Grid, Paragraph

converted_word.FILTERS["html"] = "html:HTML (StarWriter)"
MADE = Path(__file__).parent.parent / "tests" / "forms" / "made"
HEAD = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n'
ENCODED = b"Content-Transfer-Encoding: quoted-printable\n\n"


def documents(place: Path) -> None:
    """Write the made forms as Word files; `converted` writes the others."""
    for form in folder(MADE):
        (place / f"made_{form.id}.docx").write_bytes(form.word())


def printed(document: Document) -> Document:
    """A document as pages can print it."""
    return replace(document, blocks=tuple(_blocks(document)))


def _blocks(document: Document) -> Iterator[Paragraph | Grid]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield replace(block, cells=tuple(replace(cell, text=_same(cell.text)) for cell in block.cells))
        elif text := _same(block.text).strip():
            yield Paragraph(text)


def _same(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def report(place: Path) -> None:
    """Print what is equal, document by document where something is not."""
    documents(place)
    pairs = converted(place, "html")
    every = []
    for name, files in pairs.items():
        found = compared(*(printed(readers.parse(data, name, RULES)) for data in files))
        every.append(found)
        if found.cells != found.equal_cells or found.paragraphs != found.equal_paragraphs:
            print(f"{name}: {found}")
    print(f"html, {len(every)} documents: {Compared(*map(sum, zip(*every, strict=True)))}")
    ours, theirs = (cost([pair[which] for pair in pairs.values()]) for which in (1, 0))
    print(f"time {ours / theirs:.2f} ({ours:.3f} s against {theirs:.3f} s)")
    small = sorted((pair[1] for pair in pairs.values()), key=len)[:20]
    print(f"damaged: {dict(fuzz(small))}")
    print(
        f"damaged, in one file: {dict(fuzz([HEAD + ENCODED + quopri.encodestring(page) + b'--B--' for page in small]))}"
    )


if __name__ == "__main__":
    if not shutil.which("soffice"):
        sys.exit("soffice is not installed")
    with tempfile.TemporaryDirectory() as folder_name:
        report(Path((*sys.argv[1:], folder_name)[0]))
