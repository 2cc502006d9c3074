"""Lists of projects with their sums, which state no targets: 项目支出预算表 beside 项目支出绩效目标表."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.layout.amounts import amount
from pipeline.extract.layout.captions import Captions
from pipeline.extract.layout.form.fields import AMOUNT_UNIT, MONEY
from pipeline.extract.layout.rows import Rows, joined
from pipeline.extract.layout.words.field_labels import AMOUNTS, TOTAL, FieldLabels, unit_in
from pipeline.extract.layout.words.labels import plain, unnumbered
from pipeline.model.document import Address, Cell, Grid
from pipeline.model.reading import FormField
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

LISTED = "listed"
"""How a sum was known that stands in a list elsewhere in the document, in the row of the project's name."""
NAME = "project_name"
UNITS = frozenset({"unit", "implementing_unit", "listed_unit", "whole_department"})
"""Fields that name whose a project is."""
FEWEST = 2
"""Headers of such a list at least: names and sums."""
MONEY_HEADS = frozenset({"money", "sum", "figure"})
"""Heads of labels that may be of money though their other parts are not known: 核定金额."""
OF_NAMES = re.compile("[、/()]")
"""What parts the things that one header names: 单位名称(项目名称)."""
NO_BUDGET = frozenset({"executed", "year_before", "rate", "weight", "score", "reason"})
"""Measures of sums that are no budget."""


@dataclass(frozen=True, slots=True)
class SumColumn:
    """A column of sums: the headers above it from the top, and the source and year that these say; the source is empty
    where they are of money and not understood. `is_whole`: they say that it is the sum of others.
    """

    cols: range
    path: tuple[str, ...]
    source: str
    year: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row that is of a project: the cells with its sums, the units that it names, and how many other cells it has."""

    sums: Mapping[SumColumn, Cell]
    units: frozenset[str]
    n_others: int


@dataclass(frozen=True, slots=True)
class BudgetList:
    """A list: the cells of its header, its money unit if one is printed, and its rows by the names of projects."""

    rows: Rows
    header: Sequence[Cell]
    unit: FormField | None
    columns: Sequence[SumColumn]
    by_name: Mapping[str, Sequence[ListedRow]]

    def sums(self, name: str, units: frozenset[str]) -> list[FormField]:
        """The budget of a project that is one of some units, one sum for each year; none where it is not sure."""
        listed = self.by_name.get(name, ())
        own = [row for row in listed if not row.units.isdisjoint(units)]
        with_heads = [row for row in listed if not row.units or row in own]
        found = []
        for column in _of_budget(self.columns, listed):
            row = _whole(with_heads if own else listed, column) or _whole(own, column)
            if row and _is_largest(row, column):
                cell, source = row.sums[column], column.source
                place, label = self.rows.address(cell), column.path[-1]
                found.append(FormField(MONEY, cell.text, place, "", source, column.year, label, LISTED))
        return found


class BudgetLists:
    """Finds lists by the labels of fields: a row of headers that names projects and money."""

    def __init__(self, rules: Rulebook):
        self._labels, self._captions = compiled(FieldLabels, rules), compiled(Captions, rules)
        self._layouts = rules.layouts

    def read(self, grid: Grid, above: Sequence[str]) -> BudgetList | None:
        """The list that a grid is below some lines, None if it is none, or one of a part of the budget or of what was
        spent.
        """
        rows = Rows(grid)
        name = next(filter(None, (self._name(rows, row_no) for row_no in range(1, grid.n_rows + 1))), None)
        if name is None:
            return None
        first, last = self._header(rows, name)
        said: list[tuple[str, Address | None]] = [(text, None) for text in above]
        said += [(one.text, rows.address(one)) for row_no in range(1, first) for one in rows.printed(row_no)]
        columns = [column for cell in rows.over(last, rows.cols) if (column := self._column(rows, cell, first, last))]
        if not columns or any(self._says("other_list", text) for text, _ in said):
            return None
        header = [cell for row_no in range(first, last + 1) for cell in rows.printed(row_no)]
        return BudgetList(rows, header, self._unit(rows, header, said), columns, self._rows(rows, name, last, columns))

    def bare(self, name: str) -> str:
        """The name of a project without its code and number."""
        glued = next((found for rule in self._layouts.text["project"] if (found := rule.pattern.search(name))), None)
        return unnumbered(plain(glued[NAME] if glued else name))

    def _says(self, what: str, text: str) -> bool:
        return any(rule.pattern.search(plain(text)) for rule in self._layouts.text[what])

    def _name(self, rows: Rows, row_no: int) -> Cell | None:
        """The header of the names in a row of headers."""
        printed = rows.printed(row_no)
        return next(filter(self._heads_names, printed), None) if len(printed) >= FEWEST else None

    def _heads_names(self, cell: Cell) -> bool:
        """Whether a header is of names of projects, alone or with others, or of projects without saying more."""
        named = [label for text in OF_NAMES.split(plain(cell.text)) if (label := self._labels.find(text))]
        is_project = self._labels.find(cell.text) and self._labels.placed(cell.text).meaning.head == "project"
        return any(label.rule.name == NAME for label in named) or bool(is_project)

    def _header(self, rows: Rows, name: Cell) -> tuple[int, int]:
        """The first and the last row of headers: groups may stand above the name, others below it where it is blank."""
        first, last = name.row_no, name.row_no + name.row_span - 1
        while first > 1 and len(rows.printed(first - 1)) > 1 and not self._captions.is_note(rows, first - 1):
            first -= 1
        while last < rows.grid.n_rows and not joined(rows.over(last + 1, _cols(name))).strip():
            if any(amount(cell.text) is not None for cell in rows.printed(last + 1)):
                break
            last += 1
        return first, last

    def _column(self, rows: Rows, cell: Cell, first: int, last: int) -> SumColumn | None:
        """What a column is by the headers above it, None if these do not say that it is of money or of the budget."""
        heads = (rows.over(row_no, _cols(cell))[:1] for row_no in range(first, last + 1))
        path = tuple(dict.fromkeys(one.text for cells in heads for one in cells if not one.is_blank))
        labels = [label for text in path if (label := self._labels.find(text))]
        if not path or any(label.rule.measure in NO_BUDGET for label in labels):
            return None
        dated = [label for text in path if (label := self._labels.of_year(text))]
        year = next((label.meaning.year for label in (*labels, *dated) if label.meaning.year), "")
        is_whole = self._says("total", path[-1])
        sources = [label.rule.source for label in labels if label.rule.source]
        is_of_money = any(label.rule.measure in AMOUNTS or self._labels.as_total(label) for label in labels)
        if sources or is_of_money or is_whole or self._labels.of_year(path[-1]):
            source = next((one for one in sources if one != TOTAL), TOTAL)
            return SumColumn(_cols(cell), path, source, year, is_whole)
        is_unknown = not labels and self._labels.placed(path[-1]).meaning.head in MONEY_HEADS
        return SumColumn(_cols(cell), path, "", year, is_whole) if is_unknown else None

    def _unit(self, rows: Rows, header: Iterable[Cell], said: Iterable[tuple[str, Address | None]]) -> FormField | None:
        """The money unit that the header or what stands above it prints."""
        units = ((cell, unit) for cell in header if (unit := unit_in(self._layouts, cell.text)))
        for cell, unit in units:
            return FormField(AMOUNT_UNIT, unit, rows.address(cell))
        titles = ((one, place) for text, place in said for one in self._captions.titles(text))
        return next((FormField(AMOUNT_UNIT, one.text, at) for one, at in titles if one.name == AMOUNT_UNIT), None)

    def _rows(self, rows: Rows, name: Cell, last: int, columns: Sequence[SumColumn]) -> dict[str, list[ListedRow]]:
        """The rows below a header by the names in them; one without a name goes on with the project above it."""
        found: dict[str, list[ListedRow]] = {}
        current, units = "", [_cols(cell) for cell in rows.over(last, rows.cols) if self._names_units(cell.text)]
        for row_no in range(last + 1, rows.grid.n_rows + 1):
            printed, text = rows.printed(row_no), joined(rows.over(row_no, _cols(name))).strip()
            if not printed or rows.counts_columns(row_no):
                continue
            if self._says("sum_row", printed[0].text) or self._says("sum_row", text):
                current = ""
                continue
            current = self.bare(text) if text else current
            if current:
                found.setdefault(current, []).append(_listed(rows, row_no, columns, units))
        return found

    def _names_units(self, text: str) -> bool:
        label = self._labels.find(text)
        return label is not None and label.rule.name in UNITS


def _cols(cell: Cell) -> range:
    return range(cell.col_no, cell.col_no + cell.col_span)


def _listed(rows: Rows, row_no: int, columns: Iterable[SumColumn], units: Iterable[range]) -> ListedRow:
    sums = {column: cell for column in columns for cell in rows.beginning(row_no, column.cols)[:1]}
    named = frozenset(plain(joined(rows.over(row_no, cols))) for cols in units) - {""}
    printed = [cell for cell in rows.over(row_no, rows.cols) if not cell.is_blank]
    return ListedRow(sums, named, len(printed) - len(sums))


def _of_budget(columns: Iterable[SumColumn], listed: Sequence[ListedRow]) -> list[SumColumn]:
    """The columns of the budget: of several years one for each, else the total that the fewest headers stand above. A
    column of money that is not understood may be the budget as well as one that does not say that it is the sum of
    others. Without a column of totals it is the only one in which a project has a sum.
    """
    columns = list(columns)
    totals = [one for one in columns if one.source == TOTAL]
    if not totals:
        filled = [one for one in columns if any(one in row.sums for row in listed)]
        return filled if len(filled) == 1 and filled[0].source else []
    if len({one.year for one in totals if one.year}) > 1:
        totals = [one for one in totals if one.year]
    depth = min(len(one.path) for one in totals)
    chosen = [one for one in totals if len(one.path) == depth]
    is_sure = all(one.source or one.year for one in columns) or all(one.is_whole for one in chosen)
    return chosen if is_sure and len({one.year for one in chosen}) == len(chosen) else []


def _whole(listed: Sequence[ListedRow], column: SumColumn) -> ListedRow | None:
    """The one row with a sum; of several the one that the others add up to, which says less than the only other."""
    sums = [(row, said) for row in listed if column in row.sums and (said := amount(row.sums[column].text))]
    if len(sums) == 1:
        return sums[0][0]
    for row, said in sums:
        others = [other for other in sums if other[0] is not row]
        is_said_once_more = len(others) == 1 and row.n_others >= others[0][0].n_others
        if said == sum((other[1] for other in others), Decimal(0)) and not is_said_once_more:
            return row
    return None


def _is_largest(row: ListedRow, column: SumColumn) -> bool:
    """Whether no other sum of the row that is of the same year is larger."""
    whole = amount(row.sums[column].text) or Decimal(0)
    others = (amount(cell.text) for other, cell in row.sums.items() if other.year in ("", column.year))
    return all(other is None or other <= whole for other in others)
