"""What a value states, written short, and whether targets state it.

    8 个            a number and its canonical unit; no unit: 8; a magnitude stays with the number: 52.6万 元
    >=8 个          with its operator: >= > <= < = ~       3..5 个   a range       >=1/3   a fraction
    rise 5 %        a change, and against what where that is said: fall >=3 % year_before
    date <=2025-12-31, date 2025-01-01..2025-12-31         a deadline, a span
    recurs month    a deadline of every month
    words, missing  a clean wording, a blank               open      something is said to be not understood
    5 公里 | 2 座   several targets

`a or b` where a reader may take it either way.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.model.target import Target
from tests.values.ours import GRAMMAR

_QUANTITY = re.compile(
    r"(?:(rise|fall) )?(>=|>|<=|<|=|~)?([\d.,/-]+?)(?:\.\.([\d.]+))?([万亿千百]*)(?: (?![a-z]+_)(\S+))?(?: ([a-z_]+))?"
)
_KINDS = {"words": "qualitative", "missing": "missing"}


def states(expected: str, targets: Sequence[Target]) -> bool:
    """Whether the targets state one of what is expected, all of it."""
    return any(_states(one, targets) for one in expected.split(" or "))


def _states(expected: str, targets: Sequence[Target]) -> bool:
    if expected == "open":
        return any(target.status != "clean" for target in targets)
    parts = expected.split(" | ")
    return (
        all(target.status == "clean" for target in targets)
        and len(parts) == len(targets)
        and all(map(_is, parts, targets))
    )


def _is(expected: str, target: Target) -> bool:
    word, _, rest = expected.partition(" ")
    if word in _KINDS:
        return target.kind == _KINDS[word]
    if word == "recurs":
        return (target.kind, target.recurrence, target.operator) == ("date", rest, None)
    return _due(target) == rest if word == "date" else _is_quantity(expected, target)


def _due(target: Target) -> str:
    end = f"{target.due_end}"
    return end.join(("<=", "")) if target.operator == "<=" else f"{target.due_start}..{end}"


def _is_quantity(expected: str, target: Target) -> bool:
    match = _QUANTITY.fullmatch(expected)
    assert match, expected
    change, operator, first, last, magnitude, unit, base = match.groups()
    low, high = _number(first), _number(last or first)
    wanted = GRAMMAR.units.read(magnitude + (unit or ""))
    return (
        target.kind == "quantity"
        and (target.change, target.change_from) == (change, base)
        and target.operator == ("range" if last else operator)
        and _is_number(target.low, None if operator in ("<", "<=") else low)
        and _is_number(target.high, None if operator in (">", ">=") else high)
        and (target.measure_unit, target.factor) == (wanted.unit, wanted.size)
    )


def _is_number(number: Decimal | None, wanted: Decimal | None) -> bool:
    if number is None or wanted is None:
        return number is wanted
    return abs(number - wanted) <= abs(wanted) * Decimal("1e-12")


def _number(text: str) -> Decimal:
    above, _, below = text.replace(",", "").partition("/")
    return Decimal(above) / Decimal(below) if below else Decimal(above)
