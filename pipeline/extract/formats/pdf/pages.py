"""The pieces of a table on several pages → one table: rows and merged cells that a page cuts are made one again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.brackets import closes_bracket
from pipeline.extract.formats.pdf.joins import repeated
from pipeline.extract.formats.pdf.rulings import SNAP, nearest, places
from pipeline.extract.formats.pdf.tables import PlacedCell, PlacedTable
from pipeline.extract.formats.pdf.wrapped import goes_on_as_text, is_next_number, text_of

_MOST_CLASSES = 3
Across = tuple[int, int]
"""The columns that a cell covers: the first, and the one after the last."""


@dataclass(slots=True)
class Seam:
    """Where a table was joined: the page whose piece begins there, the row it begins with, the header that the piece
    repeats, and whether the row itself was cut."""

    page_no: int
    row: int
    header: str
    is_cut: bool


@dataclass(slots=True)
class Joined:
    """A whole table: cells with rows and columns from 0 of all its pieces."""

    n_rows: int
    n_cols: int
    cells: list[PlacedCell]
    seams: list[Seam]
    is_whole: bool
    is_ruled: bool


def columns_of(pieces: Sequence[tuple[int, PlacedTable]], before: Sequence[float]) -> list[float]:
    """Where the columns of a table stand, from its left side: those of the table `before` if they have all of these, so
    that a table that goes on under a line of text has as many columns as the one above it."""
    columns = places(at - piece.box.left for _, piece in pieces for at in piece.columns)
    is_like = before and abs(before[-1] - columns[-1]) <= SNAP
    has_all = is_like and all(abs(before[nearest(before, at)] - at) <= SNAP for at in columns)
    return list(before) if has_all else columns


def joined(pieces: Sequence[tuple[int, PlacedTable]], columns: Sequence[float]) -> Joined:
    """One table from its pieces, each with the number of its page. `columns`: as `columns_of` gives them."""
    first = pieces[0][1]
    whole = Joined(
        0,
        len(columns) - 1,
        [],
        [],
        all(piece.is_whole for _, piece in pieces),
        all(piece.is_ruled for _, piece in pieces),
    )
    last: dict[Across, PlacedCell] = {}
    for page_no, piece in pieces:
        dropped = repeated(first, piece) if piece is not first else 0
        header = "\n".join(cell.text for cell in piece.cells if cell.row < dropped and cell.text)
        cells = list(_moved(piece, columns, dropped))
        tops = {_across(cell): cell for cell in cells if cell.row == 0}
        is_cut = bool(last) and _is_cut(last, tops, piece.padding)
        if last:
            whole.seams.append(Seam(page_no, whole.n_rows - is_cut, header, is_cut))
        last = _add(whole, cells, piece, last, tops, is_cut, piece.n_rows - dropped)
    return whole


def _moved(piece: PlacedTable, columns: Sequence[float], dropped: int) -> Iterator[PlacedCell]:
    """The cells of a piece without its first rows, by the columns of the whole table."""
    number = [nearest(columns, at - piece.box.left) for at in piece.columns]
    for cell in piece.cells:
        if cell.row >= dropped:
            col, end = number[cell.col], number[cell.col + cell.col_span]
            yield replace(cell, row=cell.row - dropped, col=col, col_span=max(1, end - col))


def _add(
    whole: Joined, cells: Sequence[PlacedCell], piece: PlacedTable, last: dict[Across, PlacedCell],
    tops: dict[Across, PlacedCell], is_cut: bool, n_rows: int,
) -> dict[Across, PlacedCell]:  # fmt: skip
    """Add a piece's cells to the whole table; the cells that its last row ends with."""
    start = whole.n_rows - is_cut
    merged = set(tops) & set(last) if is_cut else set(_merged(last, tops, piece))
    ends: dict[Across, PlacedCell] = {}
    for cell in cells:
        across = _across(cell)
        is_last = cell.row + cell.row_span == n_rows
        if cell.row == 0 and across in merged:
            above = last[across]
            above.row_span += cell.row_span - is_cut
            above.lines, above.nested = [*above.lines, *cell.lines], [*above.nested, *cell.nested]
            above.text = _text(above.text, cell, above, piece.padding)
            above.is_crossed = above.is_crossed or cell.is_crossed
            cell = above
        else:
            cell.row += start
            whole.cells.append(cell)
        if is_last:
            ends[across] = cell
    whole.n_rows = start + n_rows
    return ends


def _across(cell: PlacedCell) -> Across:
    return cell.col, cell.col + cell.col_span


def _is_cut(last: dict[Across, PlacedCell], tops: dict[Across, PlacedCell], padding: float) -> bool:
    """Whether the row that a page ends with goes on in the first one of the next.

    They have the same cells. What the rest prints goes on in cells that were full to the page's end: in the middle of a
    line, or with the next number of a list; only labels of several rows are broken anywhere. And the rest leaves blank
    what the row has already said; where that is most of what stands at the right of its first text, or more cells than
    the classes of rows take, no row of its own would do so, and its text may begin a line; a shorter text may then
    stand in the middle of its cell beside one that was full and goes on.
    """
    pairs = [(last[across], tops[across]) for across in sorted(tops) if across in last]
    going_on = [number for number, (_, cell) in enumerate(pairs) if cell.lines]
    full = [number for number in going_on if _is_full(pairs[number][0])]
    if set(tops) != set(last) or not full:
        return False
    said = [number for number, (above, cell) in enumerate(pairs) if above.lines and not cell.lines]
    said_in_row = [number for number in said if _is_of_row(pairs[number])]
    beside = sum(number > going_on[0] for number in said_in_row)
    goes_on = {number: _goes_on(*pairs[number], padding) for number in full}
    is_rest = len(said_in_row) > _MOST_CLASSES or (beside > 1 and beside >= len(going_on))
    if full != going_on:
        return is_rest and all(goes_on.get(number, _is_centred(pairs[number][0])) for number in going_on)
    if is_rest:
        return True
    of_row = [goes_on[number] for number in going_on if _is_of_row(pairs[number])]
    return bool(said) and (all(goes_on.values()) or (all(of_row) and len(of_row) > 1))


def _is_full(cell: PlacedCell) -> bool:
    """Whether a cell has no room for a line more."""
    return bool(cell.lines) and cell.box.bottom - cell.lines[-1].base < 1.3 * cell.lines[-1].size


def _is_centred(cell: PlacedCell) -> bool:
    """Whether a text stands in the middle of a cell, with as much room above it as below."""
    if not cell.lines:
        return False
    above, below = cell.lines[0].box.top - cell.box.top, cell.box.bottom - cell.lines[-1].box.bottom
    return abs(above - below) < cell.lines[0].size / 2


def _is_of_row(pair: tuple[PlacedCell, PlacedCell]) -> bool:
    """Whether the pieces of a cell stand in one row each."""
    return pair[0].row_span == pair[1].row_span == 1


def _goes_on(above: PlacedCell, cell: PlacedCell, padding: float) -> bool:
    is_begun = is_next_number(above.text, cell.text) or closes_bracket(above.text, cell.text)
    return is_begun or goes_on_as_text(above.lines, cell.lines, cell.box, padding)


def _merged(last: dict[Across, PlacedCell], tops: dict[Across, PlacedCell], piece: PlacedTable) -> Iterator[Across]:
    """The cells at the top of a page that go on from the page before.

    No line is between them, as spreadsheets print; or of the two, one says nothing, or the text of several rows fills
    them to the page's end and goes on, or stands in their middle across the pages. A merged cell covers several rows on
    one of the pages; one that does not stands with only such cells at its left, where the classes of the rows are. Only
    where text stands in the middle of cells can that of a cell that has begun stand on the next page.
    """
    is_left = True
    for across, cell in sorted(tops.items()):
        above = last.get(across)
        if above is not None and (
            _is_same(above, cell, piece) or (is_left and len(tops) > 1 and _says_once(above, cell))
        ):
            yield across
        else:
            is_left = False


def _says_once(above: PlacedCell, cell: PlacedCell) -> bool:
    return bool(above.lines) and not cell.lines


def _is_same(above: PlacedCell, cell: PlacedCell, piece: PlacedTable) -> bool:
    """Whether the pieces of a cell on two pages are one, wherever they stand."""
    if above.is_open_below or cell.is_open_above:
        return True
    covers = above.row_span > 1 or cell.row_span > 1
    precedes = not above.lines and bool(cell.lines) and piece.is_centred
    return covers and (
        _says_once(above, cell) or precedes or _flows(above, cell, piece.padding) or _is_split(above, cell)
    )


def _flows(above: PlacedCell, cell: PlacedCell, padding: float) -> bool:
    return bool(cell.lines) and above.row_span > 1 and _is_full(above) and _goes_on(above, cell, padding)


def _is_split(above: PlacedCell, cell: PlacedCell) -> bool:
    """Whether a text in the middle of a cell stands half at the end of a page and half at the top of the next."""
    if not (above.lines and cell.lines and _is_full(above)):
        return False
    size = cell.lines[0].size
    begins_low = above.lines[0].box.top - above.box.top > size
    ends_high = cell.box.bottom - cell.lines[-1].box.bottom > size and cell.lines[0].box.top - cell.box.top < size
    return begins_low and ends_high


def _text(before: str, cell: PlacedCell, above: PlacedCell, padding: float) -> str:
    """The text of a cell from its pieces on two pages."""
    if not (before and cell.text):
        return before or cell.text
    if len(above.lines) == len(cell.lines):
        return cell.text
    return text_of(above.lines, cell.box, padding)
