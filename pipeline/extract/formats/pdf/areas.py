"""Boxes beside each other with white between them → the table that they make up.

Cells may be shaded and have no lines, or each have lines of its own (CSS 2.1, 17.6.1: `border-spacing`). Only a grid is
taken for a table: boxes in rows and columns, one for each cell. A text that is marked, or a frame around it, has no
such boxes at its sides, above and below.
"""

from collections.abc import Iterable, Sequence

from pipeline.extract.formats.pdf.lattice import Lattice, lattices
from pipeline.extract.formats.pdf.rulings import SHORTEST, SNAP, whole
from pipeline.extract.formats.pdf.shapes import Box, Rule

_GAP = 9.0
"""No table leaves more white between its cells, in points."""
_MOST = 2_000
_LEAST_SPACES, _LEAST_BOXES = 2, 4
_FILLED = 0.9
"""The part of its cells that are boxes."""


def parted(boxes: Iterable[Box], ruled: Sequence[Lattice]) -> list[Lattice]:
    """The tables that boxes make up outside the `ruled` ones."""
    free = [box for box in boxes if box.width > SHORTEST and box.height > SHORTEST and not _is_within(box, ruled)]
    free = [box for box in set(free) if not any(_is_around(box, each) for each in free)]
    if not _LEAST_BOXES <= len(free) <= _MOST:
        return []
    grown = [_grown(box, free) for box in free]
    level = [Rule(at, box.left, box.right) for box in grown for at in (box.top, box.bottom)]
    upright = [Rule(at, box.top, box.bottom) for box in grown for at in (box.left, box.right)]
    return [table for table in lattices(whole(level), whole(upright)) if _is_grid(table, grown)]


def _is_within(box: Box, ruled: Iterable[Lattice]) -> bool:
    return any(table.box.holds(*_middle(box)) for table in ruled)


def _is_around(outer: Box, inner: Box) -> bool:
    """Whether a box is in another one, as those of cells are in that of a table."""
    return outer.width * outer.height > inner.width * inner.height and outer.holds(*_middle(inner))


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _grown(box: Box, boxes: Sequence[Box]) -> Box:
    """A box that reaches to those at its right and below it."""
    beside = [each.left for each in boxes if each.top < box.bottom - SNAP and each.bottom > box.top + SNAP]
    below = [each.top for each in boxes if each.left < box.right - SNAP and each.right > box.left + SNAP]
    return box._replace(right=_next(box.right, beside), bottom=_next(box.bottom, below))


def _next(end: float, starts: Iterable[float]) -> float:
    return min((start for start in starts if end - SNAP <= start <= end + _GAP), default=end)


def _is_grid(table: Lattice, boxes: Iterable[Box]) -> bool:
    """Whether boxes stand in rows and columns, no two in one cell; at the end of a page cells may have no box."""
    cells = [cell for box in boxes if (cell := table.face_at(*_middle(box))) is not None]
    is_one_each = len(cells) == len(set(cells)) >= max(_LEAST_BOXES, _FILLED * len(table.faces))
    return is_one_each and min(len(table.columns), len(table.rows)) > _LEAST_SPACES
