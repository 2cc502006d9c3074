"""PDF bytes → `Document`.

    bytes ──pdfium──▶ pages ──page──▶ characters, rules ──rulings, lattice, lines, wrapped──▶ tables and lines of a page
          ──running──▶ without heads and feet ──joins, pages──▶ tables over pages ──▶ blocks
                         └──unread──▶ what of each page is not read

What cannot be read ends as `Rejected`, whatever the bytes are: see `parse`.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from pipeline.extract.formats.pdf.beside import Sheet, groups, may_go_on, wide
from pipeline.extract.formats.pdf.body import Text, body
from pipeline.extract.formats.pdf.cut_lines import halves
from pipeline.extract.formats.pdf.joins import goes_on
from pipeline.extract.formats.pdf.lattice import TooMany
from pipeline.extract.formats.pdf.opened import opened, opened_page
from pipeline.extract.formats.pdf.page import read_page
from pipeline.extract.formats.pdf.pages import Joined, columns_of, joined
from pipeline.extract.formats.pdf.pdfium import Handle
from pipeline.extract.formats.pdf.running import running
from pipeline.extract.formats.pdf.symbol_fonts import SymbolFonts
from pipeline.extract.formats.pdf.tables import Laid, PlacedTable, laid
from pipeline.extract.formats.pdf.unread import has_text, unread
from pipeline.model.document import Address, Cell, Document, Grid, Paragraph
from pipeline.model.finding import Finding, Rejected
from pipeline.rules.kinds.rulebook import Rulebook

Chain = list[tuple[int, PlacedTable]]
"""The pieces of a table, each with the number of its page."""
Item = Text | Chain
_SAME_PLACE = 4.0
_FULL = 0.7
"""A page that is printed to this part of its height is full."""


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a PDF file.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules`
    name the characters of symbol fonts.
    Returns what is printed, in body order. Raises Rejected, and nothing else, if nothing can be read: `encrypted_file`,
    `damaged_pdf`, `too_many_pages`, `pdf_without_text`.
    """
    single, findings = _pages(data, rules)
    left_out = zip(single.items(), running(list(single.values())), strict=True)
    sheets = [Sheet(page_no, laid, lines) for (page_no, laid), lines in left_out]
    pages, printed_on = _wide(sheets, findings)
    if findings and not any(has_text(each.laid, each.running) for each in sheets):
        raise Rejected("pdf_without_text", "pdf", pages=str(len(single)))
    findings += [_said(each.page_no, [line.text for line in each.running]) for each in sheets if each.running]
    bodies = {page_no: body(each.laid, each.running) for page_no, each in pages.items()}
    for page_no, half in list(halves(bodies)):
        bodies[page_no].remove(half)
        findings.append(_said(page_no, [half.text]))
    blocks = _Blocks(findings)
    for item in _items(bodies, _bottoms(bodies, pages), printed_on, findings):
        blocks.add(item)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256[:16], name, sha256, len(data), "pdf", tuple(blocks.found), tuple(findings))


def _said(page_no: int, texts: Sequence[str]) -> Finding:
    """What is said of text that a page repeats."""
    return Finding("running_text_left_out", "\n".join(texts), details={"page": str(page_no)})


def _pages(data: bytes, rules: Rulebook) -> tuple[dict[int, Laid], list[Finding]]:
    """The pages by number, and those that are not read."""
    pages: dict[int, Laid] = {}
    findings: list[Finding] = []
    symbols = SymbolFonts(rules.symbols)
    with opened(data) as (document, count):
        for page_no in range(1, count + 1):
            if (page := _page(document, page_no, symbols)) is None:
                findings.append(Finding("page_not_read", details={"page": str(page_no)}))
            else:
                pages[page_no] = page
    if not pages:
        raise Rejected("damaged_pdf", "pdf")
    return pages, findings


def _page(document: Handle, page_no: int, symbols: SymbolFonts) -> Laid | None:
    """A page, None if it is damaged or holds more than any page of a document."""
    with opened_page(document, page_no - 1) as found:
        try:
            return laid(read_page(found, symbols)) if found else None
        except TooMany:
            return None


def _wide(sheets: Sequence[Sheet], findings: list[Finding]) -> tuple[dict[int, Sheet], dict[int, Sequence[int]]]:
    """The pages as one reads them, those that print the columns of one sheet side by side as one, and on which pages
    each is printed; by the number of the first."""
    pages: dict[int, Sheet] = {}
    printed_on: dict[int, Sequence[int]] = {}
    before = None
    for group in groups(sheets):
        first, *others = (sheet for sheet, _ in group)
        if before and not others and may_go_on(before, first):
            findings.append(
                Finding("columns_may_go_on", details={"page": str(before.page_no), "pages": str(first.page_no)})
            )
        before = None if others else first
        if others:
            at_right = ", ".join(str(sheet.page_no) for sheet in others)
            findings.append(
                Finding("columns_joined_over_pages", details={"page": str(first.page_no), "pages": at_right})
            )
            first = Sheet(first.page_no, laid(wide(group)), ())
        pages[first.page_no] = first
        printed_on[first.page_no] = [sheet.page_no for sheet, _ in group]
        findings += unread(first.laid, first.page_no, first.running)
    return pages, printed_on


def _items(
    bodies: Mapping[int, list[Text | PlacedTable]],
    bottoms: Mapping[int, float],
    printed_on: Mapping[int, Sequence[int]],
    findings: list[Finding],
) -> Iterator[Item]:
    """Paragraphs and whole tables in order. What stands over the rest of a table on the next page, as it stood over
    the table before, is repeated and left out."""
    chain: Chain = []
    before: Sequence[Text | PlacedTable] = ()
    for page_no, found in bodies.items():
        over = _repeated_over(before, found)
        rest = found[over] if over < len(found) else None
        is_next = bool(chain) and page_no - 1 in printed_on[chain[-1][0]]
        if is_next and isinstance(rest, PlacedTable) and _continues(chain, rest, bottoms):
            chain.append((page_no, rest))
            if over:
                findings.append(_said(page_no, [each.text for each in found[:over] if isinstance(each, Text)]))
            left = found[over + 1 :]
        else:
            left = found
        for item in left:
            if chain:
                yield chain
                chain = []
            if isinstance(item, PlacedTable):
                chain = [(page_no, item)]
            else:
                yield item
        before = found
    if chain:
        yield chain


def _continues(chain: Chain, rest: PlacedTable, bottoms: Mapping[int, float]) -> bool:
    last_page, last = chain[-1]
    return goes_on(chain[0][1], last, rest, bottoms[last_page] - last.box.bottom)


def _repeated_over(before: Sequence[Text | PlacedTable], found: Sequence[Text | PlacedTable]) -> int:
    """How many paragraphs at the top of a page the page before has at the same place."""
    return sum(1 for _ in takewhile(lambda pair: _is_repeated(*pair), zip(before, found, strict=False)))


def _is_repeated(one: Text | PlacedTable, other: Text | PlacedTable) -> bool:
    if not (isinstance(one, Text) and isinstance(other, Text)):
        return False
    return one.text == other.text and abs(one.base - other.base) <= _SAME_PLACE


def _bottoms(bodies: Mapping[int, list[Text | PlacedTable]], pages: Mapping[int, Sheet]) -> dict[int, float]:
    """How far down each page may be filled: as far as the fullest one that is as high, or to a lower margin as high as
    the upper one where none is full."""
    heights = {page_no: round(each.laid.page.box.height) for page_no, each in pages.items()}
    ends = {
        height: [_ends(each) for page_no, found in bodies.items() if heights[page_no] == height for each in found]
        for height in set(heights.values())
    }
    filled = {height: max((bottom for _, bottom in found), default=0.0) for height, found in ends.items()}
    margin = {height: min((top for top, _ in found), default=0.0) for height, found in ends.items()}
    return {
        page_no: filled[height] if filled[height] >= _FULL * height else height - margin[height]
        for page_no, height in heights.items()
    }


def _ends(item: Text | PlacedTable) -> tuple[float, float]:
    return (item.box.top, item.box.bottom) if isinstance(item, PlacedTable) else (item.base, item.base)


class _Blocks:
    """The blocks of a document, tables numbered in order, and what is to be said of them."""

    def __init__(self, findings: list[Finding]):
        self.found: list[Paragraph | Grid] = []
        self._findings = findings
        self._tables = 0
        self._columns: list[float] = []

    def add(self, item: Item) -> None:
        """Add a paragraph or a table."""
        if isinstance(item, Text):
            self.found.append(Paragraph(item.text))
        else:
            self._columns = columns_of(item, self._columns)
            self._add_table(joined(item, self._columns), None)

    def _add_table(self, whole: Joined, parent: Address | None) -> None:
        self._tables += 1
        table_no = self._tables
        ordered = sorted(whole.cells, key=lambda cell: (cell.row, cell.col))
        cells = tuple(Cell(c.row + 1, c.col + 1, c.row_span, c.col_span, c.text) for c in ordered)
        self.found.append(Grid(table_no, whole.n_rows, whole.n_cols, cells, parent))
        self._note(whole, table_no)
        for cell in ordered:
            for inner in cell.nested:
                pieces = [(0, inner)]
                place = Address(table_no, cell.row + 1, cell.col + 1)
                self._add_table(joined(pieces, columns_of(pieces, ())), place)

    def _note(self, whole: Joined, table_no: int) -> None:
        for seam in whole.seams:
            code = "row_joined_over_pages" if seam.is_cut else "table_joined_over_pages"
            details = {"table": str(table_no), "row": str(seam.row + 1), "page": str(seam.page_no)}
            self._findings.append(Finding(code, seam.header, table_no, seam.row + 1, details))
        for cell in whole.cells:
            if cell.is_crossed:
                details = {"table": str(table_no), "row": str(cell.row + 1)}
                self._findings.append(Finding("text_over_lines", cell.text, table_no, cell.row + 1, details))
        if not whole.is_ruled:
            self._findings.append(Finding("layout_from_alignment", table_no=table_no, details={"table": str(table_no)}))
        if not whole.is_whole:
            self._findings.append(Finding("table_lines_open", table_no=table_no, details={"table": str(table_no)}))
