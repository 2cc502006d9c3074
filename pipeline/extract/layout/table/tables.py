"""The rows below a header: indicators, a department's tasks, a list of projects, or regions against classes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.layout.captions import Captions
from pipeline.extract.layout.form.fields import AMOUNT_UNIT, MONEY
from pipeline.extract.layout.header.columns import (
    CLASSES,
    LIST,
    POINTS,
    SIDE,
    TEXTS,
    TEXTS_BY_CLASS,
    Column,
    Header,
)
from pipeline.extract.layout.header.headers import HeaderReader
from pipeline.extract.layout.rows import Rows, joined
from pipeline.extract.layout.table import class_columns, header_rows, listed, outlined, owners, sums
from pipeline.extract.layout.table.in_texts import InTexts
from pipeline.extract.layout.table.indicator_rows import IndicatorRows
from pipeline.extract.layout.table.indicator_table import IndicatorRow
from pipeline.extract.layout.words.field_labels import FieldLabels
from pipeline.extract.layout.words.labels import plain, unnumbered
from pipeline.model.document import Address
from pipeline.model.reading import FormField
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

OF_TASKS = {"amount": "task_total", "amount_fiscal": "task_fiscal"}
"""Columns of money in a list of projects, and what they are in one of tasks: the same header stands above both."""


@dataclass(frozen=True, slots=True)
class ListedProject:
    """A project that is one row of a list: its fields and its indicators."""

    fields: tuple[FormField, ...]
    indicators: tuple[IndicatorRow, ...]


@dataclass(slots=True)
class TableSection:
    """What a table says. `fields` are those of the form that it belongs to, such as totals and the money unit;
    `unknown` are the cells below headers that no rule knows, with these.
    """

    header: Header
    names: frozenset[str]
    roles: dict[Address, str]
    unknown: dict[Address, str] = field(default_factory=dict)
    fields: list[FormField] = field(default_factory=list)
    indicators: list[IndicatorRow] = field(default_factory=list)
    tasks: list[Mapping[str, str]] = field(default_factory=list)
    projects: list[ListedProject] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.header.kind


class TableReader:
    """Reads the rows of a table by the kind of its header."""

    def __init__(self, rules: Rulebook, headers: HeaderReader):
        self._rules, self._captions, self._headers = rules, Captions(rules), headers
        self._columns = {rule.name: rule for rule in rules.layouts.columns}
        self._labels = compiled(FieldLabels, rules)
        self._rows = IndicatorRows(rules, headers)
        self._in_texts = InTexts(headers, self._rows)
        self._kinds = {
            "indicators": self._indicators,
            "tasks": self._tasks,
            "projects": self._projects,
            "classes": self._classes,
            POINTS: self._points,
            TEXTS: self._texts_below,
            TEXTS_BY_CLASS: self._texts_by_class,
        }

    def read(self, rows: Rows, headers: list[Header], row_nos: list[int]) -> TableSection:
        """The section below a header; `headers` are its repetitions, the first one first."""
        section = self._below(rows, headers[0], row_nos)
        section.roles |= header_rows.roles(rows, headers) | section.roles
        said = (
            header_rows.unit(rows, headers[0], self._rules.layouts),
            header_rows.year(rows, headers[0], self._columns),
        )
        section.fields[:0] = [one for found in said for one in found]
        return section

    def _below(self, rows: Rows, header: Header, row_nos: list[int]) -> TableSection:
        names = frozenset(column.name for column in header.columns if column.name)
        section = TableSection(header, names, {})
        section.unknown |= header_rows.under_unknown(rows, header, row_nos)
        notes = {
            one for one in row_nos if self._captions.is_note(rows, one) or self._captions.is_beside_note(rows, one)
        }
        stating = row_nos if header.kind == CLASSES else [row_no for row_no in row_nos if row_no not in notes]
        section.roles |= {rows.address(cell): "caption" for row_no in notes for cell in rows.printed(row_no)}
        self._kinds[header.kind](rows, header, stating, section)
        totals = (
            []
            if header.kind == LIST
            else [
                one
                for row_no in sorted(notes.difference(_between(section.indicators)))
                for one in (*self._sums(rows, header, row_no), *self.totals(rows, header, row_no))
            ]
        )
        section.fields += [*totals, *self._units(rows, notes)]
        section.roles |= {one.address: "field" for one in totals if one.address}
        return section

    def _units(self, rows: Rows, notes: Iterable[int]) -> Iterator[FormField]:
        """The money units that notes of a table state for its form."""
        for cell in (cell for row_no in sorted(notes) for cell in rows.printed(row_no)):
            said = (one for one in self._captions.titles(cell.text) if one.name == AMOUNT_UNIT)
            yield from (replace(one, address=rows.address(cell)) for one in said)

    def _indicators(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        found, roles = self._rows.read(rows, header, row_nos)
        section.indicators += found
        section.roles |= roles

    def heads(self, rows: Rows, header: Header, row_no: int) -> bool:
        """Whether a row below a header names the class of those below it, and nothing else."""
        return self._rows.heading(rows, header, row_no) is not None

    def _texts_below(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        found, roles = self._in_texts.below_classes(rows, row_nos)
        section.indicators += found
        section.roles |= roles

    def _texts_by_class(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        """The row of texts below classes; one that says that there is nothing states nothing."""
        section.indicators += self._in_texts.read(rows, header, row_nos)
        section.roles |= self._in_texts.roles(rows, header, row_nos)
        cells = (cell for row_no in row_nos for cell in self._in_texts.silent(rows, header, row_no))
        section.roles |= {rows.address(cell): "caption" for cell in cells if self._headers.texts.is_nothing(cell.text)}

    def _tasks(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        for row_no in row_nos:
            texts = self._texts(rows, header, row_no)
            if texts.get("task_name", "").strip():
                money = {task: texts[name] for name, task in OF_TASKS.items() if name in texts}
                section.tasks.append(money | {name: text for name, text in texts.items() if name not in OF_TASKS})
                section.roles |= self._rows.roles(rows, header, row_no)

    def _points(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        section.roles |= {
            address: role for one in row_nos for address, role in self._rows.roles(rows, header, one).items()
        }

    def _texts(self, rows: Rows, header: Header, row_no: int) -> dict[str, str]:
        return {
            column.name: joined(rows.over(row_no, column.cols))
            for column in header.columns
            if column.name not in ("", SIDE)
        }

    def totals(self, rows: Rows, header: Header, row_no: int) -> Iterator[FormField]:
        """The points and the score in the row of totals of a table: each a cell that its column holds alone."""
        label, patterns = next(iter(rows.printed(row_no)), None), self._rules.layouts.text["total"]
        if label is None or not any(rule.pattern.search(plain(label.text)) for rule in patterns):
            return
        for column in header.columns:
            name = self._columns[column.name].total if column.name in self._columns else ""
            for cell in rows.beginning(row_no, column.cols) if name else ():
                if cell.col_no + cell.col_span <= column.cols.stop:
                    yield FormField(name, cell.text, rows.address(cell), label=label.text, role_source=listed.COLUMN)

    def _sums(self, rows: Rows, header: Header, row_no: int) -> Iterator[FormField]:
        """The sums of money in a row of totals, behind its label: those of the whole form, for the year of it."""
        label = rows.printed(row_no)[:1]
        for column in header.columns:
            source = self._columns[column.name].source if column.name in self._columns else ""
            for cell in rows.beginning(row_no, column.cols) if source else ():
                if cell not in label:
                    yield FormField(MONEY, cell.text, rows.address(cell), "annual", source, role_source=listed.COLUMN)

    def _projects(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        """The projects of a list. What is a sum of others is none; the heading of a group is the unit of those
        below.
        """
        found = list(sums.list_rows(rows, header, row_nos))
        passed_over = sums.sums(found, self.says_total)
        heads = dict(sums.headings(found, passed_over, self._unit_of))
        section.roles |= {rows.address(cell): "caption" for row_no in heads for cell in rows.printed(row_no)}
        self._listed(rows, header, [row_no for row_no in row_nos if row_no not in heads], section)
        self._with_owners(rows, header, heads, section)

    def _with_owners(self, rows: Rows, header: Header, heads: Mapping[int, str], section: TableSection) -> None:
        """Adds to the projects of a list whose they are, where a heading or the rows above say it for several."""
        names_unit = owners.UNIT in section.names
        units = {} if names_unit else {row_no: unit for row_no, text in heads.items() if (unit := self._unit_of(text))}

        def ends(row_no: int) -> bool:
            return row_no in heads or any(self.says_total(cell.text) for cell in rows.printed(row_no)[:1])

        said = owners.of_group([one.fields for one in section.projects], owners.leading(header), ends)
        section.projects = [
            replace(one, fields=(*one.fields, *more, *owners.under_heading(rows, one.fields, units)))
            for one, more in zip(section.projects, said, strict=True)
        ]

    def says_total(self, text: str) -> bool:
        """Whether what a row of a list says first makes it a sum."""
        return any(rule.pattern.search(plain(text)) for rule in self._rules.layouts.text["sum_row"])

    def _unit_of(self, text: str) -> str:
        """The unit that the heading of a group names, without its number and the word for a sum; empty if none:
        projects are also grouped by purpose.
        """
        for rule in self._rules.layouts.text["sum_row"]:
            text = rule.pattern.sub("", plain(text))
        name = unnumbered(text)
        return name if any(rule.pattern.search(name) for rule in self._rules.layouts.text["organisation"]) else ""

    def _listed(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        if outlined.COLUMN in section.names:
            for project in outlined.projects(rows, header, row_nos, self._headers.class_level):
                section.projects.append(ListedProject(tuple(project.fields), tuple(project.indicators)))
                section.roles |= project.roles
            return
        stated = self._stated(header)
        for run in listed.runs(rows, stated, row_nos):
            fields = tuple(listed.fields(rows, stated, run, self._columns, self._labels.money))
            if "target" in section.names:
                found, roles = self._rows.read(rows, header, run)
                roles |= self._rows.roles(rows, header, run[0])
            elif fields:
                found, roles = list(self._in_texts.read(rows, header, run)), self._in_texts.roles(rows, header, run)
            else:
                continue
            section.projects.append(ListedProject(fields, tuple(found)))
            torn = set(listed.torn(rows, stated, run))
            section.roles |= {address: role for address, role in roles.items() if address not in torn}

    def _stated(self, header: Header) -> list[Column]:
        """The columns of a list that hold what a form states."""
        return [one for one in header.columns if one.name in self._columns and self._columns[one.name].role == "field"]

    def _classes(self, rows: Rows, header: Header, row_nos: list[int], section: TableSection) -> None:
        section.indicators += class_columns.indicators(rows, header, row_nos)
        for row_no in class_columns.stating(rows, header, row_nos):
            section.roles |= self._rows.roles(rows, header, row_no)
            # A total names its region in one cell with the number before it.
            section.roles |= {
                rows.address(cell): class_columns.REGION for cell in class_columns.region(rows, header, row_no)
            }


def _between(indicators: Sequence[IndicatorRow]) -> range:
    """The rows between the first and the last indicator of a table: a total there is not that of all."""
    row_nos = [one.row_no for one in indicators]
    return range(min(row_nos, default=0), max(row_nos, default=0))
