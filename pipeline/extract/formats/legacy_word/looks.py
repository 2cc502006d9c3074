"""What the properties of characters and paragraphs say of what is printed; all others are passed over."""

from typing import NamedTuple

from pipeline.extract.formats.legacy_word.sprms import signed, sprms, unsigned
from pipeline.extract.formats.legacy_word.streams import Streams

# Names as in [MS-DOC] 2.6.1 (characters): sprmCFRMarkDel, sprmCFVanish, sprmCIstd, sprmCIss, sprmCSymbol, sprmCRgFtc0
# to 2 (the fonts of ASCII, of other and of East Asian characters), sprmCPbiGrf.
_DELETED, _HIDDEN, _STYLE, _SCRIPT, _SYMBOL = 0x0800, 0x083C, 0x4A30, 0x2A48, 0x6A09
_FONTS, _PICTURE_BULLET = (0x4A4F, 0x4A51, 0x4A50), 0x4888
# 2.6.2 (paragraphs): sprmPFInTable, sprmPFTtp, sprmPItap, sprmPDtap, sprmPFInnerTableCell, sprmPFInnerTtp, sprmPIlfo,
# sprmPIlvl; sprmPHugePapx and sprmPTableProps say where in the data stream more properties stand.
_IN_TABLE, _ROW_MARK, _DEPTH, _DEEPER = 0x2416, 0x2417, 0x6649, 0x664A
_INNER_CELL, _INNER_ROW, _LIST, _LEVEL = 0x244B, 0x244C, 0x460B, 0x260A
_ELSEWHERE = (0x6645, 0x6646, 0x646B)
# How an operand states a toggle that takes after the style: as the style says, or not as it says ([MS-DOC] 2.9.326).
_AS_STYLE, _NOT_AS_STYLE = 0x80, 0x81


class CharacterLook(NamedTuple):
    """`hidden` is None where nothing is stated, else what the toggle states. `fonts` are numbers of fonts, `symbol` the
    font and the code of a symbol, `script` 1 for raised and 2 for lowered text.
    """

    hidden: int | None
    is_deleted: bool
    style: int
    script: int
    symbol: tuple[int, int] | None
    fonts: tuple[int, ...]
    is_picture: bool

    def is_hidden(self, by_style: bool) -> bool:
        """Whether the text is hidden; `by_style` is what its styles say."""
        if self.hidden in (None, _AS_STYLE):
            return by_style
        return not by_style if self.hidden == _NOT_AS_STYLE else bool(self.hidden)


class ParagraphLook(NamedTuple):
    """`depth` counts the tables that the paragraph stands in. It ends a row or a cell if it says so; one that ends a
    cell of the outermost table is told by its character. `list_no` counts the file's lists from 1, 0 is none;
    `stored` are the properties themselves, for those of rows.
    """

    style: int
    depth: int
    ends_row: bool
    ends_cell: bool
    list_no: int
    level: int
    stored: bytes


def _is_on(found: dict[int, bytes], opcode: int) -> bool:
    return bool(unsigned(found.get(opcode, b"")))


def character_look(stored: bytes) -> CharacterLook:
    """What properties of characters say."""
    found = dict(sprms(stored))
    symbol = found.get(_SYMBOL)
    return CharacterLook(
        hidden=unsigned(found[_HIDDEN]) if _HIDDEN in found else None,
        is_deleted=_is_on(found, _DELETED),
        style=unsigned(found.get(_STYLE, b"")),
        script=unsigned(found.get(_SCRIPT, b"")),
        symbol=(unsigned(symbol[:2]), unsigned(symbol[2:])) if symbol else None,
        fonts=tuple(unsigned(found[each]) for each in _FONTS if each in found),
        is_picture=bool(unsigned(found.get(_PICTURE_BULLET, b"")) & 1),
    )


NO_LOOK = character_look(b"")
"""Of characters of which nothing is stated."""


def paragraph_look(stored: bytes, streams: Streams, style: ParagraphLook | None = None) -> ParagraphLook:
    """What properties of a paragraph say, after what its `style` does; the number of the style stands before them."""
    properties = stored[2:] + _elsewhere(stored[2:], streams)
    found = dict(sprms(properties))
    depth = signed(found.get(_DEPTH, b"")) + signed(found.get(_DEEPER, b""))
    return ParagraphLook(
        style=unsigned(stored[:2]),
        depth=max(depth, int(_is_on(found, _IN_TABLE) or _is_on(found, _ROW_MARK)), 0),
        ends_row=_is_on(found, _ROW_MARK) or _is_on(found, _INNER_ROW),
        ends_cell=_is_on(found, _INNER_CELL),
        list_no=signed(found[_LIST]) if _LIST in found else style.list_no if style else 0,
        level=unsigned(found[_LEVEL]) if _LEVEL in found else style.level if style else 0,
        stored=properties,
    )


def _elsewhere(properties: bytes, streams: Streams) -> bytes:
    """Properties that are too long to stand with the others: they stand in the data stream, after their length."""
    more = b""
    for opcode, operand in sprms(properties):
        if opcode in _ELSEWHERE:
            at = unsigned(operand)
            more += streams.data[at + 2 : at + 2 + unsigned(streams.data[at : at + 2])]
    return more
