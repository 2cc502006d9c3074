"""The lists of a file: which there are, and what their levels print ([MS-DOC] 2.9.150, 2.9.131)."""

from collections.abc import Sequence
from contextlib import suppress
from struct import error, unpack_from

from pipeline.extract.formats.legacy_word.looks import character_look
from pipeline.extract.formats.legacy_word.streams import LIST_OVERRIDES, LISTS, Streams
from pipeline.extract.formats.list_numbers import LEVELS, Level, List
from pipeline.extract.formats.symbols import mended

_LIST, _OVERRIDE, _LEVEL = 28, 16, 28
"""The bytes of a definition, of a list and of a level before its texts."""
_BULLET = "bullet"
_FORMATS: tuple[str, ...] = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText",
    "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth",
    "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2",
    "aiueoFullWidth", "irohaFullWidth", "decimal", _BULLET, "ganada", "chosung", "decimalEnclosedFullstop",
    "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional",
    "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified",
    "chineseCountingThousand",
)  # fmt: skip
"""Number formats by their code ([MS-OSHARED] 2.2.1.3), as WordprocessingML calls them."""
_ZERO_FIRST, _DASHES, _NONE = 22, 57, 255
_AFTER = {0: "\t", 1: " ", 2: ""}
_LEGAL, _NO_RESTART = 0x04, 0x08
_STARTS, _ANEW = 0x10, 0x20


class Lists:
    """The lists of a file by their number as text, from 1. Damage only means that a number is not known."""

    def __init__(self, streams: Streams, fonts: Sequence[str]):
        self._fonts = fonts
        self._levels: dict[int, dict[int, Level]] = {}
        self._lists: dict[str, List] = {}
        with suppress(error, IndexError):
            self._define(streams.from_part(LISTS))
        with suppress(error, IndexError):
            self._use(streams.from_part(LIST_OVERRIDES))

    def get(self, number: str) -> List | None:
        """A list, None if it is not defined."""
        return self._lists.get(number)

    def _define(self, stored: bytes) -> None:
        """Read the definitions, then the levels of each: nine, or one of a simple list ([MS-DOC] 2.9.147)."""
        count = unpack_from("<H", stored)[0] if stored else 0
        at = 2 + _LIST * count
        for number in range(count):
            place = 2 + _LIST * number
            levels = self._levels.setdefault(unpack_from("<i", stored, place)[0], {})
            for each in range(1 if stored[place + 26] & 1 else LEVELS):
                levels[each], at = self._level(stored, at)

    def _use(self, stored: bytes) -> None:
        """Read the lists, each of which uses a definition, then what each says otherwise ([MS-DOC] 2.9.132)."""
        count = unpack_from("<I", stored)[0] if stored else 0
        at = 4 + _OVERRIDE * count
        for number in range(count):
            definition, changes = unpack_from("<i8xB", stored, 4 + _OVERRIDE * number)
            levels, starts = dict(self._levels.get(definition, {})), dict[int, int]()
            if levels:
                self._lists[str(number + 1)] = List(str(definition), levels, starts)
            at += 4
            for _ in range(changes):
                at = self._change(stored, at, levels, starts)

    def _change(self, stored: bytes, at: int, levels: dict[int, Level], starts: dict[int, int]) -> int:
        """A level that begins elsewhere, or is defined anew, for one list; where the next one stands."""
        start, flags = unpack_from("<iI", stored, at)
        number, at = flags & 0xF, at + 8
        if flags & _ANEW:
            levels[number], at = self._level(stored, at)
            start = levels[number].start
        if flags & _STARTS:
            starts[number] = max(start, 0)
        return at

    def _level(self, stored: bytes, at: int) -> tuple[Level, int]:
        """A level, and where the next one stands ([MS-DOC] 2.9.131, 2.9.129)."""
        start, code, flags, places, after, characters, paragraph, restart = unpack_from("<iBB9sB8xBBB", stored, at)
        looks_at = at + _LEVEL + paragraph
        text_at = looks_at + characters
        end = text_at + 2 + 2 * unpack_from("<H", stored, text_at)[0]
        look = character_look(stored[looks_at:text_at])
        hides = look.is_hidden(False) or look.is_picture
        text = "" if hides else _text(stored[text_at + 2 : end], places)
        level = Level(
            start=max(start, 0),
            format=_format(code),
            text=text,
            after=_AFTER.get(after, "\t"),
            restart=restart if flags & _NO_RESTART else None,
            is_legal=bool(flags & _LEGAL),
            style="",
            fonts=tuple(self._fonts[font] for font in look.fonts if font < len(self._fonts)),
            digits=2 if code == _ZERO_FIRST else 1,
        )
        return level, end


def _format(code: int) -> str:
    special = {_DASHES: "numberInDash", _NONE: "none"}
    return _FORMATS[code] if code < len(_FORMATS) else special.get(code, "decimal")


def _text(stored: bytes, places: bytes) -> str:
    """The text of a level, `%1` to `%9` where its `places`, counted from 1, hold the number of a level."""
    numbers = {place - 1 for place in places if place}
    units = unpack_from(f"<{len(stored) // 2}H", stored)
    return mended(
        "".join(f"%{unit + 1}" if at in numbers and unit < LEVELS else chr(unit) for at, unit in enumerate(units))
    )
