"""The rules of findings: their codes and sentences, and what comparisons of texts need."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.rules.kinds.layouts import TextRule


@dataclass(frozen=True, slots=True)
class IssueRule:
    """A kind of finding: how grave it is, what it means, what to do. Messages hold `{placeholders}`.

    `innocent` says how the same may be right, where it may. `found_by` is `reading` for what the program could not
    read, `review` for what a reviewer would ask about; only these can be switched off or graded anew. `follows` names
    the codes that tell the same fact: where one of them is found, at the same indicator if both are about one and else
    in the same project, this is not told again.
    """

    code: str
    severity: str
    criterion: str
    message_zh: str
    message_en: str
    action_zh: str
    action_en: str
    innocent_zh: str
    innocent_en: str
    found_by: str
    follows: str


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """What comparisons of texts and names need: `rules/review.toml`. `text` holds patterns by what they find;
    `same_words` maps the end of a name to the words that mean the same.
    """

    text: Mapping[str, tuple[TextRule, ...]]
    same_words: Mapping[str, tuple[str, ...]]
