"""The labels of a form, and what was found above its cells so far: a long list is climbed once."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import TOTAL, Label
from pipeline.model.document import Cell

T = TypeVar("T")


class Labels(dict[Cell, Label]):
    """Labels by their cells, and what was found above each cell so far.

    What stands above a cell must not change after it was asked for.
    """

    def __init__(self, labels: Mapping[Cell, Label]):
        super().__init__(labels)
        self.heads: dict[Cell, Cell | None] = {}
        self.periods: dict[tuple[Cell, int], str] = {}
        self.under_unknown: dict[tuple[Cell, int], bool] = {}

    @cached_property
    def measures(self) -> Mapping[int, frozenset[str]]:
        """Of when the labels of each row say that sums are, and `total` where one is of the sum of all sources."""
        found = defaultdict[int, set[str]](set)
        for cell, label in self.items():
            found[cell.row_no] |= {label.rule.measure, *([TOTAL] if label.rule.source == TOTAL else [])}
        return {row_no: frozenset(measures) for row_no, measures in found.items()}


def climbed(
    rows: Rows, cell: Cell, known: dict[tuple[Cell, int], T], told: Callable[[Cell], T | None], otherwise: T
) -> T:
    """What the nearest cell above one, in its first column, tells that does not tell None; `otherwise` if none does.
    `known` are the answers so far, and takes those for all cells on the way.
    """
    passed: list[tuple[Cell, int]] = []
    at, found = cell, known.get((cell, cell.col_no))
    while found is None:
        passed.append((at, cell.col_no))
        head = rows.at(at.row_no - 1, cell.col_no)
        if head is None:
            found = otherwise
        elif (found := told(head)) is None:
            found, at = known.get((head, cell.col_no)), head
    known.update(dict.fromkeys(passed, found))
    return found
