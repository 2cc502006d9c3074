"""The vocabularies as far as they are needed: what cannot stand in the texts that are read need not be compiled.

Most of the time that a first document takes went into regular expressions of a thousand spellings, of which a document
holds a few dozen. A spelling of which a text lacks two characters in a row cannot match there, so that leaving it out
changes no answer.
"""

from collections.abc import Callable
from functools import cached_property
from operator import add
from typing import Generic, TypeVar

from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.vocabulary import Pieces, spellings

Made = TypeVar("Made")
NARROWED = 2
"""How often the pieces are made for the texts met. From then on they are made of all spellings, once for all."""


class Spellings(Generic[Made]):
    """What is made of the pieces of patterns, these being made of the spellings that may stand in the texts met so
    far.
    """

    def __init__(self, rules: ValueRules, make: Callable[[Pieces], Made]):
        self._rules, self._make, self._left = rules, make, NARROWED
        self._met: set[str] = set()
        self._made: Made | None = None

    @cached_property
    def all(self) -> Made:
        """What is made of all spellings."""
        return self._make(Pieces(self._rules))

    @cached_property
    def _told(self) -> frozenset[str]:
        """All that spellings are made of."""
        return frozenset().union(*map(_parts, spellings(self._rules)))

    def of(self, read: str) -> Made:
        """What does for a text as what is made of all spellings would; the same as of the text before, if that does."""
        if self._made is None or self._left:
            met = _parts(read) & self._told
            if self._made is None or not met <= self._met:
                self._left -= 1
                self._met |= met
                self._made = self._make(Pieces(self._rules, self._may_stand)) if self._left else self.all
        return self._made

    def _may_stand(self, spelling: str) -> bool:
        return _parts(spelling) <= self._met


def _parts(text: str) -> set[str]:
    """The characters of a text, and each two in a row."""
    return {*text, *map(add, text, text[1:])}
