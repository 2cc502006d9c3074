"""A page's characters and rules → its tables with their texts, and the lines outside them, from top to bottom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.extract.formats.pdf.alignment import aligned
from pipeline.extract.formats.pdf.areas import parted
from pipeline.extract.formats.pdf.lattice import Face, Lattice, lattices
from pipeline.extract.formats.pdf.lines import Line, lines
from pipeline.extract.formats.pdf.rulings import SNAP, whole
from pipeline.extract.formats.pdf.shapes import Box, Char, Page, Rule
from pipeline.extract.formats.pdf.wrapped import text_of

_MOST_PADDING = 8.0
"""No form leaves more room at the sides of its cells, in points."""
_OVER = 0.05
"""Text that reaches this part of its size over a line crosses it: fonts state the room of their characters roughly."""


@dataclass(slots=True)
class PlacedCell:
    """A cell of a table, rows and columns from 0, with where it stands and its lines. `text` is as printed.
    `is_open_above`, `is_open_below`: it has no line at the top or bottom of the table, where others have one.
    `is_crossed`: its text stands over a line at its side, so that a part of it may be another cell's.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    box: Box
    lines: list[Line]
    text: str
    is_open_above: bool = False
    is_open_below: bool = False
    is_crossed: bool = False
    nested: "list[PlacedTable]" = field(default_factory=list)


@dataclass(slots=True)
class PlacedTable:
    """A table of a page. `is_whole`: lines close every cell. `is_ruled`: they are drawn. `columns`: where they stand,
    from left to right.
    """

    box: Box
    columns: tuple[float, ...]
    n_rows: int
    cells: list[PlacedCell]
    padding: float
    is_whole: bool
    is_ruled: bool

    @property
    def is_centred(self) -> bool:
        """Whether text stands in the middle of the height of cells that leave it room, not at their top."""
        free = [
            (cell.lines[0].box.top - cell.box.top, cell.box.bottom - cell.lines[-1].box.bottom)
            for cell in self.cells
            if cell.row_span > 1 and cell.lines
        ]
        roomy = [(above, below) for above, below in free if above + below > 20]
        return sum(above > 0.5 * below for above, below in roomy) * 2 > len(roomy)


@dataclass(slots=True)
class Laid:
    """A page with its tables and the lines outside them, among which `unsure` may be tables without lines. `ruled`:
    where its ruled tables stand, those without text too.
    """

    page: Page
    tables: list[PlacedTable]
    lines: list[Line]
    unsure: list[Sequence[Line]]
    ruled: list[Lattice]


def laid(page: Page) -> Laid:
    """The tables of a page, those of the body alone (the nested ones are in their cells), and its other lines."""
    level = whole(page.level)
    found = ruled = _ruled(page, level)
    within, outside = _shared_out(page.chars, found)
    outer_lines = lines(outside)
    by_white, unsure = aligned(outer_lines, level, found)
    if by_white:
        held, outside = _shared_out(outside, by_white)
        found, within, outer_lines = [*found, *by_white], [*within, *held], lines(outside)
    read = [
        [(face, lines(held.get(number, ()))) for number, face in enumerate(lattice.faces)]
        for lattice, held in zip(found, within, strict=True)
    ]
    kept = [number for number, cells in enumerate(read) if any(line for _, line in cells)]
    tables = {number: _table(found[number], read[number]) for number in kept}
    nested = set()
    for inner, (table, face) in _outer(found, kept).items():
        for cell in tables[table].cells:
            if (cell.row, cell.col) == (face.row, face.col):
                cell.nested.append(tables[inner])
                nested.add(inner)
    return Laid(page, [tables[number] for number in kept if number not in nested], outer_lines, unsure, ruled)


def _ruled(page: Page, level: Sequence[Rule]) -> list[Lattice]:
    """The tables of a page that lines or boxes part."""
    made = lattices(level, whole(page.upright))
    found = [each for each in made if len(each.faces) > 1]
    boxes = [*page.areas, *(each.box for each in made if len(each.faces) == 1)]
    return sorted([*found, *parted(boxes, found)], key=lambda table: (table.box.top, table.box.left))


def _shared_out(chars: Iterable[Char], found: Sequence[Lattice]) -> tuple[list[dict[int, list[Char]]], list[Char]]:
    """The characters of each table by the number of their cell, those of a nested one for it alone, and the characters
    outside all tables."""
    within: list[dict[int, list[Char]]] = [{} for _ in found]
    outside: list[Char] = []
    smallest_first = sorted(range(len(found)), key=lambda number: found[number].box.width * found[number].box.height)
    for char in chars:
        x, y = char.middle
        for number in smallest_first:
            if (face := found[number].face_at(x, y)) is not None:
                within[number].setdefault(face, []).append(char)
                break
        else:
            outside.append(char)
    return within, outside


def _table(lattice: Lattice, cells: Sequence[tuple[Face, list[Line]]]) -> PlacedTable:
    padding = _padding(lattice, cells)
    placed = []
    for face, printed in cells:
        if printed or not face.is_open:
            box = lattice.box_of(face)
            is_cut = face.is_open_above, face.is_open_below
            is_crossed = any(_stands_over(line, box) for line in printed)
            placed.append(PlacedCell(*face[:4], box, printed, text_of(printed, box, padding), *is_cut, is_crossed))
    sure = lattice.is_whole, lattice.is_ruled
    return PlacedTable(lattice.box, tuple(lattice.columns), len(lattice.rows) - 1, placed, padding, *sure)


def _stands_over(line: Line, box: Box) -> bool:
    """Whether a line of text reaches over a side of its cell."""
    return line.is_level and (
        line.box.left < box.left - _OVER * line.size or line.right > box.right + _OVER * line.size
    )


def _padding(lattice: Lattice, cells: Iterable[tuple[Face, list[Line]]]) -> float:
    """The room that the table leaves free at the sides of its cells: the least that any line does at its left. At the
    right, signs may hang over the margin."""
    gaps = (line.box.left - lattice.box_of(face).left for face, printed in cells for line in printed)
    return min([*(gap for gap in gaps if gap >= 0), _MOST_PADDING])


def _outer(found: Sequence[Lattice], kept: Sequence[int]) -> dict[int, tuple[int, Face]]:
    """The tables that stand inside a cell of another one: number → number of the other and its cell."""
    outer: dict[int, tuple[int, Face]] = {}
    for inner in kept:
        box = found[inner].box
        around = [each for each in kept if each != inner and _is_inside(box, found[each].box)]
        if around:
            number = min(around, key=lambda each: found[each].box.width * found[each].box.height)
            face = found[number].face_at((box.left + box.right) / 2, (box.top + box.bottom) / 2)
            if face is not None and _is_inside(box, found[number].box_of(found[number].faces[face])):
                outer[inner] = number, found[number].faces[face]
    return outer


def _is_inside(inner: Box, outer: Box) -> bool:
    """Whether a box stands in another one, and is smaller."""
    is_within = (
        outer.left - SNAP <= inner.left and inner.right <= outer.right + SNAP
        and outer.top - SNAP <= inner.top and inner.bottom <= outer.bottom + SNAP
    )  # fmt: skip
    return is_within and inner.width * inner.height < outer.width * outer.height
