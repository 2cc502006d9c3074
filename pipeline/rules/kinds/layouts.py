"""The rules by which forms and tables are recognised: the entries of `rules/data/layouts/layouts.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.rules.kinds.contents import RoleRule


@dataclass(frozen=True, slots=True)
class TextRule:
    """A pattern over printed text. What it must find, and must not, stands beside it and is tested."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A header field of a form, by its printed labels and by what those `means` whose parts say it. `opens`: no form
    without it; `expected`: missed if absent; `filled`: missed if its cell is blank; `single`: it takes one cell.

    `means` is in the words of `Sense.read`. A sum of money has a `source` of funds; a label with a `measure` says it of
    the sums below it.
    """

    name: str
    labels: tuple[str, ...]
    means: tuple[str, ...] = ()
    single: bool = False
    opens: bool = False
    expected: bool = False
    filled: bool = False
    source: str = ""
    measure: str = ""

    @property
    def title(self) -> str:
        """What the field is called in messages: its first label."""
        return self.labels[0] if self.labels else self.name


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """A column of a table, by its printed headers, by what those `means` whose parts say it, and the role of the cells
    below it. See FieldRule for `source`.

    `total` is the field of the form that a sum of the whole column is.
    """

    name: str
    headers: tuple[str, ...]
    role: str
    means: tuple[str, ...] = ()
    source: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True)
class TableRule:
    """A kind of table, by the columns that it must have. Two rules may name the same `kind`, by default their name."""

    name: str
    needs: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """A named form: the fields and columns that must all be there."""

    id: str
    title: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layouts:
    """How forms are recognised: `layouts.toml` and `contents.toml` in `rules/data/layouts/`. `text` holds the patterns
    by what they find, `senses` groups of senses by their names, `roles` what a column is worth by what stands in it,
    under which `open_headers`, and `list_roles` the same for a list of projects with their indicators in one cell each.
    """

    fields: tuple[FieldRule, ...]
    columns: tuple[ColumnRule, ...]
    tables: tuple[TableRule, ...]
    layouts: tuple[LayoutRule, ...]
    text: Mapping[str, tuple[TextRule, ...]]
    senses: Mapping[str, tuple[str, ...]]
    roles: tuple[RoleRule, ...]
    list_roles: tuple[RoleRule, ...]
    open_headers: tuple[str, ...]
