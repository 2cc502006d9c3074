"""Indicators that rows of a table state as texts: beside or below their classes, or in a column of texts."""

from collections.abc import Iterator

from pipeline.extract.layout.header.columns import UNKNOWN, Column, Header
from pipeline.extract.layout.header.headers import HeaderReader
from pipeline.extract.layout.header.levels import enter
from pipeline.extract.layout.header.text_blocks import Stated
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.table.indicator_rows import IndicatorRows
from pipeline.extract.layout.table.indicator_table import IndicatorRow
from pipeline.extract.layout.words.labels import unnumbered
from pipeline.model.document import Address, Cell

IN_TEXTS = ("indicator_name", "class")
"""Columns of a list of projects whose cells state indicators as texts."""


class InTexts:
    """Reads the texts of indicators in the rows of a table."""

    def __init__(self, headers: HeaderReader, rows: IndicatorRows):
        self._headers, self._rows = headers, rows

    def below_classes(self, rows: Rows, row_nos: list[int]) -> tuple[list[IndicatorRow], dict[Address, str]]:
        """The indicators of rows whose last cell is a text of them, beside or below their classes, and the roles of
        cells; a text that states none is unread.
        """
        found: list[IndicatorRow] = []
        roles: dict[Address, str] = {}
        levels: dict[str, str] = {}
        for row_no in row_nos:
            printed = rows.printed(row_no)
            if not all(self._headers.heads_texts(cell.text) for cell in printed[:-1]):
                continue
            for cell in printed:
                level = self._headers.class_level(cell.text)
                enter(levels, level, unnumbered(cell.text.strip().rstrip(":：")).strip())
                if level or cell != printed[-1]:
                    roles[rows.address(cell)] = "level" if level else "label"
            last = [cell for cell in printed[-1:] if not self._headers.is_class(cell.text)]
            stated = [one for cell in last for one in self._headers.texts.indicators(cell.text, levels)]
            if stated:
                roles[rows.address(last[0])] = "indicator"
            for block_no, (said, value) in enumerate(stated, 1):
                how = "content" if value.text else UNKNOWN
                found.append(IndicatorRow(row_no, block_no, said, (value,), how))
        return found, roles

    def read(self, rows: Rows, header: Header, run: list[int]) -> Iterator[IndicatorRow]:
        """The indicators that a project states as texts: in a column for all classes, or in one for each."""
        for row_no in run:
            stated = [(column, *one) for column, _, found in self._stating(rows, header, row_no) for one in found]
            for block_no, (column, said, value) in enumerate(stated, 1):
                how = "word" if value.text or column.name == "indicator_name" else UNKNOWN
                yield IndicatorRow(row_no, block_no, said, (value,), how)

    def roles(self, rows: Rows, header: Header, run: list[int]) -> dict[Address, str]:
        """The roles of the cells of a project whose indicators stand in texts. A text that states none is unread."""
        roles = {address: role for row_no in run for address, role in self._rows.roles(rows, header, row_no).items()}
        found = (one for row_no in run for one in self._stating(rows, header, row_no))
        texts = {rows.address(cell): bool(stated) for _, cell, stated in found}
        kept = {address: role for address, role in roles.items() if texts.get(address, True)}
        return kept | {address: "indicator" for address, states in texts.items() if states}

    def silent(self, rows: Rows, header: Header, row_no: int) -> list[Cell]:
        """The cells of a row in columns of texts that state no indicator."""
        return [cell for _, cell, stated in self._stating(rows, header, row_no) if not stated]

    def _stating(self, rows: Rows, header: Header, row_no: int) -> Iterator[tuple[Column, Cell, list[Stated]]]:
        """The cells of a row in columns of texts, and the indicators that each states."""
        for column in header.columns:
            for cell in rows.beginning(row_no, column.cols) if column.name in IN_TEXTS else ():
                yield (
                    column,
                    cell,
                    list(self._headers.texts.indicators(cell.text, self._headers.classes_of(header, column))),
                )
