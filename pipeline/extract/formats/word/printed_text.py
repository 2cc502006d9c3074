"""The text that a paragraph prints, as it prints it: runs, tabs, breaks, symbols, formulas.

An element that is not known here is looked into, so that no text is lost by a wrapper nobody thought of.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from pipeline.extract.formats.symbols import SUBSCRIPTS, SUPERSCRIPTS, SYMBOL_FONT, Symbols, is_unnamed, symbol, unnamed
from pipeline.extract.formats.word.unprinted import Unprinted
from pipeline.extract.formats.word.xml_names import NAMES, Element, attribute, child, is_on, name, owner

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_WHITESPACE = " \t\r\n"
_ALIGNED = {"superscript": SUPERSCRIPTS, "subscript": SUBSCRIPTS}
_BOXES = {True: "\u2612", False: "\u2610"}
_SINGLE = re.compile(r"[\w.%\uff05]*")


class Line:
    """What one paragraph holds. Read it once with `read`, then look at the attributes.

    `left_out` maps the code of a finding to the texts that were left out, none for pictures and embedded files;
    `boxes` are the text boxes anchored in the paragraph, each an iterable of blocks.
    """

    def __init__(self, symbols: Symbols, unprinted: Unprinted):
        self._symbols, self._unprinted = symbols, unprinted
        self._printed: list[str] = []
        self.left_out: dict[str, list[str]] = {}
        self.boxes: list[Iterable[Element]] = []

    @property
    def text(self) -> str:
        """What the paragraph prints."""
        return "".join(self._printed)

    def read(self, elements: Iterable[Element]) -> None:
        """Read the children of a paragraph or of a wrapper in it."""
        for element in elements:
            if element in self._unprinted.deleted:
                self._leave_out("deleted_text_left_out", left_out_text(element))
            elif element in self._unprinted.hidden:
                self._leave_out("hidden_text_left_out", left_out_text(element))
            else:
                _READERS.get(NAMES[element.tag], Line.read)(self, element)

    def _leave_out(self, code: str, *texts: str) -> None:
        self.left_out.setdefault(code, []).extend(texts)

    def _literal(self, element: Element) -> None:
        """Characters of symbol fonts are named by the run's font."""
        text = spelled(element)
        if SYMBOL_FONT.search(text):
            fonts = fonts_of(child(element.getparent(), "w:rPr"))
            text = SYMBOL_FONT.sub(lambda found: self._named(fonts, f"{ord(found[0]):04X}"), text)
        self._printed.append(text)

    def _tab(self, _: Element) -> None:
        self._printed.append("\t")

    def _break(self, _: Element) -> None:
        self._printed.append("\n")

    def _hyphen(self, _: Element) -> None:
        self._printed.append("-")

    def _symbol(self, element: Element) -> None:
        fonts, code = [attribute(element, "font") or ""], attribute(element, "char") or ""
        self._printed.append(self._named(fonts, code))

    def _named(self, fonts: Sequence[str], code: str) -> str:
        text = symbol(fonts, code, self._symbols)
        if is_unnamed(text):
            self._leave_out(*unnamed(fonts, code))
        return text

    def _check_box(self, element: Element) -> None:
        """A form field is a box, crossed if it is checked, or by default is (ECMA-376-1, 17.16.7)."""
        stated = child(element, "w:checked"), child(element, "w:default")
        decides = next((each for each in stated if each is not None), None)
        self._printed.append(_BOXES[decides is not None and is_on(decides)])

    def _choice(self, element: Element) -> None:
        """A form field that offers entries prints the chosen one, by default the first (ECMA-376-1, 17.16.9)."""
        stated = child(element, "w:result"), child(element, "w:default")
        chosen = next((attribute(each, "val") or "" for each in stated if each is not None), "0")
        entries = [attribute(each, "val") or "" for each in element if name(each) == "w:listEntry"]
        self._printed += [entry for number, entry in enumerate(entries) if str(number) == chosen]

    def _skip(self, _: Element) -> None:
        """Properties, codes and the reading aid above a ruby base print no text of their own."""

    def _picture(self, _: Element) -> None:
        self._leave_out("picture_not_read")

    def _embedded(self, _: Element) -> None:
        self._leave_out("embedded_part_not_read")

    def _box(self, element: Element) -> None:
        self.boxes.append(element)

    def _stray_block(self, element: Element) -> None:
        """A paragraph or table where only runs may stand: damaged, but its text is printed."""
        self.boxes.append([element])

    def _part(self, element: Element, wanted: str) -> str:
        """The text of a part of a formula, which is not printed yet."""
        before = len(self._printed)
        self.read(_parts(element, wanted))
        text = "".join(self._printed[before:])
        del self._printed[before:]
        return text

    def _fraction(self, element: Element) -> None:
        numerator, denominator = self._part(element, "m:num"), self._part(element, "m:den")
        self._printed.append(f"{_grouped(numerator)}/{_grouped(denominator)}")

    def _scripts(self, element: Element) -> None:
        """Base, subscript and superscript, of which the element has one or both."""
        self.read(_parts(element, "m:e"))
        self._printed.append(_script(self._part(element, "m:sub"), "_", SUBSCRIPTS))
        self._printed.append(_script(self._part(element, "m:sup"), "^", SUPERSCRIPTS))

    def _root(self, element: Element) -> None:
        self.read(_parts(element, "m:deg"))
        self._printed.append("√" + _grouped(self._part(element, "m:e")))

    def _sum(self, element: Element) -> None:
        """A sum, product or integral: its sign, its limits, what it runs over."""
        self._printed.append(_property(element, "m:naryPr", "m:chr", "∫"))
        self._printed.append(_script(self._part(element, "m:sub"), "_", SUBSCRIPTS))
        self._printed.append(_script(self._part(element, "m:sup"), "^", SUPERSCRIPTS))
        self.read(_parts(element, "m:e"))

    def _brackets(self, element: Element) -> None:
        separator = _property(element, "m:dPr", "m:sepChr", "|")
        self._printed.append(_property(element, "m:dPr", "m:begChr", "("))
        for number, part in enumerate(_parts(element, "m:e")):
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
    "w:checkBox": Line._check_box,
    "w:ddList": Line._choice,
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


def spell_scripts(alignments: Iterable[Element]) -> None:
    """Write raised and lowered digits as the characters that print so, in place, where `w:vertAlign` states them.

    As plain digits they would make other numbers: 10 with a raised 3 is no 103. Texts that have no such characters,
    as words have none, stay as they are.
    """
    for alignment in alignments:
        characters = _ALIGNED.get(attribute(alignment, "val") or "", {})
        run = owner(alignment)
        for text in _parts(run, "w:t") if characters and run is not None else ():
            if all(ord(each) in characters for each in text.text or ""):
                text.text = (text.text or "").translate(characters)


def left_out_text(element: Element) -> str:
    """The text of a part that is not read, plain: it serves as evidence only. Paragraphs are parted by line feeds."""
    texts: list[str] = []
    for each in element.iter("{*}t", "{*}delText", "{*}p"):
        if name(each) == "w:p":
            texts.append("\n" if texts else "")
        else:
            texts.append(each.text or "")
    return "".join(texts).strip("\n")


def spelled(element: Element) -> str:
    """The characters of a `w:t` as Word prints them, those of symbol fonts as they are kept.

    Whitespace at both ends counts only under xml:space="preserve" (ECMA-376-1, 17.3.3.31); a line feed inside is a
    space.
    """
    text = element.text or ""
    stripped = text.strip(_XML_WHITESPACE)
    if stripped != text and not _preserves_space(element):
        text = stripped
    return text.replace("\n", " ")


def _preserves_space(element: Element) -> bool:
    """xml:space holds for everything inside the element that states it (XML 1.0, 2.10)."""
    stated = (each.get(_XML_SPACE) for each in (element, *element.iterancestors()))
    return next(filter(None, stated), "default") == "preserve"


def fonts_of(properties: Element | None) -> list[str]:
    """The fonts that the properties of a run state; which of them Word takes depends on the character."""
    stated = None if properties is None else child(properties, "w:rFonts")
    kinds = () if stated is None else ("ascii", "hAnsi", "eastAsia", "cs")
    return [font for kind in kinds if (font := attribute(stated, kind))]


def _grouped(text: str) -> str:
    """A part of a formula, in brackets if it is more than one number or word."""
    return text if _SINGLE.fullmatch(text) else f"({text})"


def _script(text: str, sign: str, characters: Mapping[int, int]) -> str:
    """A raised or lowered part of a formula in characters that print so, else after a sign."""
    if all(ord(each) in characters for each in text):
        return text.translate(characters)
    return sign + _grouped(text)


def _parts(element: Element, wanted: str) -> list[Element]:
    """The parts of a formula that have that name: one at most, except in brackets."""
    return [each for each in element if name(each) == wanted]


def _property(element: Element, properties: str, wanted: str, default: str) -> str:
    """A character stated in the properties of a formula, which may be stated to be empty."""
    stated = child(element, properties)
    stated = None if stated is None else child(stated, wanted)
    return default if stated is None else attribute(stated, "val") or ""
