"""The costs of a project held against its budget.

A finding of a difference must be beyond doubt: whatever cannot be computed makes the outcome `not_testable`, with
the reason, unless what can be computed meets the budget. The steps, in order:

1. Without a budget or costs nothing is tested.
2. The costs meet the budget in some reading, nearest to the print first: reconciled. If several readings that are
   equally near do, it is ambiguous which is meant.
3. The names leave open what a price is paid for: ambiguous.
4. Costs are named after those who pay them and come to more than the budget, which may be the money of some of these:
   not testable.
5. A cost calls itself the total: that differs.
6. Some cost comes to no amount, or may be left out for a reason that the budget does not tell: not testable.
7. The least difference that any sense leaves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from math import prod

from pipeline.schema.codes import NO_AMOUNT
from pipeline.transform.names.wording import Wording
from pipeline.transform.reconcile.costs import Basis, Reading, refused
from pipeline.transform.reconcile.pairing import MOST_PAIRINGS
from pipeline.transform.reconcile.what_counts import (
    SENSES,
    SURE_SENSES,
    Way,
    counted,
    heading,
    is_complete,
    left_out,
    meanings,
    others_money,
    parts_marked,
    purses,
    stated_totals,
    the_purse,
    the_whole,
)
from pipeline.transform.tables.money import FEN, in_fen

TOLERANCE = Decimal(1)
"""Yuan: what is less stems from fen that a form in yuan leaves out."""
AMBIGUOUS = "quantity_ambiguous"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a project's costs compare with its budget. `costs` are as they were counted."""

    costs: Way
    status: str
    reason: str | None = None
    cost_total: Decimal | None = None
    difference: Decimal | None = None
    allowance: Decimal | None = None

    @property
    def off(self) -> Decimal:
        """How far the costs are from the budget; nothing where they were not compared."""
        return self.difference or Decimal(0)

    @property
    def closeness(self) -> str | None:
        """How near a reconciled sum is to the budget."""
        if self.status != "reconciled":
            return None
        if not self.difference:
            return "exact"
        return "tolerance" if abs(self.difference) <= TOLERANCE else "rounding"

    @property
    def made_of(self) -> str | None:
        """Whether a reconciled sum is the budget printed once more, or broken down."""
        if self.status != "reconciled":
            return None
        (first, *others) = counted(self.costs)
        return "repeated" if not others and first.quantity is None else "breakdown"


@dataclass(frozen=True, slots=True)
class Budget:
    """What costs are held against, in yuan. `slack` is how far it may be off because the form rounds."""

    total: Decimal
    slack: Decimal
    wording: Wording

    def against(self, way: Way) -> Outcome:
        """The sum of what counts, held against the budget."""
        added = counted(way)
        total = sum((one.sure_amount for one in added), Decimal(0))
        slack = sum(map(self._slack, added), self.slack)
        allowance = max(TOLERANCE, in_fen(slack) or TOLERANCE)
        difference = self.total - total
        status = "reconciled" if added and abs(difference) <= allowance else "differs"
        return Outcome(way, status, None, total, difference, allowance)

    def _slack(self, one: Reading) -> Decimal:
        """A plain amount was cut only if the budget has decimals that it could not print: none if it prints the fen."""
        last = 2 * one.slack
        is_cut = one.quantity is not None or (last > FEN and self.total % last)
        return one.slack if is_cut else Decimal(0)


def compared(readings: Sequence[Way], budget: Decimal | None, wording: Wording, slack: Decimal = Decimal(0)) -> Outcome:
    """The outcome for a project: `readings` are those of each of its costs."""
    if budget is None:
        return _untested(readings, "no_budget", wording)
    if not readings:
        return _untested(readings, "no_cost_indicator", wording)
    held = Budget(budget, slack, wording)
    if met := _met(readings, held):
        return met
    if any(first.basis is Basis.OPEN for first, *_ in readings):
        return _untested(readings, AMBIGUOUS, wording)
    return _differing(_as_printed(readings, wording), held)


def _as_printed(readings: Sequence[Way], wording: Wording) -> Way:
    return parts_marked(tuple(first for first, *_ in readings), wording)


def _untested(readings: Sequence[Way], reason: str, wording: Wording) -> Outcome:
    """Nothing can be said. Costs whose partner is open come to nothing."""
    return Outcome(tuple(map(_settled, _as_printed(readings, wording))), "not_testable", reason)


def _settled(first: Reading) -> Reading:
    return _unknown(first) if first.basis is Basis.OPEN else first


def _unknown(one: Reading) -> Reading:
    return refused(one.cost, AMBIGUOUS, one.unit_cost)


# ── Meeting the budget ───────────────────────────────────────────────────────────────────────────────────


def _met(readings: Sequence[Way], budget: Budget) -> Outcome | None:
    """The outcome if the costs meet the budget, read as near to the print as they do; None if they do not."""
    for furthest in (Basis.OPEN, Basis.GUESSED, Basis.MULTIPLIED):
        met = [outcome for way in _ways(readings, furthest, budget.wording) if (outcome := _met_by(way, budget))]
        if len({tuple(counted(outcome.costs)) for outcome in met}) > 1:
            return _untested(readings, AMBIGUOUS, budget.wording)
        if met:
            return met[0] if len(met) == 1 else _without_choices(met)
    return None


def _without_choices(met: list[Outcome]) -> Outcome:
    """The outcome that several ways come to that count the same; what they differ in comes to nothing."""
    first = met[0]
    same = (len(set(readings)) == 1 for readings in zip(*(one.costs for one in met), strict=True))
    costs = (one if is_same else _unknown(one) for one, is_same in zip(first.costs, same, strict=True))
    return replace(first, costs=tuple(costs))


def _ways(readings: Sequence[Way], furthest: Basis, wording: Wording) -> Iterator[Way]:
    """The ways to read all costs at once; none if there are too many to prove anything."""
    allowed = [[one for one in of_one if one.basis <= furthest] for of_one in readings]
    if prod(map(len, allowed)) <= MOST_PAIRINGS:
        yield from (parts_marked(way, wording) for way in product(*allowed))


def _met_by(way: Way, budget: Budget) -> Outcome | None:
    """The budget met by the costs in some sense: by their sum, by one that is the whole, by all but a heading, or by
    the money of one of those who pay.
    """
    for meant in meanings(way, SENSES, budget.wording):
        if is_complete(meant) and (outcome := budget.against(meant)).status == "reconciled":
            return outcome
        if whole := the_whole(meant, budget.total, budget.wording):
            return budget.against(left_out(meant, [one for one in counted(meant) if one is not whole]))
        if above := heading(meant, budget.total):
            return budget.against(left_out(meant, [above]))
    if purse := the_purse(way, budget.total, budget.wording):
        return budget.against(_alone(way, purse))
    return None


def _alone(way: Way, purse: Reading) -> Way:
    """The money of one, what others pay left out."""
    others = others_money(way, [one for one in way if one.amount is not None and one is not purse])
    return tuple(replace(purse, method="total") if one is purse else one for one in others)


# ── What to say otherwise ────────────────────────────────────────────────────────────────────────────────


def _differing(way: Way, budget: Budget) -> Outcome:
    """The difference that the costs as printed leave, or why none is proven."""
    if purses(way, budget.wording) and budget.against(way).off < 0:
        return Outcome(way, "not_testable", "cost_not_money")
    if whole := _said_to_be_the_total(way, budget.wording):
        return budget.against(left_out(way, [one for one in counted(way) if one is not whole]))
    if reason := _obstacle(way, budget):
        return Outcome(way, "not_testable", reason)
    meant = meanings(way, SURE_SENSES, budget.wording)
    if any(_obstacle(one, budget) for one in meant):
        return Outcome(way, "not_testable", "cost_not_money")
    return min((budget.against(one) for one in meant), key=lambda outcome: abs(outcome.off))


def _said_to_be_the_total(way: Way, wording: Wording) -> Reading | None:
    """The one cost that calls itself the total. Whatever the others say, it is that which is to be the budget."""
    totals = stated_totals(way, wording)
    sure = len(totals) == 1 and not (totals[0].cost.aside or totals[0].cost.floor)
    return totals[0] if sure else None


def _obstacle(way: Way, budget: Budget) -> str | None:
    """Why a difference would prove nothing, or None."""
    added = counted(way)
    unknown = [one.reason for one in way if one.reason and one.method != "not_money"]
    if unknown or not added:
        why = unknown or [one.reason for one in way if one.reason]
        return min(why, key=NO_AMOUNT.index, default="no_cost_indicator")
    total = sum((one.sure_amount for one in added), Decimal(0))
    if in_fen(total) is None:
        return "cost_not_numeric"
    no_money = [one for one in way if one.method == "not_money" and not one.cost.adds_nothing]
    shared_out = any(budget.wording.says("applied_rate", one.cost.name) for one in no_money)
    return "cost_not_money" if shared_out or (no_money and total < budget.total) else None
