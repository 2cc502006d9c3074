"""What a unit cost is paid for: the quantity indicators that count the units after its strokes.

Beyond doubt are quantities in the unit itself, in another of the same measure, or in one of its kin
(`rules/unit_kin.csv`); where several fit, the words that the names share decide. What a reader may only guess
(`guesses.py`), such as that 600元/人/月 is paid for the twelve months of the year, counts if it comes to the budget.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, permutations, product

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.names.wording import Wording, plain
from pipeline.transform.reconcile.assumed_pairs import Guesses
from pipeline.transform.reconcile.paid_quantities import Partner, Quantities, Row, nearest, numerator, singles

MOST_PAIRINGS = 256
"""So many ways of pairing a price with quantities are tried; more would prove nothing."""
MOST_AT_ONCE = 3
"""So many denominators may one quantity count at once."""
NOT_STATED, RANGE = "quantity_not_stated", "quantity_is_a_range"
NAMES, ONLY = "names", "only"
"""What tells the partner of a price: the words that their names share, or that the project states nothing else."""
Pairing = tuple[Partner, ...]
"""What a price is multiplied with: a partner per denominator."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The pairings that come into question; `told_by` what leaves just one of them, None if that is open.

    `reason` says why there is none. `guesses` are what may be meant where nothing tells.
    """

    pairings: tuple[Pairing, ...] = ()
    told_by: str | None = None
    reason: str | None = None
    guesses: tuple[Pairing, ...] = ()


class Partners:
    """Finds what the prices of one project are multiplied with."""

    def __init__(self, rows: Sequence[Row], rules: Rulebook, wording: Wording, year: int | None, is_only_price: bool):
        self._wording = wording
        outputs = {row["indicator_id"] for row in rows if row["level2_code"] == "quantity"}
        self._is_only = is_only_price and len(outputs) == 1
        self._quantities = Quantities(rows, rules, wording, year)
        self._guesses = Guesses(self._quantities, wording)

    def of(self, name: str | None, denominators: tuple[str, ...]) -> Choice:
        """The partners of a price with this name, per the units after its strokes."""
        orders = list(permutations(denominators)) if 1 < len(denominators) <= MOST_AT_ONCE else []
        for joint in map("".join, orders):
            if rows := self._quantities.in_unit(joint):  # 500人天 are counted per 人 and 天 at once
                return self._chosen(name, {joint: rows})
        at_once = tuple((partner,) for order in orders for partner in self._guesses.at_once(order))
        return self._chosen(name, {unit: self._quantities.fitting(unit) for unit in denominators}, at_once)

    def parts_of_a_year(self) -> list[Partner]:
        """The periods of service that are shorter than a year, in years: a price per year may be paid for these."""
        return self._quantities.parts_of_a_year()

    def hinted(self, name: str | None) -> tuple[Partner, ...]:
        """What an amount without strokes may be multiplied with: counts of more than one whose unit its name speaks
        of (每场), or whose name shares words with it.
        """
        spoken = plain(name)
        named, unit_named = [], []
        for row in self._quantities.single():
            if self._wording.shared(name, row["indicator_name"]) and self._quantities.is_thing(row["measure_unit"]):
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
        stated = _pairings(self._as_partners(rows, unit) for unit, (rows, _) in named.items())
        told_by = NAMES if all(sure for _, sure in named.values()) else None
        if told_by is None and self._is_no_other(name, single):
            told_by = ONLY
        guesses = () if told_by else guesses
        whole = tuple(self._of_all(pairing, tuple(fitting)) for pairing in stated)
        pairings = tuple(one for one in whole if one is not None)
        if len(pairings) < len(whole) or not whole:
            perhaps = (one for pairing in stated for one in self._perhaps_of_all(pairing, tuple(fitting)))
            return Choice(reason=NOT_STATED, guesses=(*stated, *islice(perhaps, MOST_PAIRINGS + 1), *guesses))
        return Choice(pairings, told_by, None, guesses if pairings == stated else stated + guesses)

    def _is_no_other(self, name: str | None, fitting: Mapping[str, list[Row]]) -> bool:
        """Whether the project's only price is for making things, and its only quantity so many that are made, in the
        unit of the price: then there is nothing else that it could be paid for.

        The unit alone does not tell. Of heads, occasions and pieces one project counts several kinds: those who are
        served and those who serve. And what keeps a thing going is paid for others too: the power of all lamps, though
        only the new ones are counted.
        """
        (unit, rows), *others = fitting.items()
        if not self._is_only or others or len(rows) != 1 or not self._wording.says("thing_unit", unit):
            return False
        (row,) = rows
        are_made = all(self._wording.says("making", one) for one in (name, row["indicator_name"]))
        return are_made and row["level2_code"] == "quantity" and not row["leftover"]

    def _of_all(self, pairing: Pairing, denominators: tuple[str, ...]) -> Pairing | None:
        """The pairing, and how many there are of what its counts are those of one: 50人 in each of 4期. None if that is
        not stated in so many words.
        """
        for unit in self._of_each(pairing, denominators):
            others = [self._quantities.partner(row, unit) for row in singles(self._quantities.in_unit(unit))]
            others = [one for one in others if _is_distinct((*pairing, one))]
            if len(others) != 1:
                return None
            pairing += (others[0],)
        return pairing

    def _perhaps_of_all(self, pairing: Pairing, denominators: tuple[str, ...]) -> tuple[Pairing, ...]:
        """The pairing, and what may be meant by how many there are: the months of the year for 每月4次."""
        units = self._of_each(pairing, denominators)
        return _pairings([*((one,) for one in pairing), *(tuple(self._guesses.beyond(None, unit)) for unit in units)])

    def _of_each(self, pairing: Pairing, denominators: tuple[str, ...]) -> list[str]:
        """The units of one of which the counts are, but for those that are paid for anyway."""
        each = dict.fromkeys(unit for partner in pairing for unit in partner.each)
        return [unit for unit in each if not self._is_paid_for(unit, denominators)]

    def _is_paid_for(self, unit: str, denominators: tuple[str, ...]) -> bool:
        """Whether a unit is among the denominators already: of 20台 with 30天 each for a price per 台 and 天."""
        kin = {unit, *self._quantities.kin_of(unit)}
        return any(one in kin or one.startswith(unit) for one in denominators)

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
