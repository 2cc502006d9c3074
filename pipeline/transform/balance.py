"""The costs of a project held against its budget.

A finding of a difference must be beyond doubt: whatever cannot be computed makes the outcome `not_testable`, with
the reason, unless what can be computed meets the budget. A table may say the same money twice, or name money that the
budget does not pay; a careful reader tries such a reading before calling the sum wrong, and so does this.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, product
from math import prod

from pipeline.closed import NO_AMOUNT
from pipeline.transform.amounts import in_fen
from pipeline.transform.costs import GUESSED, MOST_PAIRINGS, MULTIPLIED, STATED, Item
from pipeline.transform.wording import Wording

TOLERANCE = Decimal(1)
"""Yuan: what is less stems from fen that a form in yuan leaves out."""
MOST_PARTS = 12
"""Among more items some would add up to another by chance."""
Way = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a project's costs compare with its budget. `items` are as they were counted."""

    items: Way
    status: str
    reason: str | None = None
    cost_total: Decimal | None = None
    difference: Decimal | None = None
    allowance: Decimal | None = None

    @property
    def closeness(self) -> str | None:
        """How near a reconciled sum is to the budget."""
        if self.status != "reconciled":
            return None
        if not self.difference:
            return "exact"
        return "tolerance" if abs(self.difference) <= TOLERANCE else "rounding"


@dataclass(frozen=True, slots=True)
class Budget:
    """What the costs are held against, in yuan. `slack` is how far it may be off because the form rounds."""

    total: Decimal
    slack: Decimal
    wording: Wording


def compared(readings: Sequence[Way], budget: Decimal | None, wording: Wording, slack: Decimal = Decimal(0)) -> Outcome:
    """The outcome for a project: `readings` are the ways to understand each of its cost indicators."""
    if budget is None or not readings:
        return _untested(readings, "no_budget" if budget is None else "no_cost_indicator", wording)
    held = Budget(budget, slack, wording)
    for furthest in (STATED, GUESSED, MULTIPLIED):
        met = [outcome for way in _ways(readings, furthest, wording) if (outcome := _met(way, held))]
        if met:
            return met[0] if len(met) == 1 else _untested(readings, "quantity_ambiguous", wording)
    if any(_is_open(stated) for stated in map(_stated, readings)):
        return _untested(readings, "quantity_ambiguous", wording)
    return _differing(next(_ways(readings, STATED, wording)), held) or _untested(readings, "cost_not_money", wording)


def _stated(readings: Way) -> Way:
    return tuple(item for item in readings if item.reading == STATED)


def _is_open(stated: Way) -> bool:
    return stated[0].partner_by == "sum"


def _ways(readings: Sequence[Way], furthest: int, wording: Wording) -> Iterator[Way]:
    """The ways to understand all items at once; none if there are too many to prove anything."""
    allowed = [[item for item in ways if item.reading <= furthest] for ways in readings]
    if prod(map(len, allowed)) <= MOST_PAIRINGS:
        yield from (_parts_marked(way, wording) for way in product(*allowed))


def _parts_marked(way: Way, wording: Wording) -> Way:
    """The items, those that say so taken as parts of another."""
    return _as_parts(way, lambda item: wording.says("part", item.name))


def _as_parts(way: Way, is_part: Callable[[Item], bool]) -> Way:
    """The items, those with an amount that are parts of another not counted."""
    return tuple(replace(item, method="part") if item.amount is not None and is_part(item) else item for item in way)


# ── Meeting the budget ───────────────────────────────────────────────────────────────────────────────────


def _met(way: Way, budget: Budget) -> Outcome | None:
    """The budget met by the items as they are or as they may be meant; None if by neither."""
    for meant in _meanings(way, budget.wording):
        if all(item.amount is not None or item.method == "not_money" for item in meant):
            whole = _summed(meant, budget)
            if whole.status == "reconciled":
                return whole
        if whole := _the_whole(meant, budget.total):
            return _summed(_as_parts(meant, lambda item, whole=whole: item is not whole), budget)
        if heading := _heading(meant, budget.total):
            return _summed(_as_parts(meant, lambda item, heading=heading: item is heading), budget)
    return None


def _meanings(way: Way, wording: Wording) -> Iterator[Way]:
    """The items as printed; without what the budget does not pay, without what repeats another, without totals."""
    meanings = [way]
    for mended in (_without_others_money, _without_floors, _once, lambda one: _without_totals(one, wording)):
        meanings += [other for one in meanings if (other := mended(one)) != one]
    yield from meanings


def _without_others_money(way: Way) -> Way:
    return tuple(_no_money(item) if item.aside and item.amount is not None else item for item in way)


def _without_floors(way: Way) -> Way:
    """A cost of at least so much is no plan of spending: money that others are to bring is named so."""
    return tuple(_no_money(item) if item.floor and item.amount is not None else item for item in way)


def _no_money(item: Item) -> Item:
    return Item(item.indicator_id, item.name, item.printed, "not_money", reason="cost_not_money")


def _once(way: Way) -> Way:
    """The items; a price times its quantity does not count beside the very amount."""
    totals = {item.amount for item in _counted(way) if not item.partner_ids}
    return _as_parts(way, lambda item: bool(item.partner_ids) and item.amount in totals)


def _without_totals(way: Way, wording: Wording) -> Way:
    return _as_parts(way, lambda item: wording.says("total", item.name)) if len(_counted(way)) > 1 else way


def _the_whole(way: Way, budget: Decimal) -> Item | None:
    """The item that is the budget beyond doubt, which the others may be parts of."""
    if any(item.amount > budget for item in _counted(way)):
        return None
    sure = (item for item in _counted(way) if item.partner_by != "sum" and item.reading == STATED)
    return next((item for item in sure if item.amount == budget), None)


def _heading(way: Way, budget: Decimal) -> Item | None:
    """The one item that others add up to, if without it the sum is the budget."""
    counted = _counted(way)
    incomplete = any(item.amount is None and item.method != "not_money" for item in way)
    if incomplete or len(counted) > MOST_PARTS:
        return None
    excess = sum((item.amount for item in counted), Decimal(0)) - budget
    headings = [item for item in counted if item.amount == excess]
    less = [item.amount for item in counted if 0 < item.amount < excess]
    groups = (group for size in range(2, len(less) + 1) for group in combinations(less, size))
    return headings[0] if len(headings) == 1 and any(sum(group) == excess for group in groups) else None


# ── What to say otherwise ────────────────────────────────────────────────────────────────────────────────


def _differing(way: Way, budget: Budget) -> Outcome | None:
    """The least difference that the items leave in any sense they may have; none where one of these proves nothing.
    Where one item calls itself the total, it is that which is held against the budget, whatever the others say.
    """
    totals = [item for item in _counted(way) if budget.wording.says("total", item.name)]
    if len(totals) == 1 and not (totals[0].aside or totals[0].floor):
        return _summed(_as_parts(way, lambda item: item is not totals[0]), budget)
    if reason := _obstacle(way, budget):
        return Outcome(way, "not_testable", reason)
    meant = list(dict.fromkeys(_surely_less(way)))
    if any(_obstacle(one, budget) for one in meant):
        return None
    return min((_summed(one, budget) for one in meant), key=lambda outcome: abs(outcome.difference))


def _surely_less(way: Way) -> Iterator[Way]:
    """The items as printed, and without what surely does not count beside the others or for the budget."""
    for one in (way, _without_others_money(way)):
        yield one
        yield _once(one)


def _counted(way: Way) -> list[Item]:
    return [item for item in way if item.amount is not None and item.method != "part"]


def _summed(way: Way, budget: Budget) -> Outcome:
    counted = _counted(way)
    total = sum((item.amount for item in counted), Decimal(0))
    slack = sum((_slack(item, budget.total) for item in counted), budget.slack)
    allowance = max(TOLERANCE, in_fen(slack) or TOLERANCE)
    difference = budget.total - total
    status = "reconciled" if counted and abs(difference) <= allowance else "differs"
    return Outcome(way, status, None, total, difference, allowance)


def _slack(item: Item, budget: Decimal) -> Decimal:
    """A plain amount was cut only if the budget has decimals that it could not print."""
    is_cut = item.quantity is not None or (item.slack and budget % (2 * item.slack))
    return item.slack if is_cut else Decimal(0)


def _obstacle(way: Way, budget: Budget) -> str | None:
    """Why a difference would prove nothing, or None."""
    counted = _counted(way)
    unknown = [item.reason for item in way if item.reason and item.method != "not_money"]
    if unknown or not counted:
        why = unknown or [item.reason for item in way if item.reason]
        return min(why, key=NO_AMOUNT.index, default="no_cost_indicator")
    total = sum(item.amount for item in counted)
    if in_fen(total) is None:
        return "cost_not_numeric"
    no_money = [item for item in way if item.method == "not_money"]
    shared_out = any(budget.wording.says("applied_rate", item.name) for item in no_money)
    return "cost_not_money" if shared_out or (no_money and total < budget.total) else None


def _untested(readings: Sequence[Way], reason: str, wording: Wording) -> Outcome:
    """Nothing can be said; items that can be understood in several ways come to nothing."""
    return Outcome(_parts_marked(tuple(map(_settled, readings)), wording), "not_testable", reason)


def _settled(readings: Way) -> Item:
    first = _stated(readings)[0]
    if first.partner_by != "sum":
        return first
    return Item(
        first.indicator_id, first.name, first.printed, "none", reason="quantity_ambiguous", unit_cost=first.unit_cost
    )
