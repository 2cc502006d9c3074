"""Rows of a list of projects that are no projects: totals and subtotals, by their words, by what they lack, by their
sums; and the headings of groups, such as the department of the projects below.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.layout.amounts import amount
from pipeline.extract.layout.header.columns import Header
from pipeline.extract.layout.rows import Rows

AMOUNT = "amount"
NAMES = ("project_name", "whole_department", "outline")
OF_PROJECTS = frozenset({"indicator_name", "target", "goals", "class"})
"""Columns that only projects fill."""
FEWEST = 2
"""So many amounts below or above a sum at least make it one, where nothing else tells it from those."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """What a row of a list prints of its own: its name, the first thing in it, its amount, whether it says what only
    projects have, whether it is one cell over several columns, as the heading of a group is, and whether it prints
    nothing but its name.
    """

    row_no: int
    name: str
    first: str
    amount: Decimal | None
    is_filled: bool
    heads: bool
    is_alone: bool = False


def list_rows(rows: Rows, header: Header, row_nos: Iterable[int]) -> Iterator[ListRow]:
    """The rows of a list as they stand."""
    for row_no in row_nos:
        own = {
            column.name: "".join(cell.text for cell in rows.beginning(row_no, column.cols)).strip()
            for column in reversed(header.columns)  # of several sums the first is the whole
            if column.name
        }
        printed = rows.printed(row_no)
        yield ListRow(
            row_no,
            next((own[name] for name in NAMES if own.get(name)), ""),
            printed[0].text.strip() if printed else "",
            amount(own.get(AMOUNT, "")),
            any(own.get(name) for name in OF_PROJECTS),
            len(printed) == 1 and len(header.columns_under(printed[0])) > 1,
            len(printed) == 1 and any(own.get(name) for name in NAMES),
        )


def sums(listed: list[ListRow], says_total: Callable[[str], bool]) -> set[int]:
    """The rows that are sums of others."""
    by_word = {one.row_no for one in listed if says_total(one.first) or says_total(one.name)}
    open_ = {one.row_no for one in listed if one.row_no not in by_word and not one.is_filled and one.amount is not None}
    nameless = {one.row_no for one in listed if one.row_no in open_ and not one.name}
    amounts = [one for one in listed if one.amount is not None and one.row_no not in by_word]
    by_sum = {*_of_those_after(amounts, open_), *_of_those_after(amounts[::-1], open_, FEWEST)}
    return by_word | nameless | by_sum


def _of_those_after(amounts: list[ListRow], open_: set[int], fewest: int = 1) -> set[int]:
    """The rows of a list, as it is given, whose amounts are those of the rows after them together. A row that is a sum
    itself stands for those that it adds up: a department is the sum of its units, each the sum of its projects. One row
    after it is enough, where so few may be, that is a sum or says what only projects have, as the sum does not.
    """
    covered: dict[int, int] = {}
    for at in range(len(amounts) - 1, -1, -1):
        if amounts[at].row_no in open_ and (end := _reached(amounts, at, covered, fewest)):
            covered[at] = end - at
    return {amounts[at].row_no for at in covered}


def _reached(amounts: list[ListRow], at: int, covered: Mapping[int, int], fewest: int) -> int | None:
    """The place of the last row that an amount adds up, None if it adds up none."""
    wanted, total, place, count = amounts[at].amount or Decimal(0), Decimal(0), at + 1, 0
    while place < len(amounts) and total < wanted:
        total, count = total + (amounts[place].amount or 0), count + 1
        is_enough = count >= FEWEST or (fewest == 1 and (amounts[place].is_filled or place in covered))
        end = place + covered.get(place, 0)
        if total == wanted and is_enough:
            return end
        place = end + 1
    return None


def headings(
    listed: list[ListRow], passed_over: set[int], names_unit: Callable[[str], str]
) -> Iterator[tuple[int, str]]:
    """The rows that head a group, with what they say: a sum that has a name, one cell over several columns, or the name
    of a unit that is all its row prints, above projects that print more.
    """
    for at, one in enumerate(listed):
        below = next((other for other in listed[at + 1 :] if not other.is_alone), None)
        is_unit = one.is_alone and below and below.name and below.is_filled and names_unit(one.name)
        if one.row_no in passed_over or one.heads or is_unit:
            yield one.row_no, one.name or one.first
