"""Numbers as printed, read exactly."""

from decimal import Context, Decimal
from fractions import Fraction

# Wide enough for every number the patterns let through times every factor; nothing traps, since reading never raises.
_EXACT = Context(prec=60, traps=[])


def read_number(text: str) -> Decimal:
    """A number in digits, thousands separators allowed.

    >>> read_number("16,963,200.00")
    Decimal('16963200.00')
    """
    return Decimal(text.replace(",", ""))


def times(number: Decimal, factor: Fraction) -> Decimal:
    """`number` times an exact factor, divided last: 15 亩 are 10000 平方米 to the last digit.

    >>> times(Decimal(15), Fraction(10000, 15))
    Decimal('10000')
    """
    product = _EXACT.multiply(number, Decimal(factor.numerator))
    return product if factor.denominator == 1 else _EXACT.divide(product, Decimal(factor.denominator))
