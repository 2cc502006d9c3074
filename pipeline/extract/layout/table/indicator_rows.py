"""The rows below the header of a table of indicators: those that state one, those that head others, and remarks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise

from pipeline.extract.layout.header.columns import CLASSES, LEVELS, LIST, SIDE, Column, Header
from pipeline.extract.layout.header.headers import HeaderReader
from pipeline.extract.layout.header.levels import cut_in_two, enter
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.table.class_columns import CLASS
from pipeline.extract.layout.table.indicator_table import Block, IndicatorRow, blocks, is_group, read_row
from pipeline.extract.layout.table.itemized import Itemized
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Address, Cell
from pipeline.model.reading import RawValue
from pipeline.rules.kinds.rulebook import Rulebook

WORDS = "qualitative"
"""What the column of signs may say of a value: that it is of words."""


class IndicatorRows:
    """Reads rows as indicators by the columns of a header."""

    def __init__(self, rules: Rulebook, headers: HeaderReader):
        self._headers, self._text = headers, rules.layouts.text
        self._columns = {rule.name: rule for rule in rules.layouts.columns}
        self._itemized = Itemized(self._text["listed_item"], self._is_unfilled)

    def read(self, rows: Rows, header: Header, row_nos: Sequence[int]) -> tuple[list[IndicatorRow], dict[Address, str]]:
        """The indicators that some rows below a header state, block by block, and the roles of the cells."""
        indicators: list[IndicatorRow] = []
        roles: dict[Address, str] = {}
        others: dict[Address, str] = {}
        silent: set[Address] = set()
        for block_no, block in enumerate(self._blocks(rows, header, row_nos), 1):
            found = list(self._block_rows(rows, header, block_no, block, row_nos))
            groups = {one.row_no for one, below in pairwise(found) if is_group(one, below)}
            roles |= {rows.address(cell): "caption" for row_no in groups for cell in rows.printed(row_no)}
            indicators += [one for one in found if one.row_no not in groups]
            without = set(row_nos) - {one.row_no for one in found}
            silent |= {rows.address(cell) for cell in self._stated_in(rows, block, without)}
            others |= self._unfilled(rows, block, without)
            others |= {rows.address(cell): "target" for one in found for cell in self._words(rows, block, one)}
        indicators = list(self._parted(indicators))
        stating = {one.row_no for one in indicators}
        silent = {address for address in silent if address.row_no in stating}
        by_columns = self._all_roles(rows, header, row_nos, stating)
        roles |= {address: role for address, role in by_columns.items() if address not in silent} | others
        known = roles.keys() | silent
        left = (cell for row_no in row_nos for cell in rows.printed(row_no) if rows.address(cell) not in known)
        return indicators, roles | dict(self._reaching(rows, header, left, stating))

    def _unfilled(self, rows: Rows, block: Block, row_nos: Iterable[int]) -> dict[Address, str]:
        """What a template left as it was, in the names and values of a block that states no indicator in some rows."""
        cells = self._stated_in(rows, block, row_nos)
        return {rows.address(cell): "caption" for cell in cells if self._is_unfilled(cell.text)}

    def _stated_in(self, rows: Rows, block: Block, row_nos: Iterable[int]) -> Iterator[Cell]:
        """The cells of some rows in the names and values of a block. Nobody reads those of rows in which it states no
        indicator, though another block may.
        """
        columns = [*block.values, *(block.texts[name] for name in ("indicator_name",) if name in block.texts)]
        yield from (cell for row_no in row_nos for one in columns for cell in rows.beginning(row_no, one.cols))

    def _parted(self, indicators: Sequence[IndicatorRow]) -> Iterator[IndicatorRow]:
        """The indicators, those apart that share the cells of a row: these are counted on through the whole row."""
        parts = [list(self._itemized.parted(one)) for one in indicators]
        shared = {one.row_no for one, own in zip(indicators, parts, strict=True) if len(own) > 1}
        counted: Counter[int] = Counter()
        for one in chain.from_iterable(parts):
            counted[one.row_no] += 1
            yield replace(one, block_no=counted[one.row_no]) if one.row_no in shared else one

    def _all_roles(self, rows: Rows, header: Header, row_nos: Sequence[int], stating: set[int]) -> dict[Address, str]:
        """The roles of the cells of some rows, those above the last `stating` indicators as headings of these."""
        found: dict[Address, str] = {}
        headings: dict[Address, str] = {}
        for row_no in row_nos:
            head = self.heading(rows, header, row_no)
            roles = {rows.address(head): "level"} if head else self.roles(rows, header, row_no, row_no in stating)
            if row_no in stating:
                found |= headings | roles
                headings = {}
            elif self._is_heading(rows, header, row_no):
                headings |= roles
            else:
                unfilled = (cell for cell in rows.printed(row_no) if self._is_unfilled(cell.text))
                found |= {rows.address(cell): "caption" for cell in unfilled} | roles
        return found

    def _block_rows(
        self, rows: Rows, header: Header, block_no: int, block: Block, row_nos: Iterable[int]
    ) -> Iterator[IndicatorRow]:
        for row_no in row_nos:
            if head := self.heading(rows, header, row_no):
                enter(block.last, self._headers.class_level(head.text), head.text)
            elif one := read_row(rows, block_no, block, row_no, self._is_unfilled, self._headers.level_of):
                yield replace(one, values=tuple(map(self._worded, one.values)))

    def _worded(self, value: RawValue) -> RawValue:
        """A value of words stands in the column of units where the one of signs says that it is of words and its own is
        blank: 文字描述 | | 有效减轻.
        """
        is_blank = not value.text.strip()
        return replace(value, text=value.unit, unit="") if is_blank and self._says_words(value.operator) else value

    def _words(self, rows: Rows, block: Block, row: IndicatorRow) -> Iterator[Cell]:
        """The cells in the columns of units that hold the words of a row's values."""
        words = {value.text for value in row.values if self._says_words(value.operator)}
        for column in block.beside:
            yield from (cell for cell in rows.beginning(row.row_no, column.cols) if cell.text in words)

    def _says_words(self, sign: str) -> bool:
        return any(rule.field == WORDS and rule.pattern.search(plain(sign)) for rule in self._text["nature"])

    def heading(self, rows: Rows, header: Header, row_no: int) -> Cell | None:
        """The cell that is all a row prints, names a class, and heads the rows below: it stands where no class has a
        column, or runs over others.
        """
        printed = rows.printed(row_no)
        if header.kind == CLASSES or len(printed) != 1 or self._headers.class_level(printed[0].text) is None:
            return None
        under = header.columns_under(printed[0])
        has_levels = any(column.name in LEVELS for column in header.columns)
        return None if under.issubset(LEVELS) or (has_levels and len(under) == 1) else printed[0]

    def _is_unfilled(self, text: str) -> bool:
        """Whether a cell holds no more than what a template prints for more indicators, as one text or in each line."""
        rules, lines = self._text["unfilled"], [line for line in text.split("\n") if line.strip()]
        return any(rule.pattern.search(plain(text)) for rule in rules) or (
            len(lines) > 1 and all(self._is_unfilled(line) for line in lines)
        )

    def _is_heading(self, rows: Rows, header: Header, row_no: int) -> bool:
        """Whether a row that states no indicator is a heading of the rows below, or a remark if none follow: one of
        its cells runs from the levels over other columns.
        """
        under = [header.columns_under(cell) for cell in rows.printed(row_no)]
        return any(names.intersection(LEVELS) and names.difference(LEVELS, ("", SIDE)) for names in under)

    def _blocks(self, rows: Rows, header: Header, row_nos: Sequence[int]) -> list[Block]:
        """The header's blocks. Where several stand side by side without saying of when, what stands above them does."""
        found = blocks(header)
        for block in found:
            for column in (block.texts[name] for name in LEVELS if name in block.texts):
                block.halves |= cut_in_two(rows, column, row_nos, self._headers.level_of)
            block.last |= {
                level: name for one in block.values for level, name in self._headers.classes_of(header, one).items()
            }
        for block in found if len(found) > 1 else ():
            block.values = [
                column if column.period else replace(column, period=self._headers.period_above(rows, header, column))
                for column in block.values
            ]
        return found

    def roles(self, rows: Rows, header: Header, row_no: int, whole: bool = True) -> dict[Address, str]:
        """The roles of a row's cells by their columns. A row that states nothing only gives levels and labels."""
        roles = {rows.address(cell): self._role(header, cell) for cell in rows.printed(row_no)}
        return {address: role for address, role in roles.items() if role and (whole or role in ("level", "label"))}

    def _reaching(
        self, rows: Rows, header: Header, cells: Iterable[Cell], stating: set[int]
    ) -> Iterator[tuple[Address, str]]:
        """The roles of cells that reach into the rows that state indicators, or there into a column that is known: they
        are read there.
        """
        for cell in cells:
            if not stating.isdisjoint(range(cell.row_no, cell.row_no + cell.row_span)):
                roles = (self._role_in(header, column) for column in header.columns_over(cell))
                yield from ((rows.address(cell), role) for role in islice(filter(None, roles), 1))

    def _role(self, header: Header, cell: Cell) -> str | None:
        column = header.column_at(cell.col_no)
        return self._role_in(header, column) if column else None

    def _role_in(self, header: Header, column: Column) -> str | None:
        """The role of what stands in a column, if it has a name."""
        if not column.name or (column.name == CLASS and header.kind not in (CLASSES, LIST)):
            return None
        return "label" if column.name == SIDE else self._columns[column.name].role
