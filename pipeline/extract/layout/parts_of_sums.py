"""Totals under labels that nobody knows: what the sums right below, in the same column, add up to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.layout.field_labels import OTHER, TOTAL
from pipeline.extract.layout.fields import MONEY
from pipeline.extract.layout.shapes.sums import amount
from pipeline.model.reading import FormField

FEWEST = 2
"""So many parts at least make a sum of them no accident."""
HOW = "arithmetic"


class Column(NamedTuple):
    """The sums of one column from the top: their rows; and of each, and of none at the end, what it and those below
    it add up to as far as the next total, and of how many.
    """

    rows: Sequence[int]
    added: Sequence[tuple[Decimal, int]]


Columns = Mapping[tuple[int, int], Column]
"""Table and column → its sums of single sources."""


def with_totals(fields: Sequence[FormField]) -> list[FormField]:
    """The fields of a form; a sum whose label nobody knows is the total of its sources where these add up to it, and no
    other is that of the year. Beside sums of several measures it may be of any.
    """
    if any((one.source == TOTAL and one.period != "whole") or (one.source and one.measure) for one in fields):
        return list(fields)
    columns = _columns(fields)
    return [_as_total(one) if _has_parts(one, columns) else one for one in fields]


def _has_parts(one: FormField, columns: Columns) -> bool:
    """Whether the sums of single sources below a sum that nobody knows add up to it."""
    at, total = one.address, amount(one.text)
    if one.name != OTHER or one.source or not total or not at or (at.table_no, at.col_no) not in columns:
        return False
    column = columns[at.table_no, at.col_no]
    added, number = column.added[bisect_right(column.rows, at.row_no)]
    return added == total and number >= FEWEST


def _columns(fields: Sequence[FormField]) -> Columns:
    found = defaultdict[tuple[int, int], list[tuple[int, FormField]]](list)
    for one in fields:
        if one.source and one.address:
            found[one.address.table_no, one.address.col_no].append((one.address.row_no, one))
    return {place: _column(sorted(sums, key=lambda each: each[0])) for place, sums in found.items()}


def _column(sums: Sequence[tuple[int, FormField]]) -> Column:
    added = [(Decimal(0), 0)]
    for _, one in reversed(sums):
        (above, number), part = added[-1], amount(one.text)
        is_sum = part is not None
        added.append((Decimal(0), 0) if one.source == TOTAL else (above + (part or 0), number + is_sum))
    return Column([row_no for row_no, _ in sums], added[::-1])


def _as_total(one: FormField) -> FormField:
    return replace(one, name=MONEY, source=TOTAL, role_source=HOW)
