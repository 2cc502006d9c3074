"""Vocabularies as regular expressions, and the pieces of which patterns are made."""

import re
from collections.abc import Iterable, Mapping

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
_PIECE = re.compile(r"\{(?:([a-z_]+)=)?([a-z_]+)\}")


def any_of(spellings: Iterable[str]) -> str:
    """A regular expression that matches any of the spellings, the longest first; it matches nothing if there is none.

    Spellings share their beginnings in it, so that a vocabulary of hundreds is as quick as one of ten.

    >>> any_of(["m", "mm", "km"])
    '(?:km|m(?:m)?)'
    """
    tree: dict = {}
    for spelling in filter(None, spellings):
        node = tree
        for character in spelling:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branches(tree) if tree else r"(?!)"


def _branches(node: dict) -> str:
    longer = sorted((character, below) for character, below in node.items() if character)
    branches = [re.escape(character) + (_branches(below) if below.keys() - {""} else "") for character, below in longer]
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


def all_pieces(rules: ValueRules) -> Mapping[str, str]:
    """The pieces that patterns may use: those of `[pieces]` and one for each vocabulary."""
    spelled: dict[str, list[str]] = {
        "magnitude": [rule.spelling for rule in rules.magnitudes],
        "known_unit": [spelling for rule in rules.units for spelling in rule.spellings.split()],
        "count_unit": [s for rule in rules.units for s in rule.spellings.split() if rule.dimension == "count"],
        "short_unit": [s for r in rules.units for s in r.spellings.split() if r.dimension == "count" and len(s) == 1],
        "measure_unit": [s for rule in rules.units for s in rule.spellings.split() if _is_measure(rule, s)],
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
    vocabularies = {name: any_of(words) for name, words in spelled.items()}
    return {**vocabularies, **_operators(rules.operators), **rules.pieces}


def _is_measure(rule: UnitRule, spelling: str) -> bool:
    """Whether a spelling measures, and cannot be part of a name as a time of one character can: 三年 in 三年行动."""
    return rule.dimension != "count" and (len(spelling) > 1 or rule.dimension not in ("duration", "months"))


def _operators(rules: Iterable[OperatorRule]) -> dict[str, str]:
    grouped: dict[str, list[OperatorRule]] = {}
    for rule in rules:
        position = "sign" if (rule.position, rule.source) == ("before", "symbol") else rule.position
        grouped.setdefault(_OPERATOR_PIECES[position], []).append(rule)
    phrases = [rule for rule in grouped["operator_word"] if len(rule.spelling) > 1]
    return {name: _not_in_words(group) for name, group in (grouped | {"operator_phrase": phrases}).items()}


def _not_in_words(rules: Iterable[OperatorRule]) -> str:
    """The spellings, but those that may be the end of another word only where they are not."""
    free = any_of(rule.spelling for rule in rules if not rule.not_after)
    return "|".join([free, *(f"(?<![{rule.not_after}]){rule.spelling}" for rule in rules if rule.not_after)])


def no_piece(name: str) -> RuleError:
    """What is to be raised where a pattern names a piece that does not exist."""
    return RuleError(f"patterns.toml: there is no piece {{{name}}}; define it under [pieces] or correct its name")


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
