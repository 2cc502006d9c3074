"""Signs and units printed in columns of their own: they complete what the value's cell leaves open, never override it.

A cell is read as if sign, value and unit stood in one: ≥ | 56 | 处 as ≥56处. What comes of it counts only if the cell's
own numbers, and the sign and unit that it prints itself, stay as they are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.model.target import Context, Target
from pipeline.rules.kinds.layouts import TextRule
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.parse import LONGEST as LONGEST_VALUE
from pipeline.transform.values.parse import parse_target

COLUMN = "column"
QUALITATIVE = "qualitative"
LONGEST = 40
"""Characters of a sign or unit that is tried: what is longer is none, and it would be read behind each number."""
BEHIND_WORDS = (re.compile(r"(?<=[:：])|(?=\d)"), re.compile("(?<=[:：])"))
"""Where a sign may belong in a cell that begins with words, which may have digits of their own."""
COMPLETED = ("quantity", "date")
MAY_BE_COMPLETED = (*COMPLETED, QUALITATIVE)
"""Kinds that more of the row may complete: 二至三 is words alone, and a range before 部."""


def parse_in_columns(text: str, context: Context, grammar: Grammar, natures: Iterable[TextRule]) -> tuple[Target, ...]:
    """The targets that a cell states with the sign and unit in the columns beside it. Never raises.

    Spans are offsets into the cell's own text. A unit of the column stands in `measure_unit_text`, an operator has the
    source `column`. What the `natures` know in the sign's column (定性) makes a value without a sign of its own
    qualitative, but for a date.

    >>> from pipeline.rules import book
    >>> from pipeline.transform.values import grammars
    >>> grammar, natures = grammars.compile(book.default().values), book.default().layouts.text["nature"]
    >>> target, = parse_in_columns("56", Context(operator_text="≥", unit_text="处"), grammar, natures)
    >>> target.operator, target.operator_source, target.low, target.measure_unit, target.span_end
    ('>=', 'column', Decimal('56'), '处', 2)
    """
    alone = replace(context, operator_text=None, unit_text=None)
    own = parse_target(text, grammar, alone)
    sign, unit = (context.operator_text or "").strip(), (context.unit_text or "").strip()
    if _nature(sign, natures) == QUALITATIVE:
        says_itself = any(target.operator or target.kind == "date" for target in own)
        return own if says_itself else (_wording(text, own, grammar),)
    sign = _without_nature(sign, natures)
    cell = grammar.without_closing(text)
    for at, before, after in _completions(own, sign, unit, cell) if len(text) <= LONGEST_VALUE else ():
        with_unit = _with_unit(cell, own, after)
        completed = parse_target(with_unit[:at] + before + with_unit[at:], grammar, alone)
        if _agrees(own, completed, before, after):
            spans = [one.span for one in own] if at else _spans(own, completed, len(before), len(cell))
            rows = zip(completed, own, spans, strict=True)
            return tuple(_in_cell(target, one, span, before) for target, one, span in rows)
    return own


def _with_unit(text: str, own: tuple[Target, ...], unit: str) -> str:
    """The cell as if the unit stood in it, after each of several numbers: 12、10 | % is 12%、10%."""
    ends = [target.span[1] for target in own] if len(own) > 1 else [len(text)]
    pieces = (text[start:end] for start, end in pairwise([0, *ends]))
    return "".join(piece + unit for piece in pieces) + text[ends[-1] :]


def _spans(own: tuple[Target, ...], completed: tuple[Target, ...], ahead: int, length: int) -> list[tuple[int, int]]:
    """Where the targets of the row, which is `ahead` of its cell, stand in the cell."""
    if len(own) > 1:
        return [target.span for target in own]
    (target,) = completed
    start, end = (min(max(place - ahead, 0), length) for place in target.span)
    return [(start, end)]


def _completions(own: tuple[Target, ...], sign: str, unit: str, cell: str) -> Iterator[tuple[int, str, str]]:
    """What to read with the cell, most first: what its targets do not print themselves. The sign stands at the front,
    or behind words (合格率：98, 每年5次) where the value begins.
    """
    if not all(target.kind in MAY_BE_COMPLETED for target in own):
        return
    before = "" if own[0].operator or len(sign) > LONGEST else sign
    after = "" if any(target.measure_unit for target in own) or len(unit) > LONGEST else unit
    behind = (found.start() for place in BEHIND_WORDS if (found := place.search(cell)))
    places = dict.fromkeys((0, *behind))
    for one, other in dict.fromkeys(((before, after), (before, ""), ("", after))):
        if one or other:
            yield from ((at, one, other) for at in (places if one else [0]))


def _agrees(own: tuple[Target, ...], completed: tuple[Target, ...], before: str, after: str) -> bool:
    """Whether reading more of the row left the cell's targets what they are, and understood what was added."""
    return (
        len(own) == len(completed)
        and bool(completed[0].operator or not before)
        and all(
            _same(one, other) and (_has_unit(one, other) or not after)
            for one, other in zip(own, completed, strict=True)
        )
    )


def _same(own: Target, completed: Target) -> bool:
    """Whether a target is still of a kind that can be compared, of the cell's own numbers, and leaves no more over."""
    numbers = {own.low, own.high} if own.kind == completed.kind else None
    is_whole = numbers is None or {completed.low, completed.high} - {None} <= numbers
    return completed.kind in COMPLETED and is_whole and completed.leftover == own.leftover


def _has_unit(own: Target, completed: Target) -> bool:
    """Whether a unit was understood; one that only says how many thousands (万) is in the factor."""
    return completed.measure_unit is not None or completed.kind == "date" or completed.factor not in (None, own.factor)


def _in_cell(target: Target, own: Target, span: tuple[int, int], sign: str) -> Target:
    """A target of the row as one of its cell: its span lies in the cell, and a sign from the column says so."""
    source = COLUMN if sign and target.operator and not own.operator else target.operator_source
    return replace(target, span_start=span[0], span_end=span[1], operator_source=source)


def _wording(text: str, own: tuple[Target, ...], grammar: Grammar) -> Target:
    """A value that the row calls a matter of quality: all of it is its wording."""
    if len(own) == 1 and own[0].kind in (QUALITATIVE, "missing"):
        return own[0]
    start = len(text) - len(text.lstrip())
    quality = grammar.qualities.read(grammar.normalise(text).read)
    return Target(
        QUALITATIVE,
        "clean",
        quality_direction=quality.direction,
        quality_strength=quality.strength,
        span_start=start,
        span_end=start + len(text.strip()),
    )


def _nature(sign: str, natures: Iterable[TextRule]) -> str:
    """Which nature the text of a sign's column names, empty for a sign."""
    return next((rule.field for rule in natures if sign and rule.pattern.search(sign)), "")


def _without_nature(sign: str, natures: Iterable[TextRule]) -> str:
    """What the text of a sign's column says beside its nature: that a value is of quantity (定量) is no part of it."""
    for rule in natures:
        sign = rule.pattern.sub("", sign)
    return sign.strip()
