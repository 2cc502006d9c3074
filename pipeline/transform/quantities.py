"""Quantities and ranges: number, unit and operator as the fields of a target."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.transform.grammar import Found, Grammar
from pipeline.transform.numbers import read_number, times
from pipeline.transform.text import Text
from pipeline.transform.units import NO_UNIT, Unit

Fields = dict[str, Any]
_HAS_LOW = frozenset({None, ">=", ">", "=", "~", "range"})
_HAS_HIGH = frozenset({None, "<=", "<", "=", "~", "range"})


def read_quantity(found: Found, text: Text, grammar: Grammar) -> Fields:
    """A number with its operator; without operator it is both bounds."""
    operator = grammar.operators.read(found["operator"], found["operator_after"])
    number = read_number(found["number"])
    low = number if operator.operator in _HAS_LOW else None
    high = number if operator.operator in _HAS_HIGH else None
    fields = {"kind": "quantity", "operator": operator.operator, "operator_source": operator.source}
    return fields | bounds(low, high, operator.operator) | measure(low, high, _unit(found, grammar), _printed(found, text))


def read_range(found: Found, text: Text, grammar: Grammar) -> Fields | None:
    """A range, both ends included. Gives way if the ends stand the wrong way round."""
    unit = _unit(found, grammar)
    low, high = read_number(found["low"]), read_number(found["high"])
    if low > high:
        return None
    fields = {"kind": "quantity", "operator": "range", "operator_source": "symbol"}
    return fields | bounds(low, high, "range") | measure(low, high, unit, _printed(found, text))


def bounds(low: Decimal | None, high: Decimal | None, operator: str | None) -> Fields:
    """The bounds and whether they are included: `>` and `<` alone leave theirs out."""
    return {
        "low": low,
        "high": high,
        "low_inclusive": None if low is None else operator != ">",
        "high_inclusive": None if high is None else operator != "<",
    }


def measure(low: Decimal | None, high: Decimal | None, unit: Unit, unit_text: str | None) -> Fields:
    """The unit and the bounds in base units."""
    return {
        "unit_text": unit_text,
        "unit": unit.unit,
        "dimension": unit.dimension,
        "factor": times(Decimal(1), unit.factor),
        "base_unit": unit.base_unit,
        "base_low": None if low is None else times(low, unit.factor),
        "base_high": None if high is None else times(high, unit.factor),
    }


def _unit(found: Found, grammar: Grammar) -> Unit:
    return grammar.units.read(found["unit"]) if found["unit"] else NO_UNIT


def _printed(found: Found, text: Text) -> str | None:
    return text.printed(*found.piece_span("unit")) if found["unit"] else None
