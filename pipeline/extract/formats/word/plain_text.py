"""The texts of plain paragraphs, which are most: one pass over the tree, without a look at what stands around them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.extract.formats.word.printed_text import SYMBOL_FONT, spelled
from pipeline.extract.formats.word.survey import PARAGRAPHS, paragraph_of
from pipeline.extract.formats.word.xml_names import WORDS, Element, tags

_TEXTS = tags("w:t", "m:t")


def plain_texts(root: Element, composed: Iterable[Element]) -> dict[Element, str | None]:
    """What each paragraph of a document prints; None if it is to be read element by element, since it is `composed` of
    more than texts, holds other paragraphs, as only damage makes it, or characters of symbol fonts.
    """
    texts: dict[Element, str | None] = dict.fromkeys(root.iter(*PARAGRAPHS), "")
    texts.update(dict.fromkeys((*composed, *map(paragraph_of, _nested(root)))))
    pieces: dict[Element, list[str]] = defaultdict(list)
    for element in root.iter(*_TEXTS):
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


def _nested(root: Element) -> Sequence[Element]:
    """The paragraphs inside others."""
    return root.xpath("|".join(f"descendant::{each}:p/descendant::{each}:p" for each in WORDS), namespaces=WORDS)
