"""PDF pages built in code and read: what the tests of this folder look at."""

from pipeline.extract.formats import readers
from pipeline.model.document import Document, Grid, Paragraph
from pipeline.rules.book import default
from tests.pdf import PageOf, pdf

SHIPPED = default()


def parse(data: bytes) -> Document:
    return readers.parse(data, "made.pdf", SHIPPED)


def read(*pages: PageOf) -> Document:
    """A document of these pages, as read."""
    return parse(pdf(*pages))


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    """The cells of a table: row, column, rows, columns, text."""
    return [(cell.row_no, cell.col_no, cell.row_span, cell.col_span, cell.text) for cell in grid.cells]


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a table, row by row."""
    rows = range(1, grid.n_rows + 1)
    return [[cell.text for cell in grid.cells if cell.row_no == row] for row in rows]


def only_grid(*pages: PageOf) -> Grid:
    (grid,) = read(*pages).grids
    return grid


def lines(document: Document) -> list[str]:
    """The texts of the paragraphs outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]
