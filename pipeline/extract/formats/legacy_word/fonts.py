"""The names of a file's fonts by number ([MS-DOC] 2.9.286, 2.9.81): they tell what characters of symbol fonts are."""

from collections.abc import Iterator
from struct import unpack_from

from pipeline.extract.formats.legacy_word.streams import FONTS, Streams
from pipeline.extract.formats.symbols import mended

_NAME = 39
"""Where in the description of a font its name stands, after the byte that counts the others."""


def font_names(streams: Streams) -> tuple[str, ...]:
    """The names, as many as are there."""
    return tuple(_names(streams.part(FONTS)))


def _names(stored: bytes) -> Iterator[str]:
    at = 4
    while at < len(stored):
        described = stored[at + 1 : at + 1 + stored[at]]
        name = described[_NAME : _NAME + (len(described) - _NAME) // 2 * 2]
        yield mended("".join(map(chr, unpack_from(f"<{len(name) // 2}H", name)))).partition("\0")[0]
        at += 1 + stored[at]
