"""Pages that print the columns at the right of a sheet → one wide page with those at their left.

    pages of all rows with the columns at the left = a strip; the pages with the next columns = the strip beside it

Spreadsheets print what is wider than the paper on further pages: all pages of the columns at the left first, or each
page followed by what is at its right (ECMA-376-1, 18.18.51: ST_PageOrder). Both have the same rows at the same heights.
So may the pages of a form that every page repeats, and sheets with tables of their own; what tells these is said at
`_is_sure`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise, zip_longest
from operator import sub

from pipeline.extract.formats.pdf.joins import same_lines
from pipeline.extract.formats.pdf.lines import Line
from pipeline.extract.formats.pdf.rulings import SNAP, nearest, places
from pipeline.extract.formats.pdf.shapes import Char, Page
from pipeline.extract.formats.pdf.tables import Laid
from pipeline.extract.formats.pdf.wide import by_text, is_among, shifted, side_by_side

_MOST_PAGES = 50
"""So many pages of the columns at the left may come before those at their right."""
_LEAST_EDGES = 4
"""Two pages have as many rows in common that end at other heights than chance gives."""
_LEAST_CUT = 3
"""So many characters that one page cuts off and the other one shows are no chance."""
_ALIKE = 0.3
"""Pages that say the same in this part of their cells are copies of one form."""


@dataclass
class Sheet:
    """A page of a sheet. `running`: its lines that are no part of its text."""

    page_no: int
    laid: Laid
    running: Sequence[Line]

    @cached_property
    def over(self) -> list[Line]:
        """The lines above its tables."""
        top = min((table.box.top for table in self.laid.ruled), default=0.0)
        return [line for line in self.laid.lines if line.base < top and line not in self.running]

    @cached_property
    def rows(self) -> list[tuple[float, float]]:
        """From where to where each row of its tables reaches."""
        return [row for table in self.laid.ruled for row in pairwise(table.rows)]

    @cached_property
    def ends(self) -> list[float]:
        """Where its rows end, or a line is drawn that may be such an end."""
        drawn = (rule.at for rule in self.laid.page.level)
        return sorted({*(at for row in self.rows for at in row), *drawn})

    @cached_property
    def said(self) -> set[tuple[int, int, str]]:
        """What its cells say, and where."""
        return {
            (round((cell.box.left - table.box.left) / SNAP), round(cell.box.top / SNAP), cell.text)
            for table in self.laid.tables
            for cell in table.cells
            if cell.text
        }

    @cached_property
    def seen(self) -> Mapping[str, Sequence[Char]]:
        """Its characters by what they are."""
        return by_text(self.laid.page.chars)


Strip = Sequence[Sheet]
Group = Sequence[tuple[Sheet, float]]
"""Pages from left to right, and how far to the right each is to be moved."""


def groups(sheets: Sequence[Sheet]) -> Iterator[Group]:
    """The pages that print the same rows, from left to right, in the order of the first ones; most stand alone."""
    first, before = 0, list[Strip]()
    while first < len(sheets):
        rest = sheets[first:]
        before = _next_rows(before, rest) or _widest(rest)
        moved = [[(sheet, by) for sheet in strip] for strip, by in zip(before, _places(before), strict=True)]
        yield from ([each for each in row if each] for row in zip_longest(*moved))
        first += sum(map(len, before))


def _widest(sheets: Sequence[Sheet]) -> list[Strip]:
    """The strips that the first of some pages begin, all as long as each other if there are such."""
    first, counts = sheets[0], range(1, min(_MOST_PAGES, len(sheets) // 2) + 1)
    found = [
        strips
        for count in (counts if first.rows else ())
        if (sheets[count].rows or sheets[count].laid.page.unseen) and _edges([first], sheets[count]) is not None
        if len(strips := _strips(sheets, count)) > 1
    ]
    whole = (strips for strips in found if len(strips[0]) == len(strips[1]))
    return next(chain(whole, found), [sheets[:1]])


def _next_rows(before: Sequence[Strip], sheets: Sequence[Sheet]) -> list[Strip]:
    """The pages that print the next rows of a sheet of which each page is followed by what is at its right; none if
    they have other sides."""
    strips = [sheets[number : number + 1] for number in range(len(before))]
    is_by_row = len(before) > 1 and all(len(strip) == 1 for strip in (*before, *strips))
    if not is_by_row or any(_edges(strips[0], strip[0]) is None for strip in strips[1:]):
        return []
    sides = [(_sides(strip), _sides(of)) for strip, of in zip(strips, before, strict=True)]
    is_like = all(one and other and max(map(abs, map(sub, one, other))) <= SNAP for one, other in sides)
    return strips if is_like else []


def _strips(sheets: Sequence[Sheet], count: int) -> list[Strip]:
    """The strips, of so many pages each, that stand beside each other from the first page on. Pages of which nothing is
    printed are left out, so that the last strips may be shorter.
    """
    strips, start = [sheets[:count]], count
    while size := _going_on(strips, sheets[start : start + len(strips[-1])]):
        strips.append(sheets[start : start + size])
        start += size
    return strips


def _going_on(strips: Sequence[Strip], strip: Strip) -> int:
    """How many pages print, row by row, what is at the right of the strips before."""
    edges: list[list[float]] = []
    for number, sheet in enumerate(strip):
        found = _edges([before[number] for before in strips], sheet)
        if found is None:
            break
        edges.append(found)
    size = len(edges)
    if size == len(strips[-1]):
        return size if _is_sure(strips, strip, edges) else 0
    return next((number for number in range(size) if not _is_cut(strips, strip[:size], number)), size)


def _edges(before: Sequence[Sheet], sheet: Sheet) -> list[float] | None:
    """Where rows of a page end that those before have too; None if they are not the same wherever both have any, apart
    from those that merged cells leave out."""
    if before[0].laid.page.box.height != sheet.laid.page.box.height:
        return None
    found: list[float] = []
    for table in sheet.laid.ruled:
        top, bottom = table.rows[0], table.rows[-1]
        if not all(any(_has(each.ends, at) for each in before) for at in (top, bottom)):
            return None
        every = places(at for each in before for row in each.rows for at in row if top - SNAP <= at <= bottom + SNAP)
        few, many = sorted((every, list(table.rows)), key=len)
        if not all(_has(many, at) for at in few):
            return None
        found += few
    return found


def _has(places: Sequence[float], at: float) -> bool:
    return bool(places) and abs(places[nearest(places, at)] - at) <= SNAP


def _is_sure(strips: Sequence[Strip], strip: Strip, edges: Sequence[Sequence[float]]) -> bool:
    """Whether pages with the same rows print what is at the right of others, not tables of their own.

    Sure is what a page break cuts: see `_is_cut`. Else the first page leaves the room free in which the first one of
    the sheet has a title, or its rows are of different heights and its columns are other ones.
    """
    if any(_is_cut(strips, strip, number) for number in range(len(strip))):
        return True
    if sum(map(len, edges)) < _LEAST_EDGES or not edges[0] or strip[0].over or _are_alike(strips, strip):
        return False
    heights = [below - above for above, below in pairwise(sorted(edges[0]))]
    is_chance = len(heights) < _LEAST_EDGES or max(heights) - min(heights) <= 2 * SNAP
    return bool(strips[0][0].over) or (not is_chance and _has_other_columns(strips, strip[0], edges[0]))


def _is_cut(strips: Sequence[Strip], strip: Strip, number: int) -> bool:
    """Whether a page shows a part of a text, and the one beside it the rest, or cells have no line at the side between
    them, on both pages, where others have one."""
    sides, beside = _sides(strips[-1]), _sides(strip) or _sides(strips[0])
    if not (sides and beside):
        return False
    one, other = strips[-1][number], strip[number]
    if _has_cut_text(one, other, sides[1] - beside[0]):
        return True
    return _has_cut_cells(one, other, sides, beside) and not _are_alike(strips, strip)


def _sides(strip: Strip) -> tuple[float, float] | None:
    """The sides between which the tables of pages stand; None if they have none."""
    boxes = [table.box for sheet in strip for table in sheet.laid.ruled]
    return (min(box.left for box in boxes), max(box.right for box in boxes)) if boxes else None


def _places(strips: Sequence[Strip]) -> Iterator[float]:
    """How far to the right each strip is to be moved."""
    by = 0.0
    yield by
    for sides, beside in pairwise(_sides(strip) or _sides(strips[0]) for strip in strips):
        if sides and beside:
            by += sides[1] - beside[0]
            yield by


def _has_cut_text(one: Sheet, other: Sheet, by: float) -> bool:
    """Whether a page shows what another one cuts off, when it is moved to its right."""
    cut_before = sum(is_among(shifted(char, by), one.seen) for char in other.laid.page.unseen)
    cut_behind = sum(is_among(shifted(char, -by), other.seen) for char in one.laid.page.unseen)
    return cut_before + cut_behind >= _LEAST_CUT


def _has_cut_cells(one: Sheet, other: Sheet, sides: tuple[float, float], beside: tuple[float, float]) -> bool:
    """Whether cells are open at the right side of a page and at the left side of the next, and at no other side: the
    title of a form may have no lines at both."""
    rows = [*one.rows, *other.rows]
    inner = [(_is_closed(one, sides[1], row), _is_closed(other, beside[0], row)) for row in rows]
    cut = [row for row, lines in zip(rows, inner, strict=True) if not any(lines)]
    is_between = any(map(all, inner)) and all(mine == its for mine, its in inner)
    return is_between and any(_is_closed(one, sides[0], row) or _is_closed(other, beside[1], row) for row in cut)


def _is_closed(sheet: Sheet, at: float, row: tuple[float, float]) -> bool:
    """Whether a line stands at a side of a row."""
    top, bottom = row
    covered = sum(
        min(rule.end, bottom) - max(rule.start, top)
        for rule in sheet.laid.page.upright
        if abs(rule.at - at) <= SNAP and rule.start < bottom and rule.end > top
    )
    return covered > (bottom - top) / 2


def _has_other_columns(strips: Sequence[Strip], sheet: Sheet, edges: Sequence[float]) -> bool:
    """Whether a page has other columns than those before, and all their rows."""
    is_every = all(len(edges) == sum(len(table.rows) for table in each.laid.ruled) for each in (strips[0][0], sheet))
    return is_every and not any(
        same_lines(table, beside) for each in strips for table in each[0].laid.tables for beside in sheet.laid.tables
    )


def may_go_on(one: Sheet, other: Sheet) -> bool:
    """Whether a page may print what is at the right of the one before, which is not sure: all rows are the same, as the
    rows of other sheets may be too."""
    edges = _edges([one], other) or []
    is_like = len(edges) >= _LEAST_EDGES and not other.over and not _are_alike([[one]], [other])
    return is_like and _has_other_columns([[one]], other, edges)


def _are_alike(strips: Sequence[Strip], strip: Strip) -> bool:
    """Whether pages say the same as others at the same places."""
    return any(_is_alike(list(zip(each, strip, strict=False))) for each in strips)


def _is_alike(pairs: Sequence[tuple[Sheet, Sheet]]) -> bool:
    same = sum(len(one.said & other.said) for one, other in pairs)
    return same > _ALIKE * min(sum(len(pair[which].said) for pair in pairs) for which in (0, 1))


def wide(group: Group) -> Page:
    """One page of several that print the same rows, without their running lines."""
    return side_by_side([(_without(sheet), by) for sheet, by in group])


def _without(sheet: Sheet) -> Page:
    """A page without its running lines."""
    left_out = {char for line in sheet.running for char in line.chars}
    return sheet.laid.page._replace(chars=tuple(char for char in sheet.laid.page.chars if char not in left_out))
