"""Where the cells of a Word file stand in the bytes of its main part, for marks to be put there and no byte changed.

A tree of XML does not know its bytes, so the part is read once more by a parser that does (expat). Both meet the same
elements in the same order.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from pipeline.extract.formats.word import docx
from pipeline.model.document import Address
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ONE_BYTE_A_SIGN = re.compile(rb"\s*<|\xef\xbb\xbf\s*<")
_NOT_THE_CELLS_OWN = frozenset({"tbl", "txbxContent", "tc"})
"""What parts a paragraph from the cell that it stands in: it is another cell's, or a box's."""


class Span(NamedTuple):
    """The place behind the properties of a cell's first paragraph, and that before the end of its last one."""

    start: int
    end: int


class Places(NamedTuple):
    """The main part: its name, its bytes, the spelling of its names (`w:`), and where its cells stand."""

    part: str
    content: bytes
    prefix: str
    cells: Mapping[Address, Span]


def places(data: bytes, rules: Rulebook) -> Places:
    """The places of all cells of a Word file. Raises Rejected if it cannot be read, or not byte by byte."""
    part, content, numbers = docx.cell_numbers(data, rules)
    if not _ONE_BYTE_A_SIGN.match(content):
        raise Rejected("damaged_xml", "docx", evidence="UTF-16")
    walk = _Walk(content, frozenset(numbers.values()))
    spans = {address: walk.spans[number] for address, number in numbers.items() if number in walk.spans}
    return Places(part, content, walk.prefix, spans)


class _Open(NamedTuple):
    """An element that has begun: its name without the prefix, its number, where its first tag stands and ends."""

    name: str
    number: int
    begin: int
    end: int


class _Walk:
    """One pass over the bytes of a part."""

    def __init__(self, content: bytes, cells: frozenset[int]):
        self._content, self._cells = content, cells
        self._open: list[_Open] = []
        self._number = 0
        self._properties_end: dict[int, int] = {}
        self.prefix = ""
        self.spans: dict[int, Span] = {}
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.Parse(content, True)

    def _begin(self, name: str, _attributes: object) -> None:
        begin = self._parser.CurrentByteIndex
        prefix, _, local = name.rpartition(":")
        if local == "document" and not self._open:
            self.prefix = prefix
        self._open.append(_Open(local, self._number, begin, self._tag_end(begin)))
        self._number += 1

    def _end(self, _name: str) -> None:
        one = self._open.pop()
        at = self._parser.CurrentByteIndex
        is_written = self._content.startswith(b"</", at) and at >= one.end
        if one.name == "pPr" and self._open and self._open[-1].name == "p":
            self._properties_end[self._open[-1].number] = self._tag_end(at) if is_written else one.end
        elif one.name == "p" and is_written and (cell := self._cell()) is not None:
            start = self._properties_end.get(one.number, one.end)
            known = self.spans.get(cell)
            self.spans[cell] = Span(known.start if known else start, at)

    def _cell(self) -> int | None:
        """The number of the cell whose own paragraph ends here."""
        for one in reversed(self._open):
            if one.number in self._cells:
                return one.number
            if one.name in _NOT_THE_CELLS_OWN:
                return None
        return None

    def _tag_end(self, begin: int) -> int:
        found = _TAG.match(self._content, begin)
        return found.end() if found else begin
