"""Header rows of tables: what stands in each column, told by the headers above it from the lowest up.

A header may take several rows. Where columns say no more than which year, county or grade their values are
for, the header above them says what the values are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.layout.header.below_headers import with_levels, with_numbers, without_side
from pipeline.extract.layout.header.by_content import GIVES_WAY, ContentReader
from pipeline.extract.layout.header.classes import BOTH, ClassWords
from pipeline.extract.layout.header.columns import (
    LEVELS,
    LIST,
    LOOKED_AT,
    OF_A_YEAR,
    POINTS,
    SIDE,
    VALUES,
    Column,
    Header,
    share_a_header,
)
from pipeline.extract.layout.header.header_columns import DEEPEST, HeaderColumns
from pipeline.extract.layout.header.text_blocks import TextBlocks
from pipeline.extract.layout.header.text_headers import TextHeaders
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.header_words import HeaderWords
from pipeline.model.document import Cell
from pipeline.rules.kinds.rulebook import Rulebook

INDICATORS = "indicators"
COMPLETED = (INDICATORS, LIST)
"""Kinds of tables whose columns may be told by what they hold."""
NATURE = "nature"
"""A column that may hold the classes where no other does: 指标类型 over 产出类指标."""
KEYS = frozenset({*LEVELS, "indicator_name", "target", "operator", "actual"})
"""Columns that only tables of indicators have."""
SEVERAL = 2
"""Tall headers from which on a row is believed to be one of headers, whatever else stands in it."""


class HeaderReader:
    """Finds headers by the wordings of `rules/data/layouts/layouts.toml` and the indicator classes of
    `rules/taxonomy.csv`.
    """

    def __init__(self, rules: Rulebook):
        layouts = rules.layouts
        self._words, self._classes = HeaderWords(rules), ClassWords(rules)
        self._contents = ContentReader(rules, self._classes, self._words)
        self._tables, self.texts = layouts.tables, TextBlocks(rules)
        self._columns = HeaderColumns(rules, self._words, self._classes, self._contents)
        self._of_texts = TextHeaders(self._columns, self.texts)
        self.heads_texts = self._of_texts.heads
        self.period_above, self.column_name = self._columns.period_above, self._words.name

    def read(self, rows: Rows, top: int, below_header: bool = False) -> Header | None:
        """The header whose first row is `top`, or None if none begins there. Below another header only words make one,
        though not all of them are known: what the rows hold speaks for that one.
        """
        found = self._by_words(rows, top)
        if found and (whole := self._completed(rows, with_numbers(rows, found))):
            return whole
        if below := self._of_texts.above(rows, top):
            return below
        if below_header:
            return self._by_contents(rows, top) if self._is_mostly_known(rows, top) else None
        return self._of_texts.beside(rows, top) or self._by_contents(rows, top) or self._of_names(rows, top)

    def _by_words(self, rows: Rows, top: int) -> Header | None:
        if not self._may_begin(rows.printed(top)):
            return None
        for bottom in range(top, min(top + DEEPEST, rows.grid.n_rows + 1)):
            columns = self._columns.of(rows, top, bottom)
            if kind := self._kind(columns):
                header = without_side(rows, self._deepened(rows, Header(kind, top, bottom, columns)), self.is_class)
                return with_levels(rows, header, self.is_class) if self._kind(header.columns) else None
            if not (
                self._is_header_row(rows, bottom)
                or self._reaches_down(rows, bottom)
                or self._parts_into_classes(rows, bottom)
            ):
                return None
        return None

    def _may_begin(self, printed: Sequence[Cell]) -> bool:
        """Whether the cells of a row may begin a header: one says so, or they are classes side by side, and not one
        below the other with names and values, as in a row of indicators.
        """
        if any(self._says_header(cell.text) for cell in printed):
            return True
        levels = [level for cell in printed if (level := self._classes.level(cell.text))]
        is_row = len(levels) <= len(LEVELS) and len(set(levels)) == len(levels) < len(printed)
        return bool(levels) and not is_row

    def _completed(self, rows: Rows, header: Header) -> Header | None:
        """The header with the columns that no word names told by what they hold, where they hold it beyond doubt. None
        if classes stand where words promise names, and no word promises values: points of classes.
        """
        names = {column.name for column in header.columns if column.path}
        is_closed = header.kind == LIST and names.isdisjoint(KEYS - {"indicator_name"})
        is_nature = NATURE in names and not names.issuperset(LEVELS)
        gives_way = not names.isdisjoint(GIVES_WAY) and "target" not in names
        if header.kind not in COMPLETED or is_closed or not ("" in names or is_nature or gives_way):
            return header
        end = self._ends(rows, header.last_row)
        columns, doubts = self._contents.assigned(rows, header.last_row, header.columns, end)
        is_other = self._kind(columns) is None and names.isdisjoint(VALUES)
        kind = self._kind(columns) or header.kind
        return None if is_other else replace(header, kind=kind, columns=columns, doubts=doubts)

    def _by_contents(self, rows: Rows, top: int) -> Header | None:
        """The header that begins in a row, or the rows without one, by what stands below it."""
        if self._heads_groups(rows, top):
            return self._judged(rows, top, top + 1, self._columns.of(rows, top, top + 1))
        if self._contents.states(rows, top) and self._knows(rows, top):
            return self._judged(rows, top, top, self._columns.of(rows, top, top))  # a class stands beside the header
        if self._contents.states(rows, top):
            if self._contents.states(rows, top - 1) or self._knows(rows, top - 1):
                return None  # the rows above belong to it, and were no header of such a table
            return self._judged(rows, top, top - 1, self._contents.columns(rows, top))
        bottom = self._lowest(rows, top)
        is_known = any(self._knows(rows, row) for row in range(top, bottom + 1))
        if bottom >= rows.grid.n_rows or not (is_known or self._contents.states_below(rows, bottom)):
            return None
        if not (self._is_mostly_known(rows, top) or self._contents.may_head(rows, top, bottom)):
            return None
        return self._judged(rows, top, bottom, self._columns.of(rows, top, bottom))

    def _of_names(self, rows: Rows, top: int) -> Header | None:
        """The header of a table that names indicators with their classes and has no column of values that words or
        contents tell: a library of indicators. What reaches below it is no column.
        """
        bottom = self._lowest(rows, top)
        if not any(self._words.name(cell.text) for row in range(top, bottom + 1) for cell in rows.printed(row)):
            return None
        columns = self._columns.of(rows, top, bottom)
        names = {column.name for column in columns if column.path}
        is_one = names >= {*LEVELS, "indicator_name"} and SIDE not in {column.name for column in columns[1:]}
        return Header(INDICATORS, top, bottom, columns) if is_one else None

    def _lowest(self, rows: Rows, top: int) -> int:
        """The last row of a header whose first is `top`: rows below it go on as long as all their cells split
        others.
        """
        bottom = top
        while bottom - top < DEEPEST and self._splits(rows, bottom + 1):
            bottom += 1
        return bottom

    def _splits(self, rows: Rows, row_no: int) -> bool:
        """Whether the cells of a row stand below wider ones, of which they say more, and may be headers."""
        printed = rows.printed(row_no)
        above = [rows.at(row_no - 1, cell.col_no) for cell in printed]
        beside = (rows.at(row_no, col) for col in rows.cols)
        return (
            len(printed) > 1
            and any(cell is not None and cell.row_no < row_no for cell in beside)
            and all(one is not None and one.col_span > cell.col_span for one, cell in zip(above, printed, strict=True))
            and self._contents.may_head(rows, row_no, row_no)
            and not self._contents.states(rows, row_no)
        )

    def _judged(self, rows: Rows, top: int, bottom: int, columns: Sequence[Column]) -> Header | None:
        n_words = sum(bool(column.name) and column.name != SIDE for column in columns)
        found, doubts = self._contents.assigned(rows, bottom, columns, self._ends(rows, bottom))
        found = self._columns.with_regions(rows, bottom, found)
        kind = None if bottom >= top and share_a_header(found) else self._kind(found)
        is_table = kind in COMPLETED and self._contents.is_table(rows, bottom, found, n_words, self._ends(rows, bottom))
        return Header(kind, top, bottom, found, doubts) if kind and is_table else None

    def _ends(self, rows: Rows, bottom: int) -> int:
        """The last row that is looked at below a header: the next known header ends its table."""
        last = min(rows.grid.n_rows, bottom + LOOKED_AT)
        return next((row - 1 for row in range(bottom + 1, last + 1) if self._knows(rows, row)), last)

    def _knows(self, rows: Rows, row_no: int) -> bool:
        """Whether a row has some headers of an indicator table. What reaches further down than headers do is none."""
        short = (cell for cell in rows.printed(row_no) if cell.row_span <= DEEPEST)
        names = [name for cell in short if (name := self._words.name(cell.text))]
        return len(names) >= SEVERAL and any(name in KEYS for name in names)

    def _is_mostly_known(self, rows: Rows, row_no: int) -> bool:
        """Whether most cells of a row are known headers of an indicator table, so that the others are headers too,
        whatever they say.
        """
        names = [self._words.name(cell.text) for cell in rows.printed(row_no)]
        known = sum(map(bool, names))
        return known > SEVERAL and known * 2 > len(names) and not KEYS.isdisjoint(names)

    def is_class(self, text: str) -> bool:
        """Whether a text is the name of an indicator class."""
        return bool(self._classes.level(text))

    def level_of(self, text: str) -> str:
        """See ClassWords.level."""
        return self._classes.level(text)

    def class_level(self, text: str) -> str | None:
        """The level of the indicator class that a text names, None if it names none."""
        return self._classes.first(text)

    def classes_of(self, header: Header, column: Column) -> dict[str, str]:
        """The classes that the headers of a column name, by level; what stands above the first is none. One that may be
        of either level is of that of those beside it.
        """
        tops = (next(self._class_texts(one), "") for one in header.columns if one.name == column.name)
        beside = {self._classes.level(text) for text in tops} - {"", BOTH}
        found: dict[str, str] = {}
        for text in self._class_texts(column):
            is_open = not found and self._classes.level(text) == BOTH and len(beside) == 1
            found |= {next(iter(beside)): text} if is_open else self._classes.named(text)
        return found

    def _class_texts(self, column: Column) -> Iterator[str]:
        """The headers of a column that name classes, from the top."""
        return filter(self._columns.names_class, column.path)

    def _reaches_down(self, rows: Rows, row_no: int) -> bool:
        """Whether headers of a row reach into the row below, so that the others may be the upper part of theirs."""
        return (
            sum(cell.row_span > 1 and self._words.name(cell.text) is not None for cell in rows.printed(row_no))
            >= SEVERAL
        )

    def _parts_into_classes(self, rows: Rows, row_no: int) -> bool:
        """Whether a row parts its columns among several classes, each over more than one, and says no more."""
        wide = [cell for cell in rows.printed(row_no) if cell.col_span > 1 and self.is_class(cell.text)]
        return len(wide) >= SEVERAL and all(cell in wide or cell.row_span > 1 for cell in rows.printed(row_no))

    def _deepened(self, rows: Rows, header: Header) -> Header:
        """The header with the rows below it that say more about its columns."""
        while self._goes_on(rows, header):
            bottom = header.last_row + 1
            header = replace(header, last_row=bottom, columns=self._columns.of(rows, header.first_row, bottom))
        return header

    def _goes_on(self, rows: Rows, header: Header) -> bool:
        row_no = header.last_row + 1
        below = rows.printed(row_no)
        if not below or row_no - header.first_row == DEEPEST:
            return False
        if self._heads_groups(rows, row_no) or self._heads_groups(rows, header.last_row):
            return True
        if any(column.name == "class" for column in header.columns):
            return all(self._under_class(header, cell) for cell in below) or self._parts_all(rows, row_no, below)
        if self._is_header_row(rows, row_no):
            return self._kind(self._columns.of(rows, row_no, row_no)) is None or row_no == header.first_row + 1
        return self._splits(rows, row_no) or all(self._splits_values(rows, header, cell) for cell in below)

    def _parts_all(self, rows: Rows, row_no: int, below: Sequence[Cell]) -> bool:
        """Whether the cells of a row each part a wider one above, classes and sums of money alike, and have headers
        among them: 三级指标 | 指标值.
        """
        above = [rows.at(row_no - 1, cell.col_no) for cell in below]
        parts = all(one and one.col_span > cell.col_span for one, cell in zip(above, below, strict=True))
        return parts and any(self._says_header(cell.text) for cell in below)

    def _heads_groups(self, rows: Rows, row_no: int) -> bool:
        """Whether a row names classes, each above several headers, beside what reaches down: 产出指标 | 效益指标."""
        printed = [cell for cell in rows.printed(row_no) if cell.row_span == 1]
        return len(printed) >= SEVERAL and all(self._heads_group(rows, cell) for cell in printed)

    def _heads_group(self, rows: Rows, cell: Cell) -> bool:
        below = rows.beginning(cell.row_no + cell.row_span, range(cell.col_no, cell.col_no + cell.col_span))
        is_wide = len(below) > 1 and bool(self._classes.named(cell.text))
        return is_wide and any(self._words.name(one.text) in VALUES for one in below)

    def _splits_values(self, rows: Rows, header: Header, cell: Cell) -> bool:
        """Whether a cell stands below a value header that spans it and more: it says which value its column holds."""
        above = rows.at(header.last_row, cell.col_no)
        return bool(above and above.col_span > cell.col_span and self._words.name(above.text) in OF_A_YEAR)

    def _under_class(self, header: Header, cell: Cell) -> bool:
        column = header.column_at(cell.col_no)
        return column is not None and column.name == "class"

    def _is_header_row(self, rows: Rows, row_no: int) -> bool:
        printed = rows.printed(row_no)
        return bool(printed) and all(cell.row_span > 1 or self._says_header(cell.text) for cell in printed)

    def _says_header(self, text: str) -> bool:
        return bool(
            self._words.name(text) or self._columns.said("header_group", text) or self._columns.said("grade", text)
        )

    def _kind(self, columns: tuple[Column, ...]) -> str | None:
        """The first kind of `[tables.*]` all of whose needed columns are there. What states indicators or sums may have
        points too, and is of no kind for these.
        """
        names = {column.name for column in columns}
        kind = next((table.kind or table.name for table in self._tables if names.issuperset(table.needs)), None)
        is_other = kind == POINTS and (not KEYS.isdisjoint(names) or any(map(self._columns.is_of_money, columns)))
        return None if is_other else kind
