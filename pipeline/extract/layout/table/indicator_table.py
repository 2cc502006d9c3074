"""Indicator tables: below a header each row states an indicator, or one per block where blocks stand side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.extract.layout.header.columns import LEVELS, REPEATED, SIDE, UNKNOWN, VALUES, Column, Header
from pipeline.extract.layout.header.levels import fill
from pipeline.extract.layout.rows import Rows, joined
from pipeline.model.document import Cell
from pipeline.model.reading import RawValue

BESIDE = ("operator", "unit")
"""Columns that say more about a value: its sign and its unit."""
NONE = "none"
"""Said of an indicator whose table has no column that its target could stand in."""
NAMED = ("indicator_name", "description")
"""Columns whose words may be the target too, where one cell runs over both."""
SAID_ON = ("description", "standard", "remark")
"""Columns that may be several: each says more of an indicator."""
SHARED = ("weight", "score")
"""Columns in which one cell beside several indicators is of all of them together, and so of none alone."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A printed indicator: its row, its texts by column name with levels filled down, and its values."""

    row_no: int
    block_no: int
    texts: Mapping[str, str]
    values: tuple[RawValue, ...]
    role_source: str = "word"


@dataclass(slots=True)
class Block:
    """Columns that state one indicator per row: texts, values, the signs and units beside the values, and those of
    which is not known what they are; `further` say more of what a column of texts says. `last` are the classes so far,
    `halves` those that a page cuts: see `levels`. `left` is the first column of its own, `top` the first row below the
    header.
    """

    texts: dict[str, Column] = field(default_factory=dict)
    further: list[Column] = field(default_factory=list)
    values: list[Column] = field(default_factory=list)
    beside: list[Column] = field(default_factory=list)
    unknown: list[Column] = field(default_factory=list)
    last: dict[str, str] = field(default_factory=dict)
    halves: dict[Cell, str] = field(default_factory=dict)
    left: int = 1
    top: int = 1

    def takes(self, column: Column) -> bool:
        """Whether a column still belongs here: a name or class that stands here already begins the next block."""
        return column.name not in REPEATED or column.name not in self.texts

    def add(self, column: Column) -> None:
        if not column.name:
            self.unknown.extend([column] if column.source == UNKNOWN else [])
        elif column.name in VALUES:
            self.values.append(column)
        elif column.name in BESIDE:
            self.beside.append(column)
        else:
            self.further += [column] if column.name in SAID_ON and column.name in self.texts else []
            self.texts.setdefault(column.name, column)

    def over(self, rows: Rows, row_no: int, column: Column) -> tuple[Cell, ...]:
        """The cells of a column in a row, without a header that reaches down beside it."""
        return tuple(cell for cell in rows.over(row_no, column.cols) if cell.row_no >= self.top)


def blocks(header: Header) -> list[Block]:
    """The blocks of a header, from the left. Level 1, printed once, counts for all."""
    top = header.last_row + 1
    found = [Block(top=top)]
    for column in header.columns:
        if not found[-1].takes(column):
            shared = {name: column for name, column in found[0].texts.items() if name == LEVELS[0]}
            found.append(Block(shared, left=column.cols.start, top=top))
        found[-1].add(column)
    return found


def read_row(
    rows: Rows,
    block_no: int,
    block: Block,
    row_no: int,
    is_unfilled: Callable[[str], bool],
    level: Callable[[str], str],
) -> IndicatorRow | None:
    """The indicator that a block states in a row, or None. Levels are filled down either way.

    A row states an indicator if its name or a value of it is printed in this very row, and not as one cell that
    runs over both, as notes and totals do; what a template prints for more indicators, left unfilled, is none. Nor does
    one whose class reaches into its names while no value stands in its column: its cells are out of their columns. No
    more does a cell without a value that runs from beside the table over the names: it speaks of all of it.
    """
    texts = {name: block.over(rows, row_no, column) for name, column in block.texts.items()}
    beside = {name: _beside_classes(cells, block) for name, cells in texts.items() if name in NAMED}
    printed = [(column, _begun(block.over(rows, row_no, column), column)) for column in block.values]
    own = [_own(cells, row_no) for _, cells in printed]
    if own and not any(own) and (any(beside[name] != texts[name] for name in beside) or _is_all(texts)):
        return None
    fill(block.last, texts, level, block.halves)
    texts |= beside
    name = _own(texts.get("indicator_name", ()), row_no)
    if not (name or any(own)) or any(name & each for each in own):
        return None
    if all(is_unfilled(cell.text) for cell in name.union(*own)):
        return None
    height = max(cell.row_span for cell in name.union(*own))
    names = set(texts.get("indicator_name", ()))
    others = {key: cells for key, cells in texts.items() if key not in LEVELS}
    stated = {key: _stated(key, _without(cells, key, block), height) for key, cells in others.items()} | block.last
    for column in block.further:
        more = joined(block.over(rows, row_no, column))
        stated[column.name] = "\n".join(filter(str.strip, dict.fromkeys([stated[column.name], more])))
    values = tuple(_values(rows, block, printed, row_no, names))
    return IndicatorRow(row_no, block_no, stated, values, _role_source(rows, block, row_no, values))


def is_group(row: IndicatorRow, below: IndicatorRow) -> bool:
    """Whether a row only heads those below it: it has their points, and they have the values."""
    points, of_below = (one.texts.get(SHARED[0], "").strip() for one in (row, below))
    printed, values = (any(value.text.strip() for value in one.values) for one in (row, below))
    return bool(points) and not of_below and values and not printed


def _role_source(rows: Rows, block: Block, row_no: int, values: tuple[RawValue, ...]) -> str:
    """How the column of an indicator's target was found; `unknown` if it states none and prints something in a column
    of which is not known what it is, `none` if it has no such column either.
    """
    sources = [column.source for column in block.values if column.name == "target"]
    if sources and any(value.text.strip() for value in values if value.what == "target"):
        return sources[0]
    if any(_own(rows.over(row_no, column.cols), row_no) for column in block.unknown):
        return UNKNOWN
    return sources[0] if sources else NONE


def _stated(column: str, cells: tuple[Cell, ...], height: int) -> str:
    """What a column says of an indicator of so many rows."""
    return joined(cell for cell in cells if column not in SHARED or cell.row_span <= height)


def _without(cells: tuple[Cell, ...], column: str, block: Block) -> tuple[Cell, ...]:
    """The cells of a column of texts without those that begin as a value and run on: what is said of a name is said of
    both, a remark beside a value is not the value.
    """
    if column in NAMED:
        return cells
    values = {col for value in block.values for col in value.cols} - set(block.texts[column].cols)
    return tuple(cell for cell in cells if cell.col_no not in values)


def _beside_classes(cells: tuple[Cell, ...], block: Block) -> tuple[Cell, ...]:
    """The cells of a column of names without a class beside them that was drawn too wide; alone it is the name too.
    What begins in the block on the left is of that.
    """
    levels = {col for name in LEVELS if name in block.texts for col in block.texts[name].cols}
    cells = tuple(cell for cell in cells if cell.col_no >= block.left)
    beside = tuple(cell for cell in cells if cell.col_no not in levels)
    return cells if all(cell.is_blank for cell in beside) else beside


def _begun(cells: tuple[Cell, ...], column: Column) -> tuple[Cell, ...]:
    """The cells of a column of values without one that runs into it from the left where another begins in it."""
    begun = tuple(cell for cell in cells if cell.col_no >= column.cols.start)
    return cells if all(cell.is_blank for cell in begun) else begun


def _is_all(texts: Mapping[str, tuple[Cell, ...]]) -> bool:
    """Whether one cell is what stands beside the table and the name in it."""
    return not set(texts.get(SIDE, ())).isdisjoint(texts.get("indicator_name", ()))


def _own(cells: Iterable[Cell], row_no: int) -> set[Cell]:
    return {cell for cell in cells if cell.row_no == row_no and not cell.is_blank}


def _values(
    rows: Rows, block: Block, printed: list[tuple[Column, tuple[Cell, ...]]], row_no: int, names: set[Cell]
) -> Iterator[RawValue]:
    """The values of a row. A name that runs on over signs and units is none."""
    for column, cells in printed:
        beside = {
            name: joined(cell for cell in block.over(rows, row_no, found) if cell not in names)
            if (found := _beside(block, column, name))
            else ""
            for name in BESIDE
        }
        yield RawValue(column.name, joined(cells), column.period, column.region, column.grade, **beside)


def _beside(block: Block, value: Column, name: str) -> Column | None:
    """The sign or unit of a value: the one below the same header, else the nearest to the left of the next value.

    Signs and units are those of targets; an actual value prints its own.
    """
    found = [column for column in block.beside if column.name == name]
    if value.name != "target" or not found:
        return None
    same = [column for column in found if len(column.path) > 1 and column.path[:-1] == value.path[:-1]]
    return min(same or found, key=lambda column: abs(column.cols.start - value.cols.start))
