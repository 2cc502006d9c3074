"""Header rows of tables: what stands in each column, told by the headers above it from the lowest up.

A header may take several rows. Where columns say no more than which year, county or grade their values are
for, the header above them says what the values are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract.layout.by_content import ContentReader
from pipeline.extract.layout.classes import ClassWords
from pipeline.extract.layout.columns import (
    CLASSES,
    LEVELS,
    LIST,
    LOOKED_AT,
    REPEATED,
    SIDE,
    UNKNOWN,
    VALUES,
    Column,
    Header,
)
from pipeline.extract.layout.header_words import WORD, HeaderWords
from pipeline.extract.layout.labels import plain, readings
from pipeline.extract.layout.regions import Regions
from pipeline.extract.layout.rows import Rows
from pipeline.model.document import Cell
from pipeline.rules.kinds.rulebook import Rulebook

DEEPEST = 4
"""Rows of the deepest header that is looked for."""
COMPLETED = ("indicators", LIST)
"""Kinds of tables whose columns may be told by what they hold."""
NATURE = "nature"
"""A column that may hold the classes where no other does: 指标类型 over 产出类指标."""
KEYS = frozenset({*LEVELS, "indicator_name", "target", "operator", "actual"})
"""Columns that only tables of indicators have."""
SEVERAL = 2
"""Tall headers from which on a row is believed to be one of headers, whatever else stands in it."""


class HeaderReader:
    """Finds headers by the wordings of `rules/data/layouts/layouts.toml` and the indicator classes of `rules/taxonomy.csv`."""

    def __init__(self, rules: Rulebook):
        layouts = rules.layouts
        self._words, self._classes = HeaderWords(rules), ClassWords(rules)
        self._contents = ContentReader(rules, self._classes, self._words)
        self._tables, self._text = layouts.tables, layouts.text
        self._regions = Regions(lambda text: bool(self._said("region", text)), self._is_known)

    def read(self, rows: Rows, top: int, below_header: bool = False) -> Header | None:
        """The header whose first row is `top`, or None if none begins there. Below another header only words make one:
        what the rows hold speaks for that one.
        """
        found = self._by_words(rows, top)
        if found:
            return self._completed(rows, found)
        return None if below_header else self._by_contents(rows, top)

    def _by_words(self, rows: Rows, top: int) -> Header | None:
        for bottom in range(top, min(top + DEEPEST, rows.grid.n_rows + 1)):
            columns = self._columns(rows, top, bottom)
            if kind := self._kind(columns):
                header = self._deepened(rows, Header(kind, top, bottom, columns))
                return self._with_classes(rows, header) if self._kind(header.columns) else None
            if not (self._is_header_row(rows, bottom) or self._reaches_down(rows, bottom)):
                return None
        return None

    def _completed(self, rows: Rows, header: Header) -> Header:
        """The header with the columns that no word names told by what they hold, where they hold it beyond doubt."""
        names = {column.name for column in header.columns if column.path}
        is_closed = header.kind == LIST and names.isdisjoint(KEYS - {"indicator_name"})
        if (
            header.kind not in COMPLETED
            or is_closed
            or not ("" in names or (NATURE in names and names.isdisjoint(LEVELS)))
        ):
            return header
        end = self._ends(rows, header.last_row)
        columns, doubts = self._contents.assigned(rows, header.last_row, header.columns, end)
        return replace(header, columns=columns, doubts=doubts)

    def _by_contents(self, rows: Rows, top: int) -> Header | None:
        """The header that begins in a row, or the rows without one, by what stands below it."""
        if self._contents.states(rows, top):
            if self._contents.states(rows, top - 1) or self._knows(rows, top - 1):
                return None  # the rows above belong to it, and were no header of such a table
            return self._judged(rows, top, top - 1, self._contents.columns(rows, top))
        bottom = self._lowest(rows, top)
        if bottom >= rows.grid.n_rows or not self._contents.may_head(rows, top, bottom):
            return None
        if not (
            self._contents.states(rows, bottom + 1) or any(self._knows(rows, row) for row in range(top, bottom + 1))
        ):
            return None
        return self._judged(rows, top, bottom, self._columns(rows, top, bottom))

    def _lowest(self, rows: Rows, top: int) -> int:
        """The last row of a header whose first is `top`: rows below it go on as long as all their cells split others."""
        bottom = top
        while bottom - top < DEEPEST and self._splits(rows, bottom + 1):
            bottom += 1
        return bottom

    def _splits(self, rows: Rows, row_no: int) -> bool:
        """Whether the cells of a row stand below wider ones, of which they say more, and may be headers."""
        printed = rows.printed(row_no)
        above = [rows.at(row_no - 1, cell.col_no) for cell in printed]
        beside = (rows.at(row_no, col) for col in range(1, rows.grid.n_cols + 1))
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
        found = self._with_periods(self._regions.assigned(rows, bottom, found))
        kind = self._kind(found)
        is_table = kind in COMPLETED and self._contents.is_table(rows, bottom, found, n_words, self._ends(rows, bottom))
        return Header(kind, top, bottom, found, doubts) if kind and is_table else None

    def _ends(self, rows: Rows, bottom: int) -> int:
        """The last row that is looked at below a header: the next known header ends its table."""
        last = min(rows.grid.n_rows, bottom + LOOKED_AT)
        return next((row - 1 for row in range(bottom + 1, last + 1) if self._knows(rows, row)), last)

    def _knows(self, rows: Rows, row_no: int) -> bool:
        """Whether a row has some headers of an indicator table."""
        names = [name for cell in rows.printed(row_no) if (name := self._words.name(cell.text))]
        return len(names) >= SEVERAL and any(name in KEYS for name in names)

    def is_class(self, text: str) -> bool:
        """Whether a text is the name of an indicator class."""
        return bool(self._classes.level(text))

    def class_level(self, text: str) -> str | None:
        """The level of the indicator class that a text names, None if it names none."""
        return self._classes.first(text)

    def _reaches_down(self, rows: Rows, row_no: int) -> bool:
        """Whether headers of a row reach into the row below, so that the others may be the upper part of theirs."""
        return (
            sum(cell.row_span > 1 and self._words.name(cell.text) is not None for cell in rows.printed(row_no))
            >= SEVERAL
        )

    def _with_classes(self, rows: Rows, header: Header) -> Header:
        """The header with levels of their own where one header stands above classes and names together."""
        names = [column for column in header.columns if column.name == "indicator_name"]
        if len(names) != 1 or len(names[0].cols) == 1 or any(column.name in LEVELS for column in header.columns):
            return header
        whole, below = names[0], range(header.last_row + 1, min(rows.grid.n_rows, header.last_row + LOOKED_AT) + 1)
        levels: list[Column] = []
        for col, level in zip(whole.cols[:-1], LEVELS, strict=False):
            texts = [
                cell.text for row in below if (cell := rows.at(row, col)) and cell.col_span == 1 and cell.text.strip()
            ]
            if not texts or not all(map(self.is_class, texts)):
                break
            levels.append(replace(whole, name=level, cols=range(col, col + 1)))
        own = replace(whole, cols=range(whole.cols.start + len(levels), whole.cols.stop))
        at = header.columns.index(whole)
        return replace(header, columns=(*header.columns[:at], *levels, own, *header.columns[at + 1 :]))

    def _with_names(self, rows: Rows, bottom: int, columns: list[Column]) -> list[Column]:
        """The columns of a header that names two levels of indicators and no third: where classes of level 2 stand
        below the first, the names stand below the second.
        """
        names = [column.name for column in columns]
        if "indicator_name" in names or not {*LEVELS, "target"}.issubset(names):
            return columns
        first = columns[names.index("level1")]
        below = range(bottom + 1, min(rows.grid.n_rows, bottom + LOOKED_AT) + 1)
        texts = [cell.text for row in below if (cell := rows.at(row, first.cols.start)) and cell.col_no in first.cols]
        levels = [self.class_level(text) for text in texts if text.strip()]
        if not levels or any(level != "2" for level in levels):
            return columns
        own = {"level1": "level2", "level2": "indicator_name"}
        return [replace(column, name=own.get(column.name, column.name)) for column in columns]

    def _deepened(self, rows: Rows, header: Header) -> Header:
        """The header with the rows below it that say more about its columns."""
        while self._goes_on(rows, header):
            bottom = header.last_row + 1
            header = replace(header, last_row=bottom, columns=self._columns(rows, header.first_row, bottom))
        return header

    def _goes_on(self, rows: Rows, header: Header) -> bool:
        row_no = header.last_row + 1
        below = rows.printed(row_no)
        if not below or row_no - header.first_row == DEEPEST:
            return False
        if header.kind == CLASSES:
            return all(self._under_class(header, cell) for cell in below)
        if self._is_header_row(rows, row_no):
            return self._kind(self._columns(rows, row_no, row_no)) is None or row_no == header.first_row + 1
        return self._splits(rows, row_no) or all(self._splits_values(rows, header, cell) for cell in below)

    def _splits_values(self, rows: Rows, header: Header, cell: Cell) -> bool:
        """Whether a cell stands below a value header that spans it and more: it says which value its column holds."""
        above = rows.at(header.last_row, cell.col_no)
        return bool(above and above.col_span > cell.col_span and self._words.name(above.text) in VALUES)

    def _under_class(self, header: Header, cell: Cell) -> bool:
        column = header.column_at(cell.col_no)
        return column is not None and column.name == "class"

    def _is_header_row(self, rows: Rows, row_no: int) -> bool:
        printed = rows.printed(row_no)
        return bool(printed) and all(cell.row_span > 1 or self._says_header(cell.text) for cell in printed)

    def _says_header(self, text: str) -> bool:
        return bool(self._words.name(text) or self._said("header_group", text) or self._said("grade", text))

    def _said(self, what: str, text: str) -> str:
        """What a text says by the patterns of `[[text.*]]`: the rule's field, or empty."""
        found = (
            rule.field or label for label in readings(text) for rule in self._text[what] if rule.pattern.search(label)
        )
        return next(found, "")

    def _kind(self, columns: tuple[Column, ...]) -> str | None:
        """The first kind of `[tables.*]` all of whose needed columns are there."""
        names = {column.name for column in columns}
        return next((table.kind or table.name for table in self._tables if names.issuperset(table.needs)), None)

    def _columns(self, rows: Rows, top: int, bottom: int) -> tuple[Column, ...]:
        found: list[Column] = []
        for col in range(1, rows.grid.n_cols + 1):
            above = dict.fromkeys(cell for row in range(top, bottom + 1) if (cell := rows.at(row, col)))
            # What began in the rows before belongs to them, unless it stands beside this table as well.
            cells = tuple(cell for cell in above if cell.row_no >= top or self._is_side_label(cell, bottom))
            column = self._column(cells, bottom, range(col, col + 1))
            if found and column.path and column.path == found[-1].path:
                found[-1] = replace(found[-1], cols=range(found[-1].cols.start, col + 1))
            else:
                found.append(column)
        found = self._with_region(rows, bottom, self._specific(self._with_side(found)))
        found = self._with_names(rows, bottom, found)
        return self._with_periods(self._regions.assigned(rows, bottom, found))

    def _with_region(self, rows: Rows, bottom: int, columns: list[Column]) -> list[Column]:
        """The columns of a header that names several classes beside a column of names, which are those of regions."""
        names = [column.name for column in columns]
        if names.count("class") < SEVERAL or "region" in names or "project_name" in names:
            return columns
        below = (rows.at(bottom + 1, column.cols.start) for column in columns if column.name == "class")
        if any(cell is None or (cell.row_no > bottom and self.is_class(cell.text)) for cell in below):
            return columns  # a row of indicators, and more of them below
        for at, column in enumerate(columns[: names.index("class")]):
            if not column.name and column.path and self._contents.names_things(rows, bottom, column):
                return [*columns[:at], replace(column, name="region", source="content"), *columns[at + 1 :]]
        return columns

    def _with_side(self, columns: list[Column]) -> list[Column]:
        """The columns whose headers say what they are only together with the label beside the table: 重点工作任务 | 名称."""
        side = next((text for column in columns if column.name == SIDE for text in column.path), "")
        if not side:
            return columns
        return [column if column.name or not column.path else self._told(side, column) for column in columns]

    def _told(self, side: str, column: Column) -> Column:
        name, source = self._words.told(plain(side) + plain(column.path[-1]))
        return replace(column, name=name, source=source) if name else column

    def _column(self, cells: tuple[Cell, ...], bottom: int, cols: range) -> Column:
        """A column by the headers above it; the lowest that is known names it, those around it say for what."""
        path = tuple(cell.text.strip() for cell in cells if not cell.is_blank)
        if any(self._is_side_label(cell, bottom) for cell in cells):
            return Column(SIDE, cols, path)
        if any(self._classes.level(text) for text in path) and not self._words.is_whole(path[-1]):
            return Column("class", cols, path)
        name, source = next((found for text in reversed(path) if (found := self._words.told(text))[0]), ("", WORD))
        grade = self._first("grade", path[-1:] if not name else path if name in VALUES else ())
        name = name or ("target" if grade else "")
        if path and not name and not self._words.says_otherwise(path[-1]):
            source = UNKNOWN
        return Column(name, cols, path, self._first("period", path), grade, source=source)

    def _is_known(self, text: str) -> bool:
        return bool(
            self._words.name(text) or any(self._said(what, text) for what in ("header_group", "grade", "period"))
        )

    def _is_side_label(self, cell: Cell, bottom: int) -> bool:
        """A cell beside the table, not above a column: it reaches below the header and names no column."""
        reaches_below = cell.row_no + cell.row_span - 1 > bottom
        names = self._words.is_whole(cell.text) and not self._said("header_group", cell.text)
        return reaches_below and not (names or self._classes.level(cell.text))

    def _first(self, what: str, texts: Iterable[str]) -> str:
        return next((said for text in reversed(list(texts)) if (said := self._said(what, text))), "")

    def _specific(self, columns: list[Column]) -> list[Column]:
        """Of columns of one name under different headers only those under the foremost wording of the rules keep it.
        Under the same header they are columns of several blocks.
        """
        ranks: dict[str, set[int]] = {}
        for column in columns:
            if column.name in REPEATED:
                ranks.setdefault(column.name, set()).add(self._words.rank(column.path))
        return [
            replace(column, name="")
            if column.name in ranks and self._words.rank(column.path) > min(ranks[column.name])
            else column
            for column in columns
        ]

    def _with_periods(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """A label beside the table says of when all its values are; an actual value is of when its target is."""
        beside = self._first("period", [text for column in columns if column.name == SIDE for text in column.path])
        targets = {column.period or beside for column in columns if column.name == "target"}
        actual = targets.pop() if len(targets) == 1 else beside
        said = {"target": beside, "actual": actual}
        return tuple(replace(column, period=column.period or said.get(column.name, "")) for column in columns)

    def period_above(self, rows: Rows, header: Header, column: Column) -> str:
        """Of when the nearest label above a header, in the same column, says that it is."""
        for row_no in range(header.first_row - 1, 0, -1):
            cell = rows.at(row_no, column.cols.start)
            if cell and not cell.is_blank and (period := self._said("period", cell.text)):
                return period
        return ""
