"""The forms in which targets are written: patterns as regular expressions."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.rules.book import RuleError
from pipeline.rules.kinds.values import PatternRule
from pipeline.transform.values.vocabulary import expand


@dataclass(frozen=True, slots=True)
class Form:
    """A rule ready to match. `groups` numbers its pieces."""

    rule: PatternRule
    regex: re.Pattern[str]
    groups: Mapping[str, int]

    @classmethod
    def of(cls, rule: PatternRule, pieces: Mapping[str, str]) -> "Form":
        """The form of a rule. Raises RuleError for an unknown piece and for what is no regular expression."""
        try:
            regex = re.compile(expand(rule.pattern, pieces))
        except re.error as error:
            raise RuleError(f"patterns.toml, {rule.id}: {error}") from None
        return cls(rule, regex, dict(regex.groupindex))


@dataclass(frozen=True, slots=True)
class Found:
    """A form met in a text; its pieces are had by name."""

    form: Form
    match: re.Match[str]

    def __getitem__(self, piece: str) -> str:
        """The piece as read, empty if the form has none of that name or it is not there."""
        group = self.form.groups.get(piece)
        return (self.match[group] or "") if group else ""

    def span(self, piece: str | None = None) -> tuple[int, int]:
        """Where the form or one of its pieces stands in the text as read."""
        return self.match.span(piece or 0)

    def pieces(self) -> Iterator[str]:
        """The names of the pieces that are there."""
        return (piece for piece in self.form.groups if self[piece])


@dataclass(frozen=True)
class Forms:
    """Forms that are tried together, the heaviest first."""

    forms: tuple[Form, ...]

    def whole(self, read: str) -> Iterator[Found]:
        """The forms that read all of a text, the heaviest first."""
        for form in self.forms:
            if form.rule.needs in read and (match := form.regex.fullmatch(read)):
                yield Found(form, match)

    def first(self, read: str, start: int) -> list[Found]:
        """The forms at the first place from `start` where there is one: the longest first, then the heaviest."""
        place = self._any_form.search(read, start)
        if not place:
            return []
        at, able = place.start(), (form for form in self.forms if form.rule.needs in read)
        found = [Found(form, match) for form in able if (match := form.regex.match(read, at))]
        return sorted(found, key=lambda each: each.match.end(), reverse=True)

    @cached_property
    def _any_form(self) -> re.Pattern[str]:
        """Where any form begins. Nameless groups keep it quick; which form it is, only each can say."""
        return re.compile("|".join(_nameless(form.regex.pattern) for form in self.forms) or r"(?!)")


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
