"""A page's text → its characters as they are printed, in the page's own coordinates."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.extract.formats.pdf.drawings import Edges, share, window
from pipeline.extract.formats.pdf.pdfium import Handle, api
from pipeline.extract.formats.pdf.symbol_fonts import SymbolFonts, font_name

_BLANKS = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0))
# PDFium's signs for a hyphen at the end of a line, or before what it takes for one.
_HYPHENS = frozenset((0x02, 0xFFFE))
# Text this many degrees off a side of the page runs along it.
_NEAR = 3
_LEAST_SEEN = 0.45
"""A character of which less is seen is cut off."""
UNKNOWN = "\ufffd"
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_LAST_PUBLIC = 0xEFFFF
"""Beyond it are private characters, and none."""
# Kangxi radicals and compatibility ideographs: fonts give them as the characters of ordinary words.
_SAME_SHAPE = ((0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
_INVISIBLE = (api.FPDF_TEXTRENDERMODE_INVISIBLE, api.FPDF_TEXTRENDERMODE_CLIP)


class Style(NamedTuple):
    """What is alike for all characters that one object shows. `angle` is how they run: 0, 90, 180 or 270 degrees, None
    if they run across the page. `window` is the part of the page in which they are seen, None if that is all of it.
    `font` is the name of their font, `shown` which object they are of.
    """

    size: float
    angle: int | None
    has_ink: bool
    window: Edges | None
    font: str
    shown: bytes


class Glyph(NamedTuple):
    """A character with its box and base point as the file states them, not turned."""

    text: str
    box: Edges
    origin: tuple[float, float]
    style: Style
    is_mapped: bool

    @property
    def is_seen(self) -> bool:
        """Whether it is drawn with ink, and not cut off: spreadsheets draw a cell's text whole on each of its pages."""
        if self.style.window is None or not self.style.has_ink:
            return self.style.has_ink
        return share(self.box, self.style.window) > _LEAST_SEEN


def glyphs(text: Handle, symbols: SymbolFonts) -> Iterator[Glyph]:
    """The characters of a page's text, without those that PDFium adds where it sees a gap or the end of a line.

    One of a symbol font that is not named is kept as it is coded, in Unicode's private area.
    """
    box, x, y = api.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[bytes, Style] = {}
    box_of, origin_of = api.FPDFText_GetLooseCharBox, api.FPDFText_GetCharOrigin
    object_of, has_error = api.FPDFText_GetTextObject, api.FPDFText_HasUnicodeMapError
    for number, last, code in _codes(text):
        if code in _BLANKS and api.FPDFText_IsGenerated(text, number):
            continue
        if not box_of(text, number, box):
            continue
        origin_of(text, number, x, y)
        shown = object_of(text, number)
        key = bytes(shown)
        edges = box.left, box.bottom, box.right, box.top
        if last != number and box_of(text, last, box):
            edges = (*edges[:2], box.right, edges[3])
        style = styles.get(key) or styles.setdefault(key, _style(text, number, shown, edges))
        printed = _printed(code) if code in _HYPHENS or not has_error(text, number) else UNKNOWN
        if style.font in symbols:
            printed = symbols.printed(style.font, printed)
        yield Glyph(printed, edges, (x.value, y.value), style, printed != UNKNOWN)


def _codes(text: Handle) -> Iterator[tuple[int, int, int]]:
    """The codes of the characters, each with the numbers of the first and the last one that state it: PDFium gives what
    is beyond the basic plane, as rare characters of names are, in two halves (Unicode, 3.9: UTF-16)."""
    unicode = api.FPDFText_GetUnicode
    count = api.FPDFText_CountChars(text)
    numbers = iter(range(count))
    for number in numbers:
        code = unicode(text, number)
        if code in _HIGH and number + 1 < count and (low := unicode(text, number + 1)) in _LOW:
            next(numbers)
            yield number, number + 1, 0x10000 + ((code - _HIGH.start) << 10) + low - _LOW.start
        else:
            yield number, number, code


def _style(text: Handle, number: int, shown: Handle, edges: Edges) -> Style:
    matrix = api.FS_MATRIX()
    api.FPDFText_GetMatrix(text, number, matrix)
    size = api.FPDFText_GetFontSize(text, number) * math.hypot(matrix.c, matrix.d)
    mode = api.FPDFTextObj_GetTextRenderMode(shown) if shown else None
    angle = _quarter(math.degrees(math.atan2(matrix.b, matrix.a)))
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    api.FPDFText_GetFontInfo(text, number, name, len(name), flags)
    font = font_name(name.value.decode("utf-8", "replace"))
    return Style(size or 1.0, angle, mode not in _INVISIBLE, window(shown, edges), font, bytes(shown))


def _quarter(angle: float) -> int | None:
    """The side of the page along which an angle runs, None if it runs across the page.

    >>> _quarter(0), _quarter(-1), _quarter(91), _quarter(45)
    (0, 0, 90, None)
    """
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= _NEAR else None


@cache
def _printed(code: int) -> str:
    """The character that a code stands for.

    >>> _printed(0x2F6C), _printed(0xFFFE), _printed(0xB2), _printed(0x09), _printed(0xD800)
    ('目', '-', '²', ' ', '\ufffd')
    """
    if code in _HYPHENS:
        return "-"
    if code in _BLANKS:
        return " "
    if code < 0x20 or code in _HIGH or code in _LOW or code > _LAST_PUBLIC:
        return UNKNOWN
    character = chr(code)
    if any(first <= code <= last for first, last in _SAME_SHAPE):
        return unicodedata.normalize("NFKC", character)
    return character
