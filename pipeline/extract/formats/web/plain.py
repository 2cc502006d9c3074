"""The texts of plain paragraphs and cells, which are most: read in one go, without a look at each element in order."""

from pipeline.extract.formats.symbols import SYMBOL_FONT
from pipeline.extract.formats.web.elements import INLINE
from pipeline.extract.formats.web.lines import BREAK
from pipeline.extract.formats.web.style_sheet import PLAIN, RULED, Element, StyleSheet


def plain(element: Element, styles: StyleSheet) -> str | None:
    """The text of an element that holds nothing but plain text and breaks, None of one that holds more. The breaks are
    marked in it, and in the tree, by `BREAK`.
    """
    for each in element.iterdescendants():
        if each.tag == "br":
            each.text = BREAK
        elif each.tag not in INLINE or not (styles.is_plain or styles.look(each) is PLAIN):
            return None
    text = "".join(element.itertext())
    return None if SYMBOL_FONT.search(text) else text


def plain_cell(cell: Element, styles: StyleSheet) -> list[str] | None:
    """The texts of a cell that holds plain paragraphs or plain text alone, None of one that holds more."""
    if styles.look(cell) not in (PLAIN, RULED):
        return None
    if not len(cell) or cell[0].tag != "p" or not _is_blank(cell.text):
        return None if (text := plain(cell, styles)) is None else [text]
    texts = []
    for each in cell:
        if each.tag != "p" or not _is_blank(each.tail) or styles.look(each) is not PLAIN:
            return None
        if (text := plain(each, styles)) is None:
            return None
        texts.append(text)
    return texts


def _is_blank(text: str | None) -> bool:
    """Whether there is nothing but white space that does not count."""
    return not text or not text.strip(" \t\r\n\f")
