"""Totals under labels that nobody knows: what their parts add up to, and what is a total in another form."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from pipeline.extract.layout.captions import Captions
from pipeline.extract.layout.field_labels import AMOUNTS, OTHER, TOTAL
from pipeline.extract.layout.fields import MONEY
from pipeline.extract.layout.labels import plain
from pipeline.extract.layout.open_form import OpenForm
from pipeline.extract.layout.shapes.sums import amount
from pipeline.model.document import Address
from pipeline.model.finding import Finding
from pipeline.model.reading import FormField

FEWEST = 2
"""So many parts at least make a sum of them no accident."""
HOW = "arithmetic"
Fields = Sequence[FormField]


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
            totals = _row_of(unknown[0], form.fields)
        form.fields = [_as_total(one) if one in totals else one for one in form.fields]
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
    for one in fields:
        if _is_unknown(one) and (one.measure or not has_measures):
            row = _row_of(one, fields)
            parts = [(other, amounts) for other in row if (amounts := _amounts(_parts(other, fields)))]
            adds_up = all(sum(amounts, Decimal(0)) == amount(other.text) for other, amounts in parts)
            if adds_up and any(len(amounts) >= FEWEST for _, amounts in parts):
                yield from row
            elif _is_of_which(one, fields, captions):
                yield one


def _row_of(one: FormField, fields: Fields) -> list[FormField]:
    """A sum, and those of other measures in its row."""
    return [one, *(other for other in fields if one.measure and _is_beside(other, one))]


def _is_unknown(one: FormField) -> bool:
    """Whether it is a sum of money whose label nobody knows."""
    return one.name == OTHER and not one.source and bool(amount(one.text))


def _is_beside(other: FormField, one: FormField) -> bool:
    """Whether it is a sum of another measure in the row of one."""
    return other.measure in AMOUNTS and not other.source and other != one and _row(other) == _row(one)


def _parts(one: FormField, fields: Fields) -> list[FormField]:
    """The sums of single sources right below a sum, in its column, with its measure."""
    below = (other for other in _below(one, fields) if other.measure == one.measure)
    return list(takewhile(lambda part: part.source != TOTAL, below))


def _is_of_which(one: FormField, fields: Fields, captions: Captions) -> bool:
    """Whether what follows a sum in its row says that it is a part of it, and it and the others in that row add up."""
    at = fields.index(one)
    row = takewhile(lambda part: part.source and _row(part) == _row(one), fields[at + 1 :])
    parts = [part for part in row if part.source != TOTAL]
    return bool(parts) and captions.is_of_which(parts[0].label) and sum(_amounts(parts), Decimal(0)) == amount(one.text)


def _amounts(parts: Fields) -> list[Decimal]:
    return [found for part in parts if (found := amount(part.text)) is not None]


def _row(one: FormField) -> tuple[int, int] | None:
    return (one.address.table_no, one.address.row_no) if one.address else None


def _below(one: FormField, fields: Fields) -> Iterator[FormField]:
    """The sums of money below a field, from the top."""
    at = one.address
    for other in fields:
        place: Address | None = other.address if other.source else None
        if at and place and (place.table_no, place.col_no) == (at.table_no, at.col_no) and place.row_no > at.row_no:
            yield other


def _as_total(one: FormField) -> FormField:
    return replace(one, name=MONEY, source=TOTAL, role_source=HOW)
