"""Whether the styles of a document matter to its text, told from the bytes of `word/styles.xml`.

Styles are often longer than the text. They can put paragraphs in lists and hide runs; those that a text uses mostly do
neither, and then need not be parsed.
"""

import re
from collections.abc import Iterable
from itertools import zip_longest

_STYLE = re.compile(rb"<(?:\w+:)?style\s(?P<attributes>[^>]*)>")
_ID = re.compile(rb'styleId="([^"]*)"')
_BASE = re.compile(rb'basedOn\s[^>]*val="([^"]*)"')
_MATTERS = (b"numPr", b"vanish")


def may_matter(content: bytes, used: Iterable[str]) -> bool:
    """Whether one of the styles `used`, or one that is used by default, may hide text or number it, by itself or by a
    style that it is based on (ECMA-376-1, 17.7.4.3). True if the bytes alone do not tell.
    """
    if content[:1] != b"<" or content[1:2] == b"\0" or b"<!" in content:  # letters of several bytes, comments
        return True
    if not any(each in content for each in _MATTERS):
        return False
    styles = _styles(content)
    ahead = [*(each.encode() for each in used), *(id for id, style in styles.items() if b"default" in style)]
    met: set[bytes] = set()
    while ahead:
        id = ahead.pop()
        if id not in met:
            met.add(id)
            style = styles.get(id)
            bases = [] if style is None else _BASE.findall(style)
            if style is None or style.count(b"basedOn") != len(bases) or any(each in style for each in _MATTERS):
                return True
            ahead += bases
    return False


def _styles(content: bytes) -> dict[bytes, bytes]:
    """The bytes of each style by its id as they spell it, empty if they spell it in no usual way; if several styles
    have one id, those of all.
    """
    begins = list(_STYLE.finditer(content))
    ends = [each.start() for each in begins[1:]]
    styles: dict[bytes, bytes] = {}
    for begin, end in zip_longest(begins, ends):
        found = _ID.search(begin["attributes"])
        id = found[1] if found else b""
        styles[id] = styles.get(id, b"") + content[begin.start() : end]
    return styles
