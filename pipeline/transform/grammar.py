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
from pipeline.rulebook import Rulebook
from pipeline.transform.calendar import Calendar
from pipeline.transform.forms import Form, Forms, Found
from pipeline.transform.numbers import Numbers
from pipeline.transform.operators import Operators
from pipeline.transform.text import Text, character_table, normalise
from pipeline.transform.units import Units
from pipeline.transform.vocabulary import all_pieces, expand

Fields = dict[str, Any]


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


def compile(rules: Rulebook) -> Grammar:
    """The grammar of a rulebook. Raises RuleError if a rule cannot be compiled."""
    values = rules.values
    pieces = all_pieces(values)
    forms = [Form.of(rule, pieces) for rule in sorted(values.patterns, key=lambda rule: -rule.weight)]
    free = [form for form in forms if not form.rule.when]
    hints = dict.fromkeys(form.rule.when for form in forms if form.rule.when)
    return Grammar(
        forms=Forms(tuple(form for form in free if form.rule.place != "inside")),
        inner=Forms(tuple(form for form in free if form.rule.place != "whole")),
        hinted={hint: Forms(tuple(form for form in forms if form.rule.when == hint)) for hint in hints},
        hints={hint: re.compile(pieces[hint]) for hint in hints},
        around={name: re.compile(expand(pattern, pieces, named=False)) for name, pattern in values.around.items()},
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
