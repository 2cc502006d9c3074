"""The first page of the memo: what was reviewed, the main problems, and every project with room for a conclusion."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice

from docx.document import Document

from pipeline.reports import paper, remarks
from pipeline.reports.by_project import Opinion, ProjectOpinion, Row
from pipeline.rules.kinds.texts import MemoWords
from pipeline.schema.tables.review import ISSUES

CRITERIA = next(column.values for column in ISSUES.columns if column.name == "criterion")
MAIN = 8
"""Main problems that are listed: more leave no room for the projects on the first page."""
NUMBER, FIRST_COUNT = 0, 4
"""The columns of the table of projects that hold the number, and how many findings there are of the first grade."""


def write(memo: Document, opinion: Opinion, words: MemoWords) -> None:
    """Adds the first page to a memo."""
    for line in _scope(opinion, words):
        memo.add_paragraph(line)
    memo.add_paragraph(words.caution)
    _main_problems(memo, opinion, words)
    _projects(memo, opinion, words)


def _scope(opinion: Opinion, words: MemoWords) -> Iterator[str]:
    """What was reviewed and what was not; the name of a single file, which no heading tells."""
    counts = {"documents": len(opinion.paths), "units": opinion.units, "projects": len(opinion.projects)}
    basis = paper.printable(opinion.basis or words.basis)
    yield words.intro.format(**counts, budget=_budgets(opinion, words), basis=basis)
    if opinion.evaluated:
        yield words.evaluated.format(projects=opinion.evaluated)
    if len(opinion.paths) == 1:
        yield paper.printable(words.file.format(path=next(iter(opinion.paths))))
    if opinion.rejected:
        yield words.rejected.format(documents=len(opinion.rejected))


def _budgets(opinion: Opinion, words: MemoWords) -> str:
    """The sum of the budgets, and how many projects it leaves out; of no budget there is no sum."""
    if not opinion.budgets:
        return words.no_budgets
    missing = len(opinion.projects) - len(opinion.budgets)
    form = words.budgets_missing if missing else words.budgets
    return form.format(budget=f"{sum(opinion.budgets):,}", projects=missing)


def _main_problems(memo: Document, opinion: Opinion, words: MemoWords) -> None:
    """The gravest remarks of all projects, then those about the most money; notes are none."""
    memo.add_heading(words.main, 1)
    grades = [grade for grade in words.severities if grade in paper.SHADES]
    found = [
        (number, one, remark)
        for number, one in enumerate(opinion.projects, 1)
        for remark in remarks.told(one.remarks, words)
        if remark.severity in grades
    ]
    found.sort(key=lambda told: (grades.index(told[2].severity), -_money(told[2]), -_budget(told[1].project)))
    if not found:
        memo.add_paragraph(words.main_none)
        return
    rows = [_main_row(*told, words) for told in islice(found, MAIN)]
    made = paper.table(memo, words.main_columns, rows, words.main_widths_cm)
    for cells, (_, _, remark) in zip(made, found, strict=False):
        paper.shade(cells[0], remark.severity)
        paper.align(cells[-1:], paper.RIGHT)
    if len(found) > MAIN:
        memo.add_paragraph(words.main_more.format(count=len(found) - MAIN))


def _main_row(number: int, one: ProjectOpinion, remark: remarks.Remark, words: MemoWords) -> tuple[str, ...]:
    first, money = remark.findings[0], _money(remark)
    problem = words.and_also.join(dict.fromkeys(row["message_zh"] for row in remark.findings))
    name = words.project.format(number=number, name=one.project["project_name"] or "")
    places = dict.fromkeys(remarks.address(row, words) for row in remark.findings)
    where = words.and_also.join(islice(places, remarks.FEW)) + (words.and_more if len(places) > remarks.FEW else "")
    return words.severities[first["severity"]], name, problem, where, f"{money:,}" if money else ""


def _money(remark: remarks.Remark) -> Decimal:
    return max((row["amount"] or Decimal(0) for row in remark.findings), default=Decimal(0))


def _budget(project: Row) -> Decimal:
    return project["budget_total"] or Decimal(0)


def _projects(memo: Document, opinion: Opinion, words: MemoWords) -> None:
    """Every project with its budget, how many findings it has, and room for what is concluded."""
    memo.add_heading(words.summary, 1)
    counts = [Counter(row["severity"] for row in one.remarks) for one in opinion.projects]
    rows = [
        (number, *_named(one.project, words), *map(count.__getitem__, words.severities), words.conclusion)
        for number, (one, count) in enumerate(zip(opinion.projects, counts, strict=True), 1)
    ]
    sums = (sum(count[grade] for count in counts) for grade in words.severities)
    total = ("", words.total, "", f"{sum(opinion.budgets):,}" if opinion.budgets else "", *sums, "")
    head = [*words.project_columns[:FIRST_COUNT], *words.severities.values(), words.project_columns[-1]]
    made = paper.table(memo, head, [*rows, total], words.project_widths_cm)
    if opinion.projects:
        paper.keep_with_next(made[-2])  # the sums stand on no page alone
    for cells, count in zip(made, [*counts, Counter()], strict=True):
        _mark_counts(cells, count, words)
    remark_rows = chain.from_iterable(one.remarks for one in opinion.projects)
    by_criterion = Counter(row["criterion"] for row in remark_rows)
    told = words.enumerated.join(words.of_criterion.format(name=name, count=by_criterion[name]) for name in CRITERIA)
    memo.add_paragraph(words.by_criterion.format(counts=told))


def _named(project: Row, words: MemoWords) -> tuple[str, str, str]:
    budget = project["budget_total"]
    unit = project["unit_name"] or project["implementing_unit"] or project["department_name"] or ""
    return project["project_name"] or "", unit, "" if budget is None else f"{budget:,}"


def _mark_counts(cells: Sequence, count: Counter, words: MemoWords) -> None:
    paper.align(cells[FIRST_COUNT - 1 : FIRST_COUNT], paper.RIGHT)
    of_grades = cells[FIRST_COUNT : FIRST_COUNT + len(words.severities)]
    paper.align((cells[NUMBER], *of_grades), paper.CENTER)
    for cell, grade in zip(of_grades, words.severities, strict=True):
        if count[grade]:
            paper.shade(cell, grade)
