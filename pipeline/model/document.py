"""A document as printed: paragraphs and grids in body order.

Numbers of tables, rows and columns count from 1, as a person counts them in the printed document.
"""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.model.finding import Finding


class Address(NamedTuple):
    """Where a cell stands in its document: its anchor, that is its upper left corner."""

    table_no: int
    row_no: int
    col_no: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed table cell, once, however many grid positions it covers. `text` is as printed."""

    row_no: int
    col_no: int
    row_span: int
    col_span: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rectangular, `n_rows` by `n_cols`; cells in reading order, no two covering one position.

    Positions skipped by gridBefore, gridAfter or a short row hold no cell.
    `parent` is the cell that holds a nested table, None for a table of the body.
    """

    table_no: int
    n_rows: int
    n_cols: int
    cells: tuple[Cell, ...]
    parent: Address | None = None

    def covering(self) -> dict[tuple[int, int], Cell]:
        """Every covered position (row_no, col_no) → the cell that covers it."""
        return {
            (row, col): cell
            for cell in self.cells
            for row in range(cell.row_no, cell.row_no + cell.row_span)
            for col in range(cell.col_no, cell.col_no + cell.col_span)
        }


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables, as printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed, in body order. A nested table stands right after the table that holds it."""

    document_id: str
    name: str
    sha256: str
    size: int
    format: str
    blocks: tuple[Paragraph | Grid, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Grid))
