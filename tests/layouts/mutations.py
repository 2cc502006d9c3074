"""Changes of a document that leave its meaning as it is: a reader must make the same rows of it, addresses apart.

All take and give a `Document`. A table of indicators is found by `names`, the titles of the column that names them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from pipeline.model.document import Cell, Document, Grid, Paragraph

LEVELS = ("一级指标", "二级指标")
ROWS_BEFORE_BREAK = 2


class Block(NamedTuple):
    """The rows of a grid that hold indicators: header from `top` to `bottom`, indicators from there to `end`."""

    top: int
    bottom: int
    end: int

    @property
    def body(self) -> range:
        return range(self.bottom + 1, self.end + 1)


def plain(text: str) -> str:
    return "".join(text.split())


def blocks(grid: Grid, names: Collection[str]) -> list[Block]:
    """The indicator blocks of a grid, each down to the next header or the end of the grid."""
    titles = {cell.row_no: cell for cell in grid.cells if plain(cell.text) in names}
    tops = [min(cell.row_no for cell in grid.cells if row in rows_of(cell)) for row in titles]
    bottoms = [cell.row_no + cell.row_span - 1 for cell in titles.values()]
    ends = [top - 1 for top in tops[1:]] + [grid.n_rows]
    # A grid without such a title has no block, but still an end.
    return [Block(*rows) for rows in zip(tops, bottoms, ends, strict=False)]


def titled(grid: Grid, block: Block, titles: Collection[str]) -> list[Cell]:
    """The header cells of a block with these titles, from left to right."""
    found = [cell for cell in grid.cells if block.top <= cell.row_no <= block.bottom and plain(cell.text) in titles]
    return sorted(found, key=lambda cell: cell.col_no)


def below(grid: Grid, block: Block, header: Cell) -> list[Cell]:
    """The cells of a column: below its header and as wide as it."""
    place = (header.col_no, header.col_span)
    return [cell for cell in grid.cells if cell.row_no in block.body and (cell.col_no, cell.col_span) == place]


# --- columns ----------------------------------------------------------------------------------------------------------


def swapped_columns(document: Document, names: Collection[str], left: str, right: str) -> Document:
    """Two columns of every indicator block change places; in blocks side by side, each pair does."""
    return each_grid(document, lambda grid: _swapped(grid, names, left, right))


def _swapped(grid: Grid, names: Collection[str], left: str, right: str) -> Grid:
    for block in blocks(grid, names):
        for pair in zip(titled(grid, block, [left]), titled(grid, block, [right]), strict=True):
            first, second = sorted(pair, key=lambda cell: cell.col_no)
            rows = range(first.row_no, _last_aligned(grid, block, first, second) + 1)
            cells = [_moved(cell, first, second) if cell.row_no in rows else cell for cell in grid.cells]
            grid = replace(grid, cells=tuple(sorted(cells, key=lambda cell: (cell.row_no, cell.col_no))))
    return grid


def _last_aligned(grid: Grid, block: Block, first: Cell, second: Cell) -> int:
    """The last row of the block above one whose cells do not keep to the two columns, such as one of signatures."""
    straddling = [cell.row_no for cell in grid.cells if cell.row_no in block.body and _straddles(cell, first, second)]
    return min(straddling, default=block.end + 1) - 1


def _straddles(cell: Cell, first: Cell, second: Cell) -> bool:
    """Whether a cell lies over an edge of the two columns without covering both of them."""
    covers = cell.col_no <= first.col_no and stop(second) <= stop(cell)
    edges = (first.col_no, stop(first), second.col_no, stop(second))
    return not covers and any(cell.col_no < edge < stop(cell) for edge in edges)


def _moved(cell: Cell, first: Cell, second: Cell) -> Cell:
    """A cell of one of the two columns or between them, at its new place."""
    inside = first.col_no <= cell.col_no and stop(cell) <= stop(second)
    covers = cell.col_no <= first.col_no and stop(second) <= stop(cell)
    if covers or not inside:
        return cell
    if cell.col_no < stop(first):
        return replace(cell, col_no=cell.col_no + stop(second) - stop(first))
    if cell.col_no >= second.col_no:
        return replace(cell, col_no=cell.col_no - second.col_no + first.col_no)
    return replace(cell, col_no=cell.col_no + second.col_span - first.col_span)


def stop(cell: Cell) -> int:
    """The column right of a cell."""
    return cell.col_no + cell.col_span


def renamed_headers(document: Document, titles: Mapping[str, str]) -> Document:
    """Headers and labels in other words, by their text without white space."""
    return _each_cell(document, lambda cell: replace(cell, text=titles.get(plain(cell.text), cell.text)))


# --- classes ----------------------------------------------------------------------------------------------------------


def split_merges(document: Document, names: Collection[str], titles: Collection[str] = LEVELS) -> Document:
    """The merged cells below these headers become a cell a row, each with the text."""
    return each_grid(document, lambda grid: _split(grid, names, titles))


def _split(grid: Grid, names: Collection[str], titles: Collection[str]) -> Grid:
    merged = {cell for cells in _columns(grid, names, titles) for cell in cells if cell.row_span > 1}
    split = [replace(cell, row_no=row, row_span=1) for cell in merged for row in rows_of(cell)]
    kept = [cell for cell in grid.cells if cell not in merged]
    return replace(grid, cells=ordered(kept + split))


def blank_repeated_classes(document: Document, names: Collection[str], titles: Collection[str] = LEVELS) -> Document:
    """A class stands once, in a cell of its own, and the cells below it are blank."""
    return each_grid(split_merges(document, names, titles), lambda grid: _blanked(grid, names, titles))


def _blanked(grid: Grid, names: Collection[str], titles: Collection[str]) -> Grid:
    """A lower class is printed again wherever the class above it changes."""
    changed, repeated = set(), set()
    for column in _columns(grid, names, titles):
        above = ""
        for cell in column:
            text = plain(cell.text)
            if text and text == above and cell.row_no not in changed:
                repeated.add(cell)
            elif text:
                changed.add(cell.row_no)
            above = text or above
    return replace(grid, cells=tuple(replace(cell, text="") if cell in repeated else cell for cell in grid.cells))


def _columns(grid: Grid, names: Collection[str], titles: Collection[str]) -> Iterator[list[Cell]]:
    """The cells below each header with one of these titles, block by block, the higher class first."""
    for block in blocks(grid, names):
        for header in titled(grid, block, titles):
            yield below(grid, block, header)


# --- rows -------------------------------------------------------------------------------------------------------------


def with_blank_rows(document: Document, names: Collection[str]) -> Document:
    """A blank row below every header, one between the indicators, one at the end of the table."""
    return each_grid(document, lambda grid: _spaced(grid, names))


def _spaced(grid: Grid, names: Collection[str]) -> Grid:
    found = blocks(grid, names)
    places = {row for block in found for row in (block.bottom, block.bottom + ROWS_BEFORE_BREAK)}
    for after in sorted(places | ({grid.n_rows} if found else set()), reverse=True):
        grid = _with_blank_row(grid, after)
    return grid


def _with_blank_row(grid: Grid, after: int) -> Grid:
    """A grid with one more row; merges that reach over the place grow."""
    cells = [pushed_down(cell, after) for cell in grid.cells]
    n_rows, new = grid.n_rows + 1, after + 1
    covered = {col for cell in cells if new in rows_of(cell) for col in range(cell.col_no, stop(cell))}
    blanks = [Cell(new, col, 1, 1, "") for col in range(1, grid.n_cols + 1) if col not in covered]
    return replace(grid, n_rows=n_rows, cells=ordered(cells + blanks))


def pushed_down(cell: Cell, after: int) -> Cell:
    """A cell in a grid with one more row; one that reaches over the place grows."""
    if cell.row_no > after:
        return replace(cell, row_no=cell.row_no + 1)
    return replace(cell, row_span=cell.row_span + 1) if cell.row_no + cell.row_span - 1 > after else cell


def broken_over_pages(document: Document, names: Collection[str]) -> Document:
    """Every table with indicators ends after a few of them and goes on in a second one, under the same header."""
    made: list[Paragraph | Grid] = []
    for block in document.blocks:
        made += _pages(block, names) if isinstance(block, Grid) else [block]
    return replace(document, blocks=tuple(numbered(made)))


def _pages(grid: Grid, names: Collection[str]) -> list[Paragraph | Grid]:
    first = next(iter(blocks(grid, names)), None)
    if first is None or len(first.body) <= ROWS_BEFORE_BREAK:
        return [grid]
    last = first.bottom + ROWS_BEFORE_BREAK
    repeated = [*range(first.top, first.bottom + 1), *range(last + 1, grid.n_rows + 1)]
    return [taken(grid, range(1, last + 1)), Paragraph(""), taken(grid, repeated)]


def taken(grid: Grid, rows: Iterable[int]) -> Grid:
    """A grid of some of the rows, in their order. What reaches over several of them still does."""
    place = {row: number for number, row in enumerate(rows, 1)}
    cells = []
    for cell in grid.cells:
        if held := [place[row] for row in rows_of(cell) if row in place]:
            cells.append(replace(cell, row_no=held[0], row_span=len(held)))
    return replace(grid, n_rows=len(place), cells=ordered(cells))


def numbered(made: Iterable[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    """The blocks with their tables counted anew."""
    table_no = 0
    for block in made:
        table_no += isinstance(block, Grid)
        yield replace(block, table_no=table_no) if isinstance(block, Grid) else block


# --- what the changes share -------------------------------------------------------------------------------------------


def each_grid(document: Document, change) -> Document:
    """A document with every table changed."""
    return replace(
        document, blocks=tuple(change(block) if isinstance(block, Grid) else block for block in document.blocks)
    )


def _each_cell(document: Document, change) -> Document:
    return each_grid(document, lambda grid: replace(grid, cells=tuple(map(change, grid.cells))))


def rows_of(cell: Cell) -> range:
    """The rows that a cell covers."""
    return range(cell.row_no, cell.row_no + cell.row_span)


def ordered(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Cells in reading order."""
    return tuple(sorted(cells, key=lambda cell: (cell.row_no, cell.col_no)))
