"""Lines that a page repeats from another one: running heads and feet and page numbers, told from titles."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from pipeline.extract.formats.pdf.lines import Line
from pipeline.extract.formats.pdf.tables import Laid

_DIGITS = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(r"[\W_]*\d{1,4}([\W_]+\d{1,4})?[\W_]*")
_FOOT, _HEAD = 0.87, 0.1
"""The parts of a page's height below and above which its margins are."""
_SAME = 4.0
Key = tuple[str, int]


def running(pages: Sequence[Laid]) -> list[list[Line]]:
    """The lines of each page that are no part of its text.

    In the lower margin: page numbers, and what other pages print there too, digits apart. In the upper margin: page
    numbers, and what every page of three or more prints there, in letters no larger than its text. A title that stands
    over every form is larger, or lower, and is none, nor is what stands between it and the form. All that stands above
    the first table of all is its title.
    """
    counts = Counter(key for laid in pages for key in {_key(line) for line in (*_feet(laid), *_heads(laid))})
    feet = [[line for line in _feet(laid) if _is_number(line) or counts[_key(line)] > 1] for laid in pages]
    heads = [_topmost(laid, counts, len(pages)) for laid in pages]
    if pages and _begins_with_table(pages[0], heads[0]):
        heads[0] = [line for line in heads[0] if _is_number(line)]
    return [[*below, *above] for below, above in zip(feet, heads, strict=True)]


def _topmost(laid: Laid, counts: Counter[Key], pages: int) -> list[Line]:
    """The repeated lines of an upper margin above which no other line stands."""
    repeated = [line for line in _heads(laid) if _is_number(line) or _is_head(line, laid, counts, pages)]
    first = min((line.base for line in _heads(laid) if line not in repeated), default=laid.page.box.height)
    return [line for line in repeated if line.base <= first + _SAME]


def _begins_with_table(laid: Laid, heads: Sequence[Line]) -> bool:
    """Whether a table is all that a page prints first but for its heads."""
    top = min((table.box.top for table in laid.tables), default=0.0)
    return top > 0 and not any(line.base < top for line in laid.lines if line not in heads)


def _feet(laid: Laid) -> Iterator[Line]:
    """The lines in the lower margin, below all tables."""
    top = max([laid.page.box.height * _FOOT, *(table.box.bottom for table in laid.tables)])
    return (line for line in laid.lines if line.base > top)


def _heads(laid: Laid) -> Iterator[Line]:
    """The lines in the upper margin, above all tables."""
    bottom = min([laid.page.box.height * _HEAD, *(table.box.top for table in laid.tables)])
    return (line for line in laid.lines if line.base < bottom)


def _key(line: Line) -> Key:
    return _DIGITS.sub("0", line.text), round(line.base / _SAME)


def _is_number(line: Line) -> bool:
    """Whether a line is a page number and nothing else.

    Signs around it and the number of all pages may stand with it, as in `- 3 -` or `3/10`.
    """
    return bool(_NUMBER_ALONE.fullmatch(line.text))


def _is_head(line: Line, laid: Laid, counts: Counter[Key], pages: int) -> bool:
    sizes = [each.size for each in laid.lines] + [
        each.size for table in laid.tables for cell in table.cells for each in cell.lines
    ]
    return pages >= 3 and counts[_key(line)] == pages and line.size <= median(sizes) * 1.05
