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
    """The fields of a form; a sum whose label nobody knows is the total of its sources where these add up to it, and no
    other is that of the year. Beside sums of several measures it may be of any.
    """
    if any((one.source == TOTAL and one.period != "whole") or (one.source and one.measure) for one in fields):
        return list(fields)
    return [_as_total(one) if _has_parts(one, fields) else one for one in fields]


def _has_parts(one: FormField, fields: Sequence[FormField]) -> bool:
    """Whether the sums of single sources below a sum that nobody knows add up to it."""
    total = amount(one.text)
    if one.name != OTHER or one.source or not total:
        return False
    parts = list(takewhile(lambda part: part.source != TOTAL, _below(one, fields)))
    amounts = [amount(part.text) for part in parts]
    added = sum((part for part in amounts if part), Decimal(0))
    return added == total and sum(part is not None for part in amounts) >= FEWEST


def _below(one: FormField, fields: Sequence[FormField]) -> Iterator[FormField]:
    """The sums of money below a field, from the top."""
    at = one.address
    for other in fields:
        place = other.address if other.source else None
        if at and place and (place.table_no, place.col_no) == (at.table_no, at.col_no) and place.row_no > at.row_no:
            yield other


def _as_total(one: FormField) -> FormField:
    return replace(one, name=MONEY, source=TOTAL, role_source=HOW)
