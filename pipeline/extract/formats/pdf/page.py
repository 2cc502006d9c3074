"""A page's characters and drawings → the same in upright coordinates, whichever way the page is turned."""

from collections import Counter
from collections.abc import Callable, Iterable

import pypdfium2.raw as pdfium

from pipeline.extract.formats.pdf.characters import Glyph, glyphs
from pipeline.extract.formats.pdf.drawings import Edges, drawings, is_thin
from pipeline.extract.formats.pdf.pdfium import Handle
from pipeline.extract.formats.pdf.shapes import Box, Char, Page, Rule

Turn = Callable[[float, float], tuple[float, float]]
_TURNS: dict[int, Turn] = {
    0: lambda x, y: (x, -y),
    90: lambda x, y: (y, x),
    180: lambda x, y: (-x, y),
    270: lambda x, y: (-y, -x),
}
"""How text runs that is to be read, in degrees → a point of the page as a reader holds it, y down."""
_NEAR = 3
"""Text this many degrees off a side of the page runs along it."""


def read_page(page: Handle, text: Handle) -> Page:
    """What a page prints. It is turned as most of its text runs, which is how a reader turns it; one without text as
    the page says (ISO 32000-1, table 30: Rotate)."""
    shown, drawn = list(glyphs(text)), drawings(page)
    direction = _direction(page, shown)
    turn = _turned(_TURNS[direction], paper := _paper(page))
    box = _box(paper, turn)
    chars, slanted, unseen = [], [], []
    for glyph in shown:
        char = _char(glyph, direction, turn)
        if not glyph.is_seen or not box.holds(*char.middle):
            unseen.append(glyph.text)
        elif _quarter(glyph.angle) is None:
            slanted.append(glyph.text)
        else:
            chars.append(char)
    level, upright = _rules((_box(each, turn) for each in drawn.lines), box)
    pictured = max((_share(_box(each, turn), box) for each in drawn.pictures), default=0.0)
    return Page(box, tuple(chars), level, upright, "".join(slanted), "".join(unseen), pictured, drawn.shapes)


def _direction(page: Handle, shown: Iterable[Glyph]) -> int:
    quarters = Counter(_quarter(glyph.angle) for glyph in shown if glyph.is_seen and glyph.text != " ")
    quarters.pop(None, None)
    if not quarters:
        return pdfium.FPDFPage_GetRotation(page) % 4 * 90
    return quarters.most_common(1)[0][0] or 0


def _quarter(angle: int) -> int | None:
    """The side of the page along which an angle runs, None if it runs across the page.

    >>> _quarter(0), _quarter(359), _quarter(91), _quarter(45)
    (0, 0, 90, None)
    """
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= _NEAR else None


def _paper(page: Handle) -> Edges:
    """The part of the page that is printed: the crop box within the media box (ISO 32000-1, 14.11.2)."""
    rect = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, rect):
        return rect.left, rect.bottom, rect.right, rect.top
    return 0, 0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)


def _turned(turn: Turn, paper: Edges) -> Turn:
    """The turn, and a move that puts the upper left corner of the paper at 0, 0."""
    corners = turn(*paper[:2]), turn(*paper[2:])
    left, top = min(x for x, _ in corners), min(y for _, y in corners)

    def turned(x: float, y: float) -> tuple[float, float]:
        to_x, to_y = turn(x, y)
        return to_x - left, to_y - top

    return turned


def _box(edges: Edges, turn: Turn) -> Box:
    (x1, y1), (x2, y2) = turn(*edges[:2]), turn(*edges[2:])
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _char(glyph: Glyph, direction: int, turn: Turn) -> Char:
    """A character; one that runs another way than the page, as a label that stands on end does, by its box alone."""
    box, angle = _box(glyph.box, turn), (glyph.angle - direction) % 360
    angle = _quarter(angle) or 0
    base = box.bottom - 0.1 * glyph.size if angle else turn(*glyph.origin)[1]
    return Char(glyph.text, box.left, box.right, base, glyph.size, glyph.is_mapped, angle)


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


def _share(part: Box, whole: Box) -> float:
    """How much of a rectangle another one covers."""
    width = min(part.right, whole.right) - max(part.left, whole.left)
    height = min(part.bottom, whole.bottom) - max(part.top, whole.top)
    return max(0.0, width) * max(0.0, height) / max(1.0, whole.width * whole.height)
