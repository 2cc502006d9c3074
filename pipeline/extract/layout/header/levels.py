"""The classes of the indicators below each other in a table: printed once, merged, blank below, or cut by a page."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from pipeline.extract.layout.header.columns import LEVELS, Column
from pipeline.extract.layout.rows import Rows, joined
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Cell


def cut_in_two(rows: Rows, column: Column, row_nos: Iterable[int], level: Callable[[str], str]) -> dict[Cell, str]:
    """The halves of classes in some rows that a page cuts in two, each with the whole: 效益 above 指标. `level` says of
    which level a text is a class, and is empty for one that is none, as the lower half.
    """
    cells = dict.fromkeys(rows.at(row_no, column.cols.start) for row_no in row_nos)
    found: dict[Cell, str] = {}
    for upper, lower in pairwise(cell for cell in cells if cell and not cell.is_blank):
        whole = upper.text.strip() + lower.text.strip()
        is_class = level(whole) and not level(lower.text)
        if is_class and level(upper.text) in ("", level(whole)):
            found |= {upper: whole, lower: whole}
    return found


def fill(
    last: dict[str, str],
    cells: Mapping[str, tuple[Cell, ...]],
    level: Callable[[str], str],
    halves: Mapping[Cell, str],
) -> None:
    """Fills levels down: from merges, which cover the rows below, and from blanks, which repeat the row above.

    A lower level is not carried into the next class of a higher level. In the only column of classes each stands at its
    own `level`, if that is not in doubt: 效益指标 below 数量指标. `halves` as told by `cut_in_two`.
    """
    seen: set[Cell] = set()
    columns = [name for name in LEVELS if name in cells]
    for column in columns:
        own = [cell for cell in cells[column] if cell not in seen]
        text = joined(own) if len(own) != 1 else halves.get(own[0], own[0].text)
        name = level(text) if len(columns) == 1 and level(text) in LEVELS else column
        if text.strip() and plain(text) != plain(last.get(name, "")):
            enter(last, str(LEVELS.index(name) + 1), text)
        seen.update(own)


def enter(last: dict[str, str], level: str | None, text: str) -> None:
    """A class begins, and the lower one above it ends; `level` is `1`, `2`, or None for no class."""
    if level is not None:
        last[LEVELS[int(level) - 1]] = text
        for lower in LEVELS[int(level) :]:
            last.pop(lower, None)
