"""What one document may take: sizes, seconds and memory, in one place. Past it a document is rejected alone."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from pipeline.model.document import Document, Grid, Paragraph
from pipeline.model.finding import Rejected
from pipeline.model.told import Told

MIB = 1024 * 1024
SMALL = 1_000_000
"""Bytes of a file up to which no more is allowed than the numbers say."""
SECONDS = "seconds"


class NotAllowed(Told):
    """What a document may take was not said as it should be. The message says how it should."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one document may take.

    `tables`, `rows`, `cells`, `paragraphs` and `characters` are of all its tables and text together, for a file of up
    to a million bytes; a larger file may have as many times more as it is larger. `cell` are characters of one cell.
    `memory` are MiB more than the program holds before (on Linux).

    The numbers are such that a small file made to be slow does little harm: `python -m benchmarks.worst_files`.
    """

    tables: int = 5_000
    rows: int = 12_000
    cells: int = 150_000
    cell: int = 100_000
    paragraphs: int = 40_000
    characters: int = 3_000_000
    memory: int = 475
    seconds: float = 120

    def hold(self, document: Document) -> None:
        """Raises Rejected for a document that is larger: with what is too much, how much it is and what may be."""
        grids = document.grids
        _hold("too_many_tables", len(grids), self.tables, document)
        _hold("too_many_rows", sum(grid.n_rows for grid in grids), self.rows, document)
        _hold("too_many_cells", sum(len(grid.cells) for grid in grids), self.cells, document)
        _hold("too_many_paragraphs", len(document.blocks) - len(grids), self.paragraphs, document)
        _hold("text_too_long", sum(map(_length, document.blocks)), self.characters, document)
        for grid in grids:
            for cell in grid.cells:
                if len(cell.text) > self.cell:
                    place = {"table": str(grid.table_no), "row": str(cell.row_no)}
                    _reject("cell_too_long", len(cell.text), self.cell, document, **place)

    @property
    def key(self) -> str:
        """What of it decides a dataset: time is none of it, since a document that took too long is tried again."""
        return repr(replace(self, seconds=0))


def _hold(code: str, count: int, limit: int, document: Document) -> None:
    limit = max(limit, limit * document.size // SMALL)
    if count > limit:
        _reject(code, count, limit, document)


def _reject(code: str, count: int, limit: int, document: Document, **place: str) -> None:
    raise Rejected(code, document.format, count=str(count), limit=str(limit), **place)


def _length(block: Paragraph | Grid) -> int:
    return len(block.text) if isinstance(block, Paragraph) else sum(len(cell.text) for cell in block.cells)


def allowed(said: Iterable[str], seconds: float) -> Allowance:
    """The allowance of so many seconds, with what is said otherwise: `cells=1000000`. Raises NotAllowed.

    >>> allowed(["cells=7"], 60).cells
    7
    """
    names = [field.name for field in fields(Allowance) if field.name != SECONDS]
    found: dict[str, int] = {}
    for one in said:
        name, _, number = one.partition("=")
        if name not in names or not (number.isascii() and number.isdigit() and int(number)):
            raise NotAllowed(
                "{said}: say how much of what is allowed, as in cells=1000000; there are {names}",
                said=one,
                names=", ".join(names),
            )
        found[name] = int(number)
    return Allowance(seconds=seconds, **found)
