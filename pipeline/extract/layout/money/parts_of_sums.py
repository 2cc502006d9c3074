"""Totals under labels that nobody knows: what their parts add up to, and what is a total in another form."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from pipeline.extract.layout.amounts import amount
from pipeline.extract.layout.captions import Captions
from pipeline.extract.layout.form.fields import MONEY
from pipeline.extract.layout.project.open_form import OpenForm
from pipeline.extract.layout.words.field_labels import AMOUNTS, OTHER, TOTAL
from pipeline.extract.layout.words.labels import plain
from pipeline.model.finding import Finding
from pipeline.model.reading import FormField

FEWEST = 2
"""So many parts at least make a sum of them no accident."""
HOW = "arithmetic"
Fields = Sequence[FormField]


class Column(NamedTuple):
    """The sums of one column from the top: their rows; and of each, and of none at the end, what it and those below
    it add up to as far as the next total, and of how many.
    """

    rows: Sequence[int]
    added: Sequence[tuple[Decimal, int]]


Columns = Mapping[tuple[int, int, str], Column]
"""Table, column and measure → its sums of single sources."""


def tell_totals(forms: Sequence[OpenForm], captions: Captions) -> Iterator[Finding]:
    """Tells the totals in the forms of a document, in place, with a note on each: a sum whose label nobody knows is the
    total where its parts add up to it, and no other is that of the year. What is the total in one form is so in all
    that print the same label and have none.
    """
    proven = [list(_totals(form.fields, captions)) if _lacks_total(form.fields) else [] for form in forms]
    labels = {plain(one.label) for totals in proven for one in totals if one.name == OTHER}
    for form, totals in zip(forms, proven, strict=True):
        unknown = [one for one in form.fields if _is_unknown(one) and plain(one.label) in labels]
        if not totals and _lacks_total(form.fields) and len({_row(one) for one in unknown}) == 1:
            totals = _row_of(unknown[0], _rows(form.fields).get(_row(unknown[0]), ()))
        certain = set(totals)
        form.fields = [_as_total(one) if one in certain else one for one in form.fields]
        yield from (_told(one) for one in totals if one.name == OTHER)


def _told(one: FormField) -> Finding:
    """A note on a total that was told by sums."""
    table_no, row_no = _row(one) or (None, None)
    details = {"table": str(table_no), "columns": f"{one.label} → {TOTAL}"}
    return Finding("read_by_content", details["columns"], table_no, row_no, details)


def _lacks_total(fields: Fields) -> bool:
    return not any(one.source == TOTAL and one.period != "whole" for one in fields)


def _totals(fields: Fields, captions: Captions) -> Iterator[FormField]:
    """The sums that are totals: those whose label nobody knows, and those of other measures in the same row."""
    has_measures = any(one.source and one.measure for one in fields)
    columns, rows = _columns(fields), _rows(fields)
    for at, one in enumerate(fields):
        if _is_unknown(one) and (one.measure or not has_measures):
            row = _row_of(one, rows.get(_row(one), ()))
            parts = [(amount(other.text), *_added(other, columns)) for other in row]
            adds_up = all(total == added for total, added, number in parts if number)
            if adds_up and any(number >= FEWEST for *_, number in parts):
                yield from row
            elif _is_of_which(one, fields[at + 1 :], captions):
                yield one


def _added(one: FormField, columns: Columns) -> tuple[Decimal, int]:
    """What the sums of single sources right below a sum, in its column and of its measure, add up to; how many."""
    at = one.address
    column = columns.get((at.table_no, at.col_no, one.measure)) if at else None
    return column.added[bisect_right(column.rows, at.row_no)] if at and column else (Decimal(0), 0)


def _columns(fields: Fields) -> Columns:
    found = defaultdict[tuple[int, int, str], list[tuple[int, FormField]]](list)
    for one in fields:
        if one.source and one.address:
            found[one.address.table_no, one.address.col_no, one.measure].append((one.address.row_no, one))
    return {place: _column(sorted(sums, key=lambda each: each[0])) for place, sums in found.items()}


def _column(sums: Sequence[tuple[int, FormField]]) -> Column:
    added = [(Decimal(0), 0)]
    for _, one in reversed(sums):
        (above, number), part = added[-1], amount(one.text)
        is_sum = part is not None
        added.append((Decimal(0), 0) if one.source == TOTAL else (above + (part or 0), number + is_sum))
    return Column([row_no for row_no, _ in sums], added[::-1])


def _rows(fields: Fields) -> Mapping[tuple[int, int] | None, list[FormField]]:
    """The sums of a measure, of no single source, by table and row."""
    found = defaultdict[tuple[int, int] | None, list[FormField]](list)
    for one in fields:
        if one.measure in AMOUNTS and not one.source:
            found[_row(one)].append(one)
    return found


def _row_of(one: FormField, row: Fields) -> list[FormField]:
    """A sum, and those of other measures in its row."""
    return [one, *(other for other in row if one.measure and other != one)]


def _is_unknown(one: FormField) -> bool:
    """Whether it is a sum of money whose label nobody knows."""
    return one.name == OTHER and not one.source and bool(amount(one.text))


def _is_of_which(one: FormField, behind: Fields, captions: Captions) -> bool:
    """Whether what follows a sum in its row says that it is a part of it, and it and the others in that row add up."""
    row = takewhile(lambda part: part.source and _row(part) == _row(one), behind)
    parts = [part for part in row if part.source != TOTAL]
    amounts = [found for part in parts if (found := amount(part.text)) is not None]
    return bool(parts) and captions.is_of_which(parts[0].label) and sum(amounts, Decimal(0)) == amount(one.text)


def _row(one: FormField) -> tuple[int, int] | None:
    return (one.address.table_no, one.address.row_no) if one.address else None


def _as_total(one: FormField) -> FormField:
    return replace(one, name=MONEY, source=TOTAL, role_source=HOW)
