"""Indicator names → `indicator_groups`: printings of one name that may be compared, and why they are taken for one.

Only what cannot change the meaning is left out (`rules/review.toml`): marks before the name, a template behind it, a
year, punctuation and white space, and words for the same at its end. Of what is left, names that differ only in words
that say nothing or in their order are alike; but two names that one project states side by side are two indicators,
however alike.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

import pandas as pd

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.tables.indicators import INDICATOR_GROUPS
from pipeline.transform.records import frame

LEFT_OUT = {"mark": "group_mark", "template": "group_template", "year": "group_year", "spacing": "group_spacing"}
"""Reason → the patterns of what is left out for it, in order."""
SAME, SAME_WORD, FILLER, ORDER = "same", "same_word", "filler", "order"
TELLING = 4
"""Names that say less, in characters, are alike only if they are the same."""


def indicator_groups(indicators: pd.DataFrame, rules: Rulebook) -> pd.DataFrame:
    """The table `indicator_groups`, one row per distinct name. `indicators` has `project_id` and `indicator_name`."""
    named = indicators[["project_id", "indicator_name"]].dropna()
    canonical = Canonical(rules)
    plain = {name: canonical.of(name) for name in sorted(set(named["indicator_name"]))}
    places: dict[str, list[str]] = defaultdict(list)
    for project_id, name in named.itertuples(index=False):
        places[plain[name][0]].append(project_id)
    leaders = _leaders(places, canonical)
    rows = [(name, *_grouped(found, why, leaders)) for name, (found, why) in plain.items()]
    return frame(rows, INDICATOR_GROUPS)


class Canonical:
    """What tells names apart, by the rules."""

    def __init__(self, rules: Rulebook):
        self._text = rules.review.text
        self._ends = {other: word for word, others in rules.review.same_words.items() for other in others}

    def of(self, name: str) -> tuple[str, str]:
        """The name without what cannot change its meaning, and the first reason why it is another; a name of nothing
        but that stays as it is.
        """
        found, reasons = name, []
        for reason, kind in LEFT_OUT.items():
            before, found = found, self._without(kind, found)
            reasons += [reason] if found != before else []
        end = next((end for end in self._ends if found.endswith(end)), None)
        if end:
            found = found.removesuffix(end) + self._ends[end]
            reasons.append(SAME_WORD)
        return (found, (*reasons, SAME)[0]) if found else (name, SAME)

    def telling(self, name: str) -> str:
        """The name without words that say nothing."""
        return self._without("group_filler", name)

    def _without(self, kind: str, text: str) -> str:
        for rule in self._text[kind]:
            text = rule.pattern.sub("", text)
        return text


def _grouped(found: str, why: str, leaders: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """The name that leads the group, and the first reason why it does."""
    leader, likeness = leaders.get(found, (found, SAME))
    return leader, likeness if why == SAME else why


def _leaders(places: dict[str, list[str]], canonical: Canonical) -> dict[str, tuple[str, str]]:
    """Names that are alike another → that name, and why; the name that is printed most often leads its group.

    `places` are the projects of each name.
    """
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for name in sorted(places, key=lambda name: (-len(places[name]), name)):
        telling = canonical.telling(name)
        if len(telling) >= TELLING:
            groups[_characters(telling)].append(name)
    leaders = {}
    for leader, *others in groups.values():
        taken = set(places[leader])
        for name in others:
            if taken.isdisjoint(places[name]):
                taken.update(places[name])
                same_order = canonical.telling(name) == canonical.telling(leader)
                leaders[name] = leader, FILLER if same_order else ORDER
    return leaders


def _characters(telling: str) -> Hashable:
    """The characters of a name in any order, its digits in their own."""
    letters = Counter(letter for letter in telling if not letter.isdigit())
    return frozenset(letters.items()), "".join(filter(str.isdigit, telling))
