"""The rules of target values compiled: which form reads a text, and what its words mean.

At one place the longest form wins, of equally long ones the heaviest.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pipeline import rulebook
from pipeline.model import Context
from pipeline.rulebook import PatternRule, RuleError, Rulebook, ValueRules
from pipeline.transform.calendar import Calendar
from pipeline.transform.numbers import Numbers
from pipeline.transform.operators import Operators
from pipeline.transform.text import Text, character_table, normalise
from pipeline.transform.units import Units
from pipeline.transform.vocabulary import all_pieces, expand


Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """A rule compiled. `groups` numbers its pieces within its own regular expression."""

    rule: PatternRule
    regex: re.Pattern[str]
    groups: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A form met in a text. `place` is the number of its group in `match`; pieces are had by name."""

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
        """The names of the pieces that are there, in order."""
        return (piece for piece in self.form.groups if self[piece])


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms that are tried together: one regular expression for all, the heaviest first."""

    forms: tuple[Form, ...]
    any_form: re.Pattern[str]
    at: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, forms: tuple[Form, ...], pieces: Mapping[str, str]) -> "Forms":
        """`at` maps a form's id to its number in `forms` and that of its group."""
        branches, at, place = [], {}, 1
        for number, form in enumerate(forms):
            id = form.rule.id
            branches.append(f"(?P<{id}>{expand(form.rule.pattern, pieces, f'{id}__')})")
            at[id] = number, place
            place += 1 + form.regex.groups
        return cls(forms, re.compile("|".join(branches) or r"(?!)"), at)

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

    def within(self, read: str, start: int) -> list[Found]:
        """The forms at the first place at or after `start` where there is one, the best first."""
        first = self.any_form.search(read, start)
        if not first:
            return []
        found = [Found(form, match) for form in self.forms if (match := form.regex.match(read, first.start()))]
        return sorted(found, key=lambda each: each.match.end(), reverse=True)


@dataclass(frozen=True, eq=False)
class Grammar:
    """What a rulebook says of target values, ready to read with.

    `forms` read whole texts, `inner` are looked for inside longer ones, `hinted` need a word in the indicator's name.
    """

    forms: Forms
    inner: Forms
    hinted: Mapping[str, Forms]
    hints: Mapping[str, re.Pattern[str]]
    around: Mapping[str, re.Pattern[str]]
    characters: Mapping[int, str]
    numbers: Numbers
    units: Units
    operators: Operators
    calendar: Calendar
    written: Mapping[str, str]

    def normalise(self, raw: str) -> Text:
        """A text in the characters of the grammar."""
        return normalise(raw, self.characters)

    def whole(self, read: str, indicator_name: str | None) -> Iterator[Found]:
        """The forms that read all of a text: first those that the indicator's name asks for, then the heaviest."""
        for hint in self._hints(indicator_name) if indicator_name else ():
            yield from self.hinted[hint].whole(read)
        yield from self.forms.whole(read)

    @lru_cache(maxsize=65536)  # noqa: B019 a grammar lives as long as the process
    def _hints(self, name: str) -> tuple[str, ...]:
        return tuple(hint for hint, words in self.hints.items() if words.search(name))


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a form was found: in which text, by which grammar, with what else known."""

    text: Text
    grammar: Grammar
    context: Context


def _form(rule: PatternRule, pieces: Mapping[str, str]) -> Form:
    try:
        regex = re.compile(expand(rule.pattern, pieces, ""))
    except re.error as error:
        raise RuleError(f"patterns.toml, {rule.id}: {error}") from None
    return Form(rule, regex, dict(regex.groupindex))


def _hinted(forms: tuple[Form, ...], pieces: Mapping[str, str]) -> dict[str, Forms]:
    hints = {form.rule.when: None for form in forms if form.rule.when}
    return {hint: Forms.of(tuple(form for form in forms if form.rule.when == hint), pieces) for hint in hints}


def compile(rules: Rulebook) -> Grammar:
    """The grammar of a rulebook. Raises RuleError if a rule cannot be compiled."""
    values = rules.values
    pieces = all_pieces(values)
    forms = tuple(_form(rule, pieces) for rule in sorted(values.patterns, key=lambda rule: -rule.weight))
    free = tuple(form for form in forms if not form.rule.when)
    hinted = _hinted(forms, pieces)
    return Grammar(
        forms=Forms.of(free, pieces),
        inner=Forms.of(tuple(form for form in free if form.rule.place == "anywhere"), pieces),
        hinted=hinted,
        hints={hint: re.compile(pieces[hint]) for hint in hinted},
        around={name: re.compile(expand(pattern, pieces)) for name, pattern in values.around.items()},
        characters=character_table(values.characters),
        numbers=Numbers.of(values),
        units=Units.of(values),
        operators=Operators.of(values),
        calendar=Calendar.of(values),
        written=values.written,
    )


@cache
def default() -> Grammar:
    """The grammar of the rules that ship with the package, compiled once in a process."""
    return compile(rulebook.default())
