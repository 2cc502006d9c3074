"""Characters of symbol fonts, which a file codes as it codes letters → what they print."""

import re
from functools import cache

from pipeline.extract.formats.symbols import Symbols

_PRIVATE = range(0xE000, 0xF900)
_ONE_BYTE = range(0x21, 0x100)
_SHIFT = 0xF000
"""What programs add to a code of one byte of such a font (ECMA-376-1, 17.3.3.30)."""


@cache
def font_name(name: str) -> str:
    """The name of a font, without the tag of a subset (ISO 32000-1, 9.6.4), its cut and its maker.

    >>> font_name("ABCDEF+Wingdings-Regular"), font_name("SymbolMT"), font_name("Wingdings 2")
    ('Wingdings', 'Symbol', 'Wingdings2')
    """
    return re.sub(r"^[A-Z]{6}\+|[-,].*$|MT$| ", "", name)


class SymbolFonts:
    """The fonts that `symbols` name characters of."""

    def __init__(self, symbols: Symbols):
        self._fonts: dict[str, dict[int, str]] = {}
        for (font, code), text in symbols.items():
            self._fonts.setdefault(font_name(font), {})[int(code, 16)] = text

    def __contains__(self, font: str) -> bool:
        return font in self._fonts

    def printed(self, font: str, character: str) -> str:
        """What a character of one of the fonts prints. One that the font is not known to print stands for its code;
        where that is not named, it is given in the private range, where a reader sees that it is none.

        >>> fonts = SymbolFonts({("Symbol", "F0B3"): "≥"})
        >>> [fonts.printed("Symbol", each) for each in ("\\xb3", "\\uf0b3", "≥", "a")]
        ['≥', '≥', '≥', '\\uf061']
        >>> fonts.printed("SimSun", "\\xb3")
        '³'
        """
        named, code = self._fonts[font], ord(character)
        if code in _PRIVATE:
            return named.get(code, character)
        if code not in _ONE_BYTE or character in named.values():
            return character
        return named.get(code | _SHIFT, chr(code | _SHIFT))
