"""Amounts of money in forms: printed number and money unit → yuan, exactly."""

import re
from decimal import ROUND_HALF_UP, Decimal

from pipeline.model.target import Target
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.parse import parse_target

FEN = Decimal("0.01")
# What an amount is made up of, said in brackets behind it: 854万（建设400万元，示范454万元）.
_REMARK = re.compile(r"(?<=\w)\s*[(（][^()（）]*\d[^()（）]*[)）]$")
# Whose money it is, said in brackets before the number: 补助资金（省级）212.5万元.
_WHOSE = re.compile(r"(?<=[^\W\d_]{2})[(（]([^()（）\d]{1,20})[)）](?=\s*\d)")
# A remark that names a year and a number: part of the sum is of that year, and which is the budget cannot be said.
_OF_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)\D+\d")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ROUNDED_TO = Decimal(100)
"""Yuan: texts print amounts in 万元 to two decimals at most, so an amount in whole hundreds may have been rounded."""
BEYOND = Decimal(10) ** 14
"""No budget comes near it: an amount as large is damage. A hundred times less than this still is a sum of money that a
question can work with."""


class AmountNotRead(ValueError):
    """The cell prints something, but no plain amount. `code` names a row of `rules/data/findings/issues.csv`."""

    code = "amount_not_read"


class MoneyUnitUnknown(AmountNotRead):
    """The cell prints a number, but neither it nor the form says in which unit."""

    code = "amount_unit_unknown"


def yuan(text: str | None, money_unit: str | None, grammar: Grammar) -> Decimal | None:
    """The amount in yuan, rounded to the fen; None for a cell that is blank or says that there is none.

    The unit beside the number wins over `money_unit`, the form's own; a magnitude alone (250万) is of yuan where the
    form states no unit, and of the form's unit said once more where it is that unit's own (250万 in 万元). Raises
    MoneyUnitUnknown if neither is printed; AmountNotRead for anything else, a unit price too, and for another magnitude
    beside the number that the form's unit would multiply again.

    >>> from pipeline.rules import book
    >>> from pipeline.transform.values import grammars
    >>> grammar = grammars.compile(book.default().values)
    >>> yuan("281.26", "万元", grammar), yuan("281.26万元", "元", grammar), yuan(" ", "元", grammar)
    (Decimal('2812600.00'), Decimal('2812600.00'), None)
    """
    printed = (text or "").strip()
    if (remark := _REMARK.search(printed)) and _OF_A_YEAR.search(remark[0]):
        raise AmountNotRead(printed)
    printed = _without_owner(_REMARK.sub("", printed), grammar)
    if not (amount := _amount(printed, money_unit, grammar)):
        return None
    if not amount.measure_unit and amount.measure_unit_text and not money_unit:
        found = in_fen(amount.base_low)
    else:
        amount = amount if amount.measure_unit else _with_unit(printed, amount, money_unit, grammar)
        found = stated_amount(amount, grammar)
    if found is None:
        raise AmountNotRead(printed)
    return found


def _without_owner(printed: str, grammar: Grammar) -> str:
    """A text without the words in brackets before its number, unless they are the unit of it."""
    found = _WHOSE.search(printed)
    is_unit = found is not None and grammar.units.read(found[1]).base_unit == grammar.units.money
    return printed if found is None or is_unit else printed[: found.start()] + printed[found.end() :]


def _amount(printed: str, money_unit: str | None, grammar: Grammar) -> Target | None:
    """The one number that a cell states. One that could be a date (2008.05) is an amount where a money unit says so."""
    try:
        return _plain_quantity(printed, grammar)
    except AmountNotRead:
        if not (money_unit and _NUMBER.fullmatch(printed)):
            raise
        return _plain_quantity(printed + money_unit, grammar)


def _with_unit(printed: str, number: Target, money_unit: str | None, grammar: Grammar) -> Target:
    """The amount that a bare number is in the form's unit."""
    if not money_unit:
        raise MoneyUnitUnknown(printed)
    one = _stated_quantity(f"1{money_unit}", grammar)
    if not number.measure_unit_text or one.factor == 1:
        return _stated_quantity(printed + money_unit, grammar)
    if number.factor != one.factor:
        raise AmountNotRead(printed)
    return _stated_quantity(printed + (one.measure_unit or ""), grammar)


def stated_amount(target: Target, grammar: Grammar) -> Decimal | None:
    """The one amount in yuan that a parsed quantity states, as a number or a ceiling; None for a price per unit,
    a range, a change, foreign money or what is no money.
    """
    if target.base_unit != grammar.units.money or target.operator == "range" or target.change:
        return None
    return in_fen(target.base_low if target.base_high is None else target.base_high)


def in_fen(amount: Decimal | None) -> Decimal | None:
    """An amount in yuan, rounded to the fen; None for none and for one too large to be true."""
    return None if amount is None or abs(amount) >= BEYOND else amount.quantize(FEN, ROUND_HALF_UP)


def rounding(amount: Decimal) -> Decimal:
    """How far an amount in running text may be from the exact one, in yuan."""
    return ROUNDED_TO / 2 if amount % ROUNDED_TO == 0 else Decimal(0)


def _stated_quantity(text: str, grammar: Grammar) -> Target:
    """The one number that a text states. Raises AmountNotRead if it states none."""
    if found := _plain_quantity(text, grammar):
        return found
    raise AmountNotRead(text)


def _plain_quantity(text: str, grammar: Grammar) -> Target | None:
    """The one number that a text states without an operator or a change; None if it states none on purpose."""
    first, *others = parse_target(text, grammar)
    if (first.kind, others) == ("missing", []):
        return None
    if others or (first.kind, first.status, first.operator, first.change) != ("quantity", "clean", None, None):
        raise AmountNotRead(text)
    return first
