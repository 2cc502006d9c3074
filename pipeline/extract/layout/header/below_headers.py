"""Headers that stand above more than they say: what is right below tells the parts."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.extract.layout.header.columns import LEVELS, LOOKED_AT, SIDE, Column, Header
from pipeline.extract.layout.rows import Rows

MOSTLY = 0.75
"""The share of its cells from which on a column holds what they are."""
SEVERAL = 2
"""Columns from which on they part the header above them."""


def without_side(rows: Rows, header: Header, is_class: Callable[[str], bool]) -> Header:
    """The header with the label beside the table apart from the classes, where one header stands above both."""
    first = next((column for column in header.columns if column.name == LEVELS[0] and len(column.cols) > 1), None)
    if first is None:
        return header
    beside, inner = (rows.at(header.last_row + 1, col) for col in first.cols[:2])
    if not (beside and inner and beside.row_span > inner.row_span and is_class(inner.text)):
        return header
    if is_class(beside.text):
        return header
    own = replace(first, cols=first.cols[1:])
    at = header.columns.index(first)
    side = replace(first, name=SIDE, cols=first.cols[:1], path=())
    return replace(header, columns=(*header.columns[:at], side, own, *header.columns[at + 1 :]))


def with_levels(rows: Rows, header: Header, is_class: Callable[[str], bool]) -> Header:
    """The header with levels of their own where one header stands above classes and names together."""
    names = [column for column in header.columns if column.name == "indicator_name"]
    if len(names) != 1 or len(names[0].cols) == 1 or any(column.name in LEVELS for column in header.columns):
        return header
    whole, below = names[0], range(header.last_row + 1, min(rows.grid.n_rows, header.last_row + LOOKED_AT) + 1)
    levels: list[Column] = []
    for col, level in zip(whole.cols[:-1], LEVELS, strict=False):
        texts = [cell.text for row in below if (cell := rows.at(row, col)) and cell.col_span == 1 and cell.text.strip()]
        if not texts or not all(map(is_class, texts)):
            break
        levels.append(replace(whole, name=level, cols=range(col, col + 1)))
    own = replace(whole, cols=range(whole.cols.start + len(levels), whole.cols.stop))
    at = header.columns.index(whole)
    return replace(header, columns=(*header.columns[:at], *levels, own, *header.columns[at + 1 :]))


def with_numbers(rows: Rows, header: Header) -> Header:
    """The header with the row below it that only counts the columns: 1, 2, 3 and so on."""
    below = header.last_row + 1
    return replace(header, last_row=below) if rows.counts_columns(below) else header


def with_names(rows: Rows, bottom: int, columns: list[Column], level: Callable[[str], str | None]) -> list[Column]:
    """The columns of a header that names two levels of indicators and no third: where classes stand below the first, of
    level 2 among them, and few below the second, the names stand there.
    """
    names = [column.name for column in columns]
    if "indicator_name" in names or not {*LEVELS, "target"}.issubset(names):
        return columns
    first, second = (_levels_below(rows, bottom, columns[names.index(name)], level) for name in LEVELS)
    if "2" not in first or None in first or second.count(None) <= len(second) * MOSTLY:
        return columns
    own = {"level1": "level2", "level2": "indicator_name"}
    return [replace(column, name=own.get(column.name, column.name)) for column in columns]


def _levels_below(rows: Rows, bottom: int, column: Column, level: Callable[[str], str | None]) -> list[str | None]:
    """Of which level the texts in a column below a header are classes, None for one that is none. What runs over other
    columns is of no one.
    """
    below = range(bottom + 1, min(rows.grid.n_rows, bottom + LOOKED_AT) + 1)
    cells = (cell for row in below for cell in rows.beginning(row, column.cols) if not cell.is_blank)
    return [level(cell.text) for cell in cells if cell.col_no + cell.col_span <= column.cols.stop]


def with_signs(columns: list[Column], holds_signs: Callable[[Column], bool]) -> list[Column]:
    """The columns, that of natures as the one of signs where signs stand in it and nowhere else: 绩效指标性质."""
    if any(column.name == "operator" for column in columns):
        return columns
    return [
        replace(column, name="operator") if column.name == "nature" and holds_signs(column) else column
        for column in columns
    ]


def with_points(columns: list[Column], name: Callable[[str], str], are_all: Callable[[Column], bool]) -> list[Column]:
    """The columns, of those that part a header of scores the first as points that can be had, where its own words name
    nothing and it holds all points: 自评得分 above 甲 | 乙.
    """
    scores = [place for place, column in enumerate(columns) if column.name == "score"]
    if len(scores) < SEVERAL or any(column.name == "weight" for column in columns):
        return columns
    first, second = (columns[place] for place in scores[:2])
    parts = len(first.path) > 1 and first.path[:-1] == second.path[:-1] and not name(first.path[-1])
    if not parts or not are_all(first):
        return columns
    told = replace(first, name="weight", source="arithmetic")
    return [told if column is first else column for column in columns]
