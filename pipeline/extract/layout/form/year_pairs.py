"""Sums of several years side by side, each behind its year: 年度财政支出责任 | 2024年 | 2415 | 2025年 | 2460."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import TOTAL, FieldLabels, Label
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Cell
from pipeline.rules.kinds.layouts import FieldRule

MONEY = "money"
FEWEST = 2
"""Years at least: one alone may be anything."""
OF_MONEY = frozenset({"money", "fiscal", "spending", "budget"})
WITHOUT_HEAD = frozenset({"", "plan", "arrangement"})
"""Heads of labels that are of money where their other parts are: 年度投资计划."""
_SUM = re.compile(r"^\d[\d,.，]*\D{0,3}$")


def year_pairs(rows: Rows, row_nos: Iterable[int], labels: FieldLabels) -> dict[Cell, Label]:
    """The years in some printed rows that are labels: behind one label of money, in its row or the rows that it spans,
    years and sums take turns.
    """
    years: dict[Cell, list[Cell]] = {}
    for row_no in row_nos:
        head, *beside = [cell for cell in rows.over(row_no, rows.cols) if not cell.is_blank]
        pairs = zip(beside[::2], beside[1::2], strict=False)
        found = takewhile(lambda pair: _is_pair(*pair, labels), pairs)
        years.setdefault(head, []).extend(year for year, _ in found)
    return {cell: label for head, cells in years.items() for cell, label in _labels(head, cells, labels)}


def only_year(labels: Mapping[Cell, Label]) -> list[tuple[Cell, str]]:
    """The label that heads a column of sums with its year, where no other year does."""
    years = {label.rule.measure: cell for cell, label in labels.items() if label.rule.measure.isdigit()}
    return [(cell, year) for year, cell in years.items() if len(years) == 1]


def _labels(head: Cell, cells: Sequence[Cell], labels: FieldLabels) -> Iterator[tuple[Cell, Label]]:
    """The labels that several years behind the label of money are, one for each."""
    said = [label for cell in cells if (label := labels.of_year(cell.text))]
    if FEWEST <= len(cells) == len({label.meaning.year for label in said}) and (source := _source(head.text, labels)):
        for cell, label in zip(cells, said, strict=True):
            rule = FieldRule(MONEY, (), source=source, measure=label.meaning.year)
            yield cell, replace(label, rule=rule)


def _is_pair(year: Cell, value: Cell, labels: FieldLabels) -> bool:
    is_beside = year.col_no + year.col_span == value.col_no and year.row_span == value.row_span
    return is_beside and labels.of_year(year.text) is not None and bool(_SUM.match(plain(value.text)))


def _source(text: str, labels: FieldLabels) -> str:
    """Whose the money is that a label is of, the total of all where it does not say; empty if it is of no money."""
    label = labels.placed(text)
    says_money = label.meaning.share == 1 and label.meaning.head in WITHOUT_HEAD and label.meaning.said & OF_MONEY
    return label.rule.source or (TOTAL if says_money or labels.is_of_money(text, label) else "")
