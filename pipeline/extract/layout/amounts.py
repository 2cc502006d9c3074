"""Amounts that stand alone in a cell, and whether those of a column add up."""

import re
from decimal import Decimal

from pipeline.extract.layout.rows import Rows
from pipeline.model.document import Cell

_AMOUNT = re.compile(r"^\D{0,3}(\d[\d,，]*(?:\.\d+)?)\D{0,3}$")


def amount(text: str) -> Decimal | None:
    """The number of a cell that prints nothing but an amount; None of any other."""
    found = _AMOUNT.match(text)
    return Decimal(re.sub("[,，]", "", found[1])) if found else None


def adds_up(rows: Rows, head: Cell, total: Cell) -> bool:
    """Whether the amounts between the head of a column and a total below it come to that, or twice, with one level of
    subtotals among them; so does one that has none above it.
    """
    between = range(head.row_no + head.row_span, total.row_no)
    cells = [cell for row_no in between for cell in rows.beginning(row_no, range(head.col_no, head.col_no + 1))]
    parts = [part for cell in cells if (part := amount(cell.text)) is not None]
    return not parts or sum(parts) in (amount(total.text), 2 * (amount(total.text) or 0))
