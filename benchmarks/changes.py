"""Random changes of documents: of the markup of a file, of the pieces of an RTF file, of tables as they were read."""

import re
from dataclasses import replace
from itertools import pairwise
from random import Random

from lxml import etree, html

from pipeline.model.document import Cell, Document, Grid
from tests.layouts.mutations import numbered, ordered, rows_of, stop, taken
from tests.word import part, with_part

TEXTS = (
    "", " ", "0", "1", "≥95%", "100", "1.\n2.按期完成", "1.按期完成\n2.", "成本指标", "数量指标", "产出指标", "指标值",
    "三级指标", "项目名称", "2025", "12.5万元", "甲1元和乙2元", "≥3个，≤5个", "2025年1月-3月", "合计", "小计", "/",
    "指标1：甲\n指标2：乙", "50场\n20个", "是", "优", "①甲3个；②乙4次", "年度目标", "目标1：甲", "-5", "九十", "8,000",
    "0." + "0" * 79 + "1", "二级指标", "万元", "1,2,3", "项目实施单位：甲 年度：2025",
)  # fmt: skip
"""What a text may become: labels, headers, classes, values and numbers at places where they do not belong."""
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SPANS = ("rowspan", "colspan")
MOST_SPAN = 4
PRINTED = ("word/document.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")
"""The parts of packages that hold what is printed."""
CELL = re.compile(rb"(?=\\cell\b|\\row\b|\\par\b|\\cellx|\\trowd)")


def in_markup(data: bytes, chance: Random) -> bytes:
    """A Word file, a workbook or a page with one change of its markup."""
    if data[:2] != b"PK":
        root = html.document_fromstring(data)
        _changed(root, chance)
        return html.tostring(root, encoding="utf-8")
    name = chance.choice([name for name in PRINTED if name.encode() in data])
    root = etree.fromstring(part(data, name))
    _changed(root, chance)
    return with_part(data, name, etree.tostring(root, encoding="unicode"))


def _changed(root: etree._Element, chance: Random) -> None:
    chance.choice((_swap, _double, _delete, _text, _text, _span, _span))(root, chance)


def _swap(root: etree._Element, chance: Random) -> None:
    """Two elements of a name change places, unless one lies in the other."""
    one = _any(root, chance)
    other = chance.choice([each for each in root.iter(one.tag)])
    if one not in other.iterancestors() and other not in one.iterancestors() and one is not other:
        mark = etree.Comment("")
        one.getparent().replace(one, mark)
        other.getparent().replace(other, one)
        mark.getparent().replace(mark, other)


def _double(root: etree._Element, chance: Random) -> None:
    one = _any(root, chance)
    one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))


def _delete(root: etree._Element, chance: Random) -> None:
    one = _any(root, chance)
    one.getparent().remove(one)


def _text(root: etree._Element, chance: Random) -> None:
    """A text becomes that of another element, one of `TEXTS`, or has another number."""
    printed = [one for one in root.iter(etree.Element) if one.text and one.text.strip()]
    if printed:
        one = chance.choice(printed)
        one.text = _other(one.text, [each.text for each in printed], chance)


def _span(root: etree._Element, chance: Random) -> None:
    """A number in an attribute of a cell becomes another, or a merge begins or ends."""
    places = [(one, name) for one in root.iter(etree.Element) for name, value in one.items() if _is_span(one, name)]
    if places:
        one, name = chance.choice(places)
        if one.get(name) in ("restart", "continue"):
            one.getparent().remove(one)
        elif ":" in one.get(name):
            one.set(name, NUMBER.sub(lambda number: str(max(1, int(number[0]) + chance.randint(-1, 2))), one.get(name)))
        else:
            one.set(name, str(chance.randint(0, MOST_SPAN)))


def _is_span(one: etree._Element, name: str) -> bool:
    return name in SPANS or name == "ref" or etree.QName(one).localname in ("gridSpan", "vMerge")


def _any(root: etree._Element, chance: Random) -> etree._Element:
    """An element, of each name as likely as of any other."""
    names = sorted({one.tag for one in root.iter(etree.Element) if len(list(one.iterancestors())) > 1})
    wanted = chance.choice(names)
    return chance.choice([one for one in root.iter(wanted) if one.getparent() is not None])


def _other(text: str, others: list[str], chance: Random) -> str:
    match chance.randrange(4):
        case 0:
            return chance.choice(others)
        case 1:
            return NUMBER.sub(lambda _: str(chance.randrange(5000)), text)
        case 2:
            return text[: chance.randrange(len(text))] + chance.choice(others)
    return chance.choice(TEXTS)


def in_pieces(data: bytes, chance: Random) -> bytes:
    """An RTF file whose pieces, each begun by the end of a cell, row or paragraph, change places, come twice or go."""
    pieces = CELL.split(data)
    first, second = sorted(chance.randrange(1, len(pieces) - 1) for _ in range(2))
    match chance.randrange(3):
        case 0:
            pieces[first], pieces[second] = pieces[second], pieces[first]
        case 1:
            pieces[second:second] = pieces[first : first + chance.randint(1, 4)]
        case 2:
            del pieces[first]
    return b"".join(pieces)


# --- tables as they were read -----------------------------------------------------------------------------------------


def in_tables(document: Document, chance: Random) -> Document:
    """A document with one change in one of its tables."""
    grids = [grid for grid in document.grids if grid.cells]
    if not grids:
        return document
    grid = chance.choice(grids)
    change = chance.choice((_texts, _texts, _two_texts, _rows, _rows, _merged, _parted))
    made = change(grid, chance)
    return replace(document, blocks=tuple(made if block is grid else block for block in document.blocks))


def without_or_doubled(document: Document, chance: Random) -> Document:
    """A document with a block gone, doubled or at the place of another; tables in cells stay as they are."""
    blocks = list(document.blocks)
    if any(isinstance(block, Grid) and block.parent for block in blocks) or len(blocks) < 2:
        return document
    first, second = (chance.randrange(len(blocks)) for _ in range(2))
    match chance.randrange(3):
        case 0:
            blocks[first], blocks[second] = blocks[second], blocks[first]
        case 1:
            blocks.insert(second, blocks[first])
        case 2:
            del blocks[first]
    return replace(document, blocks=tuple(numbered(blocks)))


def _texts(grid: Grid, chance: Random) -> Grid:
    cell = chance.choice(grid.cells)
    others = [one.text for one in grid.cells]
    return _with(grid, [cell], [replace(cell, text=_other(cell.text or " ", others, chance))])


def _two_texts(grid: Grid, chance: Random) -> Grid:
    one, other = chance.choice(grid.cells), chance.choice(grid.cells)
    if one is other:
        return grid
    return _with(grid, [one, other], [replace(one, text=other.text), replace(other, text=one.text)])


def _rows(grid: Grid, chance: Random) -> Grid:
    """A row goes, comes twice or changes its place; what reaches over it keeps its cells whole."""
    edges = [0, *(row for row in range(1, grid.n_rows) if not _reaching(grid, row)), grid.n_rows]
    parts = [list(range(low + 1, high + 1)) for low, high in pairwise(edges)]
    if len(parts) < 2:
        return grid
    first, second = (chance.randrange(len(parts)) for _ in range(2))
    match chance.randrange(3):
        case 0:
            parts[first], parts[second] = parts[second], parts[first]
            return _stacked(grid, parts)
        case 1:
            parts.insert(second, parts[first])
            return _stacked(grid, parts)
    gone = chance.randint(1, grid.n_rows)
    return taken(grid, [row for row in range(1, grid.n_rows + 1) if row != gone]) if grid.n_rows > 1 else grid


def _stacked(grid: Grid, parts: list[list[int]]) -> Grid:
    cells, row_no = [], 0
    for rows in parts:
        cells += [
            replace(cell, row_no=cell.row_no - rows[0] + 1 + row_no) for cell in grid.cells if cell.row_no in rows
        ]
        row_no += len(rows)
    return replace(grid, n_rows=row_no, cells=ordered(cells))


def _reaching(grid: Grid, row: int) -> bool:
    return any(row in rows_of(cell) and row + 1 in rows_of(cell) for cell in grid.cells)


def _merged(grid: Grid, chance: Random) -> Grid:
    """A cell covers the one at its right, or the one below it, of the same size there."""
    cell = chance.choice(grid.cells)
    beside = [
        one for one in grid.cells if (one.row_no, one.row_span, one.col_no) == (cell.row_no, cell.row_span, stop(cell))
    ]
    below = [
        one
        for one in grid.cells
        if (one.row_no, one.col_no, one.col_span) == (cell.row_no + cell.row_span, cell.col_no, cell.col_span)
    ]
    for one in beside[:1]:
        return _with(grid, [cell, one], [replace(cell, col_span=cell.col_span + one.col_span)])
    for one in below[:1]:
        return _with(grid, [cell, one], [replace(cell, row_span=cell.row_span + one.row_span)])
    return grid


def _parted(grid: Grid, chance: Random) -> Grid:
    """A cell of several columns or rows becomes two."""
    wide = [cell for cell in grid.cells if cell.col_span > 1 or cell.row_span > 1]
    if not wide:
        return grid
    cell = chance.choice(wide)
    text = chance.choice(("", cell.text, chance.choice(grid.cells).text))
    if cell.col_span > 1:
        cut = chance.randint(1, cell.col_span - 1)
        rest = replace(cell, col_no=cell.col_no + cut, col_span=cell.col_span - cut, text=text)
        return _with(grid, [cell], [replace(cell, col_span=cut), rest])
    cut = chance.randint(1, cell.row_span - 1)
    rest = replace(cell, row_no=cell.row_no + cut, row_span=cell.row_span - cut, text=text)
    return _with(grid, [cell], [replace(cell, row_span=cut), rest])


def _with(grid: Grid, gone: list[Cell], new: list[Cell]) -> Grid:
    return replace(grid, cells=ordered([*(cell for cell in grid.cells if cell not in gone), *new]))
