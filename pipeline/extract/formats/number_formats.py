"""Numbers as the number formats of Word print them (ECMA-376-1, 17.18.59).

Chinese digits come from `rules/data/layouts/layouts.toml`. A format that is not known here, and a number beyond those
that a format has signs for, print as decimal.
"""

from collections.abc import Callable, Mapping

from pipeline.rules.kinds.layouts import Layouts

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Word goes no further; no number may be as long as a file pleases.
_LAST_ROMAN, _LAST_LETTER, _LETTERS = 32_767, 780, 26
# Formats whose signs follow each other in Unicode: the sign before the first, and how many there are.
_ROWS = {
    "decimalEnclosedCircle": (0x245F, 20),
    "decimalEnclosedCircleChinese": (0x245F, 20),
    "decimalEnclosedParen": (0x2473, 20),
    "decimalEnclosedFullstop": (0x2487, 20),
    "ideographEnclosedCircle": (0x327F, 10),
}
_FULL_WIDTH = str.maketrans("0123456789", "".join(chr(0xFF10 + digit) for digit in range(10)))
# Formats that write Chinese numbers out in words: the digits of the rules that they use.
_WORDS = {
    "chineseCounting": "counting",
    "taiwaneseCounting": "counting",
    "chineseCountingThousand": "counting",
    "taiwaneseCountingThousand": "counting",
    "japaneseCounting": "counting",
    "chineseLegalSimplified": "legal_simplified",
    "ideographLegalTraditional": "legal_traditional",
}
_DIGITS = {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"}
_DIGITS_FROM_HUNDRED = {"chineseCounting", "taiwaneseCounting"}
_SCALE = 10_000


class NumberFormats:
    """Number formats by the names that files give them."""

    def __init__(self, layouts: Layouts):
        self._digits: Mapping[str, tuple[str, ...]] = {
            rule.field: rule.examples for rule in layouts.text.get("list_digits", ())
        }

    def print(self, value: int, format: str, digits: int = 1) -> str:
        """A number from 0 in a format, with zeros before it if it has fewer `digits`.

        >>> from pipeline.rules.book import default
        >>> formats = NumberFormats(default().layouts)
        >>> formats.print(12, "chineseCounting"), formats.print(12, "ideographDigital"), formats.print(4, "upperRoman")
        ('十二', '一二', 'IV')
        """
        signs = self._digits.get(format)
        if signs:
            return signs[value - 1] if 0 < value <= len(signs) else str(value)
        if format in _ROWS:
            before, count = _ROWS[format]
            return chr(before + value) if 0 < value <= count else str(value)
        if format in _DIGITS or (format in _DIGITS_FROM_HUNDRED and value >= 100):
            return "".join(self._digits["digits"][int(digit)] for digit in str(value))
        if format in _WORDS and 0 < value < _SCALE:
            return self._in_words(value, format)
        return _WESTERN[format](value) if format in _WESTERN else str(value).zfill(digits)

    def _in_words(self, value: int, format: str) -> str:
        """A Chinese number below ten thousand. Japanese ones write neither zeros nor a one before ten; Chinese ones
        leave that one out from ten to nineteen, but not in the digits of contracts.
        """
        digits, is_japanese = self._digits[_WORDS[format]], format == "japaneseCounting"
        text, is_gap = "", False
        for power in (3, 2, 1, 0):
            digit = value // 10**power % 10
            if digit == 0:
                is_gap = bool(text)
                continue
            text += digits[0] if is_gap and not is_japanese else ""
            is_bare = (
                digit == 1 and power and (is_japanese or (power == 1 and not text and _WORDS[format] == "counting"))
            )
            text += ("" if is_bare else digits[digit]) + (digits[9 + power] if power else "")
            is_gap = False
        return text


def _roman(value: int) -> str:
    if not 0 < value <= _LAST_ROMAN:
        return str(value)
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def _letters(value: int) -> str:
    """A to Z, then AA, BB: the letter that is due, repeated."""
    if not 0 < value <= _LAST_LETTER:
        return str(value)
    times, place = divmod(value - 1, _LETTERS)
    return chr(ord("A") + place) * (times + 1)


_WESTERN: Mapping[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "numberInDash": lambda value: f"- {value} -",
}
