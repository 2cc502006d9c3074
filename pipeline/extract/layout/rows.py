"""A grid row by row, as headers and sections read it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Address, Cell, Grid

FEWEST = 2
"""Numbers, of so many and fewer not every row that counts is one of columns: it may be an amount beside another."""


class Rows:
    """A grid's cells by the row in which they begin, and by the positions that they cover."""

    def __init__(self, grid: Grid):
        self.grid = grid
        self._printed: dict[int, list[Cell]] = {}
        for cell in grid.cells:
            if not cell.is_blank:
                self._printed.setdefault(cell.row_no, []).append(cell)

    @cached_property
    def _covering(self) -> Mapping[tuple[int, int], Cell]:
        return self.grid.covering()

    @cached_property
    def cols(self) -> range:
        """The columns of the grid, from the first in which a cell begins: those on its left are of another form."""
        return range(min((cell.col_no for cell in self.grid.cells), default=1), self.grid.n_cols + 1)

    def printed(self, row_no: int) -> Sequence[Cell]:
        """The cells that begin in a row and are not blank."""
        return self._printed.get(row_no, ())

    def at(self, row_no: int, col_no: int) -> Cell | None:
        """The cell that covers a position."""
        return self._covering.get((row_no, col_no))

    def over(self, row_no: int, columns: Iterable[int]) -> tuple[Cell, ...]:
        """The distinct cells that cover some columns of a row, from the left."""
        return tuple(dict.fromkeys(cell for col in columns if (cell := self.at(row_no, col))))

    def beginning(self, row_no: int, columns: range) -> list[Cell]:
        """The printed cells that begin in a row and in one of some columns, from the left."""
        return [cell for cell in self.printed(row_no) if cell.col_no in columns]

    def counts_columns(self, row_no: int) -> bool:
        """Whether a row only counts its columns: 1, 2, 3 and so on."""
        texts = [plain(cell.text) for cell in self.printed(row_no)]
        return len(texts) > FEWEST and texts == [str(number) for number in range(1, len(texts) + 1)]

    def address(self, cell: Cell) -> Address:
        return Address(self.grid.table_no, cell.row_no, cell.col_no)


def joined(cells: Iterable[Cell]) -> str:
    """The text of cells that make up one; a text repeated, as when a merge was split, counts once."""
    texts: list[str] = []
    for cell in cells:
        if not texts or plain(cell.text) != plain(texts[-1]):
            texts.append(cell.text)
    return "".join(texts)
