"""What of a page is pictures, and what text is recognised on them: a scan with the text that a program made of it."""

from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import NamedTuple

from pipeline.extract.formats.pdf.characters import Glyph
from pipeline.extract.formats.pdf.drawings import Edges, Picture, share
from pipeline.extract.formats.pdf.objects import Placed

PICTURED = 0.3
"""Pictures that cover this share of a page are what is to be read on it."""
_MOST_PICTURES = 64


class Pictured(NamedTuple):
    """How pictures and text of a page lie over each other. `share`: the part of the page that pictures cover.
    `recognised`: characters without ink on a picture that prints hardly any other. `over`: how many characters with
    ink stand on pictures, `under`: how many of these are drawn before the picture, which hides them unless it is
    transparent."""

    share: float
    recognised: frozenset[Glyph]
    over: int
    under: int


def pictured(shown: Sequence[Placed], glyphs: Iterable[Glyph], pictures: Sequence[Picture], paper: Edges) -> Pictured:
    """How the pictures and the text of a page lie, of which nothing is asked where pictures are a small part of it."""
    covered = min(1.0, sum(share(paper, each.edges) for each in pictures))
    if covered <= PICTURED:
        return Pictured(covered, frozenset(), 0, 0)
    large = nlargest(_MOST_PICTURES, pictures, key=lambda each: share(paper, each.edges))
    order = {bytes(each): number for number, (each, _) in enumerate(shown)}
    unseen, over, under = [], 0, 0
    for glyph in glyphs:
        on = [each.number for each in large if _holds(each.edges, glyph.box)]
        if not on:
            continue
        if not glyph.style.has_ink:
            unseen.append(glyph)
        elif glyph.is_seen and glyph.text != " ":
            over += 1
            under += order.get(glyph.style.shown, max(on)) < max(on)
    recognised = frozenset(unseen) if len(unseen) > over else frozenset()
    return Pictured(covered, recognised, over, under)


def _holds(edges: Edges, box: Edges) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return edges[0] <= x <= edges[2] and edges[1] <= y <= edges[3]
