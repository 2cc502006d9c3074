"""Value columns headed by regions (东山县, 西河镇): told by the names of places and by values like those beside them;
that of the whole by values that are the sums of theirs.

A header that no rule knows is no region for that alone. Without such evidence a column under a value header of its own
holds the value; one of several under it, or one that stands by itself, says nothing that could be read.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.extract.layout.amounts import amount
from pipeline.extract.layout.header.columns import LOOKED_AT, UNKNOWN, VALUES, Column
from pipeline.extract.layout.rows import Rows, joined

ENOUGH_NAMED = 3
"""Known columns from which on a table without a value column is believed to have one per region."""
GOALS = "goals"
"""A column that is one of values where these are the sums of those of the regions: 总目标."""
SEVERAL = 2
"""So many places under one header make the other columns under it regions too; so many rows tell values from words."""


class Regions:
    """Decides which columns are headed by regions.

    `names_place` says whether a header is the name of a place; `is_known` whether it means something else.
    """

    def __init__(self, names_place: Callable[[str], bool], is_known: Callable[[str], bool]):
        self._names_place, self._is_known = names_place, is_known

    def assigned(self, rows: Rows, bottom: int, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The columns of a header whose last row is `bottom`: regions as targets with their names, and what is not
        known under a value header without a name.
        """
        headed = self._headed(columns)
        grouped = self._grouped(columns, headed)
        parts = [columns[place] for place in grouped if self._names_place(headed[place])]
        grouped |= {place for place in headed.keys() - grouped if _adds_up(rows, bottom, columns[place], parts)}
        alike = self._alike(rows, bottom, columns, grouped)
        return tuple(
            replace(
                column, name=column.name if column.name in VALUES else "target", region=headed[place], source="word"
            )
            if place in alike
            else self._unread(columns, column)
            for place, column in enumerate(columns)
        )

    def _headed(self, columns: Sequence[Column]) -> dict[int, str]:
        """The columns that may hold values of regions, by place, and the header that would name each."""
        named = {column.name: column.cols.start for column in columns if column.name}
        values = {place: self._unknown(column) for place, column in enumerate(columns) if column.name in VALUES}
        headed = {place: self._best(texts) for place, texts in values.items() if texts}
        if "indicator_name" not in named or len(named) < ENOUGH_NAMED:
            return headed
        others = {
            place: column.path[-1]
            for place, column in enumerate(columns)
            if column.name in ("", GOALS) and column.path and column.cols.start > named["indicator_name"]
        }
        if values and sum(map(self._names_place, others.values())) < SEVERAL:
            return headed
        return headed | others

    def _unknown(self, column: Column) -> list[str]:
        """The headers of a value column that say neither what it is nor of when."""
        return [] if column.grade else [text for text in column.path if not self._is_known(text)]

    def _best(self, texts: Sequence[str]) -> str:
        return next((text for text in texts if self._names_place(text)), texts[-1])

    def _grouped(self, columns: Sequence[Column], headed: dict[int, str]) -> set[int]:
        """Those headed by places, and those that stand with several of them under one header."""
        groups: dict[tuple[str, ...], set[int]] = {}
        for place in headed:
            groups.setdefault(columns[place].path[:-1], set()).add(place)
        found = set()
        for above, members in groups.items():
            places = {place for place in members if self._names_place(headed[place])}
            found |= members if above and len(places) >= SEVERAL else places
        return found

    def _alike(self, rows: Rows, bottom: int, columns: Sequence[Column], places: set[int]) -> set[int]:
        """Those whose values are like those of the others: not words alone where these print numbers. One by itself has
        to print some number.
        """
        printed = {place: _numeric(rows, bottom, columns[place]) for place in places}
        if len(places) == 1:
            return {place for place, found in printed.items() if any(found.values()) or not found}
        return {place for place, own in printed.items() if _agrees(own, [printed[one] for one in places - {place}])}

    def _unread(self, columns: Sequence[Column], column: Column) -> Column:
        """A column that is one of several under a value header, and whose own header is not known, without its name."""
        if (
            column.region
            or column.name not in VALUES
            or len(column.path) < 2
            or self._is_known(column.path[-1])
            or column.grade
        ):
            return column
        beside = [one for one in columns if one.name in VALUES and one.path[:-1] == column.path[:-1]]
        return replace(column, name="", period="", source=UNKNOWN) if len(beside) > 1 else column


def _numeric(rows: Rows, bottom: int, column: Column) -> dict[int, bool]:
    """Row → whether the column prints a digit there, for the rows in which it prints more than a dash."""
    found = {}
    for row_no in range(bottom + 1, min(rows.grid.n_rows, bottom + LOOKED_AT) + 1):
        text = joined(rows.over(row_no, column.cols))
        if any(character.isalnum() for character in text):
            found[row_no] = any(character.isdigit() for character in text)
    return found


def _adds_up(rows: Rows, bottom: int, column: Column, parts: Sequence[Column]) -> bool:
    """Whether numbers of a column are the sums of those of several others: in some rows, for rates are not."""
    hits = 0
    for row_no in range(bottom + 1, min(rows.grid.n_rows, bottom + LOOKED_AT) + 1):
        whole = amount(joined(rows.over(row_no, column.cols)))
        own = [found for part in parts if (found := amount(joined(rows.over(row_no, part.cols)))) is not None]
        hits += bool(whole) and len(own) >= SEVERAL and sum(own) == whole
    return hits >= SEVERAL


def _agrees(own: dict[int, bool], others: Sequence[dict[int, bool]]) -> bool:
    """Whether a column prints a number in any of the rows where most others do; one row alone tells nothing."""
    numeric = [
        row_no
        for row_no in own
        if (said := [other[row_no] for other in others if row_no in other]) and sum(said) * 2 >= len(said)
    ]
    return len(numeric) < SEVERAL or any(own[row_no] for row_no in numeric)
