"""Numbers under the format General: what Excel prints in a cell that is wide enough, at most eleven characters."""

from decimal import ROUND_HALF_UP, Decimal

_WIDTH = 11
"""Digits and the point, not the sign."""
_MOST_DECIMALS = _WIDTH - len("0.")
_SMALLEST = Decimal("1E-4")
"""From here on small numbers are rounded; below, those that are not exact in this width take an exponent."""
_EXPONENT_DECIMALS = 5


def general(value: Decimal) -> str:
    """A number as General prints it.

    >>> [general(Decimal(each)) for each in ("2812600", "0.95", "-1234567.891234", "123456789012", "0.0000123456789")]
    ['2812600', '0.95', '-1234567.891', '1.23457E+11', '1.23457E-05']
    """
    sign, value = ("-" if value < 0 else ""), abs(value)
    rounded = _fixed(value)
    fits = len(str(int(rounded))) <= _WIDTH and (value >= _SMALLEST or rounded == value)
    return sign + (_plain(rounded) if fits else scientific(value, _EXPONENT_DECIMALS))


def scientific(value: Decimal, decimals: int) -> str:
    """A positive number as digit, decimals without zeros at their end, and an exponent of two digits at least."""
    exponent = value.adjusted()
    digits = round_to(value.scaleb(-exponent), decimals)
    if digits >= 10:
        digits, exponent = digits / 10, exponent + 1
    return f"{_plain(digits)}E{'-' if exponent < 0 else '+'}{abs(exponent):02}"


def round_to(value: Decimal, decimals: int) -> Decimal:
    """A number with so many decimals, halves away from zero, as Excel prints them."""
    if -value.as_tuple().exponent <= decimals:  # type: ignore[operator]  # it is finite
        return value
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _fixed(value: Decimal) -> Decimal:
    whole = len(str(int(value)))
    return round_to(value, max(min(_WIDTH - whole - 1, _MOST_DECIMALS), 0))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
