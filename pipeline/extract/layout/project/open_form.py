"""A form while its document is read."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pipeline.extract.layout.words.field_labels import OTHER
from pipeline.extract.layout.words.labels import plain
from pipeline.model.reading import FormField
from pipeline.rules.kinds.layouts import ColumnRule, FieldRule, LayoutRule

_SUM = re.compile(r"^\D{0,12}\d[\d,.，]*\D{0,3}$")


@dataclass(slots=True)
class OpenForm:
    """A form that may still gain fields, indicators and tasks. `tables` are those that it stands in so far, `columns`
    all of their columns, `names` those of the last; `heads` are its columns of sums: see FormSection. `asked` is what a
    list has columns for, fields and sources of sums; None for a form of its own.
    """

    table_no: int
    fields: list[FormField]
    tables: set[int]
    columns: set[str] = field(default_factory=set)
    names: frozenset[str] = frozenset()
    heads: dict[int, tuple[str, str]] = field(default_factory=dict)
    asked: frozenset[str] | None = None
    n_indicators: int = 0
    n_tasks: int = 0
    unread: list[str] = field(default_factory=list)

    def holds(self, name: str) -> bool:
        return any(one.name == name for one in self.fields)

    def says(self, field: FormField) -> bool:
        """Whether it holds this field, of sums that of the same source, measure and time."""
        return any(_kind(one) == _kind(field) for one in self.fields)

    def named(self, opening: Collection[str]) -> set[str]:
        """What the fields that open a form name."""
        return {plain(one.text) for one in self.fields if one.name in opening}

    def add_unsaid(self, fields: Iterable[FormField]) -> None:
        """Adds what it does not say yet."""
        self.fields += [one for one in list(fields) if not self.says(one)]

    def says_otherwise(self, field: FormField) -> bool:
        """Whether it holds this field, and another text in it."""
        said = {plain(one.text) for one in self.fields if _kind(one) == _kind(field)}
        return bool(said) and plain(field.text) not in said

    def states(self, rule: FieldRule) -> bool:
        """Whether a field is there, a sum of money under whatever name."""
        return self.holds(rule.name) or any(rule.source and one.source == rule.source for one in self.fields)

    def is_listed(self, names: frozenset[str], columns: Iterable[ColumnRule]) -> None:
        """Makes it a row of a list with the columns of these names."""
        self.columns |= names
        self.asked = names | {rule.source for rule in columns if rule.name in names}

    def asks(self, rule: FieldRule) -> bool:
        """Whether its kind has a place for a field: a list has one for its columns alone."""
        return self.asked is None or not self.asked.isdisjoint({rule.name, rule.source} - {""})

    def may_state(self, rule: FieldRule) -> bool:
        """Whether what was not read, or stands under a label that nobody knows, could be a field: of money a sum, else
        words.
        """
        unknown = [one.text for one in self.fields if one.name == OTHER]
        return any(is_sum(text) == bool(rule.source) for text in (*unknown, *self.unread))


def layout_of(form: OpenForm, layouts: Iterable[LayoutRule]) -> str:
    """The kind of form that its columns and fields make it, `other` if none."""
    fits = (one.id for one in layouts if form.columns.issuperset(one.columns) and all(map(form.holds, one.fields)))
    return next(fits, "other")


def _kind(field: FormField) -> tuple[str, ...]:
    return field.name, field.period, field.source, field.measure


def is_sum(text: str) -> bool:
    """Whether a text is a sum of money rather than words."""
    return _SUM.search(text) is not None
