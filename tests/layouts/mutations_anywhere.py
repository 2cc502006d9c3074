"""Changes of a document at every place where they may stand. Each says what must stay as it is.

A mutation takes the reading of a document and gives (where, document); the reading tells labels, values and headers
apart. What must stay is all that `stated` tells; where a change takes words away, a finding may say so instead.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from pipeline.model.document import Address, Cell, Document, Grid, Paragraph
from pipeline.model.reading import Reading
from tests.layouts.mutations import numbered, ordered, plain, pushed_down, rows_of, stop, taken

Mutated = Iterator[tuple[str, Document]]
TABLES = 2
"""Tables of a document that are changed, from the first: the others are like them."""
PARAPHRASES = (
    ("^年度", "本年度"), ("项目名称", "申报项目名称"), ("主管部门", "业务主管部门"), ("总额", "总金额"),
    ("预算数", "预算金额"), ("绩效目标", "预期绩效目标"), ("总体目标", "总体预期目标"), ("单位名称", "单位全称"),
    ("实施单位", "组织实施单位"), ("财政拨款", "财政预算拨款"), ("其他资金", "其他来源资金"), ("结转", "结余结转"),
    ("资金用途", "资金主要用途"), ("自有资金", "单位自有资金"),
)  # fmt: skip
"""Words of labels, and the same said with other modifiers."""
LABEL, VALUE = "归口处室", "教科文处"
"""A label that no rule knows, and its value."""
HEADER, NOTE = "经办情况", "已按程序核对"
"""A header that no rule knows, and what stands below it."""


# --- labels -----------------------------------------------------------------------------------------------------------


def paraphrased(reading: Reading) -> Mutated:
    """Each label says the same with another modifier, then all do. All stays."""
    labels = {plain(cell.text): _paraphrase(cell.text) for _, cell in _cells(reading, "label")}
    changed = {text: other for text, other in labels.items() if plain(other) != text}
    for text, other in changed.items():
        yield text, _with_labels(reading, {text: other})
    if changed:
        yield "all", _with_labels(reading, changed)


def _paraphrase(text: str) -> str:
    return next((re.sub(old, new, text) for old, new in PARAPHRASES if re.search(old, text)), text)


def _with_labels(reading: Reading, texts: Mapping[str, str]) -> Document:
    places = {place for place, _ in _cells(reading, "label")}

    def change(grid: Grid) -> Grid:
        cells = [
            replace(cell, text=texts.get(plain(cell.text), cell.text)) if _place(grid, cell) in places else cell
            for cell in grid.cells
        ]
        return replace(grid, cells=tuple(cells))

    return _changed(reading.document, change)


def joined(reading: Reading) -> Mutated:
    """Label and value in one cell, with a colon between: each pair, then all. All stays."""
    pairs = [(grid, *pair) for grid in _tables(reading) for pair in _pairs(reading, grid)]
    for grid, label, _ in pairs:
        yield f"{grid.table_no}: {plain(label.text)}", _with_joined(reading, {_place(grid, label)})
    if pairs:
        yield "all", _with_joined(reading, {_place(grid, label) for grid, label, _ in pairs})


def _pairs(reading: Reading, grid: Grid) -> Iterator[tuple[Cell, Cell]]:
    """Labels with their values right of them, both in one row."""
    values = {(cell.row_no, cell.col_no): cell for cell in _of_grid(reading, grid, "field", "unit")}
    for label in _of_grid(reading, grid, "label"):
        value = values.get((label.row_no, stop(label)))
        if value and label.row_span == value.row_span == 1 and (value.row_no, stop(value)) not in values:
            yield label, value


def _with_joined(reading: Reading, labels: set[Address]) -> Document:
    def change(grid: Grid) -> Grid:
        chosen = {one.row_no: (one, two) for one, two in _pairs(reading, grid) if _place(grid, one) in labels}
        made = [
            replace(one, col_span=one.col_span + two.col_span, text=f"{one.text.strip().rstrip('：:')}：{two.text}")
            for one, two in chosen.values()
        ]
        gone = {cell for pair in chosen.values() for cell in pair}
        return replace(grid, cells=ordered([*(cell for cell in grid.cells if cell not in gone), *made]))

    return _changed(reading.document, change)


# --- rows -------------------------------------------------------------------------------------------------------------


def unknown_row(reading: Reading) -> Mutated:
    """A row of an unknown label and its value below any row of labels and values. All stays; no field takes it in."""
    for grid in _tables(reading):
        values = {row for cell in _of_grid(reading, grid, "field") for row in rows_of(cell)}
        labels = {row for cell in _of_grid(reading, grid, "label") for row in rows_of(cell)}
        for after in sorted(labels & values):
            if made := _with_row(grid, after, LABEL, VALUE):
                yield f"{grid.table_no}: below row {after}", _put(reading.document, grid, made)


def unknown_pair(reading: Reading) -> Mutated:
    """An unknown label and its value at the right of any value that has room for them. All stays."""
    for grid in _tables(reading):
        for cell in _of_grid(reading, grid, "field"):
            if cell.col_span > 2 and cell.row_span == 1:
                rest = stop(cell) - 2
                kept = replace(cell, col_span=cell.col_span - 2)
                new = [Cell(cell.row_no, rest, 1, 1, LABEL), Cell(cell.row_no, rest + 1, 1, 1, VALUE)]
                cells = [one for one in grid.cells if one != cell]
                where = f"{grid.table_no}: right of {plain(cell.text)[:20]}"
                yield where, _put(reading.document, grid, replace(grid, cells=ordered([*cells, kept, *new])))


def total_row(reading: Reading) -> Mutated:
    """A row 小计 or 合计 with a number below any indicator. All stays."""
    for grid in _tables(reading):
        bodies = _bodies(reading, grid)
        for number, after in enumerate(bodies):
            is_total = number % 2 and after != bodies[-1]  # below the last it would be the total of the table
            if made := _with_row(grid, after, "合计" if is_total else "小计", "30", value_cols=1):
                yield f"{grid.table_no}: below row {after}", _put(reading.document, grid, made)


def _with_row(grid: Grid, after: int, label: str, value: str, value_cols: int = 0) -> Grid | None:
    """A grid with one more row of two cells, in the columns that no merge from above covers; None if there is no room.
    The value takes `value_cols` columns, or all but the first.
    """
    cells = [pushed_down(cell, after) for cell in grid.cells]
    covered = {col for cell in cells if after + 1 in rows_of(cell) for col in range(cell.col_no, stop(cell))}
    free = [col for col in range(1, grid.n_cols + 1) if col not in covered]
    if len(free) < 2 or free != list(range(free[0], free[-1] + 1)):
        return None
    split = free[-value_cols] if value_cols else free[1]
    new = [
        Cell(after + 1, free[0], 1, split - free[0], label),
        Cell(after + 1, split, 1, free[-1] + 1 - split, value),
    ]
    return replace(grid, n_rows=grid.n_rows + 1, cells=ordered([*cells, *new]))


def without_headers(reading: Reading) -> Mutated:
    """The header rows of a table of indicators are gone. All stays, or a finding says that something was not read."""
    for grid in _tables(reading):
        header = _header(reading, grid)
        if header and (left := [row for row in range(1, grid.n_rows + 1) if row not in header]):
            yield str(grid.table_no), _put(reading.document, grid, taken(grid, left))


# --- columns ----------------------------------------------------------------------------------------------------------


def unknown_column(reading: Reading) -> Mutated:
    """A column under an unknown header, before any column of a table of indicators and at its end. All stays."""
    for grid in _tables(reading):
        body = _bodies(reading, grid)
        for before in range(1, grid.n_cols + 2) if body else ():
            made = _widened(grid, before, _headers(reading, grid), set(body))
            yield f"{grid.table_no}: before {before}", _put(reading.document, grid, made)


def _widened(grid: Grid, before: int, headers: list[int], body: set[int]) -> Grid:
    """A grid with one more column. Its header stands once over all rows of a header."""
    cells = [_pushed_right(cell, before) for cell in grid.cells]
    covered = {row for cell in cells if cell.col_no <= before < stop(cell) for row in rows_of(cell)}
    new = []
    for row in range(1, grid.n_rows + 1):
        if row in headers and row - 1 in headers and row - 1 not in covered:
            new[-1] = replace(new[-1], row_span=new[-1].row_span + (row not in covered))
        elif row not in covered:
            new.append(Cell(row, before, 1, 1, HEADER if row in headers else NOTE if row in body else ""))
    return replace(grid, n_cols=grid.n_cols + 1, cells=ordered([*cells, *new]))


def _pushed_right(cell: Cell, before: int) -> Cell:
    if cell.col_no >= before:
        return replace(cell, col_no=cell.col_no + 1)
    return replace(cell, col_span=cell.col_span + 1) if stop(cell) > before else cell


# --- tables -----------------------------------------------------------------------------------------------------------


def cut(reading: Reading) -> Mutated:
    """A table ends below any row and goes on in another, what reached over the place blank there. All stays."""
    yield from _cut(reading, repeated=False)


def cut_under_header(reading: Reading) -> Mutated:
    """A table of indicators ends below any of them and goes on in another under the same header. All stays."""
    yield from _cut(reading, repeated=True)


def _cut(reading: Reading, repeated: bool) -> Mutated:
    for grid in _tables(reading):
        headers = _headers(reading, grid)
        header, body = _header(reading, grid) if repeated else [], _bodies(reading, grid)
        for last in body if repeated else range(1, grid.n_rows):
            whole = any(last in rows_of(cell) and last + 1 in rows_of(cell) for cell in _uncut(reading, grid))
            if last < grid.n_rows and last + 1 not in headers and last not in headers and not whole:
                parts = [taken(grid, range(1, last + 1)), Paragraph(""), _rest(grid, last, header)]
                yield f"{grid.table_no}: below row {last}", _put(reading.document, grid, *parts)


def _uncut(reading: Reading, grid: Grid) -> list[Cell]:
    """The cells that a cut through them would leave without meaning: all but labels and classes."""
    roles = {reading.roles.get(_place(grid, cell), "") for cell in grid.cells} - {"label", "level", ""}
    return _of_grid(reading, grid, *roles)


def _rest(grid: Grid, last: int, headers: list[int]) -> Grid:
    """The rows below one, under the header, with blanks for what reached down from above."""
    cells = [
        replace(cell, text="") if cell.row_no <= last < stop_row(cell) - 1 and cell.row_no not in headers else cell
        for cell in grid.cells
    ]
    rows = [*(row for row in headers if row <= last), *range(last + 1, grid.n_rows + 1)]
    return taken(replace(grid, cells=tuple(cells)), rows)


def stop_row(cell: Cell) -> int:
    """The row below a cell."""
    return cell.row_no + cell.row_span


# --- what the changes share -------------------------------------------------------------------------------------------


def _tables(reading: Reading) -> tuple[Grid, ...]:
    return reading.document.grids[:TABLES]


def _headers(reading: Reading, grid: Grid) -> list[int]:
    """All rows of headers of a table."""
    return sorted({row for cell in _of_grid(reading, grid, "header") for row in rows_of(cell)})


def _header(reading: Reading, grid: Grid) -> list[int]:
    """The rows of the first header above indicators."""
    found = _headers(reading, grid)
    rows = [row for row in found if row < min(_bodies(reading, grid), default=0)]
    return [row for row in rows if set(range(row, rows[-1])) <= set(rows)]


def _bodies(reading: Reading, grid: Grid) -> list[int]:
    """The rows of a table that hold indicators, unless they stand in its header."""
    rows = {row.row_no for row in reading.indicators if row.table_no == grid.table_no}
    return sorted(rows - set(_headers(reading, grid)))


def _place(grid: Grid, cell: Cell) -> Address:
    return Address(grid.table_no, cell.row_no, cell.col_no)


def _of_grid(reading: Reading, grid: Grid, *roles: str) -> list[Cell]:
    return [cell for cell in grid.cells if reading.roles.get(_place(grid, cell)) in roles]


def _cells(reading: Reading, role: str) -> Iterator[tuple[Address, Cell]]:
    for grid in _tables(reading):
        yield from ((_place(grid, cell), cell) for cell in _of_grid(reading, grid, role))


def _changed(document: Document, change: Callable[[Grid], Grid]) -> Document:
    blocks = [change(block) if isinstance(block, Grid) else block for block in document.blocks]
    return replace(document, blocks=tuple(blocks))


def _put(document: Document, grid: Grid, *made: Paragraph | Grid) -> Document:
    """A document with other blocks in the place of a table."""
    blocks = [one for block in document.blocks for one in (made if block is grid else [block])]
    return replace(document, blocks=tuple(numbered(blocks)))
