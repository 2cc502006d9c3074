"""Names of indicators → those of `indicator_groups`: printings of one name that may be compared, and why they are taken
for one.

Only what cannot change the meaning is left out (`rules/review.toml`): marks before the name, a template behind it, a
year, punctuation and white space, and words for the same at its end. Of what is left, names that differ only in words
that say nothing or in their order are alike; but two names that one project states side by side are two indicators,
however alike.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

LEFT_OUT = {"mark": "group_mark", "template": "group_template", "year": "group_year", "spacing": "group_spacing"}
"""Reason → the patterns of what is left out for it, in order."""
SAME, SAME_WORD, FILLER, ORDER = "same", "same_word", "filler", "order"
TELLING = 4
"""Names that say less, in characters, are alike only if they are the same."""


def indicator_names(indicators: Iterable[Mapping[str, Any]], rules: Rulebook) -> Iterator[tuple[Any, ...]]:
    """The rows of the part `indicator_names` of one document, from its rows of `indicators`: a row per project and
    name, with the name without what cannot change its meaning, and the key that names alike share.
    """
    canonical = compiled(Canonical, rules)
    places = Counter((row["document_id"], row["project_id"], row["indicator_name"]) for row in indicators)
    for (document_id, project_id, name), n_rows in places.items():
        if name:
            plain, why = canonical.of(name)
            yield document_id, project_id, name, plain, why, canonical.likeness(plain), n_rows


def leaders(rivals: Iterable[tuple[str, Sequence[str], int]], rules: Rulebook) -> dict[str, tuple[str, str]]:
    """Names that are alike another → that name, and why; the name that is printed most often leads its group.

    Each rival is a name, the projects that print it, and in how many indicators.
    """
    canonical = compiled(Canonical, rules)
    groups: dict[str, list[tuple[str, Sequence[str]]]] = defaultdict(list)
    for name, projects, _ in sorted(rivals, key=lambda rival: (-rival[2], rival[0])):
        if likeness := canonical.likeness(name):
            groups[likeness].append((name, projects))
    found = {}
    for (leader, led), *others in groups.values():
        taken = set(led)
        for name, projects in others:
            if taken.isdisjoint(projects):
                taken.update(projects)
                same_order = canonical.telling(name) == canonical.telling(leader)
                found[name] = leader, FILLER if same_order else ORDER
    return found


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

    def likeness(self, name: str) -> str | None:
        """What names that are alike share: their telling characters in any order, digits in their own. None for a name
        that says too little.
        """
        telling = self.telling(name)
        letters = sorted(letter for letter in telling if not letter.isdigit())
        digits = (letter for letter in telling if letter.isdigit())
        return "".join((*letters, "/", *digits)) if len(telling) >= TELLING else None

    def _without(self, kind: str, text: str) -> str:
        for rule in self._text[kind]:
            text = rule.pattern.sub("", text)
        return text
