"""The rows and cells of a table as a browser prints them, and what stands in a table outside of cells (HTML, 4.9)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

Element = Any

_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
_SEEN_THROUGH = frozenset({"form", "center", "font", "span", "div", "a", "b", "o:p"})
_CELLS = ("td", "th")
_NO_TEXT = ("col", "colgroup")


class Row(NamedTuple):
    """A row: its element, None for cells that stand in a table without one, and the elements of its cells."""

    element: Element | None
    cells: list[Element]


Group = list[Row]
Stray = str | Element


class TableParts(NamedTuple):
    """A table: its groups of rows from top to bottom; `strays` are texts and elements outside of cells, which print
    before the table.
    """

    groups: list[Group]
    strays: list[Stray]

    @property
    def cells(self) -> Iterator[Element]:
        """All cells in order."""
        return (cell for group in self.groups for row in group for cell in row.cells)


def table_parts(table: Element) -> TableParts:
    """The parts of a table. A head stands above and a foot below, wherever they are written (CSS 2.2, 17.2); a second
    one stands where it is written. Rows without a group make one; cells without a row make one.
    """
    groups: list[tuple[int, Group]] = []
    strays: list[Stray] = []
    met: set[str] = set()
    is_open = False
    for element in _through(table, strays):
        tag = element.tag
        if tag in _GROUPS:
            groups.append((1 if tag in met else _GROUPS[tag], []))
            met |= {tag} - {"tbody"}
            for each in _through(element, strays):
                _add(each, groups[-1][1], strays)
        else:
            if not is_open:
                groups.append((1, []))
            _add(element, groups[-1][1], strays)
        is_open = tag not in _GROUPS
    ordered = [rows for rank in sorted(set(_GROUPS.values())) for each, rows in groups if each == rank and rows]
    return TableParts(ordered, strays)


def _add(element: Element, rows: Group, strays: list[Stray]) -> None:
    """A row of a group, or a cell without a row; everything else is out of place."""
    if element.tag == "tr":
        cells: list[Element] = []
        for each in _through(element, strays):
            (cells if each.tag in _CELLS else strays).append(each)
        rows.append(Row(element, cells))
    elif element.tag in _CELLS:
        if not rows or rows[-1].element is not None:
            rows.append(Row(None, []))
        rows[-1].cells.append(element)
    elif element.tag not in _NO_TEXT:
        strays.append(element)


def _through(element: Element, strays: list[Stray]) -> Iterator[Element]:
    """What an element of a table holds, seen through forms and the like that stand around rows and cells. Text beside
    is a stray.
    """
    ahead = [_texts_apart(element, strays)]
    while ahead:
        for each in ahead[-1]:
            if each.tag in _SEEN_THROUGH and next(each.iter("tr", "td", "th"), None) is not None:
                ahead.append(_texts_apart(each, strays))
                break
            yield each
        else:
            ahead.pop()


def _texts_apart(element: Element, strays: list[Stray]) -> Iterator[Element]:
    if element.text and not element.text.isspace():
        strays.append(element.text)
    for each in element:
        yield each
        if each.tail and not each.tail.isspace():
            strays.append(each.tail)
