"""The header fields of a project form: labels claim the cells to their right or below them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.extract.layout.labels import Labels, plain
from pipeline.extract.layout.rows import Rows
from pipeline.model.document import Address, Cell
from pipeline.model.reading import FormField
from pipeline.rules.kinds.layouts import FieldRule, Layouts

MONEY = "money"
"""The field of any sum of money; its source and measure say which."""
AMOUNT_UNIT = "amount_unit"
REMARK = "remark"
TOTAL = "total"
"""What the sum of all sources of funds is called."""
_SUM = re.compile(r"^\s*\d[\d,.，\s]*\D{0,3}$")


@dataclass(frozen=True, slots=True)
class FormSection:
    """What a run of rows says as a form: its fields, and the role of each cell that could be placed.

    One that `may_list` has the shape of a list of projects just as well; one that `opens` names a project, one that
    `asks` has the label for it and may be blank.
    """

    fields: tuple[FormField, ...]
    roles: Mapping[Address, str]
    may_list: bool = False
    opens: bool = False
    asks: bool = False


class FieldReader:
    """Reads form rows by the labels of `rules/data/layouts/layouts.toml`."""

    def __init__(self, layouts: Layouts):
        self._labels = Labels((rule, rule.labels) for rule in layouts.fields)
        self._opening = frozenset(rule.name for rule in layouts.fields if rule.opens)
        self._text, self._layouts, self._captions = layouts.text, layouts, Captions(layouts)

    def rule_of(self, cell: Cell) -> FieldRule | None:
        """The field whose label this cell prints, or None."""
        return self._labels.find(cell.text)

    def is_note(self, rows: Rows, row_no: int) -> bool:
        """Whether a row is neither form nor table."""
        return self._captions.is_note(rows, row_no)

    def read(self, rows: Rows, row_nos: Iterable[int]) -> FormSection:
        """The fields that some rows hold.

        A cell belongs to the nearest label to its left. Labels reach over all rows they span, so a tall label
        also claims what no inner label claims; but a label right above, of the same width, comes before a tall
        one. A sum of money has both: what the label to the left says it is, and what the one above says of when.
        """
        printed = [cell for row_no in row_nos for cell in rows.printed(row_no)]
        labels = {cell: rule for cell in printed if (rule := self.rule_of(cell))}
        fields, roles = [], {rows.address(cell): "label" for cell in labels}
        notes = {row_no for row_no in row_nos if self._captions.is_note(rows, row_no)}
        for cell in printed:
            if cell.row_no in notes and (sums := self._total(rows, cell, labels)):
                fields += sums
                roles[rows.address(cell)] = "field"
            elif cell.row_no in notes:
                roles[rows.address(cell)] = "caption"
                fields += titles(self._layouts, cell.text)
            elif cell not in labels:
                found = self._field(rows, cell, labels)
                fields += found
                roles |= {rows.address(cell): role_of(found[0])} if found else {}
        units = [one for label in labels if (one := self._unit_in_label(rows, label))]
        opens = any(one.name in self._opening for one in fields)
        asks = any(rule.opens for rule in labels.values())
        return FormSection((*units, *fields), roles, _may_list(rows, labels), opens, asks)

    def _field(self, rows: Rows, cell: Cell, labels: Mapping[Cell, FieldRule]) -> list[FormField]:
        own = self.speaks_for_itself(rows, cell)
        if len(own) > 1 or any(one.source and one.text.strip() or one.name == AMOUNT_UNIT for one in own):
            return own
        left, above = _nearest_left(cell, labels), _right_above(rows, cell, labels)
        if above and not _heads_a_column(rows, above, labels) and not (labels[above].source and _SUM.match(cell.text)):
            above = None
        label = above if above and (left is None or left.row_no < cell.row_no) else left
        if label is None:
            return own
        rule = labels[label]
        if self._states_money_beside(label, cell, rule):
            return [FormField(MONEY, cell.text, rows.address(cell), self._period(label.text), TOTAL, "", label.text)]
        period = self._period(label.text) or (self._inherited(rows, label, labels) if rule.source else "")
        measure = labels[above].measure if above else ""
        return [FormField(rule.name, cell.text, rows.address(cell), period, rule.source, measure, label.text)]

    def _states_money_beside(self, label: Cell, cell: Cell, rule: FieldRule) -> bool:
        """Whether the heading of a block of sums, which states their unit, is all there is: 项目资金（万元） | 9.55."""
        is_beside = label.row_span == 1 and label.col_no + label.col_span == cell.col_no
        return is_beside and rule.name == REMARK and unit_in(self._layouts, label.text) is not None

    def _total(self, rows: Rows, cell: Cell, labels: Mapping[Cell, FieldRule]) -> list[FormField]:
        """The sum of all sources of funds, where a cell of a row of totals stands below a label that says of when."""
        above = _right_above(rows, cell, labels)
        rule = labels[above] if above else None
        if rule is None or not rule.measure or cell in labels:
            return []
        label = rows.printed(cell.row_no)[0].text
        return [FormField(MONEY, cell.text, rows.address(cell), "", TOTAL, rule.measure, label)]

    def _period(self, label: str) -> str:
        """Of when a label says that what it labels is; empty if it does not."""
        text = plain(label)
        return next((rule.field for rule in self._text["period"] if rule.pattern.search(text)), "")

    def _inherited(self, rows: Rows, label: Cell, labels: Mapping[Cell, FieldRule]) -> str:
        """The period of the nearest sum of money above, of which this one is a part."""
        row_no = label.row_no - 1
        while (above := rows.at(row_no, label.col_no)) in labels and labels[above].source:
            if period := self._period(above.text):
                return period
            row_no = above.row_no - 1
        return ""

    def speaks_for_itself(self, rows: Rows, cell: Cell) -> list[FormField]:
        """The fields in a cell without a label, none if it says nothing of itself. It may print label and value
        together, or be known by its form.
        """
        text = cell.text.strip()
        for rule in self._text["unlabelled"]:
            if match := rule.pattern.search(text):
                named = {name: value for name, value in match.groupdict().items() if value}
                named = named or {rule.field: cell.text}
                return [FormField(name, value, rows.address(cell)) for name, value in named.items()]
        lines = [one for line in text.splitlines() if (one := self._labelled(rows, cell, line))]
        if len(lines) > 1 and lines[0].source:
            return lines if all(one.source for one in lines) else lines[:1]
        labelled = self._labelled(rows, cell, text)
        return [labelled] if labelled else []

    def _labelled(self, rows: Rows, cell: Cell, text: str) -> FormField | None:
        """The field that a text prints with its label: 资金总额：250."""
        for label, colon, value in _parted(text.replace("：", ":")):
            if colon and (rule := self._labels.find(label)):
                return FormField(rule.name, value, rows.address(cell), self._period(label), rule.source)
        return None

    def _unit_in_label(self, rows: Rows, label: Cell) -> FormField | None:
        unit = unit_in(self._layouts, label.text)
        return FormField(AMOUNT_UNIT, unit, rows.address(label)) if unit else None


class Captions:
    """Rows that are neither form nor table: titles, totals, notes, signatures."""

    def __init__(self, layouts: Layouts):
        self._patterns = [rule.pattern for rule in layouts.text["caption"]]

    def is_note(self, rows: Rows, row_no: int) -> bool:
        """Whether the first thing printed in a row is a caption."""
        printed = rows.printed(row_no)
        return bool(printed) and self._is_caption(printed[0])

    def is_beside_note(self, rows: Rows, row_no: int) -> bool:
        """Whether a caption of a row above reaches down beside a row."""
        beside = rows.at(row_no, 1)
        return beside is not None and beside.row_no < row_no and self._is_caption(beside)

    def _is_caption(self, cell: Cell) -> bool:
        return any(pattern.search(plain(cell.text)) for pattern in self._patterns)


def titles(layouts: Layouts, text: str) -> list[FormField]:
    """What a paragraph or caption above a form says of it."""
    found = (rule.pattern.search(text.replace("\n", "").strip()) for rule in layouts.text["title"])
    groups = [match.groupdict() for match in found if match]
    return [FormField(name, value, None) for group in groups for name, value in group.items() if value]


def unit_in(layouts: Layouts, label: str) -> str | None:
    """The money unit that a label states in brackets: 项目资金（万元）."""
    found = (rule.pattern.search(plain(label)) for rule in layouts.text["unit_in_label"])
    return next((match["amount_unit"] for match in found if match), None)


def role_of(field: FormField) -> str:
    """The role of the cell that a field stands in."""
    return field.name if field.name in ("unit", AMOUNT_UNIT, "caption") and not field.label else "field"


def _parted(text: str) -> tuple[tuple[str, str, str], ...]:
    """A text at its first colon, and at its last: a label may hold one (其中：一般公共预算：100)."""
    return text.partition(":"), text.rpartition(":")


def _nearest_left(cell: Cell, labels: Iterable[Cell]) -> Cell | None:
    left = [
        label
        for label in labels
        if label.col_no < cell.col_no and label.row_no <= cell.row_no < label.row_no + label.row_span
    ]
    return max(left, key=lambda label: label.col_no, default=None)


def _right_above(rows: Rows, cell: Cell, labels: Mapping[Cell, FieldRule]) -> Cell | None:
    """The label at the head of the column of equally wide cells that a cell stands in."""
    row_no = cell.row_no - 1
    while above := rows.at(row_no, cell.col_no):
        if (above.col_no, above.col_span) != (cell.col_no, cell.col_span):
            return None
        if above in labels:
            return above
        row_no = above.row_no - 1
    return None


def _heads_a_column(rows: Rows, label: Cell, labels: Mapping[Cell, FieldRule]) -> bool:
    """Whether a label may say what stands below it: one beside labels of its own height, or with nothing to its right.
    The cell beside any other is what it labels, and below it another label may stand that no rule knows.
    """
    left, right = (rows.at(label.row_no, col) for col in (label.col_no - 1, label.col_no + label.col_span))
    beside = [cell for cell in (left, right) if cell in labels]
    return right is None or any((cell.row_no, cell.row_span) == (label.row_no, label.row_span) for cell in beside)


def _may_list(rows: Rows, labels: Mapping[Cell, FieldRule]) -> bool:
    """Whether the label that opens a form stands in the last row of labels, with cells right below it that are none: so
    do the headers of a list.
    """
    opening = [label for label, rule in labels.items() if rule.opens]
    below = [rows.at(label.row_no + label.row_span, label.col_no) for label in opening]
    lowest = max((label.row_no for label in labels), default=0)
    return bool(opening) and all(
        cell is not None
        and not cell.is_blank
        and (cell.col_no, cell.col_span) == (label.col_no, label.col_span)
        and label.row_no == lowest
        for label, cell in zip(opening, below, strict=True)
    )
