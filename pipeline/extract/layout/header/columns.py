"""What a header says: the columns of a table and what stands in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.document import Cell

EARLIER = "earlier"
VALUES = frozenset({"target", "actual"})
OF_A_YEAR = VALUES | {EARLIER}
"""Columns of values, those of the years before too: the headers below one of these say of which year each is."""
REPEATED = frozenset({"level2", "indicator_name"})
"""Columns whose second appearance begins another block of indicators beside the first."""
LEVELS = ("level1", "level2")
SIDE, CLASSES = "side", "classes"
NAME, DEPARTMENT = "project_name", "whole_department"
NAMES = frozenset({NAME, DEPARTMENT})
"""Columns of lists without which no row begins a project, or one of whole departments."""
LIST = "projects"
"""The kind of tables whose rows are projects with all that belongs to them."""
POINTS = "points"
"""The kind of tables that give points to aspects and state no targets."""
TEXTS = "texts"
"""The kind of tables whose rows state indicators as texts."""
TEXTS_BY_CLASS = "texts_by_class"
"""The kind of tables whose columns are classes, with a text of the indicators of each."""
UNKNOWN = "unknown"
"""The source of a column of which neither words nor contents say what it is."""
LOOKED_AT = 30
"""Rows below a header that tell what stands in a column: enough to see it, and no more work in a long table."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the grid columns it takes up and the header texts above it, from the top.

    `name` is one of `[columns.*]`, `side` for a vertical label, or empty if the column is not known; `source` says how
    it was found: by a `word` or its `parts`, by what the column holds (`content`), or by its sums (`arithmetic`); one
    without a name whose words say that it is something else has it from them too. Period, grade, region and year say
    for what it holds its values.
    """

    name: str
    cols: range
    path: tuple[str, ...]
    period: str = ""
    grade: str = ""
    region: str = ""
    source: str = "word"
    year: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A role for which two columns speak nearly alike: the headers or places of both, and what each holds."""

    role: str
    taken: str
    other: str


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its kind in `[tables.*]`, its rows, and the columns below it from the left; if it is
    turned, the columns are rows and lie right of it.
    """

    kind: str
    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    doubts: tuple["Doubt", ...] = ()
    is_turned: bool = False

    @property
    def is_printed(self) -> bool:
        """Whether the table has a header of its own."""
        return self.last_row >= self.first_row > 0

    @property
    def left(self) -> int:
        """The first grid column that the table knows."""
        return min(column.cols.start for column in self.columns if column.name not in ("", SIDE))

    def columns_over(self, cell: Cell) -> Iterator[Column]:
        """The columns that a cell covers, wholly or in part, from the left."""
        stop = cell.col_no + cell.col_span
        return (one for one in self.columns if one.cols.start < stop and cell.col_no < one.cols.stop)

    def columns_under(self, cell: Cell) -> frozenset[str]:
        """The names of all columns that a cell covers."""
        return frozenset(column.name for column in self.columns_over(cell))

    def column_at(self, col_no: int) -> Column | None:
        """The column in which a cell begins."""
        return next((column for column in self.columns if col_no in column.cols), None)


def share_a_header(columns: Sequence[Column]) -> bool:
    """Whether names and values stand under one cell: so does a row of a form above a table without a header."""
    names, targets = (
        {column.path for column in columns if column.name == name} for name in ("indicator_name", "target")
    )
    return not names.isdisjoint(targets)
