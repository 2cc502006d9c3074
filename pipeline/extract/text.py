"""The text that a paragraph prints, as it prints it: runs, tabs, breaks, symbols, formulas.

An element that is not known here is looked into, so that no text is lost by a wrapper nobody thought of.
"""

import re
from collections.abc import Callable, Mapping

from pipeline.extract.names import Element, attribute, child, name
from pipeline.extract.unprinted import Unprinted

Symbols = Mapping[tuple[str, str], str]

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_WHITESPACE = " \t\r\n"
_SYMBOL_FONT = re.compile("[\uf020-\uf0ff]")
_SINGLE = re.compile(r"[\w.%％]*")


class Line:
    """What one paragraph holds. Read it once with `read`, then look at the attributes.

    `text` is what it prints; `deleted` and `hidden` what was left out; `boxes` the text boxes anchored in it, each an
    iterable of blocks; `has_picture` and `has_embedded` tell of content that is no text.
    """

    def __init__(self, symbols: Symbols, unprinted: Unprinted):
        self._symbols, self._unprinted = symbols, unprinted
        self._printed: list[str] = []
        self.deleted, self.hidden = "", ""
        self.boxes: list[Element | list[Element]] = []
        self.has_picture = self.has_embedded = False

    @property
    def text(self) -> str:
        return "".join(self._printed)

    def read(self, element: Element) -> None:
        """Read the children of a paragraph or of a wrapper in it."""
        for each in element:
            if each in self._unprinted.deleted:
                self.deleted += left_out_text(each)
            elif each in self._unprinted.hidden:
                self.hidden += left_out_text(each)
            else:
                _READERS.get(name(each), Line.read)(self, each)

    def _literal(self, element: Element) -> None:
        self._printed.append(_spelled(element, self._symbols))

    def _tab(self, _: Element) -> None:
        self._printed.append("\t")

    def _break(self, _: Element) -> None:
        self._printed.append("\n")

    def _hyphen(self, _: Element) -> None:
        self._printed.append("-")

    def _symbol(self, element: Element) -> None:
        font, code = attribute(element, "font") or "", attribute(element, "char") or ""
        self._printed.append(_symbol(font, code, self._symbols))

    def _skip(self, _: Element) -> None:
        """Properties, codes and the reading aid above a ruby base print no text of their own."""

    def _picture(self, _: Element) -> None:
        self.has_picture = True

    def _embedded(self, _: Element) -> None:
        self.has_embedded = True

    def _box(self, element: Element) -> None:
        self.boxes.append(element)

    def _stray_block(self, element: Element) -> None:
        """A paragraph or table where only runs may stand: damaged, but its text is printed."""
        self.boxes.append([element])

    def _part(self, element: Element, wanted: str) -> str:
        """The text of one part of a formula, in brackets if it is more than one number or word."""
        part = child(element, wanted)
        if part is None:
            return ""
        before = len(self._printed)
        self.read(part)
        text = "".join(self._printed[before:])
        del self._printed[before:]
        return text if _SINGLE.fullmatch(text) else f"({text})"

    def _fraction(self, element: Element) -> None:
        self._printed.append(f"{self._part(element, 'm:num')}/{self._part(element, 'm:den')}")

    def _scripts(self, element: Element) -> None:
        """Base, subscript and superscript, of which the element has one or both."""
        base = child(element, "m:e")
        if base is not None:
            self.read(base)
        self._limits(element)

    def _limits(self, element: Element) -> None:
        for sign, part in (("_", "m:sub"), ("^", "m:sup")):
            if text := self._part(element, part):
                self._printed.append(sign + text)

    def _root(self, element: Element) -> None:
        degree = child(element, "m:deg")
        if degree is not None:
            self.read(degree)
        self._printed.append("√" + self._part(element, "m:e"))

    def _sum(self, element: Element) -> None:
        self._printed.append(_property(element, "m:naryPr", "m:chr", "∫"))
        self._scripts_then_base(element)

    def _scripts_then_base(self, element: Element) -> None:
        self._limits(element)
        base = child(element, "m:e")
        if base is not None:
            self.read(base)

    def _brackets(self, element: Element) -> None:
        separator = _property(element, "m:dPr", "m:sepChr", "|")
        self._printed.append(_property(element, "m:dPr", "m:begChr", "("))
        for number, part in enumerate(each for each in element if name(each) == "m:e"):
            self._printed.append(separator if number else "")
            self.read(part)
        self._printed.append(_property(element, "m:dPr", "m:endChr", ")"))


_READERS: Mapping[str, Callable[[Line, Element], None]] = {
    "w:t": Line._literal,
    "m:t": Line._literal,
    "w:tab": Line._tab,
    "w:ptab": Line._tab,
    "w:br": Line._break,
    "w:cr": Line._break,
    "w:noBreakHyphen": Line._hyphen,
    "w:sym": Line._symbol,
    **dict.fromkeys(("w:pPr", "w:rPr", "m:rPr", "m:ctrlPr", "w:sdtPr", "w:instrText", "w:rt"), Line._skip),
    **dict.fromkeys(("pic:pic", "v:imagedata", "c:chart", "dgm:relIds"), Line._picture),
    "w:subDoc": Line._embedded,
    "w:altChunk": Line._embedded,
    "w:txbxContent": Line._box,
    "w:p": Line._stray_block,
    "w:tbl": Line._stray_block,
    "m:f": Line._fraction,
    "m:sSup": Line._scripts,
    "m:sSub": Line._scripts,
    "m:sSubSup": Line._scripts,
    "m:rad": Line._root,
    "m:nary": Line._sum,
    "m:d": Line._brackets,
}


def left_out_text(element: Element) -> str:
    """The text of a part that is not read, plain: it serves as evidence only. Paragraphs are parted by line feeds."""
    texts = []
    for each in element.iter("{*}t", "{*}delText", "{*}p"):
        if name(each) == "w:p":
            texts.append("\n" if texts else "")
        else:
            texts.append(each.text or "")
    return "".join(texts).strip("\n")


def _spelled(element: Element, symbols: Symbols) -> str:
    """The characters of a `w:t` as Word prints them.

    Whitespace at both ends counts only under xml:space="preserve" (ECMA-376-1, 17.3.3.31); a line feed inside is a
    space. Characters of symbol fonts are kept in a private range and named by the run's font.
    """
    text = element.text or ""
    if text[:1] in _XML_WHITESPACE or text[-1:] in _XML_WHITESPACE:
        text = text if _preserves_space(element) else text.strip(_XML_WHITESPACE)
    text = text.replace("\n", " ")
    if _SYMBOL_FONT.search(text):
        font = _font(element)
        text = _SYMBOL_FONT.sub(lambda found: _symbol(font, f"{ord(found[0]):04X}", symbols), text)
    return text


def _preserves_space(element: Element) -> bool:
    """xml:space holds for everything inside the element that states it (XML 1.0, 2.10)."""
    stated = (each.get(_XML_SPACE) for each in (element, *element.iterancestors()))
    return next(filter(None, stated), "default") == "preserve"


def _font(element: Element) -> str:
    """The font that the run of a `w:t` states for its symbols, or an empty text."""
    properties = child(element.getparent(), "w:rPr")
    fonts = None if properties is None else child(properties, "w:rFonts")
    return "" if fonts is None else attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or ""


def _symbol(font: str, code: str, symbols: Symbols) -> str:
    """The text of a symbol-font character; the character itself if the rules do not name it.

    A font's characters may be stated in its own range or shifted to F000 (ECMA-376-1, 17.3.3.30).

    >>> _symbol("Symbol", "F0B3", {("Symbol", "F0B3"): "≥"}), _symbol("Symbol", "b3", {("Symbol", "F0B3"): "≥"})
    ('≥', '≥')
    """
    try:
        number = int(code, 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return "\ufffd"
    shifted = f"{number | 0xF000:04X}" if number < 0x100 else f"{number:04X}"
    return symbols.get((font, shifted), character)


def _property(element: Element, properties: str, wanted: str, default: str) -> str:
    """A character stated in the properties of a formula, which may be stated to be empty."""
    stated = child(element, properties)
    stated = None if stated is None else child(stated, wanted)
    return default if stated is None else attribute(stated, "val") or ""
