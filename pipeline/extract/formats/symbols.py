"""Characters that a text states by something else, in every format of Word: symbol fonts, raised digits."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

Symbols = Mapping[tuple[str, str], str]

SYMBOL_FONT = re.compile("[\uf020-\uf0ff]")
"""Where characters of symbol fonts are kept that text has no character for."""
_CODE = re.compile("[0-9A-Fa-f]{1,4}")
_NO_CHARACTER = ("Cc", "Cs", "Cn")  # controls, halves of pairs, unassigned: a file may state any number
SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
SUBSCRIPTS = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def symbol(fonts: Sequence[str], code: str, symbols: Symbols) -> str:
    """The text of a symbol-font character; the character itself if the rules do not name it.

    The code may be the font's own or shifted into the private range (ECMA-376-1, 17.3.3.30).

    >>> [symbol(["Symbol"], code, {("Symbol", "F0B3"): "≥"}) for code in ("F0B3", "b3", "2264", "x")]
    ['≥', '≥', '≤', '�']
    """
    if not _CODE.fullmatch(code):
        return "\ufffd"
    number = int(code, 16)
    shifted = f"{number | 0xF000:04X}" if number < 0x100 else f"{number:04X}"
    named = next((symbols[font, shifted] for font in fonts if (font, shifted) in symbols), None)
    return named or ("\ufffd" if unicodedata.category(chr(number)) in _NO_CHARACTER else chr(number))


def is_unnamed(text: str) -> bool:
    """Whether the text of a symbol-font character is no character of text, since the rules do not name it."""
    return text == "\ufffd" or SYMBOL_FONT.fullmatch(text) is not None


def unnamed(fonts: Sequence[str], code: str) -> tuple[str, str]:
    """The code of the finding on a character that the rules do not name, and its evidence: what to add to them."""
    return "symbol_not_named", f"[{' '.join([*dict.fromkeys(fonts), code])}]"


def mended(text: str) -> str:
    """A text whose characters beyond the basic plane are one again; half a pair is no character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
