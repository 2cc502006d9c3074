"""Forms printed side by side in one grid, each with the labels of the other."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Cell, Grid

FEWEST = 3
"""So many rows at least begin with the same words in both."""


def halves(grid: Grid, opens: Callable[[str], bool]) -> Iterator[Grid]:
    """The forms of a grid, each with the cells of its own columns, or the grid as it is if it is one form.

    No cell runs over the line between two, and both begin their rows alike, one of these with a label that `opens` a
    form. Rows of one form that states indicators in blocks side by side have no such label.
    """
    first = min((cell.col_no for cell in grid.cells), default=1)
    columns, starts = _columns(grid), [first]
    joined = {col for cell in grid.cells for col in range(cell.col_no, cell.col_no + cell.col_span - 1)}
    for last in range(first, grid.n_cols):
        if last not in joined and _begin_alike(columns[starts[-1]], columns[last + 1], opens):
            starts.append(last + 1)
    if len(starts) == 1:
        yield grid
        return
    parts: list[list[Cell]] = [[] for _ in starts]
    for cell in grid.cells:
        parts[bisect_right(starts, cell.col_no) - 1].append(cell)
    for cells, stop in zip(parts, [*starts[1:], grid.n_cols + 1], strict=True):
        yield Grid(grid.table_no, grid.n_rows, stop - 1, tuple(cells))


def _begin_alike(left: Mapping[int, str], right: Mapping[int, str], opens: Callable[[str], bool]) -> bool:
    shared = [text for row_no, text in left.items() if right.get(row_no) == text]
    return len(shared) >= FEWEST and any(map(opens, shared))


def _columns(grid: Grid) -> Mapping[int, Mapping[int, str]]:
    """What is printed in cells that begin in each column, by row."""
    found = defaultdict[int, dict[int, str]](dict)
    for cell in grid.cells:
        if not cell.is_blank:
            found[cell.col_no][cell.row_no] = plain(cell.text)
    return found
