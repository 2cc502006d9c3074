"""Changes: which way a value is to go, and against what, as the words before its number say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.vocabulary import Pieces, compiled

DIRECTIONS = {"rise": "rise", "growth": "rise", "fall": "fall", "decline": "fall"}
"""Piece of a change → the direction that it says."""
BASES = ("year_before", "period_before", "base_period", "before_work", "plan")
"""The pieces that say against what a change is measured, named as the column names them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A direction, and against what; either is None where no word says it."""

    change: str | None = None
    change_from: str | None = None


@dataclass(frozen=True, eq=False)
class Changes:
    """The words of change of a rulebook."""

    each: re.Pattern[str]
    written: Mapping[str, str]

    @classmethod
    def of(cls, rules: ValueRules) -> "Changes":
        """The vocabulary of changes of `rules`."""
        pattern = "|".join(f"{{{piece}}}" for piece in (*BASES, *DIRECTIONS))
        first = {rule.piece: rule.word for rule in reversed(rules.words)}
        words = {piece: first["since"] + first.get(piece, first["base_word"]) for piece in BASES}
        words |= {direction: first[direction] for direction in DIRECTIONS.values()}
        return cls(compiled(pattern, Pieces(rules)), words)

    @lru_cache(maxsize=4096)  # noqa: B019 a grammar lives as long as the process; words of change repeat without end
    def read(self, text: str) -> Change:
        """The change that the words before a number state; bases that contradict each other state none.

        >>> from pipeline.rules import book
        >>> Changes.of(book.default().values).read("较上年下降")
        Change(change='fall', change_from='year_before')
        """
        pieces = [match.lastgroup for match in self.each.finditer(text)]
        bases = {piece for piece in pieces if piece in BASES}
        direction = next((DIRECTIONS[piece] for piece in reversed(pieces) if piece in DIRECTIONS), None)
        return Change(direction, bases.pop() if len(bases) == 1 else None)

    def words(self, change: str | None, change_from: str | None) -> str:
        """How a change is written before its number, the first words of the vocabulary; empty for none."""
        return self.written.get(change_from or "", "") + self.written.get(change or "", "")
