"""The styles of a file ([MS-DOC] 2.9.271): which hide their text, and which put paragraphs in lists."""

from collections.abc import Iterator
from struct import error, unpack_from

from pipeline.extract.formats.legacy_word.looks import (
    NO_LOOK,
    CharacterLook,
    ParagraphLook,
    character_look,
    paragraph_look,
)
from pipeline.extract.formats.legacy_word.streams import STYLES, Streams

_PARAGRAPH, _CHARACTER = 1, 2
_NO_BASE = 0xFFF
# A chain of styles that is longer is a circle.
_CHAIN = 20


class StyleSheet:
    """Styles by their number; one that cannot be read says nothing."""

    def __init__(self, streams: Streams):
        self._streams = streams
        self._stored = list(_stored(streams.part(STYLES)))
        self._base_size = unpack_from("<H", streams.part(STYLES), 4)[0] if len(streams.part(STYLES)) > 6 else 0
        self._paragraphs: dict[int, ParagraphLook | None] = {}
        self._hiding: dict[int, bool] = {}

    def paragraph(self, number: int) -> ParagraphLook | None:
        """What a style says of its paragraphs."""
        if number not in self._paragraphs:
            look = None
            for _, properties, _ in reversed(list(self._chain(number))):
                look = paragraph_look(properties, self._streams, look)
            self._paragraphs[number] = look
        return self._paragraphs[number]

    def hides(self, number: int) -> bool:
        """Whether a style hides its text."""
        if number not in self._hiding:
            stated = (look.hidden for _, _, look in self._chain(number))
            self._hiding[number] = bool(next((each for each in stated if each is not None), 0) & 1)
        return self._hiding[number]

    def _chain(self, number: int) -> Iterator[tuple[int, bytes, CharacterLook]]:
        """A style and those that it is based on."""
        for _ in range(_CHAIN):
            if number >= len(self._stored) or not self._stored[number]:
                return
            try:
                number, properties, look = _style(self._stored[number], self._base_size)
            except (error, IndexError):
                return
            yield number, properties, look


def _stored(sheet: bytes) -> Iterator[bytes]:
    """The bytes of each style, none for those that the file does not define."""
    if len(sheet) < 4:
        return
    length, count = unpack_from("<HH", sheet)
    at = 2 + length
    while count and at + 2 <= len(sheet):
        size = unpack_from("<H", sheet, at)[0]
        yield sheet[at + 2 : at + 2 + size]
        at += 2 + size + size % 2
        count -= 1


def _style(stored: bytes, base_size: int) -> tuple[int, bytes, CharacterLook]:
    """The number of its base, what it says of paragraphs, what it says of characters ([MS-DOC] 2.9.258)."""
    kind_and_base, parts = unpack_from("<HH", stored, 2)
    kind, base = kind_and_base & 0xF, kind_and_base >> 4
    name_length = unpack_from("<H", stored, base_size)[0]
    found = list(_parts(stored, base_size + 2 * (name_length + 2), parts & 0xF))
    if kind == _PARAGRAPH and len(found) >= 2:
        return base, found[0], character_look(found[1])
    if kind == _CHARACTER and found:
        return base, b"\0\0", character_look(found[0])
    return _NO_BASE, b"\0\0", NO_LOOK


def _parts(stored: bytes, at: int, count: int) -> Iterator[bytes]:
    """What a style says, each part at an even place after its length."""
    for _ in range(count):
        length = unpack_from("<H", stored, at)[0]
        yield stored[at + 2 : at + 2 + length]
        at += 2 + length + length % 2
