"""A page's characters and drawings → the same in upright coordinates, whichever way the page is turned."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import compress

from pipeline.extract.formats.pdf.characters import Glyph, glyphs
from pipeline.extract.formats.pdf.drawings import Edges, drawings, is_thin
from pipeline.extract.formats.pdf.opened import OpenPage
from pipeline.extract.formats.pdf.pdfium import Handle, api
from pipeline.extract.formats.pdf.pictured import pictured
from pipeline.extract.formats.pdf.shapes import Box, Char, Page, Rule
from pipeline.extract.formats.pdf.symbol_fonts import SymbolFonts

_TURNS: dict[int, Callable[[float, float, float, float], Edges]] = {
    0: lambda left, bottom, right, top: (left, -top, right, -bottom),
    90: lambda left, bottom, right, top: (bottom, left, top, right),
    180: lambda left, bottom, right, top: (-right, bottom, -left, top),
    270: lambda left, bottom, right, top: (-top, -right, -bottom, -left),
}
"""How text runs that is to be read, in degrees → edges of the page as a reader holds it: left, top, right, bottom."""
_BASES: dict[int, Callable[[float, float], float]] = {
    0: lambda x, y: -y, 90: lambda x, y: x, 180: lambda x, y: y, 270: lambda x, y: -x,
}  # fmt: skip
"""The same → how far down a point is."""


class Turn:
    """Turns what stands on a paper so that text which runs in a `direction` runs to the right, and moves the upper left
    corner of the paper to 0, 0.
    """

    def __init__(self, direction: int, paper: Edges):
        self.direction = direction
        self._turned, self._base = _TURNS[direction], _BASES[direction]
        self._left, self._top = self._turned(*paper)[:2]

    def box(self, edges: Edges) -> Box:
        """A box from its edges as the file states them: left, bottom, right, top."""
        left, top, right, bottom = self._turned(*edges)
        return Box(left - self._left, top - self._top, right - self._left, bottom - self._top)

    def char(self, glyph: Glyph) -> Char:
        """A character; one that runs another way than the page, as a label on end does, stands where its box does."""
        left, _, right, bottom = self._turned(*glyph.box)
        size, angle = glyph.style.size, ((glyph.style.angle or 0) - self.direction) % 360
        base = bottom - 0.1 * size if angle else self._base(*glyph.origin)
        return Char(glyph.text, left - self._left, right - self._left, base - self._top, size, glyph.is_mapped, angle)


def read_page(opened: OpenPage, symbols: SymbolFonts) -> Page:
    """What a page prints. It is turned as most of its text runs, which is how a reader turns it; one without text as
    the page says (ISO 32000-1, table 30: Rotate)."""
    shown, drawn, paper = list(glyphs(opened.text, symbols)), drawings(opened.shown), _paper(opened.page)
    found = pictured(opened.shown, shown, drawn.pictures, paper)
    is_read = [glyph.is_seen or glyph in found.recognised for glyph in shown]
    turn = Turn(_direction(opened.page, compress(shown, is_read)), paper)
    box = turn.box(paper)
    chars, slanted, unseen = [], [], []
    for glyph, is_one in zip(shown, is_read, strict=True):
        char = turn.char(glyph)
        if not is_one or not box.holds(*char.middle):
            unseen.append(char)
        elif glyph.style.angle is None:
            slanted.append(glyph.text)
        else:
            chars.append(char)
    level, upright = _rules((turn.box(each) for each in drawn.lines), box)
    return Page(
        box=box,
        chars=tuple(chars),
        level=level,
        upright=upright,
        slanted="".join(slanted),
        unseen=tuple(unseen),
        pictured=found.share,
        over=found.over,
        under=found.under,
        recognised="".join(glyph.text for glyph in shown if glyph in found.recognised),
        drawn=drawn.shapes,
        areas=tuple(turn.box(each) for each in drawn.areas),
    )


def _direction(page: Handle, read: Iterable[Glyph]) -> int:
    """How text runs that a reader holds upright."""
    angles = Counter(glyph.style.angle for glyph in read if glyph.text != " ")
    angles.pop(None, None)
    if not angles:
        return api.FPDFPage_GetRotation(page) % 4 * 90
    return angles.most_common(1)[0][0] or 0


def _paper(page: Handle) -> Edges:
    """The part of the page that is printed: the crop box within the media box (ISO 32000-1, 14.11.2)."""
    rect = api.FS_RECTF()
    if api.FPDF_GetPageBoundingBox(page, rect):
        return rect.left, rect.bottom, rect.right, rect.top
    return 0, 0, api.FPDF_GetPageWidthF(page), api.FPDF_GetPageHeightF(page)


def _rules(lines: Iterable[Box], page: Box) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    level, upright = [], []
    for line in lines:
        if not is_thin(line) or not (page.left <= line.right and line.left <= page.right):
            continue
        if line.width >= line.height:
            level.append(Rule((line.top + line.bottom) / 2, line.left, line.right))
        else:
            upright.append(Rule((line.left + line.right) / 2, line.top, line.bottom))
    return tuple(level), tuple(upright)
