"""Printed text as the grammar reads it: one form of each character, no white space, offsets into the raw text kept."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.rules.kinds.values import CharacterRule

_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_LINE_BREAK = re.compile(r"(?<=[0-9])\s*[\t\n\r\v\f\x85\u2028\u2029]\s*(?=[0-9])")
_SPREAD = re.compile(r"(?=[\s0-9A-Za-z.]*[^\s0-9A-Za-z.])\s*\S([ \u3000]+)\S(?:\1\S)+\s*")
"""Characters that the same blanks part, not all of them digits, which may be several numbers."""
_WORD_BREAK = re.compile(r"(?<=[0-9A-Za-z])[\s\u200b-\u200f\u2060\ufeff]+(?=[0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Text:
    """`raw` as printed, `read` as the grammar sees it; `offsets` is None where the two run in step."""

    raw: str
    read: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of `read` as a span of `raw`, white space inside included, around it not."""
        if self.offsets is None or start == end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def printed(self, start: int, end: int) -> str:
        """What stands in `raw` at a span of `read`."""
        first, last = self.span(start, end)
        return self.raw[first:last]


def character_table(rules: Iterable[CharacterRule]) -> Mapping[int, str]:
    """For `str.translate`: one character for one character, so that offsets stay."""
    return {ord(printed): read for rule in rules for printed, read in zip(rule.printed, rule.read_as, strict=True)}


def normalise(raw: str, table: Mapping[int, str]) -> Text:
    """`raw` in the characters of the grammar. White space goes, but one blank stays between two letters or digits, and
    one line break between digits that a line break or tab parts: they are two numbers. Where the same blanks part all
    characters of a text, a sign or a unit among them, they only spread it over its column.

    >>> normalise("≥ 8 个", {}).read
    '≥8个'
    >>> normalise("100 200", {}).read
    '100 200'
    >>> normalise("100\\t\\n200", {}).read
    '100\\n200'
    >>> normalise("≥ 9 0 %", {}).read
    '≥90%'
    """
    read = raw.translate(table)
    if not _SPACE.search(read):
        return Text(raw, read)
    kept = _breaks(read)
    pieces, offsets, at = list[str](), list[int](), 0
    for match in _SPACE.finditer(read):
        start, end = match.span()
        pieces += (read[at:start], kept.get(start, ""))
        offsets += range(at, start + (start in kept))
        at = end
    return Text(raw, "".join([*pieces, read[at:]]), (*offsets, *range(at, len(read))))


def _breaks(read: str) -> dict[int, str]:
    """Where white space begins that stays, and as what."""
    if _SPREAD.fullmatch(read):
        return {}
    words = {match.start(): " " if match[0][0].isspace() else match[0][0] for match in _WORD_BREAK.finditer(read)}
    lines = {match.start(): "\n" for match in _LINE_BREAK.finditer(read)}
    return {at: lines.get(at, kept) for at, kept in words.items()}
