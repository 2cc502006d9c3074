"""What names say: words of a kind (`rules/name_words.csv`), and how much two names share."""

import re
from collections import defaultdict
from functools import lru_cache

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.values.vocabulary import NOTHING, any_of

GENERIC, EACH, MEAN = "generic", "each", "mean"
_SPACE, _DIGITS = re.compile(r"\s+"), re.compile(r"\d+")
_REMARK = r"(?:[（(][^（）()]*[）)])"
_AT = {"anywhere": "{}", "start": "^(?:{})", "end": "(?:{})" + _REMARK + "?$", "whole": "^(?:{})$"}
_GAP = "\n"
"""Stands where a number or a generic word stood, so that the words around it do not run together."""


class Wording:
    """The words of names by kind, ready to match. White space inside a name does not count."""

    def __init__(self, rules: Rulebook):
        by_kind: dict[str, list[str]] = defaultdict(list)
        for row in sorted(rules.names, key=lambda row: -len(row.word)):
            by_kind[row.kind].append(_AT[row.place].format(re.escape(row.word)))
        self._words, self._patterns = dict(by_kind), dict[str, re.Pattern[str]]()
        self._units = {spelling: unit.unit for unit in rules.values.units for spelling in unit.spellings.split()}
        each, mean = ("|".join(by_kind[kind]) or NOTHING for kind in (EACH, MEAN))
        unit = any_of(self._units)
        self._of_one = re.compile(f"(?:{each})(?P<each>{unit})|(?P<mean>{unit})(?:{mean})")
        self.pairs = lru_cache(maxsize=65_536)(self._pairs)

    def says(self, kind: str, name: str | None) -> bool:
        """Whether a name holds a word of the kind."""
        return bool(self._pattern(kind).search(plain(name)))

    def _pattern(self, kind: str) -> re.Pattern[str]:
        """The words of a kind as one pattern, compiled when it is first asked for: a document needs few kinds."""
        if kind not in self._patterns:
            self._patterns[kind] = re.compile("|".join(self._words[kind]))
        return self._patterns[kind]

    def units_of_one(self, name: str | None) -> tuple[str, ...]:
        """The units of one of which a name speaks: 人 in 人均工资, 期 in 每期培训人数."""
        found = (self._units[match["each"] or match["mean"]] for match in self._of_one.finditer(plain(name)))
        return tuple(dict.fromkeys(found))

    def shared(self, one: str | None, other: str | None) -> int:
        """How many pairs of neighbouring characters two names share, outside of numbers and generic words: names
        need not be cut into words for that.
        """
        return len(self.pairs(one) & self.pairs(other))

    def _pairs(self, name: str | None) -> frozenset[str]:
        telling = self._pattern(GENERIC).sub(_GAP, _DIGITS.sub(_GAP, plain(name)))
        return frozenset(pair for i in range(len(telling) - 1) if _GAP not in (pair := telling[i : i + 2]))


def plain(name: str | None) -> str:
    """A name without white space.

    >>> plain("经济效益\\n指标")
    '经济效益指标'
    """
    return _SPACE.sub("", name or "")
