"""The grammar of target values: which form reads a text, and what its words mean.

At one place the longest form wins, of equally long ones the heaviest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from pipeline.model.target import Context
from pipeline.transform.values.calendar import Calendar
from pipeline.transform.values.changes import Changes
from pipeline.transform.values.normal_text import Text, normalise
from pipeline.transform.values.numbers import Numbers
from pipeline.transform.values.operators import Operators
from pipeline.transform.values.patterns import Found, Patterns
from pipeline.transform.values.qualities import Qualities
from pipeline.transform.values.spellings import Spellings
from pipeline.transform.values.units import Units

Fields = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Grammar:
    """What a rulebook says of target values, ready to read with.

    Of its forms, those of the set `free` read whole texts, those of `inner` are looked for inside longer ones, and
    those of `hinted` need a word in the indicator's name.
    """

    patterns: Spellings[Patterns]
    free: int
    inner: int
    hinted: Mapping[str, int]
    hints: Mapping[str, re.Pattern[str]]
    characters: Mapping[int, str]
    numbers: Numbers
    units: Units
    operators: Operators
    changes: Changes
    calendar: Calendar
    qualities: Qualities
    written: Mapping[str, str]

    def normalise(self, raw: str) -> Text:
        """A text in the characters of the grammar."""
        return normalise(raw, self.characters)

    def expect(self, texts: Iterable[str]) -> None:
        """Tells of texts that are to be read, so that what they need is compiled at once. No answer depends on it."""
        self.patterns.of(self.normalise("\n".join(texts)).read)

    @lru_cache(maxsize=4096)  # noqa: B019 a grammar lives as long as the process; values repeat without end
    def may_count(self, read: str) -> bool:
        """Whether a text may hold a number in characters that counts something."""
        return self.patterns.of(read).around("number").search(read) is not None

    def whole(self, read: str, indicator_name: str | None) -> Iterator[Found]:
        """The forms that read all of a text: first those that the indicator's name asks for, then the heaviest."""
        read = read[: self._end(read)]
        forms = self.patterns.of(read).forms
        return forms.whole(read, *(self.hinted[hint] for hint in self.hints_of(indicator_name)), self.free)

    def without_closing(self, raw: str) -> str:
        """A text as printed, without the marks that close it: 98。"""
        text = self.normalise(raw)
        end = self._end(text.read)
        return raw[: text.span(0, end)[1]] if 0 < end < len(text.read) else raw

    def _end(self, read: str) -> int:
        """Where the marks begin that close a text."""
        closing = self.patterns.of(read).around("closing").search(read)
        return closing.start() if closing else len(read)

    @lru_cache(maxsize=65536)  # noqa: B019 a grammar lives as long as the process
    def hints_of(self, name: str | None) -> tuple[str, ...]:
        """What the words of an indicator's name ask for: all that a name decides."""
        return tuple(hint for hint, words in self.hints.items() if name and words.search(name))

    @lru_cache(maxsize=65536)  # noqa: B019 a grammar lives as long as the process
    def named(self, name: str | None) -> tuple[str | None, str | None]:
        """The sign and the unit that brackets at the end of an indicator's name ask for: 成活率(≥**%)."""
        text = self.normalise(name or "")
        around = self.patterns.of(text.read).around
        sign, unit = (around(kind).search(text.read) for kind in ("named_sign", "named_unit"))
        return (text.printed(*sign.span()) if sign else None), (text.printed(*unit.span()) if unit else None)


@dataclass(frozen=True)
class Setting:
    """Where a form was found: in which text, by which grammar, with what else known."""

    text: Text
    grammar: Grammar
    context: Context

    @cached_property
    def patterns(self) -> Patterns:
        """The forms that may stand in the text, and what may stand around them; asking goes through the whole text."""
        return self.grammar.patterns.of(self.text.read)
