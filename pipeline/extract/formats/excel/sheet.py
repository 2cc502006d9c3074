"""A sheet as its cells are stored, whatever the format of the workbook: rows and columns count from 1."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.extract.formats.page_heads import Margins
from pipeline.model.finding import Rejected

MAX_ROWS, MAX_COLUMNS = 1 << 20, 1 << 14
"""What a sheet of Excel holds; a number beyond is damage."""
MAX_CELLS = 1_000_000
"""So many cells of all sheets are read, and so many positions merged. No published workbook is near this."""

_CHARACTERS = 100


class Area(NamedTuple):
    """Rows and columns from the first to the last."""

    top: int
    left: int
    bottom: int
    right: int


class Mark(NamedTuple):
    """Something to tell of a cell: the code of the finding and what it quotes."""

    code: str
    row: int
    col: int
    evidence: str


@dataclass(slots=True)
class StoredRow:
    """The cells of a row: texts as printed, by column, and the columns of cells with a line on their left or right."""

    texts: dict[int, str] = field(default_factory=dict)
    lined: set[int] = field(default_factory=set)
    is_hidden: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet. `boxes` are texts drawn over it, by the row at which they begin; `marks` are what its cells give reason
    to tell; `hides_rows` is whether rows that are not stored are hidden; `margins` what its pages print around it,
    `pictures` how many lie over it.
    """

    name: str
    rows: dict[int, StoredRow] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False
    hides_rows: bool = False
    boxes: list[tuple[int, str]] = field(default_factory=list)
    pictures: int = 0
    margins: Margins = field(default_factory=Margins)
    marks: list[Mark] = field(default_factory=list)

    def row(self, row_no: int) -> StoredRow:
        """A row, stored from now on."""
        if row_no not in self.rows:
            self.rows[row_no] = StoredRow()
        return self.rows[row_no]

    def mark(self, code: str, row_no: int, col_no: int, evidence: str) -> None:
        """Note what to tell of a cell."""
        self.marks.append(Mark(code, row_no, col_no, f"{column_name(col_no)}{row_no}: {evidence}"))

    def texts(self) -> Iterator[str]:
        """All texts, in reading order."""
        for _, row in sorted(self.rows.items()):
            yield from (text for _, text in sorted(row.texts.items()))


class Counter:
    """Counts the cells of a workbook against the limit."""

    def __init__(self, format: str):
        self._format, self._count = format, 0

    def add(self, count: int) -> None:
        """Raises Rejected: `too_many_cells`."""
        self._count += count
        if self._count > MAX_CELLS:
            raise Rejected("too_many_cells", self._format, count=str(self._count), limit=str(MAX_CELLS))

    def add_text(self, text: str) -> None:
        """Counts a text as a cell more for each `_CHARACTERS` characters. Raises Rejected: `too_many_cells`."""
        self.add(len(text) // _CHARACTERS)


def column_name(col_no: int) -> str:
    """The letters of a column.

    >>> [column_name(each) for each in (1, 26, 27, 16384)]
    ['A', 'Z', 'AA', 'XFD']
    """
    letters = ""
    while col_no:
        col_no, letter = divmod(col_no - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_no(letters: str) -> int:
    """The number of a column by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def range_name(area: Area) -> str:
    """An area as Excel writes it: `A4:H30`."""
    return f"{column_name(area.left)}{area.top}:{column_name(area.right)}{area.bottom}"


def numbers(values: Iterable[int]) -> str:
    """Numbers in ascending order, those that follow each other as one range.

    >>> numbers([9, 3, 4, 5])
    '3–5, 9'
    """
    runs: list[list[int]] = []
    for value in sorted(values):
        if runs and value == runs[-1][-1] + 1:
            runs[-1][1:] = [value]
        else:
            runs.append([value])
    return ", ".join("–".join(str(each) for each in run) for run in runs)
