"""Numbers as printed, in digits and in characters, read exactly."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from pipeline.rules.kinds.values import NumeralRule, ValueRules

# Wide enough for every number the patterns let through times every factor; nothing traps, since reading never raises.
_EXACT = Context(prec=60, traps=[])
_DIGITS = frozenset(map(Decimal, range(10)))
_ABOUT = 3
_POWER = re.compile(r"(?:([\d.]+)\*)?10(?:\^(?=-?\d)|(?=[⁻⁰¹²³⁴-⁹]))([-\d⁻⁰¹²³⁴-⁹]+)")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_TOKEN = re.compile(r"[\d.]+|\D")


def times(number: Decimal, factor: Fraction) -> Decimal:
    """`number` times an exact factor, divided last: 15 亩 are 10000 平方米 to the last digit.

    >>> times(Decimal(15), Fraction(10000, 15))
    Decimal('10000')
    """
    product = _EXACT.multiply(number, Decimal(factor.numerator))
    return product if factor.denominator == 1 else _EXACT.divide(product, Decimal(factor.denominator))


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numerals of a rulebook by their characters: value and role."""

    numerals: Mapping[str, tuple[Decimal, str]]

    @classmethod
    def of(cls, rules: ValueRules) -> "Numbers":
        """The numeral vocabulary of `rules`."""
        return cls({character: _meaning(rule) for rule in rules.numerals for character in rule.characters})

    def read(self, text: str) -> Decimal | None:
        """A number in digits, in characters or in both; None if the characters make no number.

        >>> from pipeline.rules import book
        >>> numbers = Numbers.of(book.default().values)
        >>> [int(numbers.read(text)) for text in ("16,963,200", "三百零五", "3万4千", "二〇二五")]
        [16963200, 305, 34000, 2025]
        >>> [str(numbers.read(text)) for text in ("1½", "1.2*10^5", "10³", "九十八点五", "三五")]
        ['1.5', '1.2E+5', '1E+3', '98.5', 'None']
        """
        try:
            return Decimal(text.replace(",", "").replace(" ", ""))
        except ArithmeticError:
            return _power(text) or _pointed(list(self._tokens(text)))

    def _tokens(self, text: str) -> Iterator[tuple[Decimal, str]]:
        for token in _TOKEN.findall(text):
            yield self.numerals[token] if token in self.numerals else (Decimal(token), "digit")


def _meaning(rule: NumeralRule) -> tuple[Decimal, str]:
    return Decimal(rule.value), rule.role


def _power(text: str) -> Decimal | None:
    """A number times a power of ten: 3.5*10⁴."""
    match = _POWER.fullmatch(text)
    return Decimal(f"{match[1] or 1}E{int(match[2].translate(_RAISED))}") if match else None


def _pointed(tokens: list[tuple[Decimal, str]]) -> Decimal | None:
    """A number in characters with the digits behind its point: 九十八点五."""
    roles = [role for _, role in tokens]
    if "point" not in roles:
        return _combined(tokens)
    at = roles.index("point")
    whole, places = _combined(tokens[:at]), [value for value, _ in tokens[at + 1 :]]
    if whole is None or not all(digit in _DIGITS for digit in places):
        return None
    return whole + Decimal("0." + "".join(map(str, places)))


def _combined(tokens: list[tuple[Decimal, str]]) -> Decimal | None:
    """What stands before the greatest multiplier times it, and what stands after: 一亿二千万 is 1 亿 and 二千 万."""
    if tokens and tokens[-1][1] == "fraction":
        whole = _combined(tokens[:-1]) if tokens[:-1] else Decimal(0)
        return None if whole is None else whole + tokens[-1][0]
    multipliers = [value for value, role in tokens if role != "digit"]
    if not multipliers:
        return _in_places([value for value, _ in tokens])
    greatest = max(multipliers)
    at = next(at for at, (value, role) in enumerate(tokens) if role != "digit" and value == greatest)
    before = _combined(tokens[:at]) if at else Decimal(1)
    after = _rest(tokens[at + 1 :], greatest)
    return None if before is None or after is None else _EXACT.add(_EXACT.multiply(before, greatest), after)


def _rest(tokens: list[tuple[Decimal, str]], multiplier: Decimal) -> Decimal | None:
    """What follows a multiplier is less than it; a single digit counts the next lower place: 三百五 is 350."""
    rest = _combined(tokens) if tokens else Decimal(0)
    if rest is not None and len(tokens) == 1 and multiplier > 10:
        rest = rest * multiplier / 10
    return rest if rest is not None and rest < multiplier else None


def _in_places(digits: list[Decimal]) -> Decimal | None:
    """Digits said one by one: 二〇二五. Two or three of them are about as many, no number: 三五天."""
    if len(digits) == 1:
        return digits[0]
    is_number = len(digits) > _ABOUT or Decimal(0) in digits
    return Decimal("".join(map(str, digits))) if is_number and all(digit in _DIGITS for digit in digits) else None
