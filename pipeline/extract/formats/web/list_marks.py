"""What a page prints before the items of its lists (CSS Lists 3, Counter Styles 3)."""

from typing import Any

from pipeline.extract.formats.number_formats import NumberFormats

Element = Any

_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
_BY_DEPTH = ("disc", "circle", "square")
# How the counter styles of CSS and the types of HTML are called in NumberFormats; all others are decimal. Chinese ones
# print a comma after the number, the others a full stop and a blank (Counter Styles 3, 6).
_FORMATS = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_CHINESE = "chineseCountingThousand"
_AFTER_CHINESE = "\u3001"
_LARGEST = 1_000_000


class ListMarks:
    """Counts the items of the lists of a page."""

    def __init__(self, formats: NumberFormats):
        self._formats = formats
        self._next: dict[Element, int] = {}

    def mark(self, item: Element, around: Element | None, list_type: str, depth: int) -> str:
        """What stands before an item, with what parts it from the text; `around` is its list, None if it has none,
        `list_type` what is stated for it, `depth` the lists around its own.
        """
        is_numbered = around is not None and around.tag == "ol"
        number = self._count(item, around) if is_numbered else 0
        if list_type == "none":
            return ""
        if list_type in _BULLETS or not is_numbered:
            return f"{_BULLETS[list_type if list_type in _BULLETS else _BY_DEPTH[min(depth, 2)]]} "
        if "chinese" in list_type or "ideographic" in list_type:
            return self._formats.print(max(number, 0), _CHINESE) + _AFTER_CHINESE
        return f"{self._formats.print(max(number, 0), _FORMATS.get(list_type, 'decimal'))}. "

    def _count(self, item: Element, around: Element | None) -> int:
        step = -1 if around is not None and around.get("reversed") is not None else 1
        if around not in self._next:
            last = len(around.findall("li")) if around is not None and step < 0 else 1
            self._next[around] = _integer(around.get("start") if around is not None else None, last)
        number = _integer(item.get("value"), self._next[around])
        self._next[around] = number + step
        return number


def _integer(stated: str | None, default: int) -> int:
    digits = (stated or "").strip()
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-")
    return sign * min(int(digits), _LARGEST) if digits.isdecimal() and len(digits) < 10 else default
