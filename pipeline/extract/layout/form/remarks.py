"""Labels that are no field of the form, by what else there is: those of lists, and those of sums of several years."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from pipeline.extract.layout.form.known_labels import Labels
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import PLACE, REMARK, TOTAL, Label
from pipeline.model.document import Cell
from pipeline.rules.kinds.layouts import FieldRule


def without_lists(claims: Mapping[Cell, Cell | None], labels: Labels) -> Labels:
    """The labels, where those that head columns of several rows with what a form states once are remarks: they list
    what is no field of the form.
    """
    below = Counter(label for cell, label in claims.items() if label and label.row_no + label.row_span <= cell.row_no)
    several = {label for label, times in below.items() if times > 1}
    rows = {(label.row_no, label.row_span) for label in several if _is_stated_once(labels[label].rule)}
    lists = {label for label in several if (label.row_no, label.row_span) in rows and _is_money_or_once(labels[label])}
    return Labels({cell: _as_remark(label) if cell in lists else label for cell, label in labels.items()})


def _is_money_or_once(label: Label) -> bool:
    return bool(label.rule.source) or _is_stated_once(label.rule)


def _is_stated_once(rule: FieldRule) -> bool:
    return rule.single or rule.source == TOTAL


def _as_remark(label: Label) -> Label:
    return replace(label, rule=FieldRule(REMARK, ()))


def without_history(labels: Labels) -> Labels:
    """The labels but those of one measure for several years: what was in which year is none of this year's sums."""
    years: dict[str, set[str]] = {}
    for label in labels.values():
        if label.rule.measure and label.meaning.year:
            years.setdefault(label.rule.measure, set()).add(label.meaning.year)
    several = {measure for measure, named in years.items() if len(named) > 1}
    kept = {cell: _as_remark(label) if label.rule.measure in several else label for cell, label in labels.items()}
    return Labels(kept)


def may_list(rows: Rows, labels: Labels) -> bool:
    """Whether the label that opens a form stands in the last row of labels, with cells right below it that are none: so
    do the headers of a list.
    """
    known = {cell: label for cell, label in labels.items() if label.how != PLACE}
    opening = [cell for cell, label in known.items() if label.rule.opens]
    below = [rows.at(label.row_no + label.row_span, label.col_no) for label in opening]
    lowest = max((label.row_no for label in known), default=0)
    return bool(opening) and all(
        cell is not None
        and not cell.is_blank
        and (cell.col_no, cell.col_span) == (label.col_no, label.col_span)
        and label.row_no == lowest
        for label, cell in zip(opening, below, strict=True)
    )
