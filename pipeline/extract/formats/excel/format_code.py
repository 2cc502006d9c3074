"""The code of a number format → its sections, each a row of tokens (ECMA-376-1, 18.8.31).

0.00;[Red]-0.00;"none";@   →   four sections: for positive and negative numbers, zero, text
"""

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from pipeline.extract.formats.excel.words import Words

LITERAL, DIGIT, POINT, COMMA, PERCENT, EXPONENT, SLASH = "literal", "digit", "point", "comma", "percent", "exp", "slash"
GENERAL, TEXT, DATE, ELAPSED, HALF, SUBSECOND = "general", "text", "date", "elapsed", "half", "subsecond"
# Longer codes than Excel allows (255 characters) are damage, and none may cost more than its cell.
_LONGEST = 1024
_MOST_SECTIONS = 4
_SYSTEM_DATE, _SYSTEM_TIME = 0xF800, 0xF400
_SYSTEM_TIME_CODE = "h:mm:ss"
# The language is in the lower half: 0804 is Chinese as written in China, 04 alone Chinese.
_CHINESE = 0x04
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*([-+]?[\d.]+(?:E[-+]?\d+)?)", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^-]*)(?:-([0-9a-f]{1,8})(?:,\w+)?)?", re.IGNORECASE)
_NUMERALS = re.compile(r"dbnum([1-4])", re.IGNORECASE)
_COUNTED = re.compile(r"(h+|m+|s+)", re.IGNORECASE)


class Token(NamedTuple):
    """A piece of a section: what kind it is, and its text, in lower case where letter case says nothing."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison in brackets, such as `[>=100]`."""

    sign: str
    limit: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether a number meets it."""
        return _COMPARED[self.sign](value, self.limit)

    @property
    def is_negative(self) -> bool:
        """Whether only negative numbers meet it."""
        return self.limit < 0 if self.sign in ("<=", "=") else self.sign == "<" and self.limit <= 0


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its tokens, its condition, the `[DBNum]` of its digits (0 if none), whether its words are Chinese."""

    tokens: tuple[Token, ...]
    condition: Condition | None = None
    numerals: int = 0
    is_chinese: bool = False

    def has(self, *kinds: str) -> bool:
        """Whether a token is of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)

    @property
    def is_date(self) -> bool:
        """Whether it prints dates or times."""
        return self.has(DATE, ELAPSED, HALF)


class FormatCode:
    """Reads the codes of number formats; `words` are those that stand in codes and in print."""

    def __init__(self, words: Words):
        general = "|".join(re.escape(each) for each in ("General", *words.general))
        halves = "|".join(("AM/PM", "A/P", re.escape("/".join(words.halves))))
        self._words = words
        self._token = re.compile(
            rf'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
            rf"|(?P<general>{general})|(?P<half>{halves})|(?P<exp>E[-+])|(?P<date>y+|m+|d+|h+|s+|aaa+|e+|b+|g+)"
            r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<text>@)|(?P<end>;)"
            r"|(?P<literal>.)",
            re.IGNORECASE | re.DOTALL,
        )

    def sections(self, code: str) -> tuple[Section, ...]:
        """The sections of a code, one to four. What Excel would refuse is read as if it were meant."""
        parts: list[list[re.Match[str]]] = [[]]
        for found in self._token.finditer(code[:_LONGEST]):
            if found["end"]:
                parts.append([])
            else:
                parts[-1].append(found)
        return tuple(self._section(part) for part in parts[:_MOST_SECTIONS])

    def _section(self, found: Sequence[re.Match[str]]) -> Section:
        brackets = [each["bracket"] for each in found if each["bracket"] is not None]
        numerals = [int(match[1]) for each in brackets if (match := _NUMERALS.fullmatch(each))]
        conditions = [made for each in brackets if (made := _condition(each))]
        locales = [locale for each in brackets if (locale := _locale(each)) is not None]
        system = self._system(locales)
        tokens = system or tuple(_meant([token for each in found for token in _tokens(each)]))
        is_chinese = bool(system) or any(locale & 0xFF == _CHINESE for locale in locales)
        return Section(tokens, next(iter(conditions), None), next(iter(numerals), 0), is_chinese)

    def _system(self, locales: Sequence[int]) -> tuple[Token, ...]:
        """The tokens of a format that takes what the system prints, whatever else stands in it."""
        codes = {_SYSTEM_DATE: self._words.system_date[0], _SYSTEM_TIME: _SYSTEM_TIME_CODE}
        code = next((codes[locale & 0xFFFF] for locale in locales if locale & 0xFFFF in codes), "")
        return self.sections(code)[0].tokens if code else ()


def _tokens(found: re.Match[str]) -> Iterator[Token]:
    kind, text = found.lastgroup or LITERAL, found[found.lastgroup or 0]
    if kind == "bracket":
        if _COUNTED.fullmatch(text):
            yield Token(ELAPSED, text.lower())
        elif text.startswith("$") and (match := _CURRENCY.match(text)) and match[1]:
            yield Token(LITERAL, match[1])
    elif kind == "space":
        yield Token(LITERAL, " ")
    elif kind in ("quoted", "escaped"):
        yield Token(LITERAL, text)
    elif kind != "fill":
        yield Token(kind, text.lower() if kind in (DATE, HALF) else text)


def _meant(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens as they are meant beside each other: among those of a date, digits print no number."""
    if not any(token.kind in (DATE, ELAPSED, HALF) for token in tokens):
        yield from tokens
        return
    is_after_point = False
    for token in tokens:
        if token.kind == POINT:
            is_after_point = True
            yield Token(SUBSECOND, "")
        elif token.kind == DIGIT and is_after_point:
            yield Token(SUBSECOND, "0")
        else:
            is_after_point = False
            yield Token(LITERAL, token.text) if token.kind in (DIGIT, COMMA, PERCENT, SLASH, EXPONENT) else token


def _condition(bracket: str) -> Condition | None:
    match = _CONDITION.fullmatch(bracket.strip())
    try:
        return Condition(match[1], Decimal(match[2])) if match else None
    except InvalidOperation:
        return None


def _locale(bracket: str) -> int | None:
    match = _CURRENCY.match(bracket) if bracket.startswith("$") else None
    return int(match[2], 16) if match and match[2] else None
