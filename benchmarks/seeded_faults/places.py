"""Where a fault is planted: in a value, a row, a field of a form. Every place that fits is as likely as the others."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from benchmarks.seeded_faults.printed import Stated, stated
from pipeline.model.reading import FormField, RawIndicator, RawValue, Reading


class Spoiled(NamedTuple):
    """A reading with a fault, and the number of the form where it is."""

    reading: Reading
    form_no: int


Plant = Callable[[Reading, Random], Spoiled | None]
"""Spoils a reading at a random place; None if it has no such place."""


@dataclass(frozen=True)
class Fault:
    """A kind of fault: what plants it, the codes that find it, those that it brings about by its nature (the reasons
    are in `company`), and what must have been read beside the document for the fault to be one. A fault between two
    projects may be told of either: `anywhere`.
    """

    name: str
    plant: Plant
    codes: frozenset[str]
    company: frozenset[str] = frozenset()
    beside: Callable[[Reading], Reading] | None = None
    anywhere: bool = False


def in_value(
    fits: Callable[[Stated], bool], change: Callable[[Stated, Random], RawValue | None], whole_row: bool = False
) -> Plant:
    """Changes a target value that fits, or with `whole_row` all target values of its row alike."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [one for one in stated(reading) if fits(one) and change(one, Random(0))]
        if not places:
            return None
        one = chance.choice(places)
        changed = change(one, chance)
        values = [
            changed
            if v == one.v
            else replace(changed, **_meant(value))
            if whole_row and value.what == "target"
            else value
            for v, value in enumerate(one.row.values)
        ]
        return with_rows(reading, one.i, [replace(one.row, values=tuple(values))])

    return plant


def _meant(value: RawValue) -> dict[str, str]:
    return {"period": value.period, "region": value.region, "grade": value.grade}


def in_row(
    fits: Callable[[RawIndicator], bool], change: Callable[[RawIndicator, Random], RawIndicator | None]
) -> Plant:
    """Changes an indicator row that fits."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [i for i, row in enumerate(reading.indicators) if fits(row) and change(row, Random(0))]
        if not places:
            return None
        i = chance.choice(places)
        return with_rows(reading, i, [change(reading.indicators[i], chance)])

    return plant


def in_field(
    places: Callable[[Reading], Iterable[tuple[int, int]]], change: Callable[[Reading, int, int, Random], str]
) -> Plant:
    """Prints something else in a field of a form, of those that `places` gives as form and field."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        found = list(places(reading))
        if not found:
            return None
        f, i = chance.choice(found)
        return with_field(reading, f, i, change(reading, f, i, chance))

    return plant


def with_rows(reading: Reading, i: int, rows: Sequence[RawIndicator]) -> Spoiled:
    """The reading with these rows in the place of row `i`."""
    changed = (*reading.indicators[:i], *rows, *reading.indicators[i + 1 :])
    return Spoiled(replace(reading, indicators=changed), reading.indicators[i].form_no)


def without_rows(reading: Reading, places: Collection[int], form_no: int) -> Spoiled:
    """The reading without the rows at some places, which are of one form."""
    kept = tuple(row for i, row in enumerate(reading.indicators) if i not in places)
    return Spoiled(replace(reading, indicators=kept), form_no)


def with_added(reading: Reading, form_no: int, rows: Sequence[RawIndicator]) -> Spoiled:
    """The reading with more rows at the end of a form's last table; they get that form's address."""
    own = [row for row in reading.indicators if row.form_no == form_no]
    table_no = own[-1].table_no
    last = max(row.row_no for row in reading.indicators if row.table_no == table_no)
    added = [
        replace(row, form_no=form_no, table_no=table_no, row_no=last + no, block_no=own[-1].block_no)
        for no, row in enumerate(rows, 1)
    ]
    at = reading.indicators.index(own[-1]) + 1
    return Spoiled(replace(reading, indicators=(*reading.indicators[:at], *added, *reading.indicators[at:])), form_no)


def with_field(reading: Reading, f: int, i: int, text: str) -> Spoiled:
    """The reading with another text in field `i` of form `f`."""
    return with_fields(reading, f, {i: text})


def with_fields(reading: Reading, f: int, texts: dict[int, str]) -> Spoiled:
    """The reading with other texts in fields of form `f`."""
    form = reading.forms[f]
    fields: tuple[FormField, ...] = tuple(
        replace(one, text=texts[i]) if i in texts else one for i, one in enumerate(form.fields)
    )
    forms = (*reading.forms[:f], replace(form, fields=fields), *reading.forms[f + 1 :])
    return Spoiled(replace(reading, forms=forms), form.form_no)


def fields_named(reading: Reading, *names: str) -> list[tuple[int, int]]:
    """The fields of these names as form and field."""
    return [(f, i) for f, form in enumerate(reading.forms) for i, one in enumerate(form.fields) if one.name in names]
