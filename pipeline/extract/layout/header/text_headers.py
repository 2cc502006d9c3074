"""Headers of tables whose cells state indicators as texts: classes beside a text, above one, or each above its own."""

from functools import lru_cache

from pipeline.extract.layout.header.columns import LEVELS, TEXTS, TEXTS_BY_CLASS, Column, Header
from pipeline.extract.layout.header.header_columns import DEEPEST, HeaderColumns
from pipeline.extract.layout.header.text_blocks import TextBlocks
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.labels import REMEMBERED

SEVERAL = 2
"""Classes side by side; one alone above a text heads whatever follows."""


class TextHeaders:
    """Finds them by the classes and by what the texts state."""

    def __init__(self, columns: HeaderColumns, texts: TextBlocks):
        self._columns, self._texts = columns, texts
        self.heads = lru_cache(maxsize=REMEMBERED)(self._heads)

    def _heads(self, text: str) -> bool:
        """Whether a cell beside a text of indicators is their class, or says that they are indicators."""
        return bool(self._columns.class_level(text) or self._columns.said("header_group", text))

    def beside(self, rows: Rows, top: int) -> Header | None:
        """The one column of rows whose last cell states indicators as a text: beside their classes, below one that
        stands alone, or with classes in it.
        """
        printed = rows.printed(top)
        if not printed or not all(self.heads(cell.text) for cell in printed[:-1]):
            return None
        text = printed[-1].text
        levels = {LEVELS[0]: ""} if any(self._columns.class_level(cell.text) for cell in printed[:-1]) else {}
        below, row_no = printed, top
        while len(below) == 1 and self._columns.class_level(below[0].text) and row_no - top < DEEPEST:
            row_no += 1
            below = rows.printed(row_no)
        if len(printed) == len(below) == 1 and row_no > top:
            levels, text = {LEVELS[0]: text}, below[0].text
        if not (levels or self._texts.is_headed(text)):
            return None
        is_stated = any(value.text and len(said) > 1 for said, value in self._texts.indicators(text, levels))
        columns = (Column("indicator_name", rows.cols, ()),)
        return Header(TEXTS, top, top - 1, columns) if is_stated else None

    def above(self, rows: Rows, top: int) -> Header | None:
        """Classes side by side, each above a text of its indicators, with the class of all at their left if there is
        one: 产出指标 | 数量指标 | 质量指标 above 1.培训人数：≥420人 | 1.合格率：≥95%.
        """
        printed = rows.printed(top)
        side = [cell for cell in printed if cell.row_span > 1]
        heads = [cell for cell in printed if cell.row_span == 1]
        if (
            not heads
            or len(printed) < SEVERAL
            or len(side) > 1
            or not all(self._columns.class_level(cell.text) for cell in printed)
        ):
            return None
        columns = tuple(
            Column("class", range(one.col_no, one.col_no + one.col_span), tuple(cell.text for cell in (*side, one)))
            for one in heads
        )
        below = [rows.beginning(top + 1, column.cols) for column in columns]
        stated = [any(value.text for _, value in self._texts.indicators(cells[0].text, {})) for cells in below if cells]
        is_header = any(stated) and all(len(cells) == 1 for cells in below)
        return Header(TEXTS_BY_CLASS, top, top, columns) if is_header else None
