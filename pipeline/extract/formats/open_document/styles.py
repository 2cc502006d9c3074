"""What the styles of an OpenDocument file say of what is printed (OpenDocument 1.2, part 1, 16)."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.extract.formats.list_numbers import LEVELS, Level
from pipeline.extract.formats.open_document.names import attribute, children, count, full, name
from pipeline.extract.formats.package_xml import Element
from pipeline.extract.formats.page_heads import Margins

_DEEPEST = 16
"""No style has so many parents; a circle of them has."""
_LEVEL_NUMBER, _LEVEL_BULLET = "text:list-level-style-number", "text:list-level-style-bullet"
# The code of a number format's first sign, and the name by which others know the same (17.18.59 in ECMA-376-1).
_FORMATS = {
    0x31: "decimal", 0x61: "lowerLetter", 0x41: "upperLetter", 0x69: "lowerRoman", 0x49: "upperRoman",
    0x4E00: "chineseCounting", 0x58F9: "chineseLegalSimplified", 0x7532: "ideographTraditional",
    0x2460: "decimalEnclosedCircle",
}  # fmt: skip
_AFTER = {"space": " ", "nothing": ""}
_SIDES = ("fo:border", "fo:border-left", "fo:border-right")
_NOTHING = ("", "none")
_PAGE_NUMBERS = ("text:page-number", "text:page-count")


class Styles:
    """The styles by name. Those of tables, cells and text share no names that matter."""

    def __init__(self, roots: Iterable[Element | None]):
        self._styles: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        self._roots = [root for root in roots if root is not None]
        for root in self._roots:
            for each in root.iter(full("style:style"), full("text:list-style")):
                kept = self._styles if name(each) == "style:style" else self._lists
                kept[attribute(each, "style:name")] = each

    @property
    def margins(self) -> Margins:
        """What the margins of pages print that say which page it is nowhere (16.10, 16.11)."""
        pages = [each for root in self._roots for each in root.iter(full("style:master-page"))]
        heads = [each for page in pages for each in children(page, "style:header-first", "style:header")]
        feet = [each for page in pages for each in children(page, "style:footer-first", "style:footer")]
        shown = [list(_lines(each)) for each in heads if attribute(each, "style:display") != "false"]
        first = next((lines for lines in shown if any(lines)), [])
        others = [line for lines in (*shown, *map(_lines, feet)) for line in lines]
        return Margins(first, others)

    def hides_text(self, style: str) -> bool:
        """Whether text of a style is not shown (20.380)."""
        return self._property(style, "text:display") == "none"

    def hides_table(self, style: str) -> bool:
        """Whether a sheet or a table of a style is not shown (20.416)."""
        return self._property(style, "table:display") == "false"

    def is_lined(self, style: str) -> bool:
        """Whether cells of a style have a line at their left or right (20.183)."""
        return any(self._property(style, side).strip() not in _NOTHING for side in _SIDES)

    def script(self, style: str) -> str:
        """Whether characters of a style are raised or lowered: `superscript`, `subscript` or nothing (20.384)."""
        moved = self._property(style, "style:text-position").split(" ")[0].removesuffix("%")
        if moved in ("super", "sub"):
            return f"{moved}script"
        if not moved.lstrip("-").isdigit() or int(moved) == 0:
            return ""
        return "subscript" if moved.startswith("-") else "superscript"

    def levels(self, list_style: str) -> Mapping[int, Level]:
        """The levels of a list, from 0 (16.31)."""
        stated = children(self._lists.get(list_style), _LEVEL_NUMBER, _LEVEL_BULLET)
        return {count(each, "text:level") - 1: _level(each) for each in stated if count(each, "text:level") <= LEVELS}

    def list_style(self, style: str) -> str:
        """The list that paragraphs of a style stand in."""
        return next((stated for each in self._line(style) if (stated := attribute(each, "style:list-style-name"))), "")

    def _property(self, style: str, stated: str) -> str:
        for each in self._line(style):
            for properties in each:
                if value := attribute(properties, stated):
                    return value
        return ""

    def _line(self, style: str) -> list[Element]:
        """A style, its parent, and so on."""
        line: list[Element] = []
        while (found := self._styles.get(style)) is not None and len(line) < _DEEPEST:
            line.append(found)
            style = attribute(found, "style:parent-style-name")
        return line


def _level(stated: Element) -> Level:
    number = count(stated, "text:level")
    labels = (
        attribute(each, "text:label-followed-by")
        for properties in children(stated, "style:list-level-properties")
        for each in properties
    )
    is_bullet = name(stated) == _LEVEL_BULLET
    return Level(
        start=count(stated, "text:start-value"),
        format="bullet" if is_bullet else _FORMATS.get(ord(attribute(stated, "style:num-format")[:1] or " "), "none"),
        text=attribute(stated, "text:bullet-char") if is_bullet else _text(stated, number),
        after=_AFTER.get(next(labels, ""), "\t"),
        restart=None,
        is_legal=False,
        style="",
        fonts=tuple(attribute(each, "fo:font-family").strip("'") for each in children(stated, "style:text-properties")),
        digits=1,
    )


def _lines(margin: Element) -> Iterator[str]:
    """The paragraphs of a header or footer, without those that number the page."""
    for each in margin.iter(full("text:p"), full("text:h")):
        if not any(name(held) in _PAGE_NUMBERS for held in each.iter()):
            yield "".join(map(str, each.itertext()))


def _text(stated: Element, number: int) -> str:
    """What a level prints, `%1` to `%9` standing for the numbers of the levels."""
    if pattern := attribute(stated, "loext:num-list-format"):
        for each in range(1, LEVELS + 2):
            pattern = pattern.replace(f"%{each}%", f"%{each}" if each <= LEVELS else "")
        return pattern
    if not attribute(stated, "style:num-format"):
        return attribute(stated, "style:num-prefix") + attribute(stated, "style:num-suffix")
    first = max(number - count(stated, "text:display-levels") + 1, 1)
    shown = ".".join(f"%{each}" for each in range(first, number + 1))
    return attribute(stated, "style:num-prefix") + shown + attribute(stated, "style:num-suffix")
