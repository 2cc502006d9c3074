"""Numbers under sections of placeholders, such as `#,##0.00`, `0.0%` and `0.00E+00`."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.formats.excel.format_code import COMMA, DIGIT, EXPONENT, PERCENT, POINT, Token
from pipeline.extract.formats.excel.general import round_to

FILL = {"0": "0", "?": " ", "#": ""}
"""What a placeholder prints that no digit is left for."""
_GROUP = 3


class Parts(NamedTuple):
    """The tokens of a number: before the point, after it (None without a point), after the exponent's sign."""

    whole: Sequence[Token]
    decimals: Sequence[Token] | None
    exponent: Token | None
    power: Sequence[Token]


def number(tokens: Sequence[Token], value: Decimal, sign: Callable[[str], str] = str) -> str:
    """A number that is not negative under the tokens of a section; `sign` writes its digits.

    >>> print_number = lambda *shown, value: number([Token(*each) for each in shown], Decimal(value))
    >>> print_number((DIGIT, "0"), (POINT, "."), (DIGIT, "0"), (PERCENT, "%"), value="0.955")
    '95.5%'
    """
    parts = _parts(tokens)
    percents = sum(token.kind == PERCENT for token in tokens)
    value = value.scaleb(2 * percents - _GROUP * _scaling(parts))
    if parts.exponent:
        return _scientific(parts, value, sign)
    return _fixed(parts, value, sign)


def _parts(tokens: Sequence[Token]) -> Parts:
    kinds = [token.kind for token in tokens]
    end = kinds.index(EXPONENT) if EXPONENT in kinds else len(tokens)
    point = kinds.index(POINT, 0, end) if POINT in kinds[:end] else None
    exponent = tokens[end] if end < len(tokens) else None
    decimals = None if point is None else tokens[point + 1 : end]
    return Parts(tokens[: end if point is None else point], decimals, exponent, tokens[end + 1 :])


def _scaling(parts: Parts) -> int:
    """How many commas stand after the last placeholder before the point or the end: each divides by a thousand."""
    return sum(_commas_after_last(part) for part in (parts.whole, parts.decimals or ()))


def _commas_after_last(tokens: Sequence[Token]) -> int:
    commas = 0
    for token in reversed(tokens):
        if token.kind == DIGIT:
            return commas
        commas += token.kind == COMMA
    return 0


def _is_grouped(tokens: Sequence[Token]) -> bool:
    """Whether a comma stands between placeholders."""
    return sum(token.kind == COMMA for token in tokens) > _commas_after_last(tokens) and count(tokens) > 0


def count(tokens: Sequence[Token]) -> int:
    """How many placeholders there are."""
    return sum(token.kind == DIGIT for token in tokens)


def _fixed(parts: Parts, value: Decimal, sign: Callable[[str], str]) -> str:
    places = count(parts.decimals or ())
    whole, _, decimals = f"{round_to(value, places):f}".partition(".")
    if not count(parts.whole) and not places:
        return literals([*parts.whole, *(parts.decimals or ())])
    text = whole_digits(parts.whole, whole.lstrip("0"), sign)
    if parts.decimals is None:
        return text
    return f"{text}.{_decimals(parts.decimals, decimals.rstrip('0'), sign)}"


def literals(tokens: Sequence[Token]) -> str:
    """What tokens print beside digits."""
    return "".join("" if token.kind == COMMA else token.text for token in tokens)


def whole_digits(tokens: Sequence[Token], digits: str, sign: Callable[[str], str]) -> str:
    """Digits under placeholders, from the right, each written by `sign`; those that are left over stand at the first
    placeholder.
    """
    printed: list[str] = []
    left, place, placeholders, is_grouped = list(digits), 0, count(tokens), _is_grouped(tokens)

    def put(text: str, fill: str) -> None:
        nonlocal place
        if is_grouped and place and place % _GROUP == 0 and text:
            printed.append("," if text != " " or fill != "?" else " ")
        printed.append(sign(text))
        place += 1

    for token in reversed(tokens):
        if token.kind == DIGIT:
            placeholders -= 1
            put(left.pop() if left else FILL[token.text], token.text)
            while left and not placeholders:
                put(left.pop(), "")
        elif token.kind != COMMA:
            printed.append(token.text)
    rest = "" if count(tokens) else sign("".join(left))
    return "".join(reversed(printed)) + rest


def _decimals(tokens: Sequence[Token], digits: str, sign: Callable[[str], str]) -> str:
    printed, left = [], list(reversed(digits))
    for token in tokens:
        if token.kind == DIGIT:
            printed.append(sign(left.pop() if left else FILL[token.text]))
        elif token.kind != COMMA:
            printed.append(token.text)
    return "".join(printed)


def _scientific(parts: Parts, value: Decimal, sign: Callable[[str], str]) -> str:
    """With several placeholders before the point the exponent is a multiple of their number."""
    step, places = max(count(parts.whole), 1), count(parts.decimals or ())
    exponent = _exponent(value, step)
    mantissa = round_to(value.scaleb(-exponent), places)
    if mantissa and _exponent(mantissa, step):  # rounding made one digit more
        exponent += step
        mantissa = round_to(value.scaleb(-exponent), places)
    mark = parts.exponent.text if parts.exponent else ""
    shown = mark[0] + ("-" if exponent < 0 else mark[1:].replace("-", ""))
    number = _fixed(parts, mantissa, sign)
    return number + shown + whole_digits(parts.power, str(abs(exponent)).lstrip("0"), sign)


def _exponent(value: Decimal, step: int) -> int:
    return value.adjusted() // step * step if value else 0
