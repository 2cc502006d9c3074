"""The text of a file and where each character of it is stored: the piece table ([MS-DOC] 2.8.35, 2.9.38)."""

from bisect import bisect_right
from collections.abc import Iterator
from struct import iter_unpack, pack, unpack_from
from typing import NamedTuple

from pipeline.extract.formats.legacy_word.streams import FORMAT, PIECES, Streams
from pipeline.model.finding import Rejected

_PROPERTIES, _TABLE = 1, 2
# Of the properties that a piece may state by one byte ([MS-DOC] 2.9.215), those that are read: marks of tables, the
# level in a list, deleted, hidden, raised and lowered text.
_SINGLE = {0x18: 0x2416, 0x19: 0x2417, 0x0C: 0x260A, 0x41: 0x0800, 0x5C: 0x083C, 0x68: 0x2A48}
_COMPRESSED = 1 << 30
# Bytes of compressed text that are no characters of Latin-1 ([MS-DOC] 2.9.73); the others are what they are there.
_LATIN = {
    code: ord(bytes([code]).decode("cp1252"))
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


class Piece(NamedTuple):
    """Characters `start` to `stop` of the text, stored at the byte `offset` on, `width` bytes each. `changes` are the
    properties that hold for all of it, as a file saved in haste states them.
    """

    start: int
    stop: int
    offset: int
    width: int
    changes: bytes

    def offset_of(self, position: int) -> int:
        return self.offset + (position - self.start) * self.width

    def position_of(self, offset: int) -> int:
        """The character at a byte, or the nearest of the piece."""
        return min(max(self.start + (offset - self.offset) // self.width, self.start), self.stop)


class Text:
    """The text of a file, of all its parts one after the other, and its pieces."""

    def __init__(self, streams: Streams):
        """Raises Rejected (`damaged_doc`): no text is found, or more than the file can hold."""
        pieces = list(_pieces(streams.part(PIECES), len(streams.main)))
        if not pieces or sum(piece.stop - piece.start for piece in pieces) > len(streams.main):
            raise Rejected("damaged_doc", FORMAT)
        self.pieces = pieces
        self.text = "".join(_characters(streams.main, piece) for piece in pieces)
        self._starts = [piece.start for piece in pieces]

    def piece(self, position: int) -> Piece:
        """The piece that holds a character."""
        return self.pieces[max(bisect_right(self._starts, position) - 1, 0)]


def _pieces(table: bytes, size: int) -> Iterator[Piece]:
    """The pieces of the table, those that are there to their end."""
    changes: list[bytes] = []
    at = 0
    while at + 5 <= len(table):
        if table[at] == _PROPERTIES:
            length = unpack_from("<H", table, at + 1)[0]
            changes.append(table[at + 3 : at + 3 + length])
            at += 3 + length
            continue
        if table[at] == _TABLE:
            length = unpack_from("<I", table, at + 1)[0]
            yield from _listed(table[at + 5 : at + 5 + length], changes, size)
        return


def _listed(listed: bytes, changes: list[bytes], size: int) -> Iterator[Piece]:
    count = (len(listed) - 4) // 12
    if count < 1:
        return
    positions = unpack_from(f"<{count + 1}I", listed)
    start = 0  # a text has no holes: a piece begins where the one before it ends
    for number, (_, offset, modifier) in enumerate(iter_unpack("<HIH", listed[4 * (count + 1) : 12 * count + 4])):
        compressed = bool(offset & _COMPRESSED)
        stored = (offset & (_COMPRESSED - 1)) // (2 if compressed else 1)
        width = 1 if compressed else 2
        length = min(positions[number + 1] - positions[number], max(size - stored, 0) // width)
        if length > 0:
            yield Piece(start, start + length, stored, width, _changes(modifier, changes))
            start += length


def _changes(modifier: int, changes: list[bytes]) -> bytes:
    """The properties that a piece states: a list by its number ([MS-DOC] 2.9.206), or a single one (2.9.205)."""
    if modifier & 1:
        return changes[modifier >> 1] if modifier >> 1 < len(changes) else b""
    opcode = _SINGLE.get(modifier >> 1 & 0x7F)
    return b"" if opcode is None else pack("<HB", opcode, modifier >> 8)


def _characters(main: bytes, piece: Piece) -> str:
    """The characters of a piece, each at its own position: halves of a pair stay halves, see `symbols.mended`."""
    stored = main[piece.offset : piece.offset_of(piece.stop)]
    if piece.width == 1:
        return stored.decode("latin-1").translate(_LATIN)
    text = stored.decode("utf-16-le", "surrogatepass")
    return text if 2 * len(text) == len(stored) else "".join(map(chr, unpack_from(f"<{len(stored) // 2}H", stored)))
