"""Tables with regions as rows and indicator classes as columns: a column is an indicator, a row a region's values."""

from collections.abc import Iterable, Iterator

from pipeline.extract.layout.header.columns import LEVELS, Column, Header
from pipeline.extract.layout.rows import Rows, joined
from pipeline.extract.layout.table.indicator_table import IndicatorRow
from pipeline.model.document import Cell
from pipeline.model.reading import RawValue

CLASS, REGION = "class", "region"


def indicators(rows: Rows, header: Header, row_nos: list[int]) -> Iterator[IndicatorRow]:
    """One indicator per class column, with a value per row of `stating` that prints one beside its region. The header's
    last row is its place. What begins left of the classes, such as a sum drawn too wide, is no value.
    """
    columns = [column for column in header.columns if column.name == CLASS]
    of_classes = {col for column in columns for col in column.cols}
    regions = {row_no: region(rows, header, row_no) for row_no in stating(rows, header, row_nos)}
    for block_no, column in enumerate(columns, 1):
        values = tuple(
            RawValue("target", text, region=joined(cells).strip())
            for row_no, cells in regions.items()
            if (text := joined(_values(rows.over(row_no, column.cols), cells, of_classes))).strip()
        )
        if values:
            yield IndicatorRow(header.last_row, block_no, _texts(column), values)


def _values(cells: Iterable[Cell], region: tuple[Cell, ...], of_classes: set[int]) -> Iterator[Cell]:
    return (cell for cell in cells if cell.col_no in of_classes and cell not in region)


def stating(rows: Rows, header: Header, row_nos: list[int]) -> list[int]:
    """The rows that state values: those of a region, where any names one. Another may be names below the header."""
    return [row_no for row_no in row_nos if region(rows, header, row_no)] or row_nos


def region(rows: Rows, header: Header, row_no: int) -> tuple[Cell, ...]:
    """The cells that name the region of a row."""
    column = next(column for column in header.columns if column.name == REGION)
    return tuple(cell for cell in rows.over(row_no, column.cols) if not cell.is_blank)


def _texts(column: Column) -> dict[str, str]:
    """Levels and name from the header above a column; a class without a name below it has none."""
    return dict(zip((*LEVELS, "indicator_name"), column.path, strict=False))
