"""Forms printed side by side in one grid, each with the labels of the other."""

from collections.abc import Callable, Iterator

from pipeline.extract.layout.labels import plain
from pipeline.model.document import Grid

FEWEST = 3
"""So many rows at least begin with the same words in both."""


def halves(grid: Grid, opens: Callable[[str], bool]) -> Iterator[Grid]:
    """The forms of a grid, each with the cells of its own columns, or the grid as it is if it is one form.

    No cell runs over the line between two, and both begin their rows alike, one of these with a label that `opens` a
    form. Rows of one form that states indicators in blocks side by side have no such label.
    """
    first = min((cell.col_no for cell in grid.cells), default=1)
    for last in range(first, grid.n_cols):
        if _are_apart(grid, last) and _begin_alike(grid, first, last, opens):
            yield _part(grid, range(first, last + 1))
            yield from halves(_part(grid, range(last + 1, grid.n_cols + 1)), opens)
            return
    yield grid


def _are_apart(grid: Grid, last: int) -> bool:
    """Whether no cell of a grid covers both a column and the next."""
    return not any(cell.col_no <= last < cell.col_no + cell.col_span - 1 for cell in grid.cells)


def _begin_alike(grid: Grid, first: int, last: int, opens: Callable[[str], bool]) -> bool:
    left, right = (_printed_in(grid, col_no) for col_no in (first, last + 1))
    shared = [text for row_no, text in left.items() if right.get(row_no) == text]
    return len(shared) >= FEWEST and any(map(opens, shared))


def _printed_in(grid: Grid, col_no: int) -> dict[int, str]:
    return {cell.row_no: plain(cell.text) for cell in grid.cells if cell.col_no == col_no and not cell.is_blank}


def _part(grid: Grid, cols: range) -> Grid:
    return Grid(grid.table_no, grid.n_rows, cols.stop - 1, tuple(one for one in grid.cells if one.col_no in cols))
