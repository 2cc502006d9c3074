"""Indicator names → `indicator_groups`: printings of one name that may be compared, and why they are taken for one.

Only what cannot change the meaning is left out (`rules/review.toml`): marks before the name, a year, punctuation and
white space, and words for the same at its end. Names that merely resemble each other stay apart.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from pipeline.rulebook import Rulebook, TextRule
from pipeline.schema import INDICATOR_GROUPS

LEFT_OUT = {"mark": "group_mark", "year": "group_year", "spacing": "group_spacing"}
"""Reason → the patterns of what is left out for it, in order."""


def indicator_groups(names: Iterable[str | None], rules: Rulebook) -> pd.DataFrame:
    """The table `indicator_groups`, one row per distinct name."""
    ends = {other: word for word, others in rules.review.same_words.items() for other in others}
    distinct = sorted({name for name in names if isinstance(name, str)})
    rows = [(name, *canonical(name, rules.review.text, ends)) for name in distinct]
    return pd.DataFrame(rows, columns=[column.name for column in INDICATOR_GROUPS.columns], dtype=object)


def canonical(name: str, text: Mapping[str, tuple[TextRule, ...]], ends: Mapping[str, str]) -> tuple[str, str]:
    """The name under which a name is compared, and the first reason why it is another; a name of nothing but what
    is left out stays as it is.
    """
    found, reasons = name, []
    for reason, kind in LEFT_OUT.items():
        before = found
        for rule in text[kind]:
            found = rule.pattern.sub("", found)
        reasons += [reason] if found != before else []
    for end, word in ends.items():
        if found.endswith(end):
            found = found.removesuffix(end) + word
            reasons.append("same_word")
            break
    return (found, (*reasons, "same")[0]) if found else (name, "same")
