"""What a unit cost is paid for: the quantity indicators that count the units after its strokes.

Beyond doubt are quantities in the unit itself, in another of the same measure, or in one of its kin
(`rules/unit_kin.csv`); where several fit, the words that the names share decide. What a reader may only guess
(`guesses.py`), such as that 600元/人/月 is paid for the twelve months of the year, counts if it comes to the budget.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice, permutations, product

from pipeline.rulebook import Rulebook
from pipeline.transform.guesses import Guesses
from pipeline.transform.quantities import Partner, Quantities, Row, nearest, numerator, singles
from pipeline.transform.wording import Wording, plain

MOST_PAIRINGS = 256
"""So many ways of pairing a price with quantities are tried; more would prove nothing."""
NOT_STATED, RANGE = "quantity_not_stated", "quantity_is_a_range"
Pairing = tuple[Partner, ...]
"""What a price is multiplied with: a partner per denominator."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The pairings that come into question; `sure` if the names leave just one.

    `reason` says why there is none. `guesses` are what may be meant where the names do not say.
    """

    pairings: tuple[Pairing, ...] = ()
    sure: bool = False
    reason: str | None = None
    guesses: tuple[Pairing, ...] = ()


class Partners:
    """Finds what the prices of one project are multiplied with."""

    def __init__(self, rows: Iterable[Row], rules: Rulebook, wording: Wording):
        self._wording = wording
        self._quantities = Quantities(rows, rules, wording)
        self._guesses = Guesses(self._quantities, wording)

    def of(self, name: str | None, denominators: tuple[str, ...]) -> Choice:
        """The partners of a price with this name, per the units after its strokes."""
        orders = list(permutations(denominators)) if len(denominators) > 1 else []
        for joint in map("".join, orders):
            if rows := self._quantities.in_unit(joint):  # 500人天 are counted per 人 and 天 at once
                return self._chosen(name, {joint: rows})
        at_once = tuple((partner,) for order in orders for partner in self._guesses.at_once(order))
        return self._chosen(name, {unit: self._quantities.fitting(unit) for unit in denominators}, at_once)

    def hinted(self, name: str | None) -> tuple[Partner, ...]:
        """What an amount without strokes may be multiplied with: counts of more than one whose unit its name speaks
        of (每场), or whose name shares words with it.
        """
        spoken = plain(name)
        named, unit_named = [], []
        for row in self._quantities.single():
            if self._wording.shared(name, row["indicator_name"]) and self._quantities.is_thing(row["unit"]):
                named.append(row)
            elif self._wording.says("per_one", name) and numerator(row) in spoken:
                unit_named.append(row)
        partners = (self._quantities.partner(row, numerator(row)) for row in named + unit_named)
        return tuple(partner for partner in partners if partner.count > 1)

    def _chosen(self, name: str | None, fitting: Mapping[str, list[Row]], at_once: tuple[Pairing, ...] = ()) -> Choice:
        single = {unit: singles(rows) for unit, rows in fitting.items()}
        guesses = _pairings(self._guessed(name, unit, rows) for unit, rows in single.items()) + at_once
        if not all(fitting.values()):
            return Choice(reason=NOT_STATED, guesses=guesses)
        if not all(single.values()):
            return Choice(reason=RANGE)
        named = {unit: self._closest(name, rows) for unit, rows in single.items()}
        pairings = _pairings(self._as_partners(rows, unit) for unit, (rows, _) in named.items())
        sure = all(sure for _, sure in named.values())
        return Choice(pairings, sure, None if pairings else NOT_STATED, () if sure else guesses)

    def _closest(self, name: str | None, rows: list[Row]) -> tuple[list[Row], bool]:
        """The rows whose names share most with the price's name, and whether that leaves just one, wholly read."""
        closest, shared = nearest(self._wording, name, rows)
        return closest, shared > 0 and len(closest) == 1 and not closest[0]["leftover"]

    def _guessed(self, name: str | None, unit: str, fitting: list[Row]) -> tuple[Partner, ...]:
        found = self._guesses.among(name, fitting, unit) if fitting else self._guesses.beyond(name, unit)
        return tuple(dict.fromkeys(found))

    def _as_partners(self, rows: Iterable[Row], unit: str) -> tuple[Partner, ...]:
        return tuple(self._quantities.partner(row, unit) for row in rows)


def _pairings(options: Iterable[tuple[Partner, ...]]) -> tuple[Pairing, ...]:
    """Every way to take one partner per denominator; no indicator counts twice in one."""
    return tuple(pairing for pairing in islice(product(*options), MOST_PAIRINGS + 1) if _is_distinct(pairing))


def _is_distinct(pairing: Pairing) -> bool:
    ids = [one for partner in pairing for one in partner.indicator_ids]
    return len(ids) == len(set(ids))
