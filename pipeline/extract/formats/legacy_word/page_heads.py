"""The headers and footers of a Word 97 to 2003 file: a part of its text, with a list of places ([MS-DOC] 2.3.3)."""

import re
from collections.abc import Iterator
from struct import unpack_from

from pipeline.extract.formats.legacy_word.fields import Codes
from pipeline.extract.formats.legacy_word.streams import HEADERS, Streams
from pipeline.extract.formats.page_heads import Margins
from pipeline.extract.formats.symbols import mended

_SEPARATORS = 6
"""So many stories before the first header are of footnotes and endnotes; then come six for each section: the headers
and the footers of even and of odd pages, and those of the first page."""
_ODD_HEAD, _FIRST_HEAD = 1, 4
_PAGE_NUMBER = re.compile(r"\x13[^\x13\x14\x15]*\b(PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_CONTROL = re.compile("[\0-\x1f]")


def margins(streams: Streams, text: str, codes: Codes) -> Margins:
    """What the margins of pages print. A first page without a head of its own has that of the others."""
    start = sum(streams.counts[:2])
    listed = streams.part(HEADERS)
    places = unpack_from(f"<{len(listed) // 4}i", listed)
    stories = [
        list(_lines(text, codes, start + begin, start + end))
        for begin, end in zip(places[_SEPARATORS:], places[_SEPARATORS + 1 :], strict=False)
        if 0 <= begin <= end <= streams.counts[2]
    ]
    heads = [stories[each] for each in (_FIRST_HEAD, _ODD_HEAD) if each < len(stories)]
    first = next((lines for lines in heads if any(lines)), [])
    return Margins(first, [line for lines in stories for line in lines])


def _lines(text: str, codes: Codes, start: int, stop: int) -> Iterator[str]:
    """The paragraphs of a story, without those that number the page."""
    for line in re.finditer("[^\r\x07]+", text[start:stop]):
        if not _PAGE_NUMBER.search(line[0]):
            shown = codes.outside(start + line.start(), start + line.end())
            yield _CONTROL.sub("", mended("".join(text[begin:end] for begin, end in shown)))
