"""Where the codes of fields stand in a text: between a field's beginning and its result ([MS-DOC] 2.8.25)."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_BEGIN, _SEPARATE, _CELL = "\x13", "\x14", "\x07"
_MARK = re.compile("[\x07\x13-\x15]")


class Codes:
    """The codes of the fields of a text. A field that is not ended in the cell where it begins is none."""

    def __init__(self, text: str):
        found = sorted(_codes(text))
        self._starts: list[int] = []
        self._stops: list[int] = []
        for start, stop in found:
            if not self._stops or start >= self._stops[-1]:  # else it is nested in another code
                self._starts.append(start)
                self._stops.append(stop)

    def outside(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """What of a part of the text is in no code."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        while at < len(self._starts) and self._starts[at] < stop:
            if self._stops[at] > start:
                yield start, max(self._starts[at], start)
                start = self._stops[at]
            at += 1
        yield start, max(stop, start)

    def touch(self, start: int, stop: int) -> bool:
        """Whether a part of the text is in a code, or some of it."""
        at = bisect_right(self._starts, stop - 1) - 1
        return at >= 0 and self._stops[at] > start


def _codes(text: str) -> Iterator[tuple[int, int]]:
    """From the beginning of each field to after its separator, or to after its end if it has no result."""
    begun: list[int | None] = []
    for mark in _MARK.finditer(text):
        if mark[0] == _CELL:
            begun.clear()
        elif mark[0] == _BEGIN:
            begun.append(mark.start())
        elif begun:
            start = begun.pop()
            if start is not None:
                yield start, mark.end()
            if mark[0] == _SEPARATE:
                begun.append(None)
