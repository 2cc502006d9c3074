"""The number that Word prints in front of a paragraph of a list, counted as Word counts (ECMA-376-1, 17.9)."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pipeline.extract.formats.number_formats import NumberFormats
from pipeline.extract.formats.symbols import Symbols, is_unnamed, symbol, unnamed
from pipeline.rules.kinds.layouts import Layouts

LEVELS = 9
"""Levels of a list; Word loads no more ([MS-OI29500] 2.1.282)."""
_PLACEHOLDER = re.compile("%([1-9])")
# Word prints no longer ones ([MS-OI29500] 2.1.283).
_LONGEST = 31
# Levels that print a mark or nothing have no number that others could print.
_UNNUMBERED = ("bullet", "none")

Counts = list[int | None]


class Level(NamedTuple):
    """A level of a list. `text` is what it prints, `%1` to `%9` standing for the numbers of the levels; `after` parts
    it from the paragraph; `restart` is the level, from 1, that makes it begin anew, 0 for none, None for any above it.
    """

    start: int
    format: str
    text: str
    after: str
    restart: int | None
    is_legal: bool
    style: str
    fonts: tuple[str, ...]
    digits: int


class List(NamedTuple):
    """A list: `counted_with` names the definition whose lists count as one; `starts` are new starts by level."""

    counted_with: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Place(NamedTuple):
    """Where a paragraph stands: the id of its list and its level from 0."""

    list_id: str
    level: int


class Number(NamedTuple):
    """What stands in front of a paragraph: its number or bullet, and what parts that from the text. `unnamed` are the
    findings on characters of a bullet that the rules do not name.
    """

    text: str
    after: str
    unnamed: tuple[tuple[str, str], ...] = ()

    def before(self, text: str) -> str:
        """The paragraph with its number."""
        return f"{self.text}{self.after}{text}" if text else self.text


class Numbers:
    """The counts of one document. `lists` gives a list by its id, None if it is not defined."""

    def __init__(self, lists: Callable[[str], List | None], layouts: Layouts, symbols: Symbols):
        self._lists, self._formats, self._symbols = lists, NumberFormats(layouts), symbols
        self._counts: dict[str, Counts] = {}
        self._started: set[Place] = set()

    def next(self, place: Place) -> Number | None:
        """The number of a paragraph at this place, which counts it: ask for each that is printed, in order, once. None
        if it prints none.

        A bullet is the character that is printed; that of a symbol font is named as in text.
        """
        found = self._lists(place.list_id)
        if found is None or place.level not in found.levels:
            return None
        level = found.levels[place.level]
        counts = self._count(found, place)
        if level.format == "bullet":
            return self._bullet(level)
        text = self._number(found, place.level, counts)
        return Number(text[:_LONGEST], level.after) if text else None

    def _count(self, found: List, place: Place) -> Counts:
        """Count a paragraph. A new start counts the first time its list comes to that level; what is deeper begins
        anew, unless its level says after which levels only; levels that are passed over count from their start.
        """
        counts = self._counts.setdefault(found.counted_with, [None] * LEVELS)
        begins = place.level in found.starts and place not in self._started
        self._started.add(place)
        before = None if begins else counts[place.level]
        counts[place.level] = _start(found, place.level) if before is None else before + 1
        for passed in range(place.level):
            if counts[passed] is None and passed in found.levels:
                counts[passed] = _start(found, passed)
        for deeper in range(place.level + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or place.level < restart:
                counts[deeper] = None
        return counts

    def _number(self, found: List, at: int, counts: Counts) -> str:
        """The text of a level with the numbers in it; one that names deeper levels is ignored, as Word does
        ([MS-OI29500] 2.1.283).
        """
        level = found.levels[at]
        named = [int(digit) - 1 for digit in _PLACEHOLDER.findall(level.text)]
        if any(each > at for each in named):
            return ""
        return _PLACEHOLDER.sub(lambda match: self._printed(found, level, int(match[1]) - 1, counts), level.text)

    def _printed(self, found: List, at: Level, number: int, counts: Counts) -> str:
        """The number of a level inside that of another."""
        level, count = found.levels.get(number), counts[number]
        if level is None or count is None or level.format in _UNNUMBERED:
            return ""
        return self._formats.print(count, "decimal" if at.is_legal else level.format, level.digits)

    def _bullet(self, level: Level) -> Number | None:
        codes = [f"{ord(each):04X}" for each in level.text[:_LONGEST]]
        texts = [symbol(level.fonts, code, self._symbols) for code in codes]
        left = [unnamed(level.fonts, code) for code, text in zip(codes, texts, strict=True) if is_unnamed(text)]
        return Number("".join(texts), level.after, tuple(left)) if texts else None


def _start(found: List, level: int) -> int:
    return found.starts.get(level, found.levels[level].start)
