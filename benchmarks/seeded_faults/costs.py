"""Faults in money: the costs that come to a budget, the budget, the sources of funds and what was spent.

One of these faults cannot be found wherever it is planted: a cost left out that is the only one in money. What is left
says nothing of it, and a budget without a price is no fault in itself; the class is missed only if no other row has it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from math import prod
from random import Random

from benchmarks.seeded_faults.company import COSTS, PEERS, RESULTS, TEXT, WEIGHTS
from benchmarks.seeded_faults.places import Fault, Plant, Spoiled, in_field, with_rows
from benchmarks.seeded_faults.printed import (
    NUMBER,
    Stated,
    Sum,
    bound,
    budget,
    has_one_number,
    in_class,
    number_in,
    other_number,
    stated,
    sums,
    with_number,
    with_unit,
)
from pipeline.model.reading import RawValue, Reading

NEAR = Decimal("0.1")
"""Costs within a tenth of the budget are meant to come to it."""
MOST = 5_000
"""So many ways of pairing prices with quantities are tried."""
Term = tuple[Stated, tuple[Stated, ...]]
"""A cost and the quantities that it is multiplied with."""


def terms(reading: Reading, f: int) -> list[Term]:
    """The costs of a form with the quantities that make them come nearest to the budget; none if that is not near."""
    total = budget(reading, f)
    form_no = reading.forms[f].form_no
    rows = [one for one in stated(reading) if one.row.form_no == form_no and one.value.period != "whole"]
    costs = [one for one in rows if in_class(one.row, "成本") and one.said.dimension == "money"]
    if not total or not costs or len({one.i for one in costs}) < len(costs):
        return []
    readings = [list(_pairings(cost, rows)) for cost in costs]
    if prod(map(len, readings)) > MOST:
        return []
    best = min(product(*readings), key=lambda one: abs(total_of(one) - total.amount), default=())
    return list(best) if best and abs(total_of(best) - total.amount) <= NEAR * total.amount else []


def _pairings(cost: Stated, rows: list[Stated]) -> Iterator[Term]:
    """The ways to multiply a cost out: per year it is the amount, per anything else there must be as many of that."""
    per = [unit for unit in cost.said.measure_unit.split("/")[1:] if unit != "年"]
    counted = [[row for row in rows if row.said.measure_unit == unit and row.i != cost.i] for unit in per]
    yield from ((cost, quantities) for quantities in product(*counted))


def total_of(best: Sequence[Term]) -> Decimal:
    """What costs come to, multiplied out."""
    return sum((bound(cost.said) * prod(bound(one.said) for one in by) for cost, by in best), Decimal(0))


def _in_term(of_cost: bool, change: Callable[[Stated, Random], RawValue | None]) -> Plant:
    """Changes a cost, or a quantity that a cost is multiplied with, in a form whose costs come to its budget."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [
            one
            for f in range(len(reading.forms))
            for cost, by in terms(reading, f)
            for one in ([cost] if of_cost else by)
            if has_one_number(one.value)
        ]
        if not places:
            return None
        one = chance.choice(places)
        value = change(one, chance)
        if value is None:
            return with_rows(reading, one.i, [])
        values = (*one.row.values[: one.v], value, *one.row.values[one.v + 1 :])
        return with_rows(reading, one.i, [replace(one.row, values=values)])

    return plant


def _other(one: Stated, chance: Random) -> RawValue:
    return with_number(one.value, other_number(NUMBER.search(one.value.text)[0], chance))


def _other_magnitude(one: Stated, _: Random) -> RawValue | None:
    """Yuan where ten thousand yuan are meant, or the other way round."""
    if "万元" in one.value.unit + one.value.text:
        return with_unit(one.value, re.compile("万元"), "元")
    return with_unit(one.value, re.compile("元"), "万元")


def _left_out(one: Stated, _: Random) -> None:
    """No value: the row is taken out."""


def _budgets(reading: Reading) -> Iterator[tuple[int, int]]:
    for f in range(len(reading.forms)):
        if terms(reading, f):
            total = budget(reading, f)
            yield total.f, total.i


def _parts(reading: Reading) -> Iterator[tuple[int, int]]:
    """The sources of funds of forms that print a total in the same measure and for the same span."""
    every = list(sums(reading))
    for one in every:
        if one.field.source != "total" and any(_is_total_of(one, other) for other in every):
            yield one.f, one.i


def _is_total_of(part: Sum, other: Sum) -> bool:
    same = (part.f, part.field.measure) == (other.f, other.field.measure)
    return same and other.field.source == "total" and part.amount and part.field.period in ("", other.field.period)


def _other_sum(reading: Reading, f: int, i: int, chance: Random) -> str:
    printed = reading.forms[f].fields[i].text
    return NUMBER.sub(lambda match: other_number(match[0], chance), printed, count=1)


def _executed(reading: Reading) -> Iterator[tuple[int, int]]:
    spent = [one for one in sums(reading) if one.field.measure == "executed" and one.amount]
    return ((one.f, one.i) for one in spent if budget(reading, one.f))


def _wholes(reading: Reading) -> Iterator[tuple[int, int]]:
    """The totals of whole projects beside those of the year."""
    every = [one for one in sums(reading) if one.field.source == "total" and not one.field.measure and one.amount]
    annual = {one.f for one in every if one.field.period == "annual"}
    return ((one.f, one.i) for one in every if one.field.period == "whole" and one.f in annual)


def _below_the_year(reading: Reading, f: int, i: int, chance: Random) -> str:
    annual = next(one for one in sums(reading) if (one.f, one.field.period, one.field.source) == (f, "annual", "total"))
    less = number_in(annual.field.text) * Decimal(chance.uniform(0.3, 0.9))
    return NUMBER.sub(f"{less:.2f}", reading.forms[f].fields[i].text, count=1)


def _above_budget(reading: Reading, f: int, i: int, chance: Random) -> str:
    """More than any budget that is printed for the same source."""
    field = reading.forms[f].fields[i]
    printed = [
        number_in(one.text)
        for one in reading.forms[f].fields
        if one.source == field.source and one.measure in ("initial", "adjusted", "") and number_in(one.text)
    ]
    return f"{max(printed) * Decimal(chance.uniform(1.05, 1.5)):.2f}"


def _rates(reading: Reading) -> Iterator[tuple[int, int]]:
    """Printed rates of execution beside sums to compute them from."""
    for f, form in enumerate(reading.forms):
        for i, one in enumerate(form.fields):
            spent = any(other.measure == "executed" and other.source == one.source for other in form.fields)
            if one.measure == "rate" and spent and (number_in(one.text) or 0) > 0:
                yield f, i


FUNDS = frozenset({"funds_do_not_add_up"})
WHOLE = frozenset({"whole_and_annual_contradict"})
EXECUTION = frozenset({"executed_above_budget", "execution_rate_differs"})
FAULTS = (
    Fault("the amount of a cost changed", _in_term(True, _other), COSTS, TEXT | PEERS | RESULTS),
    Fault(
        "yuan and ten thousand yuan confused in a cost",
        _in_term(True, _other_magnitude),
        COSTS,
        TEXT | PEERS | RESULTS | {"unit_contradicts_value"},
    ),
    Fault("a cost left out", _in_term(True, _left_out), COSTS | {"missing_class"}, WEIGHTS),
    Fault("a quantity of a unit cost changed", _in_term(False, _other), COSTS, TEXT | RESULTS),
    # What is spent is a share of the budget.
    Fault("the budget changed", in_field(_budgets, _other_sum), COSTS, FUNDS | TEXT | EXECUTION | WHOLE),
    Fault("a source of funds changed", in_field(_parts, _other_sum), FUNDS, EXECUTION),
    Fault(
        "less for the whole project than for the year",
        in_field(_wholes, _below_the_year),
        WHOLE,
        FUNDS | TEXT,
    ),
    Fault(
        "more spent than budgeted",
        in_field(_executed, _above_budget),
        frozenset({"executed_above_budget"}),
        EXECUTION | FUNDS,
    ),
    Fault("the rate of execution changed", in_field(_rates, _other_sum), frozenset({"execution_rate_differs"})),
)
