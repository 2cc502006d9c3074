"""The forms in which targets are written: patterns as regular expressions, alone and all together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from pipeline.rulebook import PatternRule, RuleError
from pipeline.transform.vocabulary import expand

_NAME = re.compile(r"\(\?P<(\w+)>")


@dataclass(frozen=True, eq=False)
class Form:
    """A rule ready to match: `source` is its regular expression, `groups` numbers its pieces there."""

    rule: PatternRule
    source: str
    groups: Mapping[str, int]

    @classmethod
    def of(cls, rule: PatternRule, pieces: Mapping[str, str]) -> "Form":
        """The form of a rule. Raises RuleError for a piece that does not exist."""
        source = expand(rule.pattern, pieces)
        return cls(rule, source, {name: number for number, name in enumerate(_NAME.findall(source), 1)})

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Raises RuleError if the pattern is no regular expression."""
        try:
            return re.compile(self.source)
        except re.error as error:
            raise RuleError(f"patterns.toml, {self.rule.id}: {error}") from None

    def branch(self) -> str:
        """The form as one of many: a group of its own, the names of its pieces made different from all others."""
        own = _NAME.sub(rf"(?P<{self.rule.id}__\1>", self.source)
        return f"(?P<{self.rule.id}>{own})"


@dataclass(frozen=True, slots=True)
class Found:
    """A form met in a text; its pieces are had by name. `place` is the number of its own group in `match`."""

    form: Form
    match: re.Match[str]
    place: int = 0

    def __getitem__(self, piece: str) -> str:
        """The piece as read, empty if the form has none of that name or it is not there."""
        group = self.form.groups.get(piece)
        return (self.match[self.place + group] or "") if group else ""

    def span(self, piece: str | None = None) -> tuple[int, int]:
        """Where the form or one of its pieces stands in the text as read."""
        return self.match.span(self.place + (self.form.groups[piece] if piece else 0))

    def pieces(self) -> Iterator[str]:
        """The names of the pieces that are there."""
        return (piece for piece in self.form.groups if self[piece])


@dataclass(frozen=True, eq=False)
class Forms:
    """Forms that are tried together, the heaviest first."""

    forms: tuple[Form, ...]

    @cached_property
    def any_form(self) -> re.Pattern[str]:
        """One regular expression for all; the form that matches is its last group."""
        try:
            return re.compile("|".join(form.branch() for form in self.forms) or r"(?!)")
        except re.error:
            for form in self.forms:
                _ = form.regex  # says which of them is wrong
            raise

    @cached_property
    def at(self) -> Mapping[str, tuple[int, int]]:
        """A form's id → its number in `forms`, the number of its group in `any_form`."""
        places = accumulate((1 + len(form.groups) for form in self.forms), initial=1)
        return {form.rule.id: (number, place) for (number, form), place in zip(enumerate(self.forms), places)}

    def whole(self, read: str) -> Iterator[Found]:
        """The forms that read all of a text, the heaviest first."""
        match = self.any_form.fullmatch(read)
        if not match:
            return
        number, place = self.at[match.lastgroup]
        yield Found(self.forms[number], match, place)
        for form in self.forms[number + 1 :]:
            if match := form.regex.fullmatch(read):
                yield Found(form, match)

    def first(self, read: str, start: int) -> list[Found]:
        """The forms at the first place from `start` where there is one: the longest first, then the heaviest."""
        place = self.any_form.search(read, start)
        if not place:
            return []
        found = [Found(form, match) for form in self.forms if (match := form.regex.match(read, place.start()))]
        return sorted(found, key=lambda each: each.match.end(), reverse=True)
