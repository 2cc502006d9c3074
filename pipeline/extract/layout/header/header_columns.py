"""The columns of a header: what its words say, alone, together with the label beside them, and by where they stand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extract.layout.header.below_headers import with_names, with_points, with_signs
from pipeline.extract.layout.header.by_content import ContentReader
from pipeline.extract.layout.header.classes import ClassWords
from pipeline.extract.layout.header.columns import EARLIER, REPEATED, SIDE, UNKNOWN, VALUES, Column, Header
from pipeline.extract.layout.header.list_columns import AMOUNT, UNIT, ListColumns
from pipeline.extract.layout.header.regions import Regions
from pipeline.extract.layout.header.years_before import of_their_year
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.header_words import WORD, HeaderWords
from pipeline.extract.layout.words.labels import REMEMBERED, plain, readings
from pipeline.model.document import Cell
from pipeline.rules.kinds.rulebook import Rulebook

DEEPEST = 4
"""Rows of the deepest header that is looked for."""
STANDARD = "standard"
GRADED = ("", STANDARD)
"""Columns that hold targets where they stand under the names of grades: what a value must be to be good or fair."""
SEVERAL = 2
"""Classes from which on they head columns of their own."""


class HeaderColumns:
    """Names the columns below a header."""

    def __init__(self, rules: Rulebook, words: HeaderWords, classes: ClassWords, contents: ContentReader):
        self._words, self._classes, self._contents = words, classes, contents
        self._lists = ListColumns(rules, classes, contents)
        self.is_of_money = self._lists.is_of_money
        self._text = rules.layouts.text
        self.said = lru_cache(maxsize=REMEMBERED)(self._said)
        self._named = lru_cache(maxsize=REMEMBERED)(self._named_by)
        self._regions = Regions(lambda text: bool(self.said("region", text)), self._is_known)

    def of(self, rows: Rows, top: int, bottom: int) -> tuple[Column, ...]:
        """The columns of a header from row `top` to row `bottom`, by its words."""
        found: list[Column] = []
        for col in rows.cols:
            above = dict.fromkeys(cell for row in range(top, bottom + 1) if (cell := rows.at(row, col)))
            # What began in the rows before belongs to them, unless it stands beside this table as well.
            cells = tuple(cell for cell in above if cell.row_no >= top or self._is_side_label(cell, bottom))
            column = self._column(cells, bottom, range(col, col + 1))
            if found and column.path and column.path == found[-1].path:
                found[-1] = replace(found[-1], cols=range(found[-1].cols.start, col + 1))
            else:
                found.append(column)
        found = self._with_region(
            rows, bottom, self._beside_classes(self._specific(self._with_side(self._in_groups(self._graded(found)))))
        )
        found = of_their_year(self._lists.named(rows, bottom, self._told_below(rows, bottom, found)))
        return self.with_regions(rows, bottom, found)

    def with_regions(self, rows: Rows, bottom: int, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Columns with the regions and the times that their values are of."""
        return self._with_periods(self._regions.assigned(rows, bottom, columns))

    def _column(self, cells: tuple[Cell, ...], bottom: int, cols: range) -> Column:
        """A column by the headers above it; the lowest that is known names it, those around it say for what."""
        path = tuple(cell.text.strip() for cell in cells if not cell.is_blank)
        if any(self._is_side_label(cell, bottom) for cell in cells):
            return Column(SIDE, cols, path)
        name, said = self._named(path)
        return Column(name, cols, path, **said)

    def _named_by(self, path: tuple[str, ...]) -> tuple[str, dict[str, str]]:
        """The name of a column by the texts above it, and what else they say of it."""
        if path and any(map(self.names_class, path)) and not self._words.is_whole(path[-1]):
            return "class", {}
        said = [found for text in reversed(path) if (found := self._words.told(text))[0]]
        values = [found for found in said if found[0] in VALUES]
        # A sum below a header of values is one of these: 指标值 above 数额.
        name, source = (values if values and said[0][0] == AMOUNT else said or [("", WORD)])[0]
        grade = self._first("grade", path if name in VALUES else path[-1:] if name in GRADED else ())
        name = "target" if grade and name in GRADED else name
        name = EARLIER if name in VALUES and any(map(self._words.says_before, path)) else name
        if path and not name and not self._words.says_otherwise(path[-1]):
            source = UNKNOWN
        year = max(map(self._words.year, path), default="")
        return name, {"period": self._first("period", path), "grade": grade, "source": source, "year": year}

    def names_class(self, header: str) -> bool:
        """Whether a header names a class, or one and that below it, and is not known as a header."""
        return bool(self._classes.named(header)) and not self._words.is_whole(header)

    def class_level(self, header: str) -> str | None:
        """The level of the class that a header names, None if it names none or is known as a header."""
        level = self._classes.first(header)
        return level if level and not self._words.is_whole(header) else None

    def _with_side(self, columns: list[Column]) -> list[Column]:
        """The columns whose headers say what they are only together with the label beside the table: 重点工作任务 |
        名称.
        """
        side = next((text for column in columns if column.name == SIDE for text in column.path), "")
        if not side:
            return columns
        return [column if column.name or not column.path else self._told(side, column) for column in columns]

    def _told(self, side: str, column: Column) -> Column:
        name, source = self._words.told(plain(side) + plain(column.path[-1]))
        return replace(column, name=name, source=source) if name else column

    def _beside_classes(self, columns: list[Column]) -> list[Column]:
        """The columns, those under one header with several classes as columns of a class too: what stands above all of
        them names none.
        """
        classes = Counter(column.path[:-1] for column in columns if column.name == "class")
        return [
            replace(column, name="class", source="content")
            if column.name != "class"
            and len(column.path) > 1
            and classes[column.path[:-1]] >= SEVERAL
            and not self._words.name(column.path[-1])
            and not self._words.says_otherwise(column.path[-1])
            else column
            for column in columns
        ]

    def _in_groups(self, columns: list[Column]) -> list[Column]:
        """The columns, those beside values below a class as what these are values of: the class is that of all, and one
        such column alone holds the names.
        """
        valued = {column.path[:-1] for column in columns if column.name in VALUES}
        beside = [
            one.path[:-1] in valued and one.name == "class" and not self.names_class(one.path[-1]) for one in columns
        ]
        times = Counter(column.path[:-1] for column, is_one in zip(columns, beside, strict=True) if is_one)
        found = []
        for column, is_one in zip(columns, beside, strict=True):
            is_name = times[column.path[:-1]] == 1
            name, source = ("indicator_name", "content") if is_name else ("", UNKNOWN)
            found.append(replace(column, name=name, source=source) if is_one else column)
        return found

    def _graded(self, columns: list[Column]) -> list[Column]:
        """The columns, those that part a standard as what they hold: each says what a value must be for its grade, or
        they are not known.
        """
        parts = Counter(column.path[:-1] for column in columns if column.name == STANDARD)
        return [
            replace(column, name="", grade=column.path[-1], source=UNKNOWN)
            if column.name == STANDARD
            and len(column.path) > 1
            and parts[column.path[:-1]] >= SEVERAL
            and not self._words.name(column.path[-1])
            else column
            for column in columns
        ]

    def _with_region(self, rows: Rows, bottom: int, columns: list[Column]) -> list[Column]:
        """The columns of a header that names several classes beside a column of names, which are those of regions."""
        names = [column.name for column in columns]
        if not self._heads_columns(columns) or "region" in names or "project_name" in names:
            return columns
        below = (rows.at(bottom + 1, column.cols.start) for column in columns if column.name == "class")
        if any(cell is None or (cell.row_no > bottom and self._classes.level(cell.text)) for cell in below):
            return columns  # a row of indicators, and more of them below
        for at, column in enumerate(columns[: names.index("class")]):
            if column.name in ("", UNIT) and column.path and self._contents.names_things(rows, bottom, column):
                return [*columns[:at], replace(column, name="region", source="content"), *columns[at + 1 :]]
        return columns

    def _heads_columns(self, columns: Sequence[Column]) -> bool:
        """Whether classes head columns of their own: several, and not just a class with the one below it, as in a row
        of indicators.
        """
        levels = [self._classes.level(column.path[-1]) for column in columns if column.name == "class"]
        return len(levels) > SEVERAL or (len(levels) == SEVERAL and levels[0] == levels[1])

    def _told_below(self, rows: Rows, bottom: int, columns: list[Column]) -> list[Column]:
        """The columns under the names that what stands below their headers gives them."""
        named = with_names(rows, bottom, columns, self._classes.first)
        signed = with_signs(named, lambda column: self._contents.holds_signs(rows, bottom, column))
        return with_points(
            signed, self._words.name, lambda column: self._contents.holds_all_points(rows, bottom, column)
        )

    def _specific(self, columns: list[Column]) -> list[Column]:
        """Of columns of one name under different headers only those under the foremost wording of the rules keep it,
        the others are what their parts say besides. Under the same header they are columns of several blocks.
        """
        ranks: dict[str, set[int]] = {}
        for column in columns:
            if column.name in REPEATED:
                ranks.setdefault(column.name, set()).add(self._words.rank(column.path))
        return [
            replace(column, name=self._words.instead(column.path[-1], column.name))
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
        return tuple(
            replace(column, period=said[column.name]) if not column.period and said.get(column.name) else column
            for column in columns
        )

    def _said(self, what: str, text: str) -> str:
        """What a text says by the patterns of `[[text.*]]`: the rule's field, or empty."""
        found = (
            rule.field or label for label in readings(text) for rule in self._text[what] if rule.pattern.search(label)
        )
        return next(found, "")

    def _is_known(self, text: str) -> bool:
        return bool(
            self._words.name(text) or any(self.said(what, text) for what in ("header_group", "grade", "period"))
        )

    def _is_side_label(self, cell: Cell, bottom: int) -> bool:
        """A cell beside the table, not above a column: it reaches below the header and names no column."""
        if cell.row_no + cell.row_span - 1 <= bottom:
            return False
        names = self._words.is_whole(cell.text) and not self.said("header_group", cell.text)
        return not (names or (self._classes.level(cell.text) and cell.row_span <= DEEPEST))

    def _first(self, what: str, texts: Iterable[str]) -> str:
        return next((said for text in reversed(list(texts)) if (said := self.said(what, text))), "")

    def period_above(self, rows: Rows, header: Header, column: Column) -> str:
        """Of when the nearest label above a header, in the same column, says that it is."""
        for row_no in range(header.first_row - 1, 0, -1):
            cell = rows.at(row_no, column.cols.start)
            if cell and not cell.is_blank and (period := self.said("period", cell.text)):
                return period
        return ""
