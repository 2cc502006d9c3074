"""A page's drawings → its rules and pictures, in the page's own coordinates."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.formats.pdf.objects import UPRIGHT, Matrix, Placed, matrix_of, moved, product
from pipeline.extract.formats.pdf.pdfium import MAX_OBJECTS, Handle, api

Edges = tuple[float, float, float, float]
THICKEST = 4.0
"""A shape no thicker than this, in points, is a line. The smallest print is higher."""
_MOST_CLIPS = 64
_WHITE = 250
_SEEN, _PALE = "seen", "pale"
_MOST_PALE = 1_000_000
"""White lines times areas: the work that finding the lines that are seen may take."""
_BESIDE = 1.0
_HALF_SEEN = 0.3
"""A white line over an area, or beside one that is as long, has so much of it and its margins there."""
_MOVE, _LINE = api.FPDF_SEGMENT_MOVETO, api.FPDF_SEGMENT_LINETO


class Picture(NamedTuple):
    """A picture: where it is, and its number in what the page shows, one thing over the other."""

    edges: Edges
    number: int


class Drawings(NamedTuple):
    """Lines and filled areas as (left, bottom, right, top), pictures, and how many shapes there are in all. `pale` are
    lines in the colour of the paper."""

    lines: list[Edges]
    pale: list[Edges]
    areas: list[Edges]
    pictures: list[Picture]
    shapes: int


def drawings(shown: Iterable[Placed]) -> Drawings:
    """What a page draws. Its lines are those that are seen: a white one is where an area is filled."""
    found = Drawings([], [], [], [], 0)
    shapes = 0
    for number, (each, matrix) in enumerate(shown):
        kind = api.FPDFPageObj_GetType(each)
        shapes += kind in (api.FPDF_PAGEOBJ_PATH, api.FPDF_PAGEOBJ_SHADING)
        if kind == api.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(Picture(_bounds(each, matrix), number))
        elif kind == api.FPDF_PAGEOBJ_PATH:
            _add_path(found, each, matrix)
    found.lines.extend(_over(found.pale, found.areas))
    return found._replace(shapes=shapes)


def _add_path(found: Drawings, path: Handle, matrix: Matrix) -> None:
    """Add what a path draws: the whole of a thin one, the sides of one that is stroked, the area or the thin pieces of
    one that is filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    api.FPDFPath_GetDrawMode(path, fill, stroke)
    filled = _ink(path, api.FPDFPageObj_GetFillColor) if fill.value else None
    stroked = _ink(path, api.FPDFPageObj_GetStrokeColor) if stroke.value else None
    drawn = found.lines if _SEEN in (filled, stroked) else found.pale
    edges = _bounds(path, matrix)
    if is_thin(edges):
        if filled or stroked:
            drawn.append(edges)
        return
    for piece in _pieces(path, product(matrix_of(path), matrix)) if stroked or filled == _SEEN else ():
        whole = _around(piece)
        if is_thin(whole):
            drawn.append(whole)
            continue
        if stroked:
            (found.lines if stroked == _SEEN else found.pale).extend(_around(side) for side in pairwise(piece))
        if filled == _SEEN:
            found.areas.append(whole)


def _over(pale: Sequence[Edges], areas: Sequence[Edges]) -> Iterator[Edges]:
    """The white lines that are seen, as they stand over filled areas or between them."""
    for line in pale if len(pale) * len(areas) <= _MOST_PALE else ():
        if is_thin(line):
            left, bottom, right, top = line
            wider = left - _BESIDE, bottom - _BESIDE, right + _BESIDE, top + _BESIDE
            if any(share(wider, area) > _HALF_SEEN for area in areas):
                yield line


def is_thin(edges: Edges) -> bool:
    """Whether a shape is a line along a side of the page.

    >>> is_thin((0, 0, 90, 0.5)), is_thin((0, 0, 90, 60)), is_thin((0, 0, 1, 1))
    (True, False, False)
    """
    across, along = sorted((edges[2] - edges[0], edges[3] - edges[1]))
    return across <= THICKEST and along > 2 * across


def _pieces(path: Handle, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each piece of a path that is made of straight lines, closed ones back to the first corner."""
    x, y = ctypes.c_float(), ctypes.c_float()
    piece: list[tuple[float, float]] = []
    is_straight = True
    for number in range(min(api.FPDFPath_CountSegments(path), MAX_OBJECTS)):
        segment = api.FPDFPath_GetPathSegment(path, number)
        kind = api.FPDFPathSegment_GetType(segment)
        if kind == _MOVE:
            if is_straight and len(piece) > 1:
                yield piece
            piece, is_straight = [], True
        api.FPDFPathSegment_GetPoint(segment, x, y)
        piece.append(moved((x.value, y.value), matrix))
        is_straight = is_straight and kind in (_MOVE, _LINE)
        if api.FPDFPathSegment_GetClose(segment):
            piece.append(piece[0])
    if is_straight and len(piece) > 1:
        yield piece


def share(part: Edges, whole: Edges) -> float:
    """How much of a rectangle lies within another one.

    >>> share((0, 0, 10, 10), (5, 0, 20, 20)), share((0, 0, 10, 10), (20, 20, 30, 30))
    (0.5, 0.0)
    """
    width = min(part[2], whole[2]) - max(part[0], whole[0])
    height = min(part[3], whole[3]) - max(part[1], whole[1])
    area = (part[2] - part[0]) * (part[3] - part[1])
    return max(0.0, width) * max(0.0, height) / area if area > 0 else 1.0


def window(shown: Handle, first: Edges) -> Edges | None:
    """The part of the page in which a text is seen (ISO 32000-1, 8.5.4), None if that is all of it. `first` is where
    its first character stands on the page: a form has coordinates of its own, and what it cuts off is not known.
    """
    clip = api.FPDFPageObj_GetClipPath(shown) if shown else None
    count = api.FPDFClipPath_CountPaths(clip) if clip else 0
    if count < 1 or share(first, _bounds(shown, UPRIGHT)) == 0:
        return None
    pieces = [piece for path in range(min(count, _MOST_CLIPS)) if (piece := _clip(clip, path))]
    if not pieces:
        return None
    lefts, bottoms, rights, tops = zip(*pieces, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _clip(clip: Handle, path: int) -> Edges | None:
    """The box around one of the paths that together cut an object off."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for number in range(min(api.FPDFClipPath_CountPathSegments(clip, path), MAX_OBJECTS)):
        api.FPDFPathSegment_GetPoint(api.FPDFClipPath_GetPathSegment(clip, path, number), x, y)
        points.append((x.value, y.value))
    return _around(points) if points else None


def _ink(path: Handle, colour_of: Handle) -> str | None:
    """How a path is drawn: seen or in the colour of the paper; None if it is wholly transparent."""
    red, green, blue, alpha = (ctypes.c_uint(255) for _ in range(4))
    if not colour_of(path, red, green, blue, alpha):
        return _SEEN
    if not alpha.value:
        return None
    return _SEEN if min(red.value, green.value, blue.value) < _WHITE else _PALE


def _bounds(shown: Handle, matrix: Matrix) -> Edges:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    api.FPDFPageObj_GetBounds(shown, left, bottom, right, top)
    corners = (left.value, bottom.value), (right.value, top.value)
    if matrix is UPRIGHT:
        return (*corners[0], *corners[1])
    return _around([moved(corner, matrix) for corner in corners])


def _around(points: list[tuple[float, float]] | tuple[tuple[float, float], ...]) -> Edges:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
