"""What stands above forms: said of the next one, of every project of a list, or of all forms until another title."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from pipeline.extract.layout.captions import TITLE, TITLED_PROJECT
from pipeline.extract.layout.form.fields import AMOUNT_UNIT
from pipeline.model.reading import FormField

YEAR = "title_year"
"""The line of a title that states the year: （2025年度）."""
FORMER_TITLE = "former_title"
"""The title further above, where a form has none of its own: the year in it is that of all forms below."""
FOR_ALL = frozenset({YEAR, AMOUNT_UNIT})
"""What a title says once for all forms below it."""
UNIT = "unit"
"""Who made the forms: said above the first, it is said of all until another title that do not name anybody."""
NAMES_WHO = frozenset({"department", "implementing_unit", "whole_department", "listed_unit"})
FOR_TABLE = FOR_ALL | {TITLE}
"""What rows above a table say of what is in it."""
FOR_LIST = FOR_TABLE | {"unit", "implementing_unit"}
"""What they say of the projects of a list, whose own column or heading says it otherwise."""


class SaidAbove:
    """Remembers what lines and titles say while a document is read. `next` is said of the next form."""

    def __init__(self) -> None:
        self.next: dict[str, FormField] = {}
        self._lines: dict[str, FormField] = {}
        self._of_list: dict[str, FormField] = {}
        self._for_all: dict[str, FormField] = {}
        self._headings: dict[str, FormField] = {}

    @property
    def has_title(self) -> bool:
        return TITLE in self.next

    @property
    def title(self) -> str:
        """The title of the next form, empty if there is none."""
        return self.next[TITLE].text if self.has_title else ""

    @property
    def is_of_project(self) -> bool:
        """Whether the heading of the document names a project that all of it is of."""
        return TITLED_PROJECT in self._headings and bool(self._headings[TITLED_PROJECT].text)

    def line(self, found: dict[str, FormField]) -> None:
        """Takes what a line says that may stand right above a title and is said for all; any other line ends that."""
        self._lines = {name: one for name, one in (self._lines | found).items() if name in FOR_ALL} if found else {}

    def heading(self, found: Iterable[FormField]) -> None:
        """Takes what a heading of the document says; it counts until another says otherwise."""
        self._headings |= by_name(found)

    def end_lines(self) -> None:
        """A table stands between what was said and the next title."""
        self._lines = {}

    def add(self, found: dict[str, FormField]) -> None:
        """Takes what is said of the next form; a title begins anew, but for the lines right above it."""
        self.next = self._lines | found if TITLE in found else self.next | found

    def rows(self, fields: Iterable[FormField], heads_list: bool) -> None:
        """Takes what the rows above a table say of what is in it, or of the projects of a list."""
        names = FOR_LIST if heads_list else FOR_TABLE
        self.next |= by_name(one for one in fields if one.name in names)

    def clear(self) -> None:
        """What was said is of no form that follows."""
        self.next = {}

    def begin_list(self) -> None:
        """A list begins; under no title of its own it goes on with the one before."""
        self._of_list = self.next or self._of_list

    def next_of_list(self) -> None:
        """What stands above a list is said of each of its projects."""
        self.next = dict(self._of_list)

    def of_form(self, fields: Sequence[FormField], single: Collection[str]) -> list[FormField]:
        """What was said of a form with these fields of its own, and is said no more. The year, the money unit and the
        unit above a form count for every form below it that says nothing else, until another title; a field that is
        `single` is not said twice.
        """
        for_all = {name: one for name, one in self.next.items() if name in FOR_ALL or name == UNIT}
        self._for_all = for_all if self.has_title else self._for_all | for_all
        own = {one.name for one in fields if one.name in single}
        stated = own | {one.name for one in fields if one.name == AMOUNT_UNIT} | self.next.keys()
        stated |= {FORMER_TITLE} if self.has_title else set()
        stated |= {UNIT} if any(one.name in NAMES_WHO for one in fields) else set()
        found = [one for name, one in self.next.items() if name not in own]
        found += [one for name, one in self._for_all.items() if name not in stated]
        if self.has_title:
            self._for_all[FORMER_TITLE] = replace(self.next[TITLE], name=FORMER_TITLE)
        self.next = {}
        said = {one.name for one in found}
        return [*found, *(one for name, one in self._headings.items() if one.text and name not in said)]


def by_name(fields: Iterable[FormField]) -> dict[str, FormField]:
    """Fields by their names, the last of each."""
    return {one.name: one for one in fields}
