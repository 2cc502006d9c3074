"""Goals that no indicator measures."""

from collections.abc import Iterator

from pipeline.transform.issues import Located
from pipeline.transform.review.project import Lexicon, Project


def goals_without_indicator(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per goal that shares not a single telling pair of characters with any indicator."""
    if not project.rows:
        return
    texts = {text for row in project.rows for text in (row["indicator_name"], row["description"])}
    named = frozenset().union(*(lexicon.wording.pairs(text) for text in texts))
    for goal in project.goals:
        if not lexicon.wording.pairs(goal["goal_text"]) & named:
            yield project.finding("goal_without_indicator", goal["goal_text"], goal=goal["goal_no"])
