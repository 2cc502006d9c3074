"""Counts that running text names, held against the quantity indicators that they mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.model.finding import Located
from pipeline.model.target import Target
from pipeline.transform.review.printed_project import CLEAR, Lexicon, Project, Row, at, printed_target, stated
from pipeline.transform.review.text_years import years
from pipeline.transform.values.parse import find_quantities

COUNT = "count"
FLOORS = (None, ">=")
"""What a text may say of a count that a target is held against: nothing, or that it is no less."""
LONGEST = 300
"""Characters before a count that may say of when it is: more than a clause has, so that a text without marks costs no
more than its length.
"""


class Counted(NamedTuple):
    """A count in running text, the words around it that tell of what, and the text."""

    quantity: Target
    words: str
    printed: str


def counts_that_differ(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding per count whose words mean one quantity indicator that states another number."""
    quantities = [row for row in project.quantities if row["operator"] != "range"]
    counts = [one for text in project.texts for one in _counts(text, lexicon, project.form["fiscal_year"])]
    pairs = lexicon.matched([one.words for one in counts], [row["indicator_name"] for row in quantities])
    for said, row in ((counts[i], quantities[j]) for i, j in pairs):
        if (
            lexicon.same_kind(said.quantity.measure_unit, row["measure_unit"])
            and said.quantity.base_low != stated(row)
            and not _are_parts(said, counts, row, lexicon)
        ):
            start, end = said.quantity.span
            number = said.printed[start:end]
            yield at(row, "text_count_differs", said.printed, said=number, target=printed_target(row))


def _are_parts(said: Counted, counts: list[Counted], row: Row, lexicon: Lexicon) -> bool:
    """Whether a text counts the thing in several parts that come to the target."""
    parts = [
        one.quantity.base_low or Decimal(0)
        for one in counts
        if one.printed == said.printed
        and one.quantity.measure_unit == said.quantity.measure_unit
        and lexicon.likeness(one.words, row["indicator_name"]) >= CLEAR
    ]
    return len(parts) > 1 and sum(parts) == stated(row)


def _counts(text: str, lexicon: Lexicon, fiscal_year: int | None) -> Iterator[Counted]:
    """The counts of a text. The words of each reach from the last number or mark before it to the next after it."""
    quantities = find_quantities(text, lexicon.grammar)
    marks = [match.span() for rule in lexicon.text["clause_end"] for match in rule.pattern.finditer(text)]
    spans = [*marks, *(one.span for one in quantities)]
    clauses, ends = sorted([0, *(end for _, end in marks)]), sorted([0, *(end for _, end in spans)])
    starts = sorted([*(start for start, _ in spans), len(text)])
    for one in quantities:
        if one.dimension == COUNT and one.base_low is not None and one.operator in FLOORS and not one.change:
            first, last = one.span
            begin, stop = _last(ends, first), starts[bisect_left(starts, last)]
            clause = max(_last(clauses, begin), first - LONGEST)
            if not _is_aside(text[clause:first], lexicon, fiscal_year):
                yield Counted(one, text[begin:first] + "\n" + text[last:stop], text)


def _last(places: list[int], before: int) -> int:
    """The last of these places, which are in order, that lies no later than `before`."""
    return places[bisect_right(places, before) - 1]


def _is_aside(clause: str, lexicon: Lexicon, fiscal_year: int | None) -> bool:
    """Whether the words before a count say that it is an ordinal, or none of the year's work."""
    told = years(clause, lexicon)
    of_another = fiscal_year is not None and told and fiscal_year not in told
    return bool(of_another) or any(rule.pattern.search(clause) for rule in lexicon.text["count_aside"])


def lists_that_differ(project: Project, lexicon: Lexicon) -> Iterator[Located]:
    """A finding if the purpose text lists priced items of the one thing that is counted, but not as many.

    The list is taken as complete only if its amounts come to the budget, and if no item has a count of its own.
    """
    items, quantities = project.funding_items, [row for row in project.quantities if row["dimension"] == COUNT]
    if not _is_complete(project) or len(quantities) != 1:
        return
    counted = quantities[0]
    if _all_name(items, counted, lexicon) and stated(counted) != len(items):
        yield at(
            counted,
            "listed_items_differ",
            project.form["funding_use"],
            listed=len(items),
            target=printed_target(counted),
        )


def _is_complete(project: Project) -> bool:
    items = project.funding_items
    met = any(
        one["purpose_status"] == "reconciled" and one["purpose_total"] == one["budget_total"] for one in project.outcome
    )
    return met and len(items) > 1 and all(item["quantity"] is None for item in items)


def _all_name(items: list[Row], counted: Row, lexicon: Lexicon) -> bool:
    """Whether every item names the thing that is counted."""
    return all(lexicon.wording.shared(item["item_text"], counted["indicator_name"]) for item in items)
