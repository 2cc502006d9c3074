"""Faults that only other projects or years show: targets kept or lowered, thresholds far from those of their peers."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.seeded_faults.company import RESULTS, VALUE
from benchmarks.seeded_faults.documents import year_before
from benchmarks.seeded_faults.places import Fault, Spoiled, in_value
from benchmarks.seeded_faults.printed import Stated, bound, has_one_number, number_in, stated, with_number
from benchmarks.seeded_faults.values import is_share
from pipeline.model.reading import RawValue, Reading

PEERS = 8
"""So many projects must state a share of one name for one of them to stand out."""


def _is_raised(one: Stated) -> bool:
    """Floors that were lower in the year before, so that not all targets are the same."""
    number = number_in(one.value.text)
    return (
        bool(one.name)
        and one.said.operator == ">="
        and has_one_number(one.value)
        and bound(one.said) is not None
        and number > 3
    )


def lower_before(reading: Reading) -> Reading:
    """The year before, in which every floor was lower by one."""
    changed = list(reading.indicators)
    for one in stated(reading):
        if _is_raised(one):
            changed[one.i] = _with(changed[one.i], one.v, _lowered(one.value, Decimal(1)))
    return year_before(replace(reading, indicators=tuple(changed)))


def _with(row, v: int, value: RawValue):
    return replace(row, values=(*row.values[:v], value, *row.values[v + 1 :]))


def _lowered(value: RawValue, by: Decimal) -> RawValue:
    return with_number(value, f"{number_in(value.text) - by}")


def _lower(one: Stated, chance: Random) -> RawValue:
    return with_number(
        one.value, f"{(number_in(one.value.text) * Decimal(chance.uniform(0.4, 0.6))).quantize(Decimal(1))}"
    )


def _kept(reading: Reading, chance: Random) -> Spoiled | None:
    """All targets of a form, three quantities at least, are those of the year before."""
    raised = [one for one in stated(reading) if _is_raised(one)]
    quantities = Counter(one.row.form_no for one in stated(reading) if one.said.kind == "quantity" and one.v == 0)
    places = sorted({one.row.form_no for one in raised if quantities[one.row.form_no] >= 3})
    if not places:
        return None
    form_no = chance.choice(places)
    changed = list(reading.indicators)
    for one in raised:
        if one.row.form_no == form_no:
            changed[one.i] = _with(changed[one.i], one.v, _lowered(one.value, Decimal(1)))
    return Spoiled(replace(reading, indicators=tuple(changed)), form_no)


def _out_of_line(reading: Reading, chance: Random) -> Spoiled | None:
    """A share that many projects set is much lower in one of them."""
    forms = Counter(one.name for one in stated(reading) if is_share(one))
    return in_value(lambda one: is_share(one) and forms[one.name] >= PEERS, _lower)(reading, chance)


FAULTS = (
    Fault("the targets of the year before", _kept, frozenset({"targets_unchanged"}), VALUE, lower_before),
    Fault(
        "a target below that of the year before",
        in_value(_is_raised, _lower),
        frozenset({"target_lowered"}),
        VALUE,
        lower_before,
    ),
    Fault("a threshold far from its peers", _out_of_line, frozenset({"threshold_out_of_line"}), RESULTS),
)
