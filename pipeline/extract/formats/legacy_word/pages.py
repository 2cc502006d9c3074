"""Where properties of characters and paragraphs are stored: pages of 512 bytes, each for some bytes of the text
([MS-DOC] 2.9.55, 2.9.175)."""

from collections.abc import Callable, Iterator
from struct import unpack_from
from typing import NamedTuple

from pipeline.extract.formats.legacy_word.streams import CHARACTERS, PARAGRAPHS, Streams

_PAGE = 512
_PAPX_ENTRY = 13


class Run(NamedTuple):
    """Bytes of the text, from `start` to `stop`, and the properties stored for what they hold."""

    start: int
    stop: int
    stored: bytes


def character_runs(streams: Streams) -> list[Run]:
    """The properties of characters that state any, by where these are stored."""
    return sorted(run for page in _pages(streams, CHARACTERS) for run in _runs(page, 1, _characters_of) if run.stored)


def paragraph_runs(streams: Streams) -> list[Run]:
    """The properties of paragraphs, the number of their style before them."""
    return sorted(run for page in _pages(streams, PARAGRAPHS) for run in _runs(page, _PAPX_ENTRY, _paragraph_of))


def _pages(streams: Streams, kind: int) -> Iterator[bytes]:
    """The pages that a table of pages lists ([MS-DOC] 2.8.5, 2.8.6), each once."""
    listed = streams.part(kind)
    count = max((len(listed) - 4) // 8, 0)
    for number in dict.fromkeys(unpack_from(f"<{count}I", listed, 4 * (count + 1)) if count else ()):
        start = (number & 0x3FFFFF) * _PAGE
        page = streams.main[start : start + _PAGE]
        if len(page) == _PAGE:
            yield page


def _runs(page: bytes, entry: int, stored: Callable[[bytes, int], bytes]) -> Iterator[Run]:
    count = min(page[_PAGE - 1], (_PAGE - 5) // (4 + entry))
    bounds = unpack_from(f"<{count + 1}I", page)
    entries = 4 * (count + 1)
    for number in range(count):
        place = 2 * page[entries + number * entry]
        yield Run(bounds[number], bounds[number + 1], stored(page, place) if place else b"")


def _characters_of(page: bytes, at: int) -> bytes:
    return page[at + 1 : at + 1 + page[at]]


def _paragraph_of(page: bytes, at: int) -> bytes:
    """What is stored for a paragraph: its length is counted in words, less a byte unless it is even."""
    words = page[at]
    if words:
        return page[at + 1 : at + 2 * words]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b""
