"""The vocabularies as far as they are needed: what cannot stand in the texts that are read need not be compiled.

Most of the time that a first document takes went into regular expressions of a thousand spellings, of which a document
holds a few dozen. A spelling of which a text lacks two characters in a row cannot match there, so that leaving it out
changes no answer.
"""

from collections.abc import Mapping
from functools import cached_property
from operator import add

from pipeline.rules.kinds.values import ValueRules
from pipeline.transform.values.vocabulary import all_pieces, narrow_pieces, spellings

NARROWED = 2
"""How often the pieces are made for the texts met. From then on they are made of all spellings, once for all."""


class Spellings:
    """The pieces of patterns, made of the spellings that may stand in the texts met so far."""

    def __init__(self, rules: ValueRules):
        self._rules, self._left = rules, NARROWED
        self._met: set[str] = set()
        self._pieces: Mapping[str, str] = {}

    @cached_property
    def all(self) -> Mapping[str, str]:
        """The pieces with all spellings."""
        return all_pieces(self._rules)

    @cached_property
    def _told(self) -> frozenset[str]:
        """All that spellings are made of."""
        return frozenset().union(*map(_parts, spellings(self._rules)))

    def pieces(self, read: str) -> Mapping[str, str]:
        """Pieces that match in a text what those with all spellings match there; the same as of the text before, if
        they do.
        """
        if self._left:
            met = _parts(read) & self._told
            if not met <= self._met or not self._pieces:
                self._left -= 1
                self._met |= met
                self._pieces = narrow_pieces(self._rules, self._may_stand) if self._left else self.all
        return self._pieces

    def _may_stand(self, spelling: str) -> bool:
        return _parts(spelling) <= self._met


def _parts(text: str) -> set[str]:
    """The characters of a text, and each two in a row."""
    return {*text, *map(add, text, text[1:])}
