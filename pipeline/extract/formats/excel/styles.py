"""The styles of an .xlsx workbook: the number format and the lines of each cell format (ECMA-376-1, 18.8)."""

from collections.abc import Iterator

from pipeline.extract.formats.excel.number_format import GENERAL_CODE, NumberFormats
from pipeline.extract.formats.excel.xml_names import Element, local

_SIDES = ("left", "right", "start", "end")


class Styles:
    """The cell formats by their numbers; a workbook without styles has none."""

    def __init__(self, root: Element | None, formats: NumberFormats):
        parts = {} if root is None else {local(each): each for each in root}
        stated = {each.get("numFmtId"): each.get("formatCode", "") for each in parts.get("numFmts", ())}
        lined = [_is_lined(each) for each in parts.get("borders", ())]
        self._codes: list[str] = []
        self._lined: list[bool] = []
        for each in parts.get("cellXfs", ()):
            id, border = each.get("numFmtId", "0"), number(each.get("borderId"))
            self._codes.append(stated.get(id) or formats.built_in(number(id)))
            self._lined.append(border < len(lined) and lined[border])

    def code(self, style: int) -> str:
        """The code of the number format."""
        return self._codes[style] if style < len(self._codes) else GENERAL_CODE

    def is_lined(self, style: int) -> bool:
        """Whether a line stands on the left or right."""
        return style < len(self._lined) and self._lined[style]


def number(text: str | None) -> int:
    """A number that a file states; 0 if it states none.

    >>> number("12"), number(None), number("x")
    (12, 0, 0)
    """
    return int(text[:9]) if text and text.isascii() and text.isdigit() else 0


def _is_lined(border: Element) -> bool:
    return any(side.get("style", "none") != "none" for side in _sides(border))


def _sides(border: Element) -> Iterator[Element]:
    return (each for each in border if local(each) in _SIDES)
