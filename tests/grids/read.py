"""Documents built in code and read: what the tests of this folder look at."""

from dataclasses import replace

from pipeline.extract.formats import readers
from pipeline.model.document import Document, Grid, Paragraph
from pipeline.rules.book import default
from pipeline.rules.kinds.rulebook import Rulebook
from tests.word import docx, paragraph

SHIPPED = default()
RULES = replace(SHIPPED, symbols={("Symbol", "F0B3"): "≥", ("Wingdings", "F0FC"): "✓"})


def parse(data: bytes, name: str = "x", rules: Rulebook = SHIPPED) -> Document:
    """A file as read by the rules that ship, unless others are given."""
    return readers.parse(data, name, rules)


def read(*blocks: str, **options: str | bool) -> Document:
    """A document with these blocks, as read; options are those of `docx`."""
    return parse(docx(*blocks, **options), "built.docx", RULES)


def only_grid(*blocks: str) -> Grid:
    (grid,) = read(*blocks).grids
    return grid


def printed(*content: str) -> str:
    """The text of a document of one paragraph."""
    (block,) = read(paragraph(*content)).blocks
    return block.text


def lines(document: Document) -> list[str]:
    """The texts of the paragraphs outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def placed(grid: Grid) -> dict[tuple[int, int], str]:
    """The texts of a grid by the positions of their cells."""
    return {(cell.row_no, cell.col_no): cell.text for cell in grid.cells}


def spans(grid: Grid) -> dict[str, tuple[int, int]]:
    """How many rows and columns each cell covers, by its text; blank cells left out."""
    return {cell.text: (cell.row_span, cell.col_span) for cell in grid.cells if cell.text}


def found(document: Document) -> list[tuple[str, str, int | None, int | None]]:
    """The findings: code, evidence, table and row."""
    return [(each.code, each.evidence, each.table_no, each.row_no) for each in document.findings]


def everything(document: Document) -> str:
    """All text of a document, blocks and cells parted by line feeds."""
    return "\n".join(
        text
        for block in document.blocks
        for text in ([block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells])
    )
