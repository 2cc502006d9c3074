"""The texts of plain paragraphs, which are most: one pass over the tree, without a look at what stands around them."""

from collections.abc import Iterable, Iterator

from pipeline.extract.formats.word.printed_text import SYMBOL_FONT, spelled
from pipeline.extract.formats.word.survey import PARAGRAPHS, paragraph_of
from pipeline.extract.formats.word.xml_names import Element, tags

_TEXTS = tags("w:t", "m:t")
_CONTAINERS = frozenset(tags("w:tc", "w:body"))


def plain_texts(root: Element, composed: Iterable[Element]) -> dict[Element, str | None]:
    """What each paragraph of a document prints; None if it is to be read element by element, since it is `composed` of
    more than texts or holds characters of symbol fonts.
    """
    pieces: dict[Element, list[str] | None] = {each: [] for each in root.iter(*PARAGRAPHS)}
    pieces.update(dict.fromkeys((*composed, *_damaged(pieces))))
    for element in root.iter(*_TEXTS):
        paragraph = element.getparent().getparent()
        if paragraph not in pieces:
            paragraph = paragraph_of(element)
        held, text = pieces.get(paragraph), element.text
        if held is not None and text:
            if text.isprintable() and text[0] != " " != text[-1]:
                held.append(text)
            elif SYMBOL_FONT.search(text):
                pieces[paragraph] = None
            else:
                held.append(spelled(element))
    return {each: None if held is None else "".join(held) for each, held in pieces.items()}


def _damaged(paragraphs: Iterable[Element]) -> Iterator[Element]:
    """The paragraphs in which others stand, outside boxes: no program writes that, but they are read together."""
    around = {each.getparent(): each for each in paragraphs}
    for parent, each in around.items():
        if parent.tag not in _CONTAINERS and (outer := paragraph_of(each)) is not None:
            yield outer
