"""The streams of a Word file and where things stand in them: the File Information Block ([MS-DOC] 2.5).

The only module that opens OLE files.
"""

import io
from struct import error as StructError
from struct import iter_unpack, unpack_from
from typing import NamedTuple

import olefile  # type: ignore[import-untyped]

from pipeline.model.finding import Rejected

FORMAT = "doc"
# [MS-DOC] 2.5.2: Word 97 and later write 0x00C1 or more; Word 6 and 95 have another file information block.
_WORD_97 = 0x00C1
_WORD = (0xA5EC, 0xA5DC)
_ENCRYPTED, _IS_TABLE_1 = 0x0100, 0x0200
# Where the parts of the block begin: after the base (2.5.1), each with a count before it.
_BASE = 32
# Numbers of the pairs of [MS-DOC] 2.5.6 that are asked for.
STYLES, SECTIONS, HEADERS, CHARACTERS, PARAGRAPHS, FONTS, PIECES = 1, 6, 11, 12, 13, 15, 33
SHAPES, DRAWINGS, BOXES, LISTS, LIST_OVERRIDES = 40, 50, 56, 73, 74


class Streams(NamedTuple):
    """What is read of a file. `counts` are the characters of the main text and of those that stand after it
    ([MS-DOC] 2.5.4); `places` where things stand in the table stream.
    """

    main: bytes
    table: bytes
    data: bytes
    counts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def part(self, number: int) -> bytes:
        """A thing of the table stream, empty if there is none."""
        start, length = self.places[number] if number < len(self.places) else (0, 0)
        return self.table[start : start + length]

    def from_part(self, number: int) -> bytes:
        """The table stream from a thing on, for those that go on after their end."""
        start, length = self.places[number] if number < len(self.places) else (0, 0)
        return self.table[start:] if length else b""


def opened(data: bytes) -> Streams:
    """The streams of a file. Raises Rejected: `damaged_doc`, `encrypted_file`, `legacy_doc`."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return _streams(file)
    except (StructError, OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, OverflowError):
        raise Rejected("damaged_doc", FORMAT) from None  # olefile raises these for damage


def _streams(file: olefile.OleFileIO) -> Streams:
    main = _stream(file, "WordDocument")
    magic, version, flags = unpack_from("<HH6xH", main)
    if flags & _ENCRYPTED:
        raise Rejected("encrypted_file", FORMAT)
    if version < _WORD_97:
        raise Rejected("legacy_doc" if magic in _WORD or magic >> 8 == 0xA5 else "damaged_doc", FORMAT)
    table = _stream(file, "1Table" if flags & _IS_TABLE_1 else "0Table")
    stream = "Data" if file.exists("Data") else ""
    counts, places = _block(main)
    return Streams(main, table, _stream(file, stream) if stream else b"", counts, places)


def _stream(file: olefile.OleFileIO, name: str) -> bytes:
    content: bytes = file.openstream(name).read()
    return content


def _block(main: bytes) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The counts of characters and the places of things."""
    at = _BASE + 2 + 2 * unpack_from("<H", main, _BASE)[0]
    longs = unpack_from("<H", main, at)[0]
    numbers = unpack_from(f"<{min(longs, 22)}i", main, at + 2)
    at += 2 + 4 * longs
    pairs = unpack_from("<H", main, at)[0]
    places = tuple(iter_unpack("<II", main[at + 2 : at + 2 + 8 * pairs]))
    return tuple(max(number, 0) for number in numbers[3:11]), places
