"""The stems of labels: what is left without the words that stand around them."""

from collections.abc import Iterable

from pipeline.rules.kinds.layouts import TextRule


def stem(label: str, around: Iterable[TextRule]) -> str:
    """A label without what stands around its stem; whole if nothing else is left of it (绩效目标)."""
    left = label
    for rule in around:
        if not (rest := rule.pattern.sub("", left)):
            return label
        left = rest
    return left
