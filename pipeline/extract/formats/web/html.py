"""HTML bytes → `Document`.

bytes ──charset──▶ text ──page──▶ tree ──body, table_rows, placing──▶ blocks
"""

import hashlib
import re

from pipeline.extract.formats.number_formats import NumberFormats
from pipeline.extract.formats.web.body import Page, Walk
from pipeline.extract.formats.web.charset import LOST, decoded
from pipeline.extract.formats.web.list_marks import ListMarks
from pipeline.extract.formats.web.page import tree
from pipeline.extract.formats.web.style_sheet import Element, StyleSheet
from pipeline.model.document import Document, Grid, Paragraph
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

FORMAT = "html"
# What the programs say of themselves that save their documents as pages.
_OFFICE = re.compile(r"(microsoft (word|excel)|libreoffice|openoffice|wps|word\.document|excel\.sheet)", re.IGNORECASE)
_OPENED, _CLOSED = re.compile(r"<html\b", re.IGNORECASE), re.compile(r"</html\b", re.IGNORECASE)
_META = ("generator", "progid", "originator")


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a web page.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules` name the characters of
    symbol fonts and the digits of lists.
    Returns what is printed, in body order. Raises Rejected (`too_deep`, `table_too_large`, `page_of_frames`), and
    nothing else.
    """
    return document(data, [data], name, FORMAT, rules)


def document(data: bytes, pages: list[bytes], name: str, format: str, rules: Rulebook) -> Document:
    """The document that pages make, one after the other, which stand in a file with the bytes `data`."""
    numbers = NumberFormats(rules.layouts)
    blocks: list[Paragraph | Grid] = []
    walk = Walk(rules.symbols)
    fonts = {font for font, _ in rules.symbols}
    for text in map(decoded, pages):
        root = tree(text, format)
        if root is None:
            continue
        if next(root.iter("frameset"), None) is not None:
            raise Rejected("page_of_frames", format)
        blocks += walk.blocks(
            root, Page(StyleSheet(text, _sheets(root), fonts), ListMarks(numbers), _is_from_office(root))
        )
        if _OPENED.search(text) and not _CLOSED.search(text):
            walk.notes.add("text_cut_short", None)
        if LOST in text:
            walk.notes.add("bytes_not_decoded", None, _around(text))
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256[:16], name, sha256, len(data), format, tuple(blocks), walk.notes.findings(blocks))


def _sheets(root: Element) -> list[str]:
    return [each.text or "" for each in root.iter("style")]


def _is_from_office(root: Element) -> bool:
    """Whether a program for documents or sheets says that it wrote the page."""
    stated = (each.get("content") or "" for each in root.iter("meta") if (each.get("name") or "").lower() in _META)
    return any(_OFFICE.match(each) for each in stated)


def _around(text: str) -> str:
    """The first place where bytes are no character."""
    at = text.index(LOST)
    return text[max(at - 20, 0) : at + 20].strip()
