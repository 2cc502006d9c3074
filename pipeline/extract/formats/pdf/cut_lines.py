"""Lines that the end of a page cuts in two: spreadsheets draw them on both pages, half in a cell and half outside."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from pipeline.extract.formats.pdf.body import Text
from pipeline.extract.formats.pdf.tables import PlacedTable

Bodies = Mapping[int, list[Text | PlacedTable]]


def halves(bodies: Bodies) -> Iterator[tuple[int, Text]]:
    """The paragraphs that are such halves, with the number of their page: the last one of a page, below its last table,
    whose words stand at the top of the next page's first table; and the first one of a page, the other way round."""
    for (before_no, before), (after_no, after) in pairwise(bodies.items()):
        match before[-2:], after[:2]:
            case [PlacedTable(), Text() as last], [PlacedTable() as table, *_]:
                if any(text.startswith(last.text) for text in _at_top(table)):
                    yield before_no, last
            case [*_, PlacedTable() as table], [Text() as first, PlacedTable()]:
                if any(text.endswith(first.text) for text in _at_bottom(table)):
                    yield after_no, first


def _at_top(table: PlacedTable) -> Iterator[str]:
    return (cell.text for cell in table.cells if cell.row == 0)


def _at_bottom(table: PlacedTable) -> Iterator[str]:
    return (cell.text for cell in table.cells if cell.row + cell.row_span == table.n_rows)
