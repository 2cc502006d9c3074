"""Quantities, ranges and fractions: number, unit and operator as the fields of a target."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pipeline.transform.values.grammar import Fields, Setting
from pipeline.transform.values.numbers import times
from pipeline.transform.values.operators import Operator
from pipeline.transform.values.patterns import Found
from pipeline.transform.values.units import Unit

_TWO = ("low_operator", "high_operator")
_TURNED = {">=": "<=", ">": "<", "<=": ">=", "<": ">"}
_HAS_LOW = frozenset({None, ">=", ">", "=", "~", "range"})
_HAS_HIGH = frozenset({None, "<=", "<", "=", "~", "range"})


def read_quantity(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A number with its operator; without operator it is both bounds. Pieces: number, unit, magnitude, per, change,
    and included, the number said again to say that the bound counts; gives way if it is another.
    """
    number = setting.grammar.numbers.read(found["number"])
    if number is None or (found["included"] and setting.grammar.numbers.read(found["included"]) != number):
        return None
    return _quantity(number, number, operator, found, setting)


def read_fraction(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A fraction. Pieces: numerator, denominator. Gives way if the denominator is zero."""
    above, below = (setting.grammar.numbers.read(found[piece]) for piece in ("numerator", "denominator"))
    if above is None or not below:
        return None
    number = times(above, 1 / Fraction(below))
    return _quantity(number, number, operator, found, setting)


def read_money_in_parts(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """An amount in yuan, tenths and hundredths. Pieces: number, tenths, hundredths."""
    pieces = (found["number"], found["tenths"], found["hundredths"] or "0")
    numbers = [one for piece in pieces if (one := setting.grammar.numbers.read(piece)) is not None]
    if len(numbers) < len(pieces):
        return None
    amount = sum((times(one, Fraction(1, 10**place)) for place, one in enumerate(numbers)), Decimal(0))
    return _quantity(amount, amount, operator, found, setting)


def read_two_units(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A measure in two units, stated in the smaller one: 2小时30分钟. Pieces: high, high_unit, number, unit.

    Gives way unless the smaller unit says less than one of the larger.
    """
    high, low = (setting.grammar.numbers.read(found[piece]) for piece in ("high", "number"))
    share = _share(found["high_unit"], found["unit"], setting)
    if high is None or low is None or share is None or not 1 < share > low or share.denominator > 1:
        return None
    number = times(high, share) + low
    return _quantity(number, number, operator, found, setting)


def read_range(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A range, both ends included and in one unit; falling ones (100-80%) are met too.

    Pieces: low, low_unit, to, high, unit; a unit that only the lower end has is that of both. Gives way if the ends are
    of different kinds, or fall from one unit to another.
    """
    low, high = (setting.grammar.numbers.read(found[piece]) for piece in ("low", "high"))
    has_own = bool(found["unit"]) or setting.grammar.units.read(found["low_unit"]).unit is None
    share = _share(found["low_unit"], found["unit"], setting) if has_own else Fraction(1)
    if low is None or high is None or share is None:
        return None
    before = found["leading"] + found["operator"]
    between = setting.grammar.operators.read_range(found["to"], before, found["operator_after"])
    *ends, unit = _in_one_unit(low, high, share)
    if found["low_unit"] not in ("", found["unit"]) and ends[0] > ends[1]:
        return None
    return _quantity(min(ends), max(ends), between, found, setting, unit if has_own else "low_unit")


def read_tolerance(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A number give or take another. Pieces: number (0 if not there), by, unit."""
    middle, by = (setting.grammar.numbers.read(found[piece] or "0") for piece in ("number", "by"))
    if middle is None or by is None or _share(found["number_unit"], found["unit"], setting) != 1:
        return None
    against = setting.grammar.operators.against_range(found["operator"], found["operator_after"])
    between = Operator("range", "symbol", against)
    return _quantity(middle - by, middle + by, between, found, setting)


def read_between(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A range by its two bounds, each with an operator. Pieces: low_operator, low, low_unit, high_operator, high, unit.

    The bounds may stand in either order. Gives way if they do not enclose anything.
    """
    return _between(found, setting, *(setting.grammar.operators.read(found[piece]) for piece in _TWO))


def read_enclosed(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A range around its variable, 80%≤X<90%: pieces as of `read_between`, the first operator the other way round."""
    first, second = (setting.grammar.operators.read(found[piece]) for piece in _TWO)
    return _between(found, setting, replace(first, operator=_TURNED.get(first.operator or "")), second)


def _between(found: Found, setting: Setting, *operators: Operator) -> Fields | None:
    one, other = (setting.grammar.numbers.read(found[piece]) for piece in ("low", "high"))
    share = _share(found["low_unit"], found["unit"], setting)
    if one is None or other is None or share is None or any(sign.against for sign in operators):
        return None
    *numbers, unit = _in_one_unit(one, other, share)
    (low, above), (high, below) = sorted(zip(numbers, operators, strict=True), key=lambda bound: bound[0])
    if above.operator not in (">", ">=") or below.operator not in ("<", "<=") or low == high:
        return None
    fields = _quantity(low, high, Operator("range", above.source), found, setting, unit)
    return fields | {"low_inclusive": above.operator == ">=", "high_inclusive": below.operator == "<="}


def _quantity(
    low: Decimal, high: Decimal, operator: Operator, found: Found, setting: Setting, unit_piece: str = "unit"
) -> Fields:
    below = found["average"]
    meant = found.form.rule.unit or found["magnitude"] + found[unit_piece]
    unit = setting.grammar.units.read(meant + found["per"] + (f"/{below}" if below else ""))
    return {
        "kind": "quantity",
        "operator": operator.operator,
        "operator_source": operator.source,
        "leftover": operator.against,
        **_bounds(
            low if operator.operator in _HAS_LOW else None,
            high if operator.operator in _HAS_HIGH else None,
            operator.operator,
            unit,
        ),
        "measure_unit_text": _printed_unit(found, setting, unit_piece),
        **(_change(found["change"], setting) if found["change"] else {}),
    }


def _printed_unit(found: Found, setting: Setting, unit_piece: str) -> str | None:
    spans = [found.span(piece) for piece in ("magnitude", unit_piece, "average", "per") if found[piece]]
    spans.sort()
    return "".join([setting.text.printed(*span) for span in spans]) or None


def in_unit_of(fields: Fields, other: Found, setting: Setting) -> Fields:
    """A quantity without a unit in that of the last of its list: 10、20个."""
    unit = setting.grammar.units.read(other["magnitude"] + other["unit"])
    printed = setting.text.printed(*other.span("unit"))
    return fields | _bounds(fields["low"], fields["high"], fields["operator"], unit) | {"measure_unit_text": printed}


def _change(words: str, setting: Setting) -> Fields:
    """Which way, and against what. The bounds of a change say by how much; a level (提升至95%) has no change."""
    change = setting.grammar.changes.read(words)
    return {"change": change.change, "change_from": change.change_from}


def _bounds(low: Decimal | None, high: Decimal | None, operator: str | None, unit: Unit) -> Fields:
    """The bounds, whether they are included (`>` and `<` leave theirs out), and both in base units."""
    base_low = None if low is None else times(low, unit.factor)
    return {
        "low": low,
        "high": high,
        "low_inclusive": None if low is None else operator != ">",
        "high_inclusive": None if high is None else operator != "<",
        "measure_unit": unit.unit,
        "dimension": unit.dimension,
        "factor": unit.size,
        "base_unit": unit.base_unit,
        "base_low": base_low,
        "base_high": base_low if high is low else None if high is None else times(high, unit.factor),
    }


def _share(low_unit: str, unit: str, setting: Setting) -> Fraction | None:
    """What the lower end is multiplied with to stand in the unit of the upper; None if they cannot be compared. What
    only the upper is counted for (300元-500元/人) both are.
    """
    units = setting.grammar.units
    below, above = units.read(low_unit + units.below(unit)), units.read(unit)
    if not low_unit or low_unit == unit:
        return Fraction(1)
    if below.unit is None or below.base_unit == above.base_unit:
        return below.factor / above.factor
    return None


def _in_one_unit(low: Decimal, high: Decimal, share: Fraction) -> tuple[Decimal, Decimal, str]:
    """Both ends, and the piece whose unit they are in: the upper's, unless only the lower's states both to the last
    digit, as 20分钟至1小时 in minutes does.
    """
    if _is_finite(share):
        return times(low, share), high, "unit"
    return low, times(high, 1 / share), "low_unit"


def _is_finite(share: Fraction) -> bool:
    """Whether a fraction has an end as a decimal: nothing but 2 and 5 divide its denominator."""
    rest = share.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
