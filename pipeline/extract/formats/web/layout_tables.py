"""Which tables of a page only say where things stand on it. They hold no data and are read as what they hold."""

from collections.abc import Callable
from typing import Any

from pipeline.extract.formats.web.style_sheet import Look
from pipeline.extract.formats.web.table_rows import Row, TableParts

Element = Any

_ROLES = ("presentation", "none")
_LEAST_TEXTS, _LEAST_ROWS = 2, 2


def is_layout(table: Element, parts: TableParts, look: Callable[[Element], Look]) -> bool:
    """Whether a table lays out a page.

    One that says so does (WAI-ARIA 1.2, `presentation`). Else it is one of data if lines are drawn around its cells.
    One without lines, which a style sheet elsewhere may draw, is one of data if two of its rows state something in two
    cells each, tables in them and links apart: no table of data has less, and menus, columns and feet have no more.
    """
    if (table.get("role") or "").lower() in _ROLES:
        return True
    cells = list(parts.cells)
    if not cells or _is_ruled(table, cells, look):
        return False
    return sum(_states(row) for group in parts.groups for row in group) < _LEAST_ROWS


def _is_ruled(table: Element, cells: list[Element], look: Callable[[Element], Look]) -> bool:
    """Whether lines are drawn around the cells, or between them by a ground that shows in the gaps."""
    if (table.get("border") or "0").strip() not in ("0", "0px", "none") or table.get("rules") in (
        "all",
        "rows",
        "cols",
    ):
        return True
    return any(look(cell).is_ruled for cell in cells) or (
        table.get("bgcolor") is not None and any(cell.get("bgcolor") is not None for cell in cells)
    )


def _states(row: Row) -> bool:
    """Whether two cells of a row have text of their own."""
    return sum(bool(_own_text(cell)) for cell in row.cells) >= _LEAST_TEXTS


def _own_text(cell: Element) -> str:
    """The text of a cell that is neither a link nor in a table in it."""
    texts = [cell.text or ""]
    ahead = list(cell)
    while ahead:
        element = ahead.pop()
        texts.append(element.tail or "")
        if element.tag not in ("a", "table", "script", "style", "select"):
            texts.append(element.text or "")
            ahead += element
    return "".join(texts).strip()
