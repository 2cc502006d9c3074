"""Indicator tables: the header row names the columns, each row below is an indicator."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.extract.labels import plain
from pipeline.model import Cell
from pipeline.rulebook import ColumnRule, Layouts

Covering = Mapping[tuple[int, int], Cell]
"""Position (row_no, col_no) → the cell that covers it: `Grid.covering()`."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of an indicator table: where it stands and the grid columns below each of its names."""

    row_no: int
    last_row_no: int
    columns: Mapping[str, range]

    @property
    def left(self) -> int:
        """The first grid column of the indicators."""
        return min(columns.start for columns in self.columns.values())


@dataclass(frozen=True, slots=True)
class HeaderReader:
    """Finds header rows by the headers of `rules/layouts.toml`."""

    columns: tuple[ColumnRule, ...]
    needs: frozenset[str]

    @classmethod
    def of(cls, layouts: Layouts) -> "HeaderReader":
        return cls(layouts.columns, frozenset(layouts.needs))

    def read(self, row: Iterable[Cell]) -> Header | None:
        """The header that a row's cells make, or None if the row does not name every needed column."""
        cells = [cell for cell in row if not cell.is_blank]
        named = {rule.name: cell for rule in self.columns if (cell := _best(rule, cells))}
        if not self.needs <= named.keys():
            return None
        first = next(iter(named.values())).row_no
        tallest = max(cell.row_span for cell in named.values())
        return Header(first, first + tallest - 1, {name: _range(cell) for name, cell in named.items()})


def _best(rule: ColumnRule, cells: list[Cell]) -> Cell | None:
    """The cell that prints the foremost of the rule's headers: a specific wording stands before a general one."""
    by_text = {plain(cell.text): cell for cell in reversed(cells)}
    return next((by_text[plain(header)] for header in rule.headers if plain(header) in by_text), None)


def _range(cell: Cell) -> range:
    return range(cell.col_no, cell.col_no + cell.col_span)


def row_cells(header: Header, covering: Covering, row_no: int) -> dict[str, tuple[Cell, ...]]:
    """Column name → the distinct cells that cover it in this row."""
    return {
        name: tuple(dict.fromkeys(covering[row_no, col] for col in columns if (row_no, col) in covering))
        for name, columns in header.columns.items()
    }


def is_indicator(cells: Mapping[str, tuple[Cell, ...]], needs: Iterable[str], row_no: int) -> bool:
    """Whether the row states an indicator: a needed column has print of its own that does not run over all of them."""
    own = [{cell for cell in cells[name] if cell.row_no == row_no and not cell.is_blank} for name in needs]
    return any(own) and not set.intersection(*own)


def column_at(header: Header, cell: Cell) -> str | None:
    """The column in which a cell begins."""
    return next((name for name, columns in header.columns.items() if cell.col_no in columns), None)


def columns_under(header: Header, cell: Cell) -> frozenset[str]:
    """Every column that a cell covers, wholly or in part."""
    covered = set(_range(cell))
    return frozenset(name for name, columns in header.columns.items() if covered.intersection(columns))


class LevelFill:
    """Fills level cells down: from merges, which cover the rows below, and from blanks, which repeat the row above.

    A lower level is not carried into the next class of a higher level.
    """

    def __init__(self, names: tuple[str, ...]):
        self._names = names
        self._last: dict[str, str] = {}

    def fill(self, cells: Mapping[str, tuple[Cell, ...]]) -> dict[str, str]:
        """Level name → text for one row, given the row's cells by column."""
        seen: set[Cell] = set()
        for place, name in enumerate(self._names):
            own = [cell for cell in cells.get(name, ()) if cell not in seen]
            text = "".join(cell.text for cell in own)
            if text.strip() and plain(text) != plain(self._last.get(name, "")):
                self._last[name] = text
                for lower in self._names[place + 1 :]:
                    self._last.pop(lower, None)
            seen.update(own)
        return dict(self._last)
