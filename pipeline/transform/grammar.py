"""The rules of target values compiled: which form reads a text, whole or in part, and what its words mean.

At one place the longest form wins, of equally long ones the heaviest.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline import rulebook
from pipeline.rulebook import EdgeRule, PatternRule, RuleError, Rulebook, ValueRules
from pipeline.transform.operators import Operators
from pipeline.transform.text import Text, character_table, normalise
from pipeline.transform.units import Units
from pipeline.transform.vocabulary import any_of

_PIECE = re.compile(r"\{(?:([a-z_]+)=)?([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """A rule compiled. `place` is the number of its group in the regular expression of all forms."""

    id: str
    reading: str
    weight: int
    regex: re.Pattern[str]
    place: int


@dataclass(frozen=True, slots=True)
class Found:
    """A form met in a text. Its pieces are had by name: `found["number"]`."""

    form: Form
    match: re.Match[str]
    place: int = 0

    def __getitem__(self, piece: str) -> str:
        """The piece as read, empty if the form has none of that name or it is not there."""
        group = self.form.regex.groupindex.get(piece)
        return (self.match[self.place + group] or "") if group else ""

    @property
    def span(self) -> tuple[int, int]:
        return self.match.span(self.place)

    def parts(self) -> Iterator[tuple[str, int, int]]:
        """Each piece that is there: its name, start and end in the text as read."""
        for name, group in self.form.regex.groupindex.items():
            start, end = self.match.span(self.place + group)
            if start < end:
                yield name, start, end

    def piece_span(self, piece: str) -> tuple[int, int]:
        return self.match.span(self.place + self.form.regex.groupindex[piece])


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a rulebook says of target values, ready to read with."""

    forms: Mapping[str, Form]
    any_form: re.Pattern[str]
    characters: Mapping[int, str]
    units: Units
    operators: Operators
    edges: Mapping[str, EdgeRule]

    def normalise(self, raw: str) -> Text:
        return normalise(raw, self.characters)

    def whole(self, read: str) -> Iterator[Found]:
        """The forms that read all of a text, the heaviest first."""
        match = self.any_form.fullmatch(read)
        if not match:
            return
        first = self.forms[match.lastgroup]
        yield Found(first, match, first.place)
        for form in self.forms.values():
            if form.place > first.place and (match := form.regex.fullmatch(read)):
                yield Found(form, match)

    def within(self, read: str, start: int) -> Iterator[Found]:
        """The forms at the first place at or after `start` where there is one, the best first."""
        if first := self.any_form.search(read, start):
            found = [Found(form, match) for form in self.forms.values() if (match := form.regex.match(read, first.start()))]
            yield from sorted(found, key=lambda each: (-each.match.end(), -each.form.weight))


def expand(pattern: str, pieces: Mapping[str, str], named: str | None = None) -> str:
    """A pattern as a regular expression. Its pieces become groups called `named` + name; None: groups without name.

    Raises RuleError for a piece that does not exist.
    """

    def put(match: re.Match[str]) -> str:
        name, piece = match[1] or match[2], match[2]
        if piece not in pieces:
            raise RuleError(f"patterns.toml: there is no piece {{{piece}}}; define it under [pieces] or correct its name")
        inner = expand(pieces[piece], pieces)
        return f"(?:{inner})" if named is None else f"(?P<{named}{name}>{inner})"

    return _PIECE.sub(put, pattern)


def all_pieces(rules: ValueRules) -> Mapping[str, str]:
    """The pieces that patterns may use: those of `[pieces]` and one for each vocabulary."""
    before = [rule for rule in rules.operators if rule.position == "before"]
    spellings = {
        "sign": [rule.spelling for rule in before if rule.source == "symbol"],
        "operator_word": [rule.spelling for rule in before if rule.source == "word"],
        "operator_after": [rule.spelling for rule in rules.operators if rule.position == "after"],
        "magnitude": [rule.spelling for rule in rules.magnitudes],
        "known_unit": [spelling for rule in rules.units for spelling in rule.spellings.split()],
        "edge": [rule.word for rule in rules.edges],
        "placeholder": [rule.spelling for rule in rules.placeholders],
    }
    return {**rules.pieces, **{name: any_of(words) for name, words in spellings.items()}}


def _form(rule: PatternRule, pieces: Mapping[str, str], place: int) -> Form:
    try:
        return Form(rule.id, rule.reading, rule.weight, re.compile(expand(rule.pattern, pieces, "")), place)
    except re.error as error:
        raise RuleError(f"patterns.toml, {rule.id}: {error}") from None


def _forms(rules: ValueRules, pieces: Mapping[str, str]) -> tuple[dict[str, Form], re.Pattern[str]]:
    forms, branches, place = {}, [], 1
    for rule in sorted(rules.patterns, key=lambda rule: -rule.weight):
        forms[rule.id] = _form(rule, pieces, place)
        branches.append(f"(?P<{rule.id}>{expand(rule.pattern, pieces, f'{rule.id}__')})")
        place += 1 + forms[rule.id].regex.groups
    return forms, re.compile("|".join(branches))


def compile(rules: Rulebook) -> Grammar:
    """The grammar of a rulebook. Raises RuleError if a rule cannot be compiled."""
    values = rules.values
    forms, any_form = _forms(values, all_pieces(values))
    return Grammar(
        forms=forms,
        any_form=any_form,
        characters=character_table(values.characters),
        units=Units.of(values),
        operators=Operators.of(values),
        edges={rule.word: rule for rule in values.edges},
    )


@cache
def default() -> Grammar:
    """The grammar of the rules that ship with the package, compiled once in a process."""
    return compile(rulebook.default())
