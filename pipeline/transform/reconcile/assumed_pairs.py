"""What a price may be paid for where no quantity is in its unit: only a reader's sense finds that.

A guess counts if it comes to the budget, and proves nothing if not.
"""

from collections.abc import Iterator
from itertools import product

from pipeline.transform.names.wording import Wording, plain
from pipeline.transform.reconcile.paid_quantities import Partner, Quantities, Row, nearest, singles, together
from pipeline.transform.values.units import JOINED


class Guesses:
    """The guesses that a project's quantities allow."""

    def __init__(self, quantities: Quantities, wording: Wording):
        self._of, self._wording = quantities, wording

    def among(self, name: str | None, fitting: list[Row], unit: str) -> Iterator[Partner]:
        """Where quantities fit: any of them, or those that are named alike together."""
        yield from (self._of.partner(row, unit) for row in fitting)
        closest, _ = nearest(self._wording, name, fitting)
        if len(closest) > 1:
            yield together([self._of.partner(row, unit) for row in closest])

    def beyond(self, name: str | None, unit: str) -> Iterator[Partner]:
        """Where none fits: what comes again over a time, counts of two kinds at once, counts that are named after the
        unit, dates that say how long, and the months of the year.
        """
        yield from self._over_a_time(unit)
        yield from self._composed(unit)
        yield from (self._of.partner(row, row["measure_unit"]) for row in self._spoken_of(name, unit))
        periods = self._of.periods(unit)
        yield from periods
        yield from (year for year in self._of.whole_year(unit) if year.count not in {one.count for one in periods})

    def at_once(self, order: tuple[str, ...]) -> Iterator[Partner]:
        """Counts of two denominators at once, the first of them by attendance: 人次·天 for a price per 人 and 天."""
        for row in self._of.single():
            parts = row["measure_unit"].split(JOINED)
            if len(parts) == len(order) and all(map(self._counts_as, parts, order)):
                yield self._of.partner(row, row["measure_unit"])

    def _counts_as(self, counted: str, unit: str) -> bool:
        """Whether a count in one unit may be that of another: what is paid per 人 as 人次."""
        return counted == unit or (counted.startswith(unit) and self._of.knows(counted[len(unit) :]))

    def _over_a_time(self, unit: str) -> Iterator[Partner]:
        """Quantities that come again in a time: 2次/月 over the year, 310吨/日 over the days that are stated."""
        for row in self._of.single():
            counted, _, time = row["measure_unit"].partition("/")
            if time and unit in (counted, *self._of.kin_of(counted)):
                times = [self._of.partner(other, time) for other in singles(self._of.fitting(time))]
                for often in times or self._of.whole_year(time):
                    yield self._of.partner(row, counted).times(often)

    def _composed(self, unit: str) -> Iterator[Partner]:
        """人次 may be counted as 人 × 次; and what is paid per 人 as 人次."""
        for place in range(1, len(unit)):
            parts = unit[:place], unit[place:]
            if all(map(self._of.knows, parts)):
                for first, second in product(*(singles(self._of.fitting(part)) for part in parts)):
                    yield self._of.partner(first, parts[0]).times(self._of.partner(second, parts[1]))
        for row in self._of.single():
            if row["measure_unit"] != unit and self._counts_as(row["measure_unit"], unit):
                yield self._of.partner(row, row["measure_unit"])

    def _spoken_of(self, name: str | None, unit: str) -> list[Row]:
        """Counts whose names speak of the unit (30个 villages for a price per 村); or else those nearest the price's
        name, if their unit may stand for anything (12个 for a price per 座) and not for heads or occasions.
        """
        counts = self._of.counts()
        if not self._of.is_count(unit) or not counts:
            return []
        if spoken := [row for row in counts if unit in plain(row["indicator_name"])]:
            return spoken
        of_anything = [row for row in counts if not self._of.kin_of(row["measure_unit"])]
        closest, shared = nearest(self._wording, name, of_anything)
        return closest if shared else []
