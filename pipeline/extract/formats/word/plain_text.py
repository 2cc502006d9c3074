"""The texts of plain paragraphs, which are most: one pass over the tree, without a look at what stands around them."""

from collections.abc import Iterable

from pipeline.extract.formats.word.printed_text import SYMBOL_FONT, spelled
from pipeline.extract.formats.word.survey import PARAGRAPHS, paragraph_of
from pipeline.extract.formats.word.xml_names import Element, tags

_TEXTS = tags("w:t", "m:t")
_CONTAINERS = frozenset(tags("w:tc", "w:body"))


class PlainTexts:
    """The texts of a document's paragraphs, but for those that are `composed` of more than text."""

    def __init__(self, root: Element, composed: Iterable[Element]):
        self._pieces: dict[Element, list[str] | None] = dict.fromkeys(composed)
        for element in root.iter(*_TEXTS):
            if element.text:
                self._add(element, element.text)

    def of(self, paragraph: Element) -> str | None:
        """What a paragraph prints; None if it is to be read element by element."""
        pieces = self._pieces.get(paragraph, ())
        return None if pieces is None else "".join(pieces)

    def _add(self, element: Element, text: str) -> None:
        paragraph = element.getparent().getparent()
        if paragraph not in self._pieces and (paragraph := self._entered(element)) is None:
            return
        pieces = self._pieces[paragraph]
        if pieces is None:
            return
        if text.isprintable() and text[0] != " " != text[-1]:
            pieces.append(text)
        elif SYMBOL_FONT.search(text):
            self._pieces[paragraph] = None
        else:
            pieces.append(spelled(element))

    def _entered(self, element: Element) -> Element | None:
        """The paragraph of a text. One that stands inside another, where only damage puts it, is read with that."""
        paragraph = paragraph_of(element)
        if paragraph is None or paragraph in self._pieces:
            return paragraph
        self._pieces[paragraph] = []
        if paragraph.getparent().tag not in _CONTAINERS and (outer := paragraph_of(paragraph)) is not None:
            self._pieces[outer] = None
        return paragraph
