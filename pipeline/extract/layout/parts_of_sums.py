"""Totals under labels that nobody knows: what the sums right below, in the same column, add up to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from pipeline.extract.layout.field_labels import OTHER, TOTAL
from pipeline.extract.layout.fields import MONEY
from pipeline.extract.layout.shapes.sums import amount
from pipeline.model.reading import FormField

FEWEST = 2
"""So many parts at least make a sum of them no accident."""
HOW = "arithmetic"


def with_totals(fields: Sequence[FormField]) -> list[FormField]:
    """The fields of a form; a sum whose label nobody knows is the total of its sources where these add up to it."""
    return [_as_total(one, parts) if (parts := _parts(one, fields)) else one for one in fields]


def _parts(one: FormField, fields: Sequence[FormField]) -> list[FormField]:
    """The sums of single sources below a sum, if they add up to it; none if it is known or they do not."""
    total = amount(one.text)
    if one.name != OTHER or one.source or not total:
        return []
    parts = list(takewhile(lambda part: part.source != TOTAL, _below(one, fields)))
    amounts = [amount(part.text) for part in parts]
    added = sum((part for part in amounts if part), Decimal(0))
    return parts if added == total and sum(part is not None for part in amounts) >= FEWEST else []


def _below(one: FormField, fields: Sequence[FormField]) -> Iterator[FormField]:
    """The sums of money below a field, from the top."""
    at = one.address
    for other in fields:
        place = other.address if other.source else None
        if at and place and (place.table_no, place.col_no) == (at.table_no, at.col_no) and place.row_no > at.row_no:
            yield other


def _as_total(one: FormField, parts: Sequence[FormField]) -> FormField:
    measures = {part.measure for part in parts}
    measure = one.measure or (measures.pop() if len(measures) == 1 else "")
    return replace(one, name=MONEY, source=TOTAL, measure=measure, role_source=HOW)
