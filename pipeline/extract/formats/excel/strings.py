"""The texts of .xlsx workbooks: shared and inline strings (ECMA-376-1, 18.4)."""

import re
from collections.abc import Iterator

from pipeline.extract.formats.excel.xml_names import Element, local, tags
from pipeline.extract.formats.package_xml import elements
from pipeline.extract.formats.symbols import SUBSCRIPTS, SUPERSCRIPTS, mended

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile("\r\n?")
_ALIGNED = {"superscript": SUPERSCRIPTS, "sup": SUPERSCRIPTS, "subscript": SUBSCRIPTS, "sub": SUBSCRIPTS}


def shared_strings(content: bytes | None, format: str) -> list[str]:
    """The strings that cells name by number. Raises Rejected if the part is damaged."""
    if content is None:
        return []
    strings = []
    for item in elements(content, format, *tags("si")):
        strings.append(string(item))
        item.clear()
    return strings


def string(item: Element) -> str:
    """The text of a string item: of its runs, without reading aids above them."""
    return plain("".join(_texts(item)))


def plain(text: str) -> str:
    """A text with its escaped characters as they are, and line feeds for all ends of lines.

    >>> plain("a_x000D_\\nb_x005F_x0041_")
    'a\\nb_x0041_'
    """
    if "_x" in text:
        text = mended(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))
    return _LINE_END.sub("\n", text) if "\r" in text else text


def aligned(text: str, kind: str) -> str:
    """A text; raised and lowered digits as the characters that print so, as in Word: 10³ is no 103.

    >>> aligned("3", "superscript"), aligned("3", "sub"), aligned("甲", "sup")
    ('³', '₃', '甲')
    """
    characters = _ALIGNED.get(kind, {})
    return text.translate(characters) if characters and all(ord(each) in characters for each in text) else text


def _texts(item: Element) -> Iterator[str]:
    for each in item:
        match local(each):
            case "t":
                yield each.text or ""
            case "r":
                yield _run(each)


def _run(run: Element) -> str:
    text = "".join(each.text or "" for each in run if local(each) == "t")
    stated = (
        each.get("val", "") for part in run if local(part) == "rPr" for each in part if local(each) == "vertAlign"
    )
    return aligned(text, next(stated, ""))
