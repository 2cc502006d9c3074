"""The header fields of a project form: labels claim the cells to their right or below them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.layout.amounts import adds_up
from pipeline.extract.layout.captions import Captions
from pipeline.extract.layout.form.known_labels import Labels, climbed
from pipeline.extract.layout.form.left_blank import left_blank
from pipeline.extract.layout.form.places import (
    by_row,
    head_of_column,
    heads_a_column,
    is_under_unknown,
    label_cells,
    nearest_left,
    stands_alone,
)
from pipeline.extract.layout.form.remarks import may_list, without_history, without_lists
from pipeline.extract.layout.form.stated import StatedFields, prints_sum
from pipeline.extract.layout.form.year_pairs import only_year
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import AMOUNTS, OTHER, REMARK, TOTAL, FieldLabels, Label, unit_in
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Address, Cell
from pipeline.model.reading import FormField
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.layouts import FieldRule
from pipeline.rules.kinds.rulebook import Rulebook

MONEY = "money"
"""The field of any sum of money; its source and measure say which."""
AMOUNT_UNIT = "amount_unit"
UNKNOWN = "unknown"
"""The measure of a sum below words that do not say of when it is."""
LABEL_YEAR = "label_year"
"""The year that the label of a sum states."""
OF_TARGETS = frozenset({"goals", "goals_done", "funding_use"})
"""Fields, beside sums of money, that forms of targets have and others do not."""
OF_POINTS = frozenset({"weight", "score"})  # an appraisal of persons has them too
NOTHING_SAID = frozenset({REMARK, OTHER})
_SUM = re.compile(r"^\s*\d[\d,.，\s]*\D{0,3}$")
_CODE = re.compile(r"^\W*\d[\d\s]*\W*$")


@dataclass(frozen=True, slots=True)
class FormSection:
    """What a run of rows says as a form: its fields, and the role of each cell that could be placed.

    One that `may_list` has the shape of a list of projects just as well; one that `opens` names a project, one that
    `asks` has the label for it and may be blank; one that `states` has labels or fields of money, goals or results.
    `heads`: column of the grid → of when and of what measure the sums in it are.
    """

    fields: tuple[FormField, ...]
    roles: Mapping[Address, str]
    may_list: bool = False
    opens: bool = False
    asks: bool = False
    states: bool = False
    heads: Mapping[int, tuple[str, str]] = field(default_factory=dict)


class FieldReader:
    """Reads form rows by the labels and senses of `rules/data/layouts/layouts.toml`."""

    def __init__(self, rules: Rulebook):
        self._labels, self._captions, self._stated = compiled(FieldLabels, rules), Captions(rules), StatedFields(rules)
        self._single = frozenset(rule.name for rule in rules.layouts.fields if rule.single)
        self._opening = frozenset(rule.name for rule in rules.layouts.fields if rule.opens)
        self._layouts, self._periods = rules.layouts, rules.layouts.text["period"]
        self._totals = rules.layouts.text["total"]

    def rule_of(self, cell: Cell) -> FieldRule | None:
        """The field whose label this cell prints, or None."""
        label = None if self._captions.says(cell.text) else self._labels.find(cell.text)
        return label.rule if label else None

    def opens(self, text: str) -> bool:
        """Whether a text is the label of what names a project."""
        return (label := self._labels.find(text)) is not None and label.rule.opens

    def is_note(self, rows: Rows, row_no: int) -> bool:
        """Whether a row is neither form nor table."""
        return self._captions.is_note(rows, row_no)

    def speaks_for_itself(self, rows: Rows, cell: Cell) -> list[FormField]:
        """The fields in a cell without a label beside it, none if it says nothing of itself."""
        return self._stated.read(cell.text, rows.address(cell))

    def read(self, rows: Rows, row_nos: Iterable[int]) -> FormSection:
        """The fields that some rows hold.

        A cell belongs to the nearest label to its left. Labels reach over all rows they span, so a tall label
        also claims what no inner label claims; but a label right above, of the same width, comes before a tall
        one. A sum of money has both: what the label to the left says it is, and what the one above says of when.
        """
        row_nos = list(row_nos)
        notes = {row_no for row_no in row_nos if self._captions.is_note(rows, row_no)}
        labels = without_history(label_cells(rows, [one for one in row_nos if one not in notes], self._labels))
        fields, roles = [], {rows.address(cell): "label" for cell in labels}
        printed = [cell for row_no in row_nos for cell in rows.printed(row_no) if cell not in labels]
        beside = by_row(labels)
        claims = {cell: self._label_of(rows, cell, labels, beside) for cell in printed if cell.row_no not in notes}
        labels = without_lists(claims, labels)
        for cell in printed:
            is_note = cell.row_no in notes
            found = self._total(rows, cell, labels) if is_note else self._field(rows, cell, claims[cell], labels)
            if is_note and not found:
                fields += self._captions.titles(cell.text)
                roles[rows.address(cell)] = "caption"
            fields += [*self._units_within(rows.address(cell), cell.text, found), *found]
            roles |= {rows.address(cell): role_of(found[0])} if found else {}
        fields += left_blank(rows, labels, {*claims.values()})
        said = [one for label in labels for one in self._said_by(rows, label, labels[label])]
        said += [FormField(LABEL_YEAR, year, rows.address(cell)) for cell, year in only_year(labels)]
        opens = any(one.name in self._opening for one in fields)
        asks = any(label.rule.opens for label in labels.values())
        states = any(_is_of_targets(label.rule) for label in labels.values()) or any(map(_is_of_targets, fields))
        heads = self._heads(labels) | {
            one.address.col_no: (one.period, one.measure) for one in fields if one.source and one.address
        }
        return FormSection((*said, *fields), roles, may_list(rows, labels), opens, asks, states, heads)

    def _heads(self, labels: Labels) -> dict[int, tuple[str, str]]:
        """The columns of sums by the labels above them."""
        found: dict[int, tuple[str, str]] = {}
        said: dict[int, str] = {}
        for cell, label in labels.items():
            said[cell.row_no] = period = self._period(cell.text) or said.get(cell.row_no, "")
            if label.rule.measure:
                found[cell.col_no] = (period, label.rule.measure)
        return found

    def _label_of(self, rows: Rows, cell: Cell, labels: Labels, beside: Mapping[int, Sequence[Cell]]) -> Cell | None:
        """The label that claims a cell; `beside` are the labels by row."""
        left, above = nearest_left(cell, beside.get(cell.row_no, ())), self._above(rows, cell, labels)
        if above and (left is None or left.row_no < cell.row_no or not self._claims(rows, left, cell, labels)):
            return above
        return left if left and self._claims(rows, left, cell, labels) else None

    def _above(self, rows: Rows, cell: Cell, labels: Labels) -> Cell | None:
        """The label above that says something of a cell."""
        above = head_of_column(rows, cell, labels)
        if above and not heads_a_column(rows, above, labels) and not (labels[above].rule.source and _is_sum(cell)):
            return None
        return above

    def _field(self, rows: Rows, cell: Cell, label: Cell | None, labels: Labels) -> list[FormField]:
        """What a cell states that a label may claim: by itself the money unit, and sums outside of prose."""
        own = [self._dated(rows, cell, one, labels) for one in self.speaks_for_itself(rows, cell)]
        if label is None or any(one.name == AMOUNT_UNIT for one in own) or self._says_more(own, label, cell, labels):
            return own
        return [self._claimed(rows, cell, label, self._above(rows, cell, labels), labels)]

    def _says_more(self, own: list[FormField], label: Cell, cell: Cell, labels: Labels) -> bool:
        """Whether a cell that states something itself is none of what a label asks for: a sum outside of prose, a field
        below a remark, a bare sum beside another, or what takes one cell behind the cell of such a label.
        """
        known, beside = labels[label], label.col_no + label.col_span == cell.col_no
        has_sums = any(_is_money(one) and (one.text.strip() or len(own) > 1) for one in own)
        is_pair = ":" in plain(cell.text) and all(_SUM.match(one.text) for one in own)
        if has_sums and (_may_hold_sums(known) or is_pair):
            return True
        if _may_hold_sums(known) and any(one.label and _SUM.match(one.text) for one in own):
            return True
        if known.rule.name in NOTHING_SAID:
            return any(one.name not in NOTHING_SAID for one in own)
        return known.rule.single and not beside and any(one.label and one.name in self._single for one in own)

    def _dated(self, rows: Rows, cell: Cell, one: FormField, labels: Labels) -> FormField:
        """A sum that a cell states with its label, of when the sum above is that it is a part of."""
        return replace(one, period=self._inherited(rows, cell, labels)) if one.source and not one.period else one

    def _claims(self, rows: Rows, label: Cell, cell: Cell, labels: Labels) -> bool:
        """Whether a label claims a cell on its right. One that takes one cell claims the first, and what follows a
        code; one of money claims no words before another cell, and only a remark is several texts side by side.
        """
        rule = labels[label].rule
        before = [one for one in rows.printed(cell.row_no) if label.col_no < one.col_no < cell.col_no]
        if rule.single:
            return all(_CODE.match(one.text) for one in before)
        if rule.source or rule.measure in AMOUNTS:
            right = rows.at(cell.row_no, cell.col_no + cell.col_span)
            return _is_sum(cell) or right is None or not self._labels.could_be(cell.text)
        return not before or rule.name == REMARK

    def _claimed(self, rows: Rows, cell: Cell, label: Cell, above: Cell | None, labels: Labels) -> FormField:
        """What a cell is that a label claims, and what the one above it says of when."""
        rule, measure = labels[label].rule, labels[above].rule.measure if above else labels[label].rule.measure
        if rule.source and not rule.measure:  # the year that a sum says itself goes before what stands above it
            measure = labels[label].meaning.year or measure
        source, name = TOTAL if self._is_total(rows, cell, label, above, labels) else rule.source, rule.name
        if above and labels[above].rule.source and self._labels.says_only_sum(labels[label]) and above != label:
            source, name, measure = labels[above].rule.source, MONEY, measure or rule.measure
        elif self._states_money_beside(label, cell, labels[label]):
            source, name = TOTAL, MONEY
        period = self._period(label.text)
        if rule.source and not period:
            period = self._inherited(rows, label, labels) or (self._period(above.text) if above else "")
        if rule.source and not measure and is_under_unknown(rows, cell, labels):
            measure = UNKNOWN
        how = labels[label].how
        return FormField(name, cell.text, rows.address(cell), period, source, measure, label.text, how)

    def _states_money_beside(self, label: Cell, cell: Cell, known: Label) -> bool:
        """Whether the heading of a block of sums, which states their unit, is all there is: 项目资金（万元） | 9.55."""
        rule = known.rule
        is_beside = label.row_span == 1 and label.col_no + label.col_span == cell.col_no
        states_unit = unit_in(self._layouts, label.text) is not None
        says_sum = prints_sum(self._layouts, cell.text) or _is_sum(cell)
        is_total = says_sum and self._labels.as_total(known) is not None
        return is_beside and rule.name == REMARK and (states_unit or is_total)

    def _is_total(self, rows: Rows, cell: Cell, label: Cell, above: Cell | None, labels: Labels) -> bool:
        """Whether a sum stands below or beside a label that says of when it is, and nothing says which part it is."""
        known = labels[label]
        if above and above != label and self._labels.as_total(known):
            measure, beside = labels[above].rule.measure, labels.measures.get(above.row_no, frozenset())
            return measure.isdigit() or (measure in AMOUNTS and TOTAL in beside)
        if known.rule.source or not known.rule.measure:
            return False
        if above != label:
            return known.rule.measure in AMOUNTS
        beside = labels.measures.get(above.row_no, frozenset())
        words = [one for one in rows.printed(cell.row_no) if one.col_no < cell.col_no and not _is_sum(one)]
        is_of_year = known.rule.measure.isdigit() and TOTAL in beside
        return not words and (is_of_year or not AMOUNTS.isdisjoint(beside))

    def _total(self, rows: Rows, cell: Cell, labels: Labels) -> list[FormField]:
        """The sum of all sources of funds, where a cell of a row of totals stands below a label that says of when, or
        below one of money alone with parts that come to it.
        """
        above = head_of_column(rows, cell, labels)
        head, label = labels.get(above) if above else None, rows.printed(cell.row_no)[0].text
        says_total = any(one.pattern.search(plain(label)) for one in self._totals)
        if above is None or head is None or cell in labels or not says_total:
            return []
        is_money = bool(head.rule.measure or head.rule.source == TOTAL)
        if not is_money and head.rule.name != OTHER and not self._labels.as_total(head):
            return []
        if head.rule.name == OTHER or not (is_money or adds_up(rows, above, cell)):
            return [FormField(OTHER, cell.text, rows.address(cell), label=above.text, role_source=head.how)]
        return [FormField(MONEY, cell.text, rows.address(cell), "", TOTAL, head.rule.measure, label)]

    def _period(self, label: str) -> str:
        """Of when a label says that what it labels is; empty if it does not."""
        text = plain(label)
        return next((rule.field for rule in self._periods if rule.pattern.search(text)), "")

    def _inherited(self, rows: Rows, label: Cell, labels: Labels) -> str:
        """The period of the nearest sum of money above, of which this one is a part; remarks are passed over."""

        def told(above: Cell) -> str | None:
            rule = labels[above].rule if above in labels else None
            own = [] if rule else self.speaks_for_itself(rows, above)
            is_sum = bool(rule and rule.source) or any(one.source for one in own)
            if not is_sum and not (rule and rule.name in NOTHING_SAID) and not stands_alone(rows, above, labels):
                return ""
            return (self._period(above.text) if rule else next((one.period for one in own if one.period), "")) or None

        return climbed(rows, label, labels.periods, told, "")

    def _units_within(self, place: Address, text: str, stated: Iterable[FormField]) -> list[FormField]:
        """The money unit in the label of a sum that stands in one cell with it: 年度金额（万元）：12."""
        labels = (one.label for one in stated if one.source and one.label and one.label in text)
        units = (unit for label in labels if (unit := unit_in(self._layouts, label)))
        return [FormField(AMOUNT_UNIT, unit, place) for unit in units]

    def _said_by(self, rows: Rows, cell: Cell, label: Label) -> list[FormField]:
        """What a label itself says of its form: the money unit, and of a sum the year."""
        unit = unit_in(self._layouts, cell.text)
        units = [FormField(AMOUNT_UNIT, unit, rows.address(cell))] if unit else []
        is_one = label.rule.source and not label.rule.measure and "year_before" not in label.meaning.said
        year = label.meaning.year if is_one else ""
        return [*units, FormField(LABEL_YEAR, year, rows.address(cell))] if year else units


def role_of(field: FormField) -> str:
    """The role of the cell that a field stands in."""
    return field.name if field.name in ("unit", AMOUNT_UNIT, "caption") and not field.label else "field"


def _is_money(one: FormField | FieldRule) -> bool:
    return bool(one.source or one.measure)


def _is_of_targets(one: FormField | FieldRule) -> bool:
    return (_is_money(one) and one.measure not in OF_POINTS) or one.name in OF_TARGETS


def _may_hold_sums(label: Label) -> bool:
    """Whether a sum with its own label may stand under this one; in goals it is prose."""
    return bool(label.rule.source or label.rule.measure) or label.rule.name in NOTHING_SAID


def _is_sum(cell: Cell) -> bool:
    return _SUM.match(cell.text) is not None
