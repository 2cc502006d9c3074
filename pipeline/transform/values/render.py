"""Targets written out in canonical form: a text that parses back to the same target."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import chain, product

from pipeline.model.target import Target
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.numbers import times
from pipeline.transform.values.parse import parse_target
from pipeline.transform.values.units import Unit

_DAY = timedelta(days=1)
_MOST = 10**12  # more than any number and magnitude that may stand before a denominator
SAME = (
    "kind", "operator", "low", "high", "low_inclusive", "high_inclusive", "measure_unit", "dimension", "factor",
    "base_unit", "base_low", "base_high", "change", "change_from", "due_start", "due_end", "due_precision",
    "recurrence", "quality_direction", "quality_strength",
)  # fmt: skip


def is_same(one: Target, other: Target) -> bool:
    """Whether two targets ask for the same, whatever their wording."""
    return all(getattr(one, name) == getattr(other, name) for name in SAME)


def render(target: Target, grammar: Grammar, text: str = "") -> str:
    """The canonical text of a target; for one that states neither number nor date, its span of `text`.

    The year is always printed, and of the ways to write a target the first is taken that parses back to it.

    >>> from pipeline.rules import book
    >>> from pipeline.transform.values import grammars
    >>> grammar = grammars.compile(book.default().values)
    >>> target, = parse_target("每年每人不超过８.23万元", grammar)
    >>> render(target, grammar)
    '不超过8.23万元/人/年'
    """
    if target.kind == "quantity":
        ways = _quantities(target, grammar)
    elif target.due_start or target.due_end:
        ways = _dates(target, grammar)
    else:
        return text[target.span_start : target.span_end].strip()
    first = next(ways)
    return next((way for way in chain([first], ways) if is_same(parse_target(way, grammar)[0], target)), first)


def _quantities(target: Target, grammar: Grammar) -> Iterator[str]:
    change = grammar.changes.words(target.change, target.change_from)
    for unit in _units(target, grammar):
        for style in ("f", ",f"):
            low, high = (_digits(bound, style) for bound in (target.low, target.high))
            yield change + _bounds(low, high, target, grammar) + unit


def _bounds(low: str, high: str, target: Target, grammar: Grammar) -> str:
    operators, source = grammar.operators, target.operator_source
    if target.operator != "range":
        return operators.spelling(target.operator, source) + (low or high)
    if target.low_inclusive and target.high_inclusive:
        return low + operators.spelling("range", source, "between") + high
    above = operators.spelling(">=" if target.low_inclusive else ">", source)
    below = operators.spelling("<=" if target.high_inclusive else "<", source)
    return above + low + below + high


def _digits(bound: Decimal | None, style: str) -> str:
    if bound is None:
        return ""
    digits = format(bound, style)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _units(target: Target, grammar: Grammar) -> Iterator[str]:
    """The ways to write the unit of a target with its magnitude, the shortest first."""
    units = grammar.units
    noun, slash, below = (target.measure_unit or "").partition("/")
    nouns = [noun, *(spelling for spelling, unit in units.known.items() if noun and unit.unit == noun != spelling)]
    magnitudes = ("", *units.magnitudes)
    for of_below, of_noun in product(magnitudes if below else ("",), magnitudes):
        for name in nouns:
            read = units.read(f"{of_noun}{name}{slash}{of_below}{below}")
            many = _many(read, target, grammar)
            if many is not None:
                yield f"{of_noun}{name}{slash}{many}{of_below}{below}"


def _many(read: Unit, target: Target, grammar: Grammar) -> str | None:
    """The number that the denominator of a unit read needs to be that of a target, empty for none: 2 in 次/2年."""
    if read.unit != target.measure_unit or target.factor is None:
        return None
    if times(Decimal(1), read.factor) == target.factor:
        return ""
    many = (read.factor / Fraction(target.factor)).limit_denominator(_MOST)
    if "/" not in (target.measure_unit or "") or not many or times(Decimal(1), read.factor / many) != target.factor:
        return None
    words = (word for word, value in grammar.units.numerals.items() if value == many)
    return next(words, str(many) if many.denominator == 1 else None)


def _dates(target: Target, grammar: Grammar) -> Iterator[str]:
    start, end, operator, source = target.due_start, target.due_end, target.operator, target.operator_source
    if operator == "range" and start and end:
        to = grammar.operators.spelling("range", source, "between")
        yield from (a + to + b for a in _points(start, target, grammar) for b in _points(end, target, grammar))
    day = start or end
    if day is None:
        return
    if operator == "<":
        day += _DAY
    if operator == ">":
        day -= _DAY
    before = list(grammar.operators.spellings(operator, source)) or [""]
    after = grammar.calendar.bound(operator)
    for point in _beginning_or_ending(day, target, grammar):
        yield from [point + after] * (source == "word") + [words + point for words in before]


def _beginning_or_ending(day: date, target: Target, grammar: Grammar) -> list[str]:
    """The ways to name a period that begins or ends with a day; all that might be, if none is read so."""
    points = list(_points(day, target, grammar))
    read = (parse_target(point, grammar)[0] for point in points)
    return [point for point, one in zip(points, read, strict=True) if day in (one.due_start, one.due_end)] or points


def _points(day: date, target: Target, grammar: Grammar) -> Iterator[str]:
    """The ways to name the day, month or other period in which a day lies."""
    precision = target.due_precision or ""
    written = grammar.written[precision]
    words = [word for word, rule in grammar.calendar.words.items() if rule.precision == precision]
    for word in words or [""]:
        yield written.format(year=day.year, month=day.month, day=day.day, word=word)
