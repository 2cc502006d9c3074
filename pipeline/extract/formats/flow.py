"""A text that is a run of paragraphs, cell marks and row marks → nested tables: how Word's older formats state them.

Neither [MS-DOC] nor RTF has an element around a table. Each paragraph says how deep in tables it stands
([MS-DOC] 2.4.3, RTF 1.9.1 `\\itap`), a mark ends each cell, and a mark after the last cell ends the row and says where
its cells stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.extract.formats.list_numbers import Place
from pipeline.model.finding import Rejected

# No page has room for more tables in each other; the walk takes four Python calls a level.
DEEPEST = 30


class Bound(NamedTuple):
    """Where a cell stands: its left and right edge in twips, and how it is merged with its neighbours.

    `down` is None, `restart` or `continue`; `across` is whether it belongs to the cell before it.
    """

    left: int
    right: int
    down: str | None = None
    across: bool = False


@dataclass(slots=True)
class Line:
    """A paragraph. `place` is where it stands in a list; `goes_on`: its mark is deleted, so the next one belongs to it;
    `left_out` are the codes of findings and the texts that they quote; `boxes` are the text boxes anchored in it.
    """

    text: str
    place: Place | None = None
    goes_on: bool = False
    left_out: Sequence[tuple[str, str]] = ()
    boxes: Sequence["Items"] = ()


@dataclass(slots=True)
class Row:
    """A row of a table: what its cells hold, where they stand, whether a tracked change deletes it."""

    cells: list["Items"]
    bounds: Sequence[Bound]
    is_deleted: bool = False


@dataclass(slots=True)
class Table:
    """A table: its rows from the top."""

    rows: list[Row]


Items = list[Line | Table]


@dataclass(slots=True)
class _Level:
    """What is open at a depth: the rows of its table, the cells of its row, what its cell holds so far."""

    rows: list[Row] = field(default_factory=list)
    cells: list[Items] = field(default_factory=list)
    items: Items = field(default_factory=list)


class Flow:
    """Takes paragraphs and marks in order, each with its depth: 0 in the body, 1 in a table, 2 in one inside it."""

    def __init__(self, format: str) -> None:
        """`format` is what the file is, for when it is rejected."""
        self._format = format
        self._levels = [_Level()]

    def line(self, line: Line, depth: int) -> None:
        """A paragraph. Raises Rejected (`too_deep`)."""
        self._at(depth).items.append(line)

    def end_cell(self, depth: int) -> None:
        """The mark after a cell. Raises Rejected (`too_deep`)."""
        level = self._at(depth)
        level.cells.append(level.items)
        level.items = []

    def end_row(self, depth: int, bounds: Sequence[Bound], is_deleted: bool = False) -> None:
        """The mark after a row. What stands between the last cell's mark and this one is no cell, but is printed.

        Raises Rejected (`too_deep`).
        """
        level = self._at(depth)
        if any(isinstance(each, Table) or each.text or each.left_out for each in level.items):
            level.cells.append(level.items)
        if level.cells:
            level.rows.append(Row(level.cells, bounds, is_deleted))
        level.cells, level.items = [], []

    def finished(self) -> Items:
        """What the whole text holds, in order."""
        return self._at(0).items

    def _at(self, depth: int) -> _Level:
        """The level of a depth, after ending the tables that are deeper."""
        if depth > DEEPEST:
            raise Rejected("too_deep", self._format, limit=str(DEEPEST))
        while len(self._levels) <= depth:
            self._levels.append(_Level())
        while len(self._levels) > depth + 1:
            self._end_table()
        return self._levels[depth]

    def _end_table(self) -> None:
        """End the deepest table. A row without its mark, as damage leaves it, is a row all the same."""
        if self._levels[-1].items:
            self.end_cell(len(self._levels) - 1)
        self.end_row(len(self._levels) - 1, ())
        level = self._levels.pop()
        if level.rows:
            self._levels[-1].items.append(Table(level.rows))
