"""What pages draw of a document: its tables as printed, and texts in both languages."""

from collections.abc import Callable, Iterator
from html import escape

from pipeline.model.document import Cell, Grid

SHOWN_LANGUAGE = '[data-language="zh"] .en, [data-language="en"] .zh { display: none; }'
"""The style of a page that holds both languages and shows one."""


def rows(grid: Grid, cell: Callable[[Cell, str], str]) -> Iterator[str]:
    """The rows of a table as HTML. `cell` draws a cell; it is given the attributes by which it spans others."""
    cells = {(one.row_no, one.col_no): one for one in grid.cells}
    covering = grid.covering()
    for row_no in range(1, grid.n_rows + 1):
        yield "<tr>"
        for col_no in range(1, grid.n_cols + 1):
            if (row_no, col_no) in cells:
                yield cell(cells[row_no, col_no], _spans(cells[row_no, col_no]))
            elif (row_no, col_no) not in covering:
                yield '<td class="gap"></td>'
        yield "</tr>"


def _spans(cell: Cell) -> str:
    down, across = f' rowspan="{cell.row_span}"', f' colspan="{cell.col_span}"'
    return down * (cell.row_span > 1) + across * (cell.col_span > 1)


def both(chinese: str, english: str) -> str:
    """A text in both languages, of which the page shows one.

    >>> both("甲<", "a")
    '<span class="zh">甲&lt;</span><span class="en" lang="en">a</span>'
    """
    if chinese == english:
        return escape(chinese)
    return f'<span class="zh">{escape(chinese)}</span><span class="en" lang="en">{escape(english)}</span>'
