"""What a pattern asks of a text, known before it is tried: how it may begin and end, and what it cannot do without.

A shape is worked out from the pieces of a pattern, so that most forms need neither be tried on a text nor compiled.
It may allow more than the pattern matches, never less: what stands in lookarounds is passed over.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_

from pipeline.rules.book import RuleError
from pipeline.transform.values.vocabulary import no_piece

Characters = frozenset[str]
_NONE: Characters = frozenset()
_DIGITS = frozenset("0123456789")
_ORDINARY = "".join(map(chr, range(0x20, 0x7F))) + "".join(map(chr, (0x4E02, 0xE9, 0x663, 0x3042, 0x2603)))
"""Stand for others of their kind where the rules do not name them."""
_TOKEN = re.compile(
    r"\{(?:[a-z_]+=)?(?P<piece>[a-z_]+)\}|(?P<never>\(\?!\))|(?P<open>\((?:\?(?::|=|!|<=|<!))?)(?!\?)|(?P<close>\))|(?P<either>\|)"
    r"|(?P<times>(?:[*+?]|\{\d*,?\d*\})[?+]?)|(?P<edge>[$^])|(?P<atom>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\()\[])",
    re.DOTALL,
)
_PLAIN_CLASS = re.compile(r"\[(?P<not>\^?)(?P<named>[^\\\[\]^&|~-]+)\]")
"""A class that names its characters one by one."""
_AROUND = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_MAY_BE_NONE = re.compile(r"[*?]|\{0?,")
_Token = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """The characters that may stand first, second and last in a match, and right before a digit of it.

    `empty` and `single` say that nothing at all, and that one character may match. A match holds a character of each
    set of `needs`, each at a place of its own.
    """

    empty: bool
    single: bool = False
    first: Characters = _NONE
    second: Characters = _NONE
    last: Characters = _NONE
    before_digit: Characters = _NONE
    needs: tuple[Characters, ...] = ()


_NOTHING = Shape(True)
_NEVER = Shape(False, needs=(_NONE,))
"""Of what no text matches, such as a vocabulary without words."""
_BARE = {"edge": _NOTHING, "never": _NEVER}


def _joined(one: Shape, other: Shape) -> Shape:
    """The shape of one after the other."""
    return Shape(
        one.empty and other.empty,
        (one.single and other.empty) or (one.empty and other.single),
        one.first | other.first if one.empty else one.first,
        one.second | (other.first if one.single else _NONE) | (other.second if one.empty else _NONE),
        one.last | other.last if other.empty else other.last,
        one.before_digit | other.before_digit | _before(other, one),
        one.needs + other.needs,
    )


def _before(shape: Shape, ahead: Shape) -> Characters:
    """What of the shape ahead stands before a digit with which this one begins."""
    return ahead.last if _DIGITS & shape.first else _NONE


def _either(shapes: list[Shape]) -> Shape:
    """The shape of any of several, of those that anything can match."""
    able = [shape for shape in shapes if _NONE not in shape.needs]
    if len(able) < 2:
        return able[0] if able else _NEVER
    return Shape(
        any(shape.empty for shape in able),
        any(shape.single for shape in able),
        _NONE.union(*(shape.first for shape in able)),
        _NONE.union(*(shape.second for shape in able)),
        _NONE.union(*(shape.last for shape in able)),
        _NONE.union(*(shape.before_digit for shape in able)),
        _needed_by_all([Counter(shape.needs) for shape in able]),
    )


def _needed_by_all(needs: list[Counter[Characters]]) -> tuple[Characters, ...]:
    """What all of several need. Beside the same for all, each may need more: the narrowest of that, taken together."""
    same = reduce(and_, needs)
    narrowest = [min(one - same, key=_breadth, default=None) for one in needs]
    known = [one for one in narrowest if one is not None]
    return (*same.elements(), *([_NONE.union(*known)] if len(known) == len(needs) else []))


def _breadth(needed: Characters) -> tuple[bool, int]:
    """How little a need says: a digit stands in nearly every text."""
    return bool(_DIGITS & needed), len(needed)


class Alphabet:
    """The characters that patterns tell apart: those that they name, and one of each kind of all others."""

    def __init__(self, patterns: Iterable[str]):
        self._named = frozenset("".join(patterns))
        self._all = "".join(sorted(self._named.union(_ORDINARY)))
        self._kinds: dict[str, tuple[re.Pattern[str], Characters]] = {}
        self._like: dict[tuple[bool, ...], str] = {}

    def matched(self, atom: str) -> Characters:
        """The characters that an atom of a pattern matches: a character, an escape or a class. Raises RuleError."""
        if _is_itself(atom):
            return frozenset(atom[-1])
        if plain := _PLAIN_CLASS.fullmatch(atom):
            named = frozenset(plain["named"])
            return frozenset(self._all) - named if plain["not"] else named
        if atom not in self._kinds:
            kind = _kind(atom)
            self._kinds[atom] = kind, frozenset(kind.findall(self._all))
        return self._kinds[atom][1]

    def known(self, character: str) -> str | None:
        """The character that patterns treat alike, itself if they name it; None if that is not known."""
        if character in self._named:
            return character
        if not self._like:
            self._like = {self._kind(one): one for one in _ORDINARY if one not in self._named}
        return self._like.get(self._kind(character))

    def _kind(self, character: str) -> tuple[bool, ...]:
        return tuple(kind.match(character) is not None for kind, _ in self._kinds.values())


def _is_itself(atom: str) -> bool:
    """Whether an atom is a character that stands for itself, or an escape of one."""
    return (len(atom) == 1 and atom != ".") or (len(atom) == 2 and not atom[1].isalnum())


def _kind(atom: str) -> re.Pattern[str]:
    try:
        return re.compile(atom)
    except re.error as error:
        raise RuleError("patterns.toml: {atom}: {error}", atom=atom, error=error) from None


class Shapes:
    """The shapes of patterns made of these pieces."""

    def __init__(self, pieces: Mapping[str, str], patterns: Iterable[str]):
        self.alphabet = Alphabet([*pieces.values(), *patterns])
        self._pieces = pieces
        self._known: dict[str, Shape] = {}

    def of(self, pattern: str) -> Shape:
        """The shape of a pattern. Raises RuleError for an unknown piece and for what patterns may not hold."""
        return self._alternatives(_tokens(pattern))

    def _alternatives(self, tokens: Iterator[_Token]) -> Shape:
        """The shape of what stands up to the next bracket that closes, or to the end."""
        branches: list[list[Shape]] = [[]]
        for kind, text in tokens:
            match kind:
                case "close":
                    break
                case "either":
                    branches.append([])
                case "times" if branches[-1]:
                    branches[-1][-1] = _repeated(branches[-1][-1], text)
                case _:
                    branches[-1].append(self._item(kind, text, tokens))
        return _either([reduce(_joined, branch, _NOTHING) for branch in branches])

    def _item(self, kind: str, text: str, tokens: Iterator[_Token]) -> Shape:
        if kind == "open":
            return _grouped(text, self._alternatives(tokens))
        if kind in _BARE:
            return _BARE[kind]
        if text not in self._known:
            self._known[text] = self._piece(text) if kind == "piece" else self._atom(text)
        return self._known[text]

    def _piece(self, name: str) -> Shape:
        if name not in self._pieces:
            raise no_piece(name)
        return self.of(self._pieces[name])

    def _atom(self, atom: str) -> Shape:
        matched = self.alphabet.matched(atom)
        return Shape(False, True, matched, last=matched, needs=(matched,))


def refuse_wrong(patterns: Iterable[str], pieces: Mapping[str, str]) -> None:
    """Raises RuleError for a piece that does not exist, and for what patterns may not hold."""
    for pattern in patterns:
        for kind, text in _tokens(pattern):
            if kind == "piece" and text not in pieces:
                raise no_piece(text)
            if kind == "atom" and not _is_itself(text) and not _PLAIN_CLASS.fullmatch(text):
                _kind(text)


def _tokens(pattern: str) -> Iterator[_Token]:
    at = 0
    while at < len(pattern):
        if not (token := _TOKEN.match(pattern, at)):
            raise RuleError("patterns.toml: {at!r} is not part of the language of patterns", at=pattern[at : at + 10])
        at = token.end()
        kind = token.lastgroup or ""
        yield kind, token[kind]


def _grouped(opening: str, inside: Shape) -> Shape:
    return _NOTHING if opening in _AROUND else inside


def _repeated(shape: Shape, times: str) -> Shape:
    """The shape of something once or more often, or not at all if it may be."""
    again = _joined(shape, shape)
    if _MAY_BE_NONE.match(times):
        return replace(again, empty=True, single=shape.single, needs=())
    return replace(again, single=shape.single, needs=shape.needs)
