"""The forms in which targets are written: patterns as regular expressions, and which of them to try on a text.

A set of forms is a number with a bit for each form; what a character says of all forms is had in one step so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from pipeline.rules.book import RuleError
from pipeline.rules.kinds.values import PatternRule, ValueRules
from pipeline.transform.values.shapes import Alphabet, Characters, Shape, Shapes
from pipeline.transform.values.vocabulary import NOTHING, Pieces, compiled

_ANY = -1
"""The set of all forms: every bit."""
_REMEMBERED = 100_000
"""Pairs of characters, and kinds of texts, whose forms are kept."""
_BEFORE_DIGIT = re.compile(r"[^0-9](?=[0-9])")


class Form:
    """A rule ready to match. It is compiled when it is first tried: most texts need few forms."""

    def __init__(self, rule: PatternRule, shape: Shape, pieces: Pieces):
        self.rule, self.shape, self._pieces = rule, shape, pieces

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern. Raises RuleError for what is no regular expression."""
        try:
            return compiled(self.rule.pattern, self._pieces)
        except re.error as error:
            raise RuleError("patterns.toml, {id}: {error}", id=self.rule.id, error=error) from None

    @property
    def needs(self) -> Counter[Characters]:
        """How many characters of which sets a text must hold."""
        return Counter(self.shape.needs) | Counter(map(frozenset, self.rule.needs))


class Found(defaultdict[str, str]):
    """A form met in a text: its pieces by name as read, empty if the form has none of that name or it is not there."""

    __slots__ = ("form", "match")

    def __init__(self, form: Form, match: re.Match[str]):
        super().__init__(str, match.groupdict(""))
        self.form, self.match = form, match

    def span(self, piece: str | None = None) -> tuple[int, int]:
        """Where the form or one of its pieces stands in the text as read."""
        return self.match.span(piece or 0)

    def pieces(self) -> Iterator[str]:
        """The names of the pieces that are there."""
        return (piece for piece in self.match.re.groupindex if self[piece])


class Patterns:
    """The forms of a rulebook, the heaviest first, and what may stand around them, made of certain pieces."""

    def __init__(self, rules: ValueRules, pieces: Pieces):
        shapes = Shapes(pieces, (rule.pattern for rule in rules.patterns))
        forms = [Form(rule, shapes.of(rule.pattern), pieces) for rule in by_weight(rules)]
        self.forms, self._around, self._pieces = Forms(forms, shapes.alphabet), rules.around, pieces
        self._compiled: dict[str, re.Pattern[str]] = {}

    def around(self, name: str) -> re.Pattern[str]:
        """The pattern of `[around]` of this name; it matches nothing if there is none, as in earlier rules, which
        `diff` reads with.
        """
        if name not in self._compiled:
            self._compiled[name] = compiled(self._around.get(name, NOTHING), self._pieces, named=False)
        return self._compiled[name]


def by_weight(rules: ValueRules) -> list[PatternRule]:
    """The rules of forms, the heaviest first: a set of forms is a bit for each, in this order."""
    return sorted(rules.patterns, key=lambda rule: -rule.weight)


class Forms:
    """The forms of a grammar, the heaviest first, made of certain pieces."""

    def __init__(self, forms: Sequence[Form], alphabet: Alphabet):
        self._forms = forms
        needs = [form.needs for form in forms]
        self._wanted = list(dict.fromkeys(need for one in needs for need in one))
        self._able = _Able(*([self._bits_of(one, least) for one in needs] for least in (1, 2)))
        self._holds = _ByCharacter(self._wanted, alphabet)
        self._first, self._second, self._last, self._before_digit = (
            _ByCharacter([getattr(form.shape, place) for form in forms], alphabet)
            for place in ("first", "second", "last", "before_digit")
        )
        self._empty = self._that(lambda shape: shape.empty)
        self._short = self._that(lambda shape: shape.empty or shape.single)
        self._beginning = _Beginning(self)

    def __iter__(self) -> Iterator[Form]:
        return iter(self._forms)

    def _that(self, suits: Callable[[Shape], bool]) -> int:
        """The set of forms whose shapes suit."""
        return sum(1 << no for no, form in enumerate(self._forms) if suits(form.shape))

    def whole(self, read: str, *among: int) -> Iterator[Found]:
        """The forms that read all of a text, of each set the heaviest first."""
        able = self._last[read[-1]] & self._around_digits(read) if read else self._empty
        able &= self._beginning[read[:2]] & self._able[self._held(read)]
        for some in among:
            for no in _numbers(able & some):
                form = self._forms[no]
                if match := form.regex.fullmatch(read):
                    yield Found(form, match)

    def inside(self, read: str, among: int) -> Callable[[int], list[Found]]:
        """What looks for forms of a set in a text: gives those at the first place from another where there is one, the
        longest first, then the heaviest.
        """
        beginning, able = self._beginning, self._able[self._held(read)] & among

        def first(start: int) -> list[Found]:
            for at in range(start, len(read)):
                if some := beginning[read[at : at + 2]] & able:
                    matches = [(no, self._forms[no].regex.match(read, at)) for no in _numbers(some)]
                    found = [Found(self._forms[no], match) for no, match in matches if match]
                    if found:
                        return sorted(found, key=lambda each: each.match.end(), reverse=True)
            return []

        return first

    def beginning_with(self, pair: str) -> int:
        """The forms that may begin with two characters, or with one where a text ends."""
        if not pair:
            return self._empty
        goes_on = self._second[pair[1]] if len(pair) > 1 else 0
        return (self._first[pair[0]] | self._empty) & (goes_on | self._short)

    def _bits_of(self, needs: Mapping[Characters, int], least: int) -> int:
        return sum(1 << no for no, wanted in enumerate(self._wanted) if needs.get(wanted, 0) >= least)

    def _held(self, read: str) -> tuple[int, int]:
        """What forms need and the text holds, once and more than once."""
        once = twice = 0
        for held in map(self._holds.__getitem__, read):
            twice |= once & held
            once |= held
        return once, twice

    def _around_digits(self, read: str) -> int:
        """The forms in which digits may stand after what they stand after in a text."""
        able = _ANY
        for character in _BEFORE_DIGIT.findall(read):
            able &= self._before_digit[character]
        return able


class _Beginning(dict[str, int]):
    """The forms that may begin with two characters, or with one where a text ends; the pairs met are remembered."""

    def __init__(self, forms: Forms):
        super().__init__()
        self._forms = forms

    def __missing__(self, pair: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        self[pair] = some = self._forms.beginning_with(pair)
        return some


class _Able(dict[tuple[int, int], int]):
    """The forms that a text may hold, by which of what they need it holds once and more than once. Texts of the same
    kinds of characters are alike in this.
    """

    def __init__(self, once: Sequence[int], twice: Sequence[int]):
        super().__init__()
        self._needs = list(zip(once, twice, strict=True))

    def __missing__(self, held: tuple[int, int]) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        once, twice = held
        needs = enumerate(self._needs)
        self[held] = able = sum(1 << no for no, (one, two) in needs if not (one & ~once or two & ~twice))
        return able


def _numbers(forms: int) -> Iterator[int]:
    """The numbers of the forms of a set, the least first."""
    while forms:
        least = forms & -forms
        yield least.bit_length() - 1
        forms ^= least


class _ByCharacter(dict[str, int]):
    """Which of several sets of characters hold a character; all of them where it is of a kind that nothing tells."""

    def __init__(self, sets: Iterable[Characters], alphabet: Alphabet):
        super().__init__()
        self._alphabet = alphabet
        for no, characters in enumerate(sets):
            for character in characters:
                self[character] = self.get(character, 0) | 1 << no

    def __missing__(self, character: str) -> int:
        like = self._alphabet.known(character)
        self[character] = bits = _ANY if like is None else self.get(like, 0)
        return bits
