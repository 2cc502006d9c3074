"""Lists that number their rows: what stands below 序号 is a list, whatever its headers and entries may be elsewhere."""

from collections.abc import Callable, Iterable, Mapping

from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Cell

FEWEST = 3
"""Headers of such a list at least; a row of fewer is a label with its value."""


def numbered_lists(rows: Rows, row_nos: Iterable[int], is_number: Callable[[str], bool]) -> Mapping[int, range]:
    """The row of headers of each list → the rows that it numbers from 1; `is_number` tells the header of numbers."""
    found: dict[int, range] = {}
    for row_no in row_nos:
        printed = rows.printed(row_no)
        head = next((cell for cell in printed if is_number(cell.text)), None)
        if head and len(printed) >= FEWEST and (body := _counted(rows, head)):
            found[row_no] = body
    return found


def _counted(rows: Rows, head: Cell) -> range:
    """The rows below a header that go on counting."""
    first = row_no = head.row_no + head.row_span
    count = 1
    while (cell := rows.at(row_no, head.col_no)) and plain(cell.text) == str(count):
        row_no, count = cell.row_no + cell.row_span, count + 1
    return range(first, row_no)
