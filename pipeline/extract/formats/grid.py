"""Where the cells of a table stand: merges and spans → a rectangular grid in which no position is covered twice.

Columns are counted from the rows alone. `w:tblGrid` is not asked: where the rows need more columns than it has, they
are added (ECMA-376-1, 17.4.17), and columns that no row reaches are not printed.
"""

from dataclasses import dataclass

from pipeline.model.document import Address, Cell, Grid

# Word's own limit for the cells of a row. A larger number in a file is damage or malice, and nothing may grow by it.
WIDEST = 63


@dataclass(slots=True)
class Slot:
    """A cell being laid out. It grows down as continuation cells are found below it."""

    row_no: int
    col_no: int
    col_span: int
    row_span: int = 1
    text: str = ""


def spans(number: str | None, least: int) -> tuple[int, bool]:
    """A count of grid columns as a file states it → (the count that is used, whether the file's was too large).

    >>> spans("3", 1), spans("0", 1), spans("x", 1), spans(None, 0), spans("99999999999", 1)
    ((3, False), (1, False), (1, False), (0, False), (63, True))
    """
    if number is None or not number.strip().isdecimal():
        return least, False
    value = int(number.strip()[:9])
    return min(max(value, least), WIDEST), value > WIDEST


class Layout:
    """Lays out one table row by row, each cell once. The cost of a cell does not depend on the cells before it."""

    def __init__(self, table_no: int):
        self.table_no = table_no
        self.n_rows = self.n_cols = 0
        self._slots: list[Slot] = []
        self._merges: list[Slot] = []
        self._above: list[Slot] = []
        self._passed = 0
        self._next_col = 1

    def start_row(self, skipped: int = 0) -> None:
        """Begin the next row, `skipped` grid columns from the left (`w:gridBefore`)."""
        self.n_rows += 1
        self._next_col = 1 + skipped
        self._above, self._merges, self._passed = self._merges, [], 0

    def end_row(self, skipped: int = 0) -> None:
        """End the row, `skipped` grid columns before the right edge (`w:gridAfter`)."""
        self.n_cols = max(self.n_cols, self._next_col - 1 + skipped)

    def place(self, col_span: int, merge: str | None) -> tuple[Slot, bool]:
        """Put the row's next cell; `merge` is None, `restart` or `continue`.

        Returns the slot it belongs to and whether it fits the merges above. A continuation is part of the merge above
        it if both span the same grid columns, else that merge is invalid (ECMA-376-1, 17.4.84) and the cell stands on
        its own; so it does if nothing is merged above it (17.18.57).
        """
        slot = Slot(self.n_rows, self._next_col, col_span)
        self._next_col += col_span
        above, fits = self._slot_above(slot) if merge == "continue" else (None, True)
        if above is not None:
            above.row_span += 1
            self._merges.append(above)
            return above, True
        self._slots.append(slot)
        if merge == "restart":
            self._merges.append(slot)
        return slot, fits

    def _slot_above(self, slot: Slot) -> tuple[Slot | None, bool]:
        """The merge that ends in the row above with the slot's edges, and whether none with other edges is in the way.

        Merges are ordered by column and so are the cells of a row: each is passed once.
        """
        start, stop = slot.col_no, slot.col_no + slot.col_span
        while self._passed < len(self._above):
            above = self._above[self._passed]
            if above.col_no >= stop:
                break
            if (above.col_no, above.col_no + above.col_span) == (start, stop):
                return above, True
            if above.col_no + above.col_span > start:
                return None, False
            self._passed += 1
        return None, True

    def address(self, slot: Slot) -> Address:
        return Address(self.table_no, slot.row_no, slot.col_no)

    def here(self) -> Address:
        """The row being laid out; the first one, if none has begun."""
        return Address(self.table_no, max(self.n_rows, 1), 1)

    def grid(self, parent: Address | None) -> Grid:
        """The finished table; slots were placed in reading order."""
        cells = tuple(Cell(s.row_no, s.col_no, s.row_span, s.col_span, s.text) for s in self._slots)
        return Grid(self.table_no, self.n_rows, self.n_cols, cells, parent)
