"""Paragraphs of OpenDocument → what they print, and what they leave out (OpenDocument 1.2, part 1, 6)."""

import re
from dataclasses import dataclass, field

from pipeline.extract.formats.excel.strings import aligned
from pipeline.extract.formats.open_document.names import attribute, count, name
from pipeline.extract.formats.open_document.styles import Styles
from pipeline.extract.formats.package_xml import Element

PARAGRAPHS = ("text:p", "text:h")
SHAPES = ("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:caption")
_WHITE = re.compile("[ \t\r\n]+")
_MOST_BLANKS = 1000
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
_LEFT_OUT = {
    "draw:image": "picture_not_read", "draw:object": "embedded_part_not_read",
    "draw:object-ole": "embedded_part_not_read", "draw:control": "embedded_part_not_read",
}  # fmt: skip
_BESIDE = frozenset({
    "office:annotation", "office:annotation-end", "office:forms", "text:note-body", "text:ruby-text", "svg:title",
    "svg:desc",
})  # fmt: skip
"""What does not stand in the text: comments, notes at the foot of a page, reading aids, descriptions of pictures."""


@dataclass(slots=True)
class Printed:
    """What a paragraph prints. `left_out`: codes of findings with what they quote; `boxes`: shapes that hold text."""

    texts: list[str] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def add(self, text: str | None, script: str = "") -> None:
        """Text of the file: white space is one blank, and none at the start or after another one (6.1.2)."""
        plain = _WHITE.sub(" ", text or "")
        if plain.startswith(" ") and (not self.texts or self.texts[-1][-1:] == " "):
            plain = plain[1:]
        if plain:
            self.texts.append(aligned(plain, script))


def printed(paragraph: Element, styles: Styles) -> Printed:
    """What a paragraph prints. Raises nothing."""
    found = Printed()
    if styles.hides_text(attribute(paragraph, "text:style-name")):
        found.left_out.append(("hidden_text_left_out", whole(paragraph)))
    else:
        _walk(paragraph, styles, "", found)
    return found


def whole(element: Element) -> str:
    """All text in an element, as evidence quotes it."""
    return "".join(map(str, element.itertext())).strip()


def _walk(element: Element, styles: Styles, script: str, found: Printed) -> None:
    found.add(element.text, script)
    for each in element:
        _part(each, styles, script, found)
        found.add(each.tail, script)


def _part(each: Element, styles: Styles, script: str, found: Printed) -> None:
    kind = name(each)
    if kind in _SIGNS:
        found.texts.append(_SIGNS[kind])
    elif kind == "text:s":
        found.texts.append(" " * min(count(each, "text:c"), _MOST_BLANKS))
    elif kind in SHAPES:
        found.boxes.append(each)
    elif kind in _LEFT_OUT:
        found.left_out.append((_LEFT_OUT[kind], whole(each)))
    elif kind == "draw:frame":  # what it holds says the same in several ways, the best one first (10.4.2)
        if (first := next(iter(each), None)) is not None:
            _part(first, styles, script, found)
    elif kind == "text:span" and styles.hides_text(style := attribute(each, "text:style-name")):
        found.left_out.append(("hidden_text_left_out", whole(each)))
    elif kind == "text:span":
        _walk(each, styles, styles.script(style) or script, found)
    elif kind not in _BESIDE:
        _walk(each, styles, script, found)
