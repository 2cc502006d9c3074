"""Vocabularies as regular expressions, and the pieces of which patterns are made."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pipeline.rules.book import RuleError
from pipeline.rules.kinds.values import OperatorRule, UnitRule, ValueRules

_OPERATOR_PIECES = {
    "sign": "sign",
    "before": "operator_word",
    "stray": "stray_sign",
    "within": "operator_within",
    "exceeding": "exceeding",
    "until": "until",
    "between": "to",
    "closing": "range_end",
    "after": "operator_after",
}
_FEW, _APART = 2, "(?=)"
"""Of more than a few single characters `re` makes a table of all characters there are: quick to match, slow to compile.
What stands before one of them changes nothing, and keeps it from that.
"""
NOTHING = "(?!)"
"""Matches nothing."""
_CLASS = re.compile(r"\\.|\[(?P<few>[%\u0100-\uffff]{3,16})\](?![*+?{])|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
"""An escape or a class; `few` are the characters of one that holds no other than a few, none of them with a meaning."""
_PIECE = re.compile(r"\{(?:([a-z_]+)=)?([a-z_]+)\}")


def any_of(spellings: Iterable[str], compiled_often: bool = False) -> str:
    """A regular expression that matches any of the spellings, the longest first; it matches nothing if there is none.

    Spellings share their beginnings in it, so that a vocabulary of hundreds is as quick as one of ten. One that is
    `compiled_often` is quicker to compile and somewhat slower to match.

    >>> any_of(["m", "mm", "km"])
    '(?:km|m(?:m)?)'
    """
    tree: dict = {}
    for spelling in filter(None, spellings):
        node = tree
        for character in spelling:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree, compiled_often) if tree else NOTHING


def _branches(node: dict, apart: bool) -> str:
    longer = sorted((character, below) for character, below in node.items() if character)
    branches = [
        re.escape(character) + (_branches(below, apart) if below.keys() - {""} else "") for character, below in longer
    ]
    if len(branches) == 1 and "" not in node:
        return branches[0]
    if apart and len(branches) > _FEW and all(not below.keys() - {""} for _, below in longer):
        branches[-1] = _APART + branches[-1]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


class Pieces(Mapping[str, str]):
    """The pieces that patterns may use: those of `[pieces]` and one for each vocabulary, made when it is asked for.

    `narrow` pieces hold no other spellings than those that suit, and are quick to compile.
    """

    def __init__(self, rules: ValueRules, narrow: Callable[[str], bool] | None = None):
        self._suits, self.is_narrow = narrow, narrow is not None
        self._spelled, self._operators, self._written = _spelled(rules), _operators(rules), rules.pieces
        self._names = {**self._spelled, **self._operators, **self._written}
        self._made: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._made:
            self._made[name] = self._of(name)
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def _of(self, name: str) -> str:
        if name in self._written:
            return self._written[name]
        if name in self._operators:
            return self._not_in_words([rule for rule in self._operators[name] if self._may_stand(rule.spelling)])
        return self._any_of(filter(self._may_stand, self._spelled[name]))

    def _may_stand(self, spelling: str) -> bool:
        return self._suits is None or self._suits(spelling)

    def _any_of(self, spellings: Iterable[str]) -> str:
        return any_of(spellings, compiled_often=self.is_narrow)

    def _not_in_words(self, rules: Sequence[OperatorRule]) -> str:
        """The spellings, but those that may be the end of another word only where they are not."""
        free = self._any_of(rule.spelling for rule in rules if not rule.not_after)
        return "|".join([free, *(f"(?<![{rule.not_after}]){rule.spelling}" for rule in rules if rule.not_after)])


def spellings(rules: ValueRules) -> Iterator[str]:
    """Everything that is spelled out in the vocabularies."""
    for words in _spelled(rules).values():
        yield from words
    yield from (rule.spelling for rule in rules.operators)


def _spelled(rules: ValueRules) -> Mapping[str, list[str]]:
    """The spellings of each vocabulary but that of operators."""
    spelled: dict[str, list[str]] = {
        "magnitude": [rule.spelling for rule in rules.magnitudes],
        "known_unit": [spelling for rule in rules.units for spelling in rule.spellings.split()],
        "count_unit": [s for rule in rules.units for s in rule.spellings.split() if rule.dimension == "count"],
        "short_unit": [s for r in rules.units for s in r.spellings.split() if r.dimension == "count" and len(s) == 1],
        "measure_unit": [s for rule in rules.units for s in rule.spellings.split() if _is_measure(rule, s)],
        "long_unit": [s for r in rules.units for s in r.spellings.split() if len(s) > 1 and r.dimension != "months"],
        "ratio_unit": [s for rule in rules.units for s in rule.spellings.split() if rule.dimension == "ratio"],
        "time_unit": [s for r in rules.units for s in r.spellings.split() if r.dimension in ("duration", "months")],
        "numeral_point": [c for rule in rules.numerals for c in rule.characters if rule.role == "point"],
        "numeral": [c for rule in rules.numerals for c in rule.characters if rule.role in ("digit", "multiplier")],
        "fraction_sign": [c for rule in rules.numerals for c in rule.characters if rule.role == "fraction"],
    }
    for rule in rules.calendar:
        spelled.setdefault(rule.piece, []).extend(rule.spellings.split())
    for word in rules.words:
        spelled.setdefault(word.piece, []).append(word.word)
    return spelled


def _is_measure(rule: UnitRule, spelling: str) -> bool:
    """Whether a spelling measures, and cannot be part of a name as a time of one character can: 三年 in 三年行动."""
    return rule.dimension != "count" and (len(spelling) > 1 or rule.dimension not in ("duration", "months"))


def _operators(rules: ValueRules) -> Mapping[str, list[OperatorRule]]:
    """The operators of each piece."""
    grouped: dict[str, list[OperatorRule]] = {}
    for rule in rules.operators:
        position = "sign" if (rule.position, rule.source) == ("before", "symbol") else rule.position
        grouped.setdefault(_OPERATOR_PIECES[position], []).append(rule)
    phrases = [rule for rule in grouped["operator_word"] if len(rule.spelling) > 1]
    return grouped | {"operator_phrase": phrases}


def compiled(pattern: str, pieces: Pieces, named: bool = True) -> re.Pattern[str]:
    """A pattern made of its pieces, compiled. Raises RuleError for a piece that does not exist, re.error."""
    expanded = expand(pattern, pieces, named)
    return re.compile(_CLASS.sub(_apart, expanded) if pieces.is_narrow else expanded)


def _apart(found: re.Match[str]) -> str:
    """A class of a few single characters, each by itself: see `_APART`. What it is made of stays where it is repeated,
    which is slow otherwise.
    """
    characters = found["few"]
    return f"(?:{_APART}{'|'.join(characters)})" if characters else found[0]


def no_piece(name: str) -> RuleError:
    """What is to be raised where a pattern names a piece that does not exist."""
    return RuleError(
        "patterns.toml: there is no piece {{{name}}}; define it under [pieces] or correct its name", name=name
    )


def expand(pattern: str, pieces: Mapping[str, str], named: bool = True) -> str:
    """A pattern as a regular expression: its pieces become groups, those inside pieces groups without a name.

    Raises RuleError for a piece that does not exist.

    >>> expand("{number}{_=space}?{unit}?", {"number": "[0-9]+", "unit": "m", "space": " "})
    '(?P<number>[0-9]+)(?: )?(?P<unit>m)?'
    """

    def put(match: re.Match[str]) -> str:
        name, piece = match[1] or match[2], match[2]
        if piece not in pieces:
            raise no_piece(piece)
        inner = expand(pieces[piece], pieces, named=False)
        return f"(?P<{name}>{inner})" if named and name != "_" else f"(?:{inner})"

    return _PIECE.sub(put, pattern)
