"""A page's lines and tables → its paragraphs and tables in reading order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.formats.pdf.lines import Line
from pipeline.extract.formats.pdf.shapes import Box
from pipeline.extract.formats.pdf.tables import Laid, PlacedTable
from pipeline.extract.formats.pdf.wrapped import paragraphs

_NARROW = 0.6
"""No page's column is narrower than this part of its paper."""


class Text(NamedTuple):
    """A paragraph on a page: its text and where its first line stands."""

    text: str
    base: float


def body(laid: Laid, left_out: Sequence[Line]) -> list[Text | PlacedTable]:
    """The paragraphs and tables of a page from top to bottom, without the lines that are `left_out`."""
    lines = [line for line in laid.lines if line not in left_out]
    column = _column(laid, lines)
    found: list[Text | PlacedTable] = []
    for table, above in _between(lines, laid.tables):
        found += [Text(text, group[0].base) for group, text in paragraphs(above, column)]
        if table:
            found.append(table)
    return found


def _between(lines: Sequence[Line], tables: Sequence[PlacedTable]) -> Iterator[tuple[PlacedTable | None, list[Line]]]:
    """Each table with the lines above it, and at the end the lines below the last one."""
    ordered = sorted(lines, key=lambda line: line.base)
    first = 0
    for table in tables:
        stop = next((number for number in range(first, len(ordered)) if ordered[number].base > table.box.bottom), None)
        above = [line for line in ordered[first:stop] if line.base <= table.box.bottom]
        yield table, above
        first = len(ordered) if stop is None else stop
    yield None, ordered[first:]


def _column(laid: Laid, lines: Sequence[Line]) -> Box:
    """The column that the page's text fills: as wide as its widest line, or as the paper with margins that are alike
    where all lines are short."""
    sides = [(line.box.left, line.right) for line in lines]
    sides += [(table.box.left, table.box.right) for table in laid.tables]
    if not sides:
        return laid.page.box
    box = laid.page.box
    left, right = min(left for left, _ in sides), max(right for _, right in sides)
    if right - left < _NARROW * box.width:
        right = max(right, box.right - (left - box.left))
    return Box(left, box.top, right, box.bottom)
