"""How the cells of most rows part a table into columns, whatever its header says."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.layout.header.columns import Column
from pipeline.extract.layout.rows import Rows
from pipeline.model.document import Cell


def edges(rows: Rows, row_no: int) -> list[tuple[int, int]]:
    """Where the cells of a row stand, those that reach down into it too."""
    return [(cell.col_no, cell.col_span) for cell in rows.over(row_no, rows.cols)]


def edged(rows: Rows, cols: range, body: Sequence[int]) -> list[range]:
    """Columns of the grid as the cells of most rows part them."""
    found = [range(cols.start, cols.start + 1)]
    for col in cols[1:]:
        joins = sum(rows.at(row, col - 1) is rows.at(row, col) for row in body)
        is_one = joins * 2 > len(body)
        found[-1:] = [range(found[-1].start, col + 1)] if is_one else [found[-1], range(col, col + 1)]
    return found


def parted(rows: Rows, column: Column, body: Sequence[int]) -> list[Column]:
    """The columns below a header that no word names, where it stands above several."""
    if column.name or len(column.cols) == 1 or not body:
        return [column]
    return [replace(column, cols=cols) for cols in edged(rows, column.cols, body)]


def covers(cell: Cell, columns: Sequence[Column]) -> int:
    """How many columns a cell covers, wholly or in part."""
    covered = range(cell.col_no, cell.col_no + cell.col_span)
    return sum(one.cols.start < covered.stop and covered.start < one.cols.stop for one in columns)
