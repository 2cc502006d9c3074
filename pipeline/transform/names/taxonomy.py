"""Indicator classes: printed labels → codes, and the scheme of a table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.rules.kinds.names import TaxonomyClass
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.stems import stem

_SPACE = re.compile(r"\s+")
Levels = tuple[str | None, str | None]
"""The printed texts of level 1 and level 2."""
REMEMBERED = 4096
"""Pairs of labels whose codes are kept: the same few stand in every table."""


@dataclass(frozen=True, slots=True)
class Classification:
    """What an indicator's levels mean. A code is None if no scheme knows the label."""

    level1_code: str | None
    level2_code: str | None


class Taxonomy:
    """The schemes of `rules/taxonomy.csv`, by label."""

    def __init__(self, rules: Rulebook):
        self._around = (*rules.layouts.text["level_weight"], *rules.layouts.text["level_number"])
        self.schemes = tuple(dict.fromkeys(row.scheme for row in rules.taxonomy))
        self._about = rules.layouts.text["class_around"]
        self._level1 = self._by_label(row for row in rules.taxonomy if row.level == "1")
        self._level2 = self._by_label(row for row in rules.taxonomy if row.level == "2")
        self._codes = {(row.scheme, row.parent, row.code) for row in rules.taxonomy if row.level == "2"}
        self._classify = lru_cache(maxsize=REMEMBERED)(self._classified)

    def _by_label(self, rows: Iterable[TaxonomyClass]) -> dict[tuple[str, str, str], TaxonomyClass]:
        """The classes by scheme, parent and label or stem; a label of one stands before the stem of another."""
        every = [(row, self._plain(label)) for row in rows for label in row.labels]
        stems = {(row.scheme, row.parent, self._stem(label)): row for row, label in reversed(every)}
        return stems | {(row.scheme, row.parent, label): row for row, label in every}

    def _stem(self, label: str) -> str:
        return stem(label, self._about)

    def _plain(self, label: str) -> str:
        for rule in self._around:
            label = rule.pattern.sub("", label)
        return _SPACE.sub("", label)

    def scheme(self, table: Iterable[Levels]) -> str | None:
        """The scheme that explains most rows of a table; None if several explain it equally well."""
        rows = list(table)
        fits = {scheme: sum(self._fits(scheme, levels) for levels in rows) for scheme in self.schemes}
        best = [scheme for scheme, count in fits.items() if count and count == max(fits.values())]
        return best[0] if len(best) == 1 else None

    def _fits(self, scheme: str, levels: Levels) -> bool:
        found = self._classify(scheme, levels)
        return bool(found.level1_code and (found.level2_code or not levels[1]))

    def classify(self, scheme: str | None, levels: Levels) -> Classification:
        """The codes of a pair of labels: in the table's scheme, else in the first other scheme that knows both."""
        order = [scheme, *self.schemes] if scheme else self.schemes
        found = [self._classify(name, levels) for name in order]
        return max(found, key=lambda one: (one.level1_code is not None) + (one.level2_code is not None))

    def _classified(self, scheme: str, levels: Levels) -> Classification:
        """The codes of a pair of labels in one scheme. A level 2 that stands alone says its level 1 too, if it belongs
        to no other. One that is all that its own level 1 has, as satisfaction is, is the same below another level 1.
        """
        label, above = self._plain(levels[1] or ""), self._plain(levels[0] or "")
        ways = dict.fromkeys((label, self._stem(label)))
        found = {row.code: row for (of, _, key), row in self._level2.items() if of == scheme and key in ways}
        only = next(iter(found.values())) if len(found) == 1 else None
        if not levels[0] and levels[1]:
            return Classification(only.parent, only.code) if only else Classification(None, None)
        level1 = next(filter(None, (self._level1.get((scheme, "", way)) for way in (above, self._stem(above)))), None)
        if level1 is None:  # a table with one column of classes may name those of either level
            return (
                self._classified(scheme, (None, levels[0])) if levels[0] and not label else Classification(None, None)
            )
        is_whole = only and sum((of, parent) == (scheme, only.parent) for of, parent, _ in self._codes) == 1
        # A label may leave to the one above it what both share: 服务对象 below 满意度指标.
        ways |= {self._stem(label) + self._stem(above): None} if label else {}
        own = (self._level2.get((scheme, level1.code, way)) for way in ways)
        level2 = next(filter(None, own), None) or (only if is_whole else None)
        return Classification(level1.code, level2.code if level2 else None)
