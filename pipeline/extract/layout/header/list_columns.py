"""The columns of lists of projects, and of whole departments, under the names that they have there."""

from dataclasses import replace

from pipeline.extract.layout.header.by_content import ContentReader
from pipeline.extract.layout.header.classes import ClassWords
from pipeline.extract.layout.header.columns import DEPARTMENT, LEVELS, NAME, NAMES, Column
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import FieldLabels
from pipeline.extract.layout.words.labels import plain
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

AMOUNT, OWNER, UNIT = "amount", "owner", "listed_unit"
GOALS = "goals"
OF_INDICATORS = frozenset({*LEVELS, "class", "indicator_name"})
OF_LISTS, MONEY = frozenset({"class", "indicator_name"}), frozenset({AMOUNT, "task_total"})
"""Columns beside which one of projects names them, and is no outline of what stands below each."""
IN_LISTS = {"outline": NAME, "task_total": AMOUNT, "task_fiscal": "amount_fiscal"}
"""What columns are in a list of projects that have another name elsewhere."""


class ListColumns:
    """Names columns anew where a header is that of a list."""

    def __init__(self, rules: Rulebook, classes: ClassWords, contents: ContentReader):
        self._classes, self._contents = classes, contents
        self._labels, self._organisation = compiled(FieldLabels, rules), rules.layouts.text["organisation"]

    def named(self, rows: Rows, bottom: int, columns: list[Column]) -> list[Column]:
        """The columns of a header whose last row is `bottom`, as they are if it is that of no list."""
        return self._with_owners(rows, bottom, self._of_lists(columns))

    def _of_lists(self, columns: list[Column]) -> list[Column]:
        """The columns of a list of projects under the names that they have there: a column of projects beside one of
        money and one of indicators or classes holds the names of these, and a sum is that of the project, of whatever
        source its header says.
        """
        columns = self._of_departments(columns)
        names = {column.name for column in columns}
        has_both = not names.isdisjoint(OF_LISTS) and not names.isdisjoint(MONEY)
        if "task_name" in names or not (names & NAMES or ("outline" in names and has_both)):
            return columns
        own = {name: other for name, other in IN_LISTS.items() if other not in names} | self._counts_things(columns)
        named = [replace(column, name=own.get(column.name, column.name)) for column in columns]
        return [replace(column, name=AMOUNT) if self.is_of_money(column) else column for column in named]

    def _of_departments(self, columns: list[Column]) -> list[Column]:
        """The columns, that of the names of units as one of whole departments where it stands before indicators beside
        sums or goals of each, and none names projects: 部门整体支出绩效目标表 of several units.
        """
        names = [column.name for column in columns]
        first = min((place for place, name in enumerate(names) if name in OF_INDICATORS), default=0)
        units = [place for place in range(first) if names[place] in (UNIT, OWNER) and self._names_unit(columns[place])]
        if not units or NAME in names or {*MONEY, GOALS}.isdisjoint(names[:first]):
            return columns
        name = min(units, key=lambda place: names[place] != UNIT)
        return [replace(one, name=DEPARTMENT) if place == name else one for place, one in enumerate(columns)]

    def _names_unit(self, column: Column) -> bool:
        """Whether the words of a header would name the unit of a form, not who carries out something."""
        label = self._labels.find(column.path[-1]) if column.path else None
        return label is not None and label.rule.name in ("unit", DEPARTMENT)

    def _counts_things(self, columns: list[Column]) -> dict[str, str]:
        """A class is none where the one column of a list that has it says no more than its stem: 数量 beside 单价; or
        stands beside columns of classes: 完成情况.
        """
        said = [column.path[-1] for column in columns if column.name == "class"]
        has_levels = any(column.name in LEVELS for column in columns)
        return {"class": ""} if len(said) == 1 and (has_levels or self._classes.is_stem(said[0])) else {}

    def is_of_money(self, column: Column) -> bool:
        """Whether a column that no header of lists names stands under the label of a sum of money."""
        is_open = column.name in ("", "task_other") and column.path
        return bool(is_open and any(self._labels.money(column.path[-1])))

    def _with_owners(self, rows: Rows, bottom: int, columns: list[Column]) -> list[Column]:
        """The columns of a list of projects: under the word for units of measure stand those who have the projects,
        where it stands before the names of these or above names of organisations. A department is the unit, or above
        it where both have a column.
        """
        names = [column.name for column in columns]
        if NAME not in names:
            return columns
        owner = "department" if UNIT in names else UNIT
        columns = [replace(column, name=owner) if column.name == OWNER else column for column in columns]
        if UNIT in names or OWNER in names:
            return columns
        before = names.index(NAME)
        return [
            replace(column, name=UNIT)
            if column.name == "unit"
            and (place < before or self._contents.holds(rows, bottom, column, self._is_organisation))
            else column
            for place, column in enumerate(columns)
        ]

    def _is_organisation(self, text: str) -> bool:
        return any(rule.pattern.search(plain(text)) for rule in self._organisation)
