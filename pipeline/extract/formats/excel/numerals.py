"""Numbers in Chinese signs: what `[DBNum1]`, `[DBNum2]` and `[DBNum3]` make of digits."""

from pipeline.extract.formats.excel.words import Words

_FULL_WIDTH = str.maketrans("0123456789", "".join(chr(0xFF10 + digit) for digit in range(10)))
_GROUP = 4
_WIDE = 3
"""`[DBNum3]`: digits of full width, with the signs of `[DBNum1]` for powers of ten."""


class Numerals:
    """Signs for digits; those of a number read aloud have powers of ten between them."""

    def __init__(self, words: Words):
        self._words = words

    def digits(self, text: str, which: int) -> str:
        """A text with each digit written in its sign, one by one."""
        if which == _WIDE:
            return text.translate(_FULL_WIDTH)
        signs = self._words.numerals.get(which)
        return text.translate({ord(str(digit)): signs[digit] for digit in range(10)}) if signs else text

    def number(self, text: str, which: int) -> str:
        """A number in digits, with its sign and decimals, read aloud. One with an exponent goes sign by sign.

        Numbers from 10 to 19 begin with a one.
        """
        sign, unsigned = ("-", text[1:]) if text.startswith("-") else ("", text)
        whole, point, decimals = unsigned.partition(".")
        most = _GROUP * (len(self._words.scales) + 1)
        if which not in (1, 2, _WIDE) or not whole.isdecimal() or len(whole) > most or "E" in decimals:
            return self.digits(text, which)
        return sign + self._whole(whole.lstrip("0"), which) + point + self.digits(decimals, which)

    def count(self, value: int, width: int, which: int) -> str:
        """A number of a date below a hundred: ten to nineteen begin without a one in `[DBNum1]`."""
        if len(str(value)) < width or which not in (1, 2, _WIDE):
            return self.digits(str(value).zfill(width), which)
        said = self._whole(str(value).lstrip("0"), which)
        return said[1:] if which != 2 and 10 <= value < 20 else said

    def _whole(self, digits: str, which: int) -> str:
        if not digits:
            return self.digits("0", which)
        text, is_gap = "", False
        start = len(digits) % _GROUP or _GROUP
        groups = [digits[:start], *(digits[at : at + _GROUP] for at in range(start, len(digits), _GROUP))]
        for place, group in enumerate(groups):
            said = self._group(group.lstrip("0"), which)
            is_gap = is_gap or (bool(text) and group.startswith("0"))
            if said:
                scale = len(groups) - place - 1
                zero = self.digits("0", which) if is_gap and text else ""
                text += zero + said + (self._words.scales[scale - 1] if scale else "")
                is_gap = False
        return text

    def _group(self, digits: str, which: int) -> str:
        """A number below ten thousand, zeros inside it written once."""
        tens, text, is_gap = self._words.numerals[1 if which == _WIDE else which][10:], "", False
        for place, digit in enumerate(digits):
            power = len(digits) - place - 1
            if digit != "0":
                zero = self.digits("0", which) if is_gap else ""
                text += zero + self.digits(digit, which) + (tens[power - 1] if power else "")
            is_gap = digit == "0"
        return text
