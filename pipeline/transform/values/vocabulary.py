"""Vocabularies as regular expressions, and the pieces of which patterns are made."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from pipeline.rules.book import RuleError
from pipeline.rules.kinds.values import OperatorRule, UnitRule, ValueRules

_OPERATOR_PIECES = {
    "sign": "sign",
    "before": "operator_word",
    "stray": "stray_sign",
    "within": "operator_within",
    "exceeding": "exceeding",
    "between": "to",
    "closing": "range_end",
    "after": "operator_after",
}
_FEW, _APART = 2, "(?=)"
"""Of more than a few single characters `re` makes a table of all characters there are: quick to match, slow to compile.
What stands before one of them changes nothing, and keeps it from that.
"""
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
    return _branches(tree, compiled_often) if tree else r"(?!)"


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


def all_pieces(rules: ValueRules) -> Mapping[str, str]:
    """The pieces that patterns may use: those of `[pieces]` and one for each vocabulary."""
    return _pieces(rules, any_of, lambda spelling: True)


def narrow_pieces(rules: ValueRules, suits: Callable[[str], bool]) -> Mapping[str, str]:
    """The pieces with no other spellings than those that suit, quick to compile."""
    return _pieces(rules, partial(any_of, compiled_often=True), suits)


def _pieces(
    rules: ValueRules, any_of: Callable[[Iterable[str]], str], suits: Callable[[str], bool]
) -> Mapping[str, str]:
    vocabularies = {name: any_of(filter(suits, words)) for name, words in _spelled(rules).items()}
    operators = {
        name: _not_in_words([rule for rule in group if suits(rule.spelling)], any_of)
        for name, group in _operators(rules).items()
    }
    return {**vocabularies, **operators, **rules.pieces}


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


def _not_in_words(rules: Iterable[OperatorRule], any_of: Callable[[Iterable[str]], str]) -> str:
    """The spellings, but those that may be the end of another word only where they are not."""
    free = any_of(rule.spelling for rule in rules if not rule.not_after)
    return "|".join([free, *(f"(?<![{rule.not_after}]){rule.spelling}" for rule in rules if rule.not_after)])


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
