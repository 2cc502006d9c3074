"""Headers that stand above more than they say: what is right below tells the parts."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.extract.layout.columns import LEVELS, LOOKED_AT, SIDE, Column, Header
from pipeline.extract.layout.rows import Rows


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
