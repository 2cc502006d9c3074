"""Which table of a page goes on from the page before, and which of its rows only repeat the header."""

from itertools import takewhile

from pipeline.extract.formats.pdf.rulings import SNAP, nearest
from pipeline.extract.formats.pdf.tables import PlacedTable

_MOST_HEADERS = 4
Row = tuple[tuple[int, int, str], ...]


def goes_on(first: PlacedTable, above: PlacedTable, below: PlacedTable, room: float) -> bool:
    """Whether the first table of a page is the rest of the last one of the page before.

    `first` is the piece that the table begins with, `above` the last piece before, `room` what that page leaves free
    below it. The rest has the same sides and lines; the row it starts with had no room on the page before, else a break
    was made on purpose; and it does not begin as the table itself begins, unless it is its header that is repeated.
    """
    if not same_lines(above, below):
        return False
    headers = repeated(first, below)
    if not headers and _label(first, 0) == _label(below, 0) != "":
        return False
    return room < row_height(below, headers) + SNAP


def same_lines(above: PlacedTable, below: PlacedTable) -> bool:
    """Whether two tables are as wide as each other and most lines of the one are lines of the other. Pages may be
    bound at different sides, so the left sides are put together first."""
    if abs(above.box.width - below.box.width) > 2 * SNAP:
        return False
    mine = [at - below.box.left for at in below.columns[1:-1]]
    other = [at - above.box.left for at in above.columns[1:-1]]
    common = sum(abs(other[nearest(other, at)] - at) <= SNAP for at in mine) if other else 0
    return common * 2 > min(len(mine), len(other)) or not (mine or other)


def repeated(first: PlacedTable, below: PlacedTable) -> int:
    """How many rows at the top of a piece repeat those that the table begins with.

    Rows of one cell are titles: where nothing else is repeated, the next form begins under the same title. Rows of two
    cells are a label and its value: the next form may have the same value, and goes on with the same label.
    """
    most = min(_MOST_HEADERS, first.n_rows, below.n_rows - 1)
    pairs = ((_row(first, row), _row(below, row)) for row in range(most))
    same = list(takewhile(lambda pair: pair[0] == pair[1] and any(text for _, _, text in pair[0]), pairs))
    widest = max((sum(bool(text) for _, _, text in row) for row, _ in same), default=0)
    is_form = widest == 2 and _label(first, len(same)) == _label(below, len(same)) != ""
    return 0 if widest < 2 or is_form else len(same)


def row_height(table: PlacedTable, row: int) -> float:
    """How high a row is: the least of its cells."""
    return min((cell.box.height for cell in table.cells if cell.row == row), default=0.0)


def _label(table: PlacedTable, row: int) -> str:
    """What a row begins with, white space apart."""
    cells = [cell for cell in table.cells if cell.row == row]
    return "".join(min(cells, key=lambda cell: cell.col).text.split()) if cells else ""


def _row(table: PlacedTable, row: int) -> Row:
    """A row's cells by where they start and what they say, white space apart."""
    cells = (cell for cell in table.cells if cell.row == row)
    return tuple(
        (round((cell.box.left - table.box.left) / (2 * SNAP)), cell.row_span, "".join(cell.text.split()))
        for cell in cells
    )
