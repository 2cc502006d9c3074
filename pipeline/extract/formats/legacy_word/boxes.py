"""Text boxes and pictures that lie over the text: where they are anchored, and which text is in which.

An anchor names a shape ([MS-DOC] 2.8.37); so does each text of the part of the text boxes (2.8.32), but the shape may
stand in a group, which alone is anchored: [MS-ODRAW] 2.2.14 tells the groups.
"""

from collections.abc import Iterator
from struct import unpack_from
from typing import NamedTuple

from pipeline.extract.formats.legacy_word.streams import BOXES, DRAWINGS, SHAPES, Streams

_ANCHOR, _BOX = 26, 22
_GROUP, _SHAPE, _DRAWING, _HOLDER = 0xF003, 0xF00A, b"\x02\xf0", 0xF
_PICTURE_FRAME = 75
_DEEPEST = 100


class Drawn(NamedTuple):
    """What lies over the text: anchors by the character that they stand at, texts by shape, pictures, and the shape of
    a group by what is in it.
    """

    anchors: dict[int, int]
    texts: dict[int, tuple[int, int]]
    pictures: frozenset[int]
    groups: dict[int, int]

    def boxes(self, shape: int) -> list[tuple[int, int]]:
        """Where in the part of the text boxes the texts of a shape, or of those grouped with it, begin and end."""
        return [place for each, place in self.texts.items() if self.groups.get(each, each) == shape]


def drawn(streams: Streams) -> Drawn:
    """What lies over the main text; nothing, where it is damaged."""
    groups, pictures = {}, set()
    for shape, kind, group in _shapes(streams.part(DRAWINGS)):
        groups[shape] = group
        if kind == _PICTURE_FRAME:
            pictures.add(group)
    anchors = {position: unpack_from("<i", stored)[0] for position, _, stored in _listed(streams.part(SHAPES), _ANCHOR)}
    texts: dict[int, tuple[int, int]] = {}
    for start, stop, stored in _listed(streams.part(BOXES), _BOX):
        texts.setdefault(unpack_from("<14xi", stored)[0], (start, stop))
    return Drawn(anchors, texts, frozenset(pictures), groups)


def _listed(stored: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """The entries of a list with places ([MS-DOC] 2.2.2): from where to where each holds, and what it says."""
    count = max((len(stored) - 4) // (4 + size), 0)
    places = unpack_from(f"<{count + 1}i", stored) if count else ()
    for number in range(count):
        at = 4 * (count + 1) + number * size
        yield places[number], places[number + 1], stored[at : at + size]


def _shapes(drawings: bytes) -> Iterator[tuple[int, int, int]]:
    """Every shape, its kind, and the shape that is anchored for it: itself, or that of the outermost group around it,
    which stands first in the group. A byte before each drawing says where it belongs ([MS-DOC] 2.9.172).
    """
    ends: list[int] = []
    at, group = 0, 0
    while at + 8 <= len(drawings):
        if drawings[at : at + 1] in (b"\0", b"\1") and drawings[at + 3 : at + 5] == _DRAWING:
            at += 1
        while ends and at >= ends[-1]:
            ends.pop()
        head, kind, length = unpack_from("<HHI", drawings, at)
        if kind == _GROUP and len(ends) < _DEEPEST:
            ends.append(at + 8 + length)
        elif kind == _SHAPE and at + 12 <= len(drawings):
            shape = unpack_from("<i", drawings, at + 8)[0]
            group = group if len(ends) > 1 and group else shape
            yield shape, head >> 4, group
        if len(ends) < 2:  # the outermost group is the page
            group = 0
        at += 8 if head & 0xF == _HOLDER else 8 + length
