"""Tables with regions as rows and indicator classes as columns: a column is an indicator, a row a region's values."""

from collections.abc import Iterator

from pipeline.extract.layout.columns import LEVELS, Column, Header
from pipeline.extract.layout.indicator_table import IndicatorRow
from pipeline.extract.layout.rows import Rows, joined
from pipeline.model.document import Cell
from pipeline.model.reading import RawValue

CLASS, REGION = "class", "region"


def indicators(rows: Rows, header: Header, row_nos: list[int]) -> Iterator[IndicatorRow]:
    """One indicator per class column, with a value per row that prints one beside its region. The header's last row is
    its place.
    """
    columns = [column for column in header.columns if column.name == CLASS]
    regions = {row_no: region(rows, header, row_no) for row_no in row_nos}
    for block_no, column in enumerate(columns, 1):
        values = tuple(
            RawValue("target", text, region=joined(cells).strip())
            for row_no, cells in regions.items()
            if (text := joined(cell for cell in rows.over(row_no, column.cols) if cell not in cells)).strip()
        )
        if values:
            yield IndicatorRow(header.last_row, block_no, _texts(column), values)


def region(rows: Rows, header: Header, row_no: int) -> tuple[Cell, ...]:
    """The cells that name the region of a row."""
    column = next(column for column in header.columns if column.name == REGION)
    return tuple(cell for cell in rows.over(row_no, column.cols) if not cell.is_blank)


def _texts(column: Column) -> dict[str, str]:
    """Levels and name from the header above a column; a class without a name below it has none."""
    return dict(zip((*LEVELS, "indicator_name"), column.path, strict=False))
