"""Numbers under formats of fractions, such as `# ?/?` and `# ??/16`."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.extract.formats.excel.digits import FILL, count, literals, whole_digits
from pipeline.extract.formats.excel.format_code import DIGIT, LITERAL, SLASH, Token
from pipeline.extract.formats.excel.general import round_to

_MOST_DIGITS = 5
_STATED = re.compile("[1-9]")
Sign = Callable[[str], str]


def slash_of(tokens: Sequence[Token]) -> int | None:
    """Where the slash of a fraction stands: after a placeholder, and before one or a digit. None if nowhere."""
    for place, token in enumerate(tokens):
        if token.kind == SLASH and count(tokens[:place]):
            after = next((each for each in tokens[place + 1 :] if each.text.strip()), None)
            if after and (after.kind == DIGIT or _STATED.fullmatch(after.text)):
                return place
    return None


def fraction(tokens: Sequence[Token], slash: int, value: Decimal, sign: Sign) -> str:
    """A number that is not negative as a fraction; `slash` is where its slash stands, `sign` writes digits.

    Placeholders before the blank before the fraction are for the whole number. A whole number without a rest leaves
    the fraction blank, unless that has placeholders for zeros.
    """
    start, stop = _start(tokens, slash), _stop(tokens, slash)
    before, above, below = tokens[:start], tokens[start:slash], tokens[slash + 1 : stop]
    whole, rest = divmod(value, 1) if count(before) else (Decimal(0), value)
    numerator, denominator = _nearest(rest, below)
    if count(before) and numerator == denominator:
        whole, numerator = whole + 1, 0
    shown = f"{whole_digits(above, str(numerator), sign)}/{_denominator(below, denominator, sign)}"
    if count(before) and not numerator and all(token.text != "0" for token in above):
        shown = " " * len(shown)
        return whole_digits(before, f"{whole:f}", sign) + shown + literals(tokens[stop:])
    return whole_digits(before, f"{whole:f}".lstrip("0"), sign) + shown + literals(tokens[stop:])


def _start(tokens: Sequence[Token], slash: int) -> int:
    """Where the numerator begins: with the placeholders before the slash."""
    start = slash
    while start and tokens[start - 1].text == " ":
        start -= 1
    while start and tokens[start - 1].kind == DIGIT:
        start -= 1
    return start


def _stop(tokens: Sequence[Token], slash: int) -> int:
    """Where the denominator ends: with its placeholders or digits."""
    stop = slash + 1
    while stop < len(tokens) and (tokens[stop].kind == DIGIT or tokens[stop].text in "0123456789 "):
        stop += 1
    return stop


def _denominator(below: Sequence[Token], denominator: int, sign: Sign) -> str:
    if _stated(below):
        return literals(below)
    places = [token for token in below if token.kind == DIGIT]
    digits = str(denominator)
    blanks = "".join(FILL[token.text] for token in places[len(digits) :] if token.text == "?")
    return sign(digits) + blanks + "".join(token.text for token in below if token.kind == LITERAL)


def _stated(below: Sequence[Token]) -> int:
    """The denominator that a format states, 0 if it leaves it open."""
    digits = "".join(token.text for token in below if token.text.strip())
    return int(digits) if digits.isdecimal() and _STATED.search(digits) else 0


def _nearest(value: Decimal, below: Sequence[Token]) -> tuple[int, int]:
    """The fraction nearest to a number with the denominator that a format states, or with so many digits."""
    if stated := _stated(below):
        return int(round_to(value * stated, 0)), stated
    nearest = Fraction(value).limit_denominator(10 ** min(count(below), _MOST_DIGITS) - 1)
    return nearest.numerator, nearest.denominator
