"""Words for classes of indicators, told by their stems: 产出类指标, 预期产出指标 and 产出 are one class."""

from pipeline.extract.layout.labels import plain
from pipeline.rules.kinds.rulebook import Rulebook

LONGEST = 20
"""Characters of the longest text, without number and points, that is tried as a class."""
LEVEL1, LEVEL2, BOTH = "level1", "level2", "both"


class ClassWords:
    """The classes of `rules/taxonomy.csv` by label and by stem."""

    def __init__(self, rules: Rulebook):
        text = rules.layouts.text
        self._numbered = [rule.pattern for rule in (*text["level_weight"], *text["level_number"])]
        self._around = [rule.pattern for rule in text["class_around"]]
        (joint,) = text["class_joint"]
        self._joint = joint.pattern
        self._levels: dict[str, set[str]] = {}
        for row in rules.taxonomy:
            for label in row.labels:
                for word in (plain(label), self._stem(plain(label))):
                    self._levels.setdefault(word, set()).add(row.level)
        self._known: dict[str, str] = {}

    def level(self, text: str) -> str:
        """Of which level a text names a class: `level1`, `level2`, `both`, or empty if it names none."""
        if text not in self._known:
            levels = self._found(text)
            self._known[text] = BOTH if len(levels) > 1 else f"level{levels.pop()}" if levels else ""
        return self._known[text]

    def _found(self, text: str) -> set[str]:
        bare = self._bare(text)
        if not bare or len(bare) > LONGEST:
            return set()
        whole = self._levels.get(bare) or self._levels.get(self._stem(bare))
        if whole:
            return set(whole)
        parts = [self._levels.get(part) or self._levels.get(self._stem(part)) for part in self._joint.split(bare)]
        return set.intersection(*map(set, parts)) if all(parts) else set()

    def _bare(self, text: str) -> str:
        """The name of a class without points and numbers around it."""
        for pattern in self._numbered:
            text = pattern.sub("", text)
        return plain(text)

    def _stem(self, label: str) -> str:
        """A label without what stands around its stem; whole if nothing else is left of it (绩效目标)."""
        stem = label
        for pattern in self._around:
            if not (rest := pattern.sub("", stem)):
                return label
            stem = rest
        return stem
