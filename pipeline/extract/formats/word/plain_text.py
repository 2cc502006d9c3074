"""The texts of plain paragraphs, which are most: one pass over the tree, without a look at what stands around them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.extract.formats.symbols import SYMBOL_FONT
from pipeline.extract.formats.word.printed_text import spelled
from pipeline.extract.formats.word.survey import Survey, paragraph_of
from pipeline.extract.formats.word.xml_names import Element, tags

_CONTAINERS = frozenset(tags("w:tc", "w:body"))


def plain_texts(survey: Survey, composed: Iterable[Element]) -> dict[Element, str | None]:
    """What each paragraph of a document prints; None if it is to be read element by element, since it is `composed` of
    more than texts, holds other paragraphs, as only damage makes it, or characters of symbol fonts.
    """
    texts: dict[Element, str | None] = dict.fromkeys(survey.found("w:p"), "")
    texts.update(dict.fromkeys((*composed, *_around_others(texts))))
    pieces: dict[Element, list[str]] = defaultdict(list)
    for element in survey.found("w:t"):
        paragraph, text = element.getparent().getparent(), element.text
        if paragraph not in texts:
            paragraph = paragraph_of(element)
        if text and texts.get(paragraph) is not None:
            if text.isprintable() and text[0] != " " != text[-1]:
                pieces[paragraph].append(text)
            elif SYMBOL_FONT.search(text):
                texts[paragraph] = None
            else:
                pieces[paragraph].append(spelled(element))
    texts.update({each: "".join(held) for each, held in pieces.items() if texts[each] is not None})
    return texts


def _around_others(paragraphs: Iterable[Element]) -> Iterator[Element]:
    """The paragraphs that hold others. One that is in a cell or a body itself is in no paragraph."""
    for each in paragraphs:
        if each.getparent().tag not in _CONTAINERS and (outer := paragraph_of(each)) is not None:
            yield outer
