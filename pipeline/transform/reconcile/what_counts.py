"""The senses in which a project's costs may be taken together.

A table may say the same money twice, or name money that the budget does not pay; a careful reader tries such a sense
before calling a sum wrong. Each is stated once, as data: which costs it leaves out, and as what.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from pipeline.transform.names.wording import Wording
from pipeline.transform.reconcile.costs import Basis, Reading, refused

Way = tuple[Reading, ...]
"""A reading of each cost of a project."""
MOST_PARTS = 12
"""Among more costs some would add up to another by chance."""
TOTAL = "total"


def left_out(way: Way, readings: Collection[Reading]) -> Way:
    """The costs, these not counted since they are parts of another."""
    return tuple(replace(one, method="part") if one in readings else one for one in way)


def others_money(way: Way, readings: Collection[Reading]) -> Way:
    """The costs, these taken as no money of the budget."""
    return tuple(refused(one.cost, "cost_not_money") if one in readings else one for one in way)


@dataclass(frozen=True, slots=True)
class Sense:
    """Some costs do not count: those that `finds` picks, as `taken` has it.

    `is_sure` says that they surely do not, whatever they come to.
    """

    finds: Callable[[Way, Wording], Collection[Reading]]
    taken: Callable[[Way, Collection[Reading]], Way]
    is_sure: bool = False


def counted(way: Way) -> list[Reading]:
    """The readings whose amounts are added up."""
    return [one for one in _with_amount(way) if one.method != "part"]


def meanings(way: Way, senses: Iterable[Sense], wording: Wording) -> list[Way]:
    """The costs as they are, and in each of the senses, also in several of them at once; what changes nothing is left
    out.
    """
    found = [way]
    for sense in senses:
        taken = [sense.taken(one, sense.finds(one, wording)) for one in found]
        found += [other for one, other in zip(found, taken, strict=True) if other != one]
    return found


def parts_marked(way: Way, wording: Wording) -> Way:
    """The costs, those that say so taken as parts of another."""
    return left_out(way, [one for one in _with_amount(way) if wording.says("part", one.cost.name)])


def stated_totals(way: Way, wording: Wording) -> list[Reading]:
    """The costs that count and call themselves the total."""
    return [one for one in counted(way) if wording.says(TOTAL, one.cost.name)]


def the_whole(way: Way, budget: Decimal, wording: Wording) -> Reading | None:
    """The cost that is the budget beyond doubt, which the others may be parts of: none of them is more. What is open
    proves nothing, and neither does a price of the same thing by its name: a ceiling need not be reached.
    """
    more = [one for one in counted(way) if one.sure_amount > budget and one.basis is not Basis.OPEN]
    for whole in (one for one in counted(way) if one.basis is Basis.PRINTED and one.amount == budget):
        if all(one.pairing and _is_named_in(whole.cost.name, one.cost.name, wording) for one in more):
            return whole
    return None


def _is_named_in(name: str, other: str, wording: Wording) -> bool:
    """Whether another name says all that a name says: 审计费 in 单个项目审计费."""
    pairs = wording.pairs(name)
    return bool(pairs) and pairs <= wording.pairs(other)


def the_purse(way: Way, budget: Decimal, wording: Wording) -> Reading | None:
    """Where costs are named after those who pay them, the one whose money the budget is."""
    return next((one for one in purses(way, wording) if one.amount == budget), None)


def purses(way: Way, wording: Wording) -> list[Reading]:
    """The plain amounts that are named after those who pay them, if there are other costs too."""
    amounts = _with_amount(way)
    named = [one for one in amounts if not one.pairing and wording.says("purse", one.cost.name)]
    return named if len(amounts) > 1 else []


def heading(way: Way, budget: Decimal) -> Reading | None:
    """The one cost that others add up to, if without it the sum is the budget."""
    added = counted(way)
    if not is_complete(way) or len(added) > MOST_PARTS:
        return None
    excess = sum((one.sure_amount for one in added), Decimal(0)) - budget
    headings = [one for one in added if one.amount == excess]
    less = [one.sure_amount for one in added if 0 < one.sure_amount < excess]
    groups = (group for size in range(2, len(less) + 1) for group in combinations(less, size))
    return headings[0] if len(headings) == 1 and any(sum(group, Decimal(0)) == excess for group in groups) else None


def is_complete(way: Way) -> bool:
    """Whether every cost comes to an amount, or is no money."""
    return all(one.amount is not None or one.method == "not_money" for one in way)


def _with_amount(way: Way) -> list[Reading]:
    return [one for one in way if one.amount is not None]


def _aside(way: Way, _: Wording) -> list[Reading]:
    return [one for one in _with_amount(way) if one.cost.aside]


def _floors(way: Way, _: Wording) -> list[Reading]:
    """A cost of at least so much is no plan of spending: money that others are to bring is named so."""
    return [one for one in _with_amount(way) if one.cost.floor]


def _said_twice(way: Way, _: Wording) -> list[Reading]:
    """A price times its quantity does not count beside the very amount."""
    totals = {one.amount for one in counted(way) if not one.partner_ids}
    return [one for one in _with_amount(way) if one.partner_ids and one.amount in totals]


def _totals(way: Way, wording: Wording) -> list[Reading]:
    """A total does not count beside its parts."""
    totals = [one for one in _with_amount(way) if wording.says(TOTAL, one.cost.name)]
    return totals if len(counted(way)) > 1 else []


SENSES = (
    Sense(_aside, others_money, is_sure=True),
    Sense(_floors, others_money),
    Sense(_said_twice, left_out, is_sure=True),
    Sense(_totals, left_out),
)
SURE_SENSES = tuple(sense for sense in SENSES if sense.is_sure)
