"""Amounts of money in forms: printed number and money unit → yuan, exactly."""

from decimal import ROUND_HALF_UP, Decimal

from pipeline.model import Target
from pipeline.transform.targets import parse_target

FEN = Decimal("0.01")


class AmountNotRead(ValueError):
    """The cell prints something, but no plain amount."""


def yuan(text: str | None, money_unit: str | None) -> Decimal | None:
    """The amount in yuan, rounded to the fen; None for a blank cell or where no money unit is printed.

    The unit beside the number wins over `money_unit`, the form's own. Raises AmountNotRead.

    >>> yuan("281.26", "万元")
    Decimal('2812600.00')
    >>> yuan("2812600.00", None) is None
    True
    """
    if not (text or "").strip():
        return None
    amount = _plain_quantity(text)
    if amount.dimension != "money":
        if amount.unit_text:
            raise AmountNotRead(text)
        if not money_unit:
            return None
        amount = _plain_quantity(text.strip() + money_unit)
    return amount.base_low.quantize(FEN, ROUND_HALF_UP)


def _plain_quantity(text: str) -> Target:
    targets = parse_target(text)
    if len(targets) != 1 or (targets[0].kind, targets[0].status, targets[0].operator) != ("quantity", "clean", None):
        raise AmountNotRead(text)
    return targets[0]
