"""Words for classes of indicators, told by their stems: 产出类指标, 预期产出指标 and 产出 are one class."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.extract.layout.header.columns import LEVELS
from pipeline.extract.layout.words.labels import REMEMBERED, plain, untranslated
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.stems import stem

LONGEST = 20
"""Characters of the longest text, without number and points, that is tried as a class."""
LONGEST_PRINTED = 40
"""The same with these, and with the white space that a narrow cell takes."""
_IN_BRACKETS = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")
LEVEL1, LEVEL2, BOTH = "level1", "level2", "both"


class ClassWords:
    """The classes of `rules/taxonomy.csv` by label and by stem."""

    def __init__(self, rules: Rulebook):
        text = rules.layouts.text
        self._numbered = [rule.pattern for rule in (*text["level_weight"], *text["level_number"])]
        self._around = text["class_around"]
        (joint,), (dash,) = text["class_joint"], text["class_dash"]
        self._joint, self._dash = joint.pattern, dash.pattern
        self._levels: dict[str, dict[str, None]] = {}
        self._asked: set[str] = set()
        asked = {(row.scheme, row.code) for row in rules.taxonomy if row.required and row.level == "1"}
        for row in rules.taxonomy:
            for word in {word for label in row.labels for word in (plain(label), self._stem(plain(label)))}:
                self._levels.setdefault(word, {})[row.level] = None
                self._asked.update([word] if (row.scheme, row.parent or row.code) in asked else [])
        self._of = lru_cache(maxsize=REMEMBERED)(self._levels_of)

    def level(self, text: str) -> str:
        """Of which level a text names a class: `level1`, `level2`, `both`, or empty if it names none."""
        levels = self._of(text)
        return BOTH if len(levels) > 1 else f"level{levels[0]}" if levels else ""

    def is_asked_for(self, text: str) -> bool:
        """Whether a text names a class of those that every form of targets must have, or one below these."""
        bare = self._bare(text)
        parts = [bare, *self._joint.split(bare)] if self._of(text) else []
        return any(part in self._asked or self._stem(part) in self._asked for part in parts)

    def is_stem(self, text: str) -> bool:
        """Whether a text says no more than the stem of a class, which other things are called too: 数量."""
        return self._stem(plain(text)) == plain(text)

    def first(self, text: str) -> str | None:
        """The level of the class that a text names, in the scheme that stands first where it names two; or None."""
        return next(iter(self._of(text)), None)

    def named(self, text: str) -> dict[str, str]:
        """The classes that a text names, by level: one, or one and that below it (产出指标—数量, 产出指标（数量）)."""
        if pair := self._pair(text):
            return pair
        level = self.first(text)
        return {f"level{level}": text} if level else {}

    def _pair(self, text: str) -> dict[str, str]:
        in_brackets = _IN_BRACKETS.fullmatch(text.strip())
        parts = [part.strip() for part in (in_brackets.groups() if in_brackets else self._dash.split(text))]
        levels = [self._of(part) for part in parts]
        is_pair = len(parts) == len(LEVELS) and "1" in levels[0] and "2" in levels[1]
        return dict(zip(LEVELS, parts, strict=True)) if is_pair else {}

    def _levels_of(self, text: str) -> tuple[str, ...]:
        return tuple(self._found(text)) if len(text) <= LONGEST_PRINTED else ()

    def _found(self, text: str) -> Iterable[str]:
        bare = self._bare(text)
        if not bare or len(bare) > LONGEST:
            return ()
        if whole := self._levels.get(bare) or self._levels.get(self._stem(bare)):
            return whole
        parts = [self._levels.get(part) or self._levels.get(self._stem(part)) for part in self._joint.split(bare)]
        return set.intersection(*(set(part or ()) for part in parts)) if all(parts) else ()

    def _bare(self, text: str) -> str:
        """The name of a class without points and numbers around it."""
        for pattern in self._numbered:
            text = pattern.sub("", text)
        return untranslated(plain(text))

    def _stem(self, label: str) -> str:
        return stem(label, self._around)
