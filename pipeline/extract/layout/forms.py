"""Document → forms and indicator rows, by what labels and headers say. Nothing is interpreted here.

A form is open from the table that names a project until the next one does; indicator rows belong to the
open form. What no label, header or form claims gets the role `unread` and a finding.
"""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.layout import pages
from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.form.fields import AMOUNT_UNIT, NOTHING_SAID, FormSection
from pipeline.extract.layout.form.stated import StatedFields
from pipeline.extract.layout.header.columns import CLASSES, LIST, POINTS, SIDE
from pipeline.extract.layout.money.borrowed import with_listed_sums
from pipeline.extract.layout.money.parts_of_sums import tell_totals
from pipeline.extract.layout.outline import outline, sections_below
from pipeline.extract.layout.project.doubts import lacking, no_target_table, not_read, read_by_content, unread
from pipeline.extract.layout.project.evidence import is_blank, is_of_budget
from pipeline.extract.layout.project.nameless import is_form, named_by_place, restates
from pipeline.extract.layout.project.open_form import OpenForm, layout_of
from pipeline.extract.layout.project.said_above import YEAR, SaidAbove, by_name
from pipeline.extract.layout.prose.running_text import RunningText
from pipeline.extract.layout.sections import Section
from pipeline.extract.layout.table.indicator_table import IndicatorRow
from pipeline.extract.layout.table.tables import TableSection
from pipeline.extract.layout.words.field_labels import REMARK
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Address, Document, Grid, Paragraph
from pipeline.model.finding import Finding
from pipeline.model.reading import Form, FormField, RawIndicator, RawTask, Reading
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook


def read(document: Document, rules: Rulebook) -> Reading:
    """The forms, indicators and tasks of a document, a role for every non-blank cell, and what was left over.

    A document without any form or indicator is read all the same; `no_target_table` is then among the findings.
    """
    pass_over = _Pass(rules)
    document, blocks = outline(document, rules)
    for (block, sections), below in zip(blocks, sections_below(blocks), strict=True):
        if isinstance(block, Paragraph):
            pass_over.paragraph(block)
        else:
            pass_over.grid(block, sections, below)
    return pass_over.reading(document)


class _Pass:
    """One pass over a document: what was said since the last form, the forms so far, the last of which is open."""

    def __init__(self, rules: Rulebook):
        self._rules, self._layouts, self._captions = rules, rules.layouts, compiled(Captions, rules)
        self._stated, self._running = compiled(StatedFields, rules), RunningText(rules)
        fields = rules.layouts.fields
        self._single = {rule.name for rule in fields if rule.single and rule.name != AMOUNT_UNIT}
        self._names = [rule.name for rule in fields if rule.opens]
        self._opening = set(self._names)
        self._is_below_unread = False
        self._above = SaidAbove()
        self._forms: list[OpenForm] = []
        self._indicators: list[RawIndicator] = []
        self._tasks: list[RawTask] = []
        self._roles: dict[Address, str] = {}
        self._findings: list[Finding] = []

    def paragraph(self, paragraph: Paragraph) -> None:
        """Remembers what a paragraph says of the next form. Before the next title a paragraph may still say what the
        last form lacks, such as the money unit below its table.
        """
        found = by_name(self._said(paragraph.text))
        if not paragraph.text.strip():
            return
        self._above.line(found)
        self._above.heading(self._captions.heading(paragraph.text))
        self._running.read(paragraph.text, not found.keys().isdisjoint((TITLE, YEAR)), self._above.is_of_project)
        if self._opening & found.keys():
            # A form in lines: what it says is of the next table.
            self._above.next |= found
            return
        if self._forms and TITLE not in self._above.next | found:
            self._forms[-1].fields += [one for name, one in found.items() if not self._forms[-1].holds(name)]
        self._above.add(found)

    def _said(self, text: str) -> list[FormField]:
        """What a paragraph says of a form; below a line that names a project, or between the fields of a form and its
        indicators, a line may state anything of it.
        """
        found = self._captions.titles(text)
        is_in_form = self._is_open_for_indicators() and not self._above.has_title
        if found or not (is_in_form or self._opening & self._above.next.keys()):
            return found
        return [one for one in self._stated.read(text, None) if one.name != REMARK]

    def grid(self, grid: Grid, sections: Sequence[Section], below: Sequence[Section]) -> None:
        """Places the cells of a grid that was read as these sections; `below` are those of the block right below it."""
        self._above.end_lines()
        if not any(isinstance(one, FormSection) and one.opens for one in sections) and self._names_open_form():
            self._above.clear()
            self._forms[-1].tables.add(grid.table_no)
        recognised = [
            self._table(grid, one)
            if isinstance(one, TableSection)
            else self._form(grid, one, next_one if isinstance(next_one, TableSection) else None)
            for one, next_one in zip(sections, [*sections[1:], next(iter(below), None)], strict=False)
        ]
        if not any(recognised):
            self._above.heading(self._captions.heading_of(grid))
        unknown: dict[Address, str] = {}
        for section in sections:
            unknown |= section.unknown if isinstance(section, TableSection) else {}
        left = unread(grid, self._roles, unknown)
        self._is_below_unread = bool(left) and not any(recognised)
        if self._forms:
            self._forms[-1].unread += [text for texts in left.values() for text in texts]
        self._findings += not_read(grid, left, any(recognised))

    def _form(self, grid: Grid, section: FormSection, table: TableSection | None) -> bool:
        """Opens a form, or adds to the open one what stands in its own table. Whether there was anything to read.
        What heads an indicator `table` with goals or sums of money is a form, whatever its project is called there; a
        title, and the money unit above a list of projects, are said of what follows.
        """
        if section.opens:
            if self._names_again(section):
                self._forms[-1].add_unsaid([*self._above.next.values(), *section.fields])
                self._forms[-1].tables.add(grid.table_no)
                self._above.clear()
            else:
                self._open(grid, section.fields)
            self._forms[-1].heads |= section.heads
        elif table and self._forms and restates(self._forms[-1], section, self._single):
            self._open(grid, section.fields)
        elif self._continues_form(grid, section):
            pass
        elif is_form(section) or (table and table.kind != LIST and self._states_what_forms_do(section)):
            self._open(grid, section.fields)
        elif table and section.roles and (table.kind == LIST or any(one.name == TITLE for one in section.fields)):
            self._above.rows(section.fields, table.kind == LIST)
        else:
            return False
        self._roles |= section.roles
        return True

    def _names_again(self, section: FormSection) -> bool:
        """Whether a form names the project of the open one, which still lacks its indicators, and says nothing else of
        it otherwise: a filing has a form for the money and one for the targets.
        """
        own = {plain(one.text) for one in section.fields if one.name in self._opening}
        if not (self._is_open_for_indicators() and own and own <= self._forms[-1].named(self._opening)):
            return False
        return not any(map(self._forms[-1].says_otherwise, section.fields))

    def _is_open_for_indicators(self) -> bool:
        return bool(self._forms) and not self._forms[-1].n_indicators

    def _continues_form(self, grid: Grid, section: FormSection) -> bool:
        if not (self._forms and section.roles):
            return False
        form = self._forms[-1]
        if grid.table_no in form.tables:
            form.fields += section.fields
        elif self._completes(form, section):
            form.fields += pages.dated(section.fields, form.heads)
        else:
            return False
        form.heads |= section.heads
        form.tables.add(grid.table_no)
        return True

    def _completes(self, form: OpenForm, section: FormSection) -> bool:
        """Whether a table under no title is the rest of the open form, which has no indicators yet: a page or paragraph
        cuts it in two. What the form states already begins another.
        """
        if form.n_indicators or self._above.has_title:
            return False
        stated = [one for one in section.fields if one.name not in (AMOUNT_UNIT, *NOTHING_SAID)]
        return bool(stated) and not any(map(form.says, stated))

    def _states_what_forms_do(self, section: FormSection) -> bool:
        expected = {rule.name for rule in self._layouts.fields if rule.expected}
        return section.asks or any(one.source or one.name in expected for one in section.fields)

    def _open(self, grid: Grid, fields: Sequence[FormField]) -> None:
        """Opens a form under what was said since the last one."""
        self._running.take()
        said = self._above.of_form(fields, self._single)
        self._drop_blank()
        self._forms.append(OpenForm(grid.table_no, [*said, *fields], {grid.table_no}))

    def _drop_blank(self) -> None:
        """Forgets the last form if nothing was filled in."""
        if self._forms and is_blank(self._forms[-1], self._layouts.fields):
            del self._forms[-1]

    def _table(self, grid: Grid, section: TableSection) -> bool:
        if (not self._forms or self._above.has_title) and not is_of_budget(section, self._above.next, self._captions):
            return False
        self._roles |= section.roles
        self._findings += read_by_content(grid.table_no, section.header)
        if section.kind in (LIST, POINTS):  # of which the second has no projects
            self._add_projects(grid, section)
            return True
        if self._forms and self._only_names_a_kind():
            self._above.clear()
        if not self._forms or self._above.has_title or self._is_named_above() or self._is_of_unread(section):
            # A title without a form before the table: what it states is not of the last project.
            if not self._opening & self._above.next.keys():
                first_row = section.header.first_row or 1
                self._findings.append(Finding("indicators_without_form", "", grid.table_no, first_row))
            self._open(grid, self._running.take())
        form = self._forms[-1]
        goes_on = section.names ^ form.names <= {SIDE} and grid.table_no not in form.tables
        form.tables.add(grid.table_no)
        form.names, form.columns = section.names, form.columns | section.names
        form.fields += section.fields
        self._add_indicators(grid, self._gone_on(grid, section) if goes_on else section.indicators)
        for texts in section.tasks:
            form.n_tasks += 1
            self._tasks.append(RawTask(len(self._forms), form.n_tasks, texts))
        return True

    def _is_named_above(self) -> bool:
        """Whether lines name another project than the open one, which has its indicators."""
        return bool(self._opening & self._above.next.keys()) and not self._is_open_for_indicators()

    def _is_of_unread(self, section: TableSection) -> bool:
        """Whether a table with its own header stands right below one not read, and the open form has its indicators."""
        return self._is_below_unread and section.header.is_printed and self._forms[-1].n_indicators > 0

    def _only_names_a_kind(self) -> bool:
        """Whether the title above a table states but its kind, and the open form, which is named, lacks indicators."""
        form = self._forms[-1]
        if form.n_indicators or self._above.next.keys() != {TITLE} or not any(map(form.holds, self._opening)):
            return False
        return self._captions.is_kind(self._above.title)

    def _names_open_form(self) -> bool:
        """Whether a title names the project of the open form, which still lacks its indicators: its second part."""
        title = plain(self._above.title) if self._is_open_for_indicators() else ""
        return bool(title) and any(name and name in title for name in self._forms[-1].named(self._opening))

    def _gone_on(self, grid: Grid, section: TableSection) -> Iterator[IndicatorRow]:
        """The indicators of a table that goes on from the page before."""
        first = len(self._indicators) - self._forms[-1].n_indicators
        before = self._indicators[first:]
        if section.kind != CLASSES:
            return pages.gone_on(self._without_rest(grid, section), before)
        new = list(pages.with_values(before, section.indicators))
        self._indicators[first:] = before
        return iter(new)

    def _without_rest(self, grid: Grid, section: TableSection) -> list[IndicatorRow]:
        """The indicators of a page but for the rest of one that began on the page before, joined to that."""
        rows, above = section.indicators, self._indicators[-1:]
        if not (rows and above and pages.is_rest(rows[0], above[0], self._is_numbered)):
            return rows
        self._indicators[-1] = pages.joined(above[0], rows[0], grid.table_no)
        self._findings.append(pages.said(self._indicators[-1]))
        return rows[1:]

    def _is_numbered(self, name: str) -> bool:
        return any(rule.pattern.search(plain(name)) for rule in self._layouts.text["item_number"])

    def _add_projects(self, grid: Grid, section: TableSection) -> None:
        """Every row of a list of projects is a form of its own, and what stands above the list is said of each; a list
        under no title of its own goes on with the one before, and so does the last project in rows that name none.
        """
        self._above.begin_list()
        for project in section.projects:
            if not project.fields and self._forms:
                self._add_indicators(grid, project.indicators)
                continue
            self._above.next_of_list()
            self._open(grid, [*section.fields, *project.fields])
            self._forms[-1].is_listed(section.names, self._layouts.columns)
            self._add_indicators(grid, project.indicators)

    def _add_indicators(self, grid: Grid, rows: Iterable[IndicatorRow]) -> None:
        for row in rows:
            place = (len(self._forms), grid.table_no, row.row_no, row.block_no)
            self._indicators.append(RawIndicator(*place, row.texts, row.values, row.role_source))
            self._forms[-1].n_indicators += 1

    def reading(self, document: Document) -> Reading:
        """Closes all forms."""
        self._drop_blank()
        self._findings += named_by_place(self._forms, self._names, self._single, self._captions)
        self._findings += tell_totals(self._forms, self._captions)
        self._findings = with_listed_sums(document, self._forms, self._roles, self._findings, self._rules)
        forms = tuple(
            Form(no, one.table_no, layout_of(one, self._layouts.layouts), tuple(one.fields))
            for no, one in enumerate(self._forms, 1)
        )
        missing = (one for form in self._forms for one in lacking(form, self._layouts.fields, self._captions))
        findings = [*document.findings, *self._findings, *missing]
        if not self._forms:
            findings.append(no_target_table(document))
        return Reading(document, forms, tuple(self._indicators), tuple(self._tasks), self._roles, tuple(findings))
