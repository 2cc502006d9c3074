"""The review memo (审核意见) as a Word document that a reviewer can edit and sign."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import docx
from docx.document import Document

from pipeline.reports import memo_front, paper, remarks
from pipeline.reports.by_project import Opinion, ProjectOpinion, Row
from pipeline.reports.paper import printable
from pipeline.reports.remarks import joined
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.texts import MemoWords

GRADE = 2
"""The column of the table of findings that holds the severity."""


def write(opinion: Opinion, rules: Rulebook, path: Path) -> None:
    """Writes the memo to `path`. Raises OSError if that cannot be written."""
    memo, words = docx.Document(), rules.memo
    _describe(memo, words)
    paper.lay_out(memo, words)
    memo.add_heading(words.title, 0)
    memo_front.write(memo, opinion, words)
    _projects(memo, opinion, words)
    for _ in range(2):
        memo.add_paragraph()
    _sign(memo, words)
    _annex(memo, opinion.doubts, words)
    paper.save(memo, path)


def _sign(memo: Document, words: MemoWords) -> None:
    """Room for the signatures, all on the page of what is signed last."""
    lines = [memo.paragraphs[-2], memo.paragraphs[-1], *(memo.add_paragraph(line) for line in words.sign)]
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _annex(memo: Document, doubts: Sequence[Row], words: MemoWords) -> None:
    """What the reviewer must look up in the documents, the gravest first: doubts of the program, no part of the
    opinion.
    """
    if doubts:
        memo.add_page_break()
        memo.add_heading(words.annex, 1)
        memo.add_paragraph(words.annex_caution)
        gravest = list(words.severities)
        _table(memo, [_with_path(row) for row in sorted(doubts, key=lambda row: gravest.index(row["severity"]))], words)


def _describe(memo: Document, words: MemoWords) -> None:
    """What the file says of itself: its title, and no program as its author."""
    memo.core_properties.title, memo.core_properties.author, memo.core_properties.comments = words.title, "", ""


def _projects(memo: Document, opinion: Opinion, words: MemoWords) -> None:
    """The projects with findings, by their numbers on the first page; of several files each under its name."""
    told = None
    for number, one in enumerate(opinion.projects, 1):
        if not one.remarks:
            continue
        if len(opinion.paths) > 1 and one.project["path"] != told:
            told = one.project["path"]
            memo.add_heading(printable(told), 1)
        _project(memo, number, one, words)


def _project(memo: Document, number: int, one: ProjectOpinion, words: MemoWords) -> None:
    memo.add_heading(printable(words.project.format(number=number, name=one.project["project_name"] or "")), 2)
    budget = one.project["budget_total"]
    line = joined(
        words.between,
        _unit(one.project, words),
        "" if budget is None else words.project_budget.format(budget=f"{budget:,}"),
        _reconciliation(one.project, words),
    )
    memo.add_paragraph(printable(line)).paragraph_format.keep_with_next = True
    _table(memo, one.remarks, words)


def _unit(project: Row, words: MemoWords) -> str:
    """The budget unit, or where none is printed who carries the project out or is in charge of it."""
    if project["unit_code"] or project["unit_name"]:
        return joined(" ", project["unit_code"], project["unit_name"])
    if project["implementing_unit"]:
        return words.implementing_unit.format(name=project["implementing_unit"])
    return words.department.format(name=project["department_name"]) if project["department_name"] else ""


def _reconciliation(project: Row, words: MemoWords) -> str:
    """How the costs compare with the budget, in words."""
    cost, difference = project["cost_total"], project["difference"]
    return words.reconciliations[project["cost_comparison"]].format(
        cost=cost and f"{cost:,}",
        difference=difference and f"{abs(difference):,}",
        percent=project["cost_percent"],
        reason=words.reasons.get(project["reconciliation_reason"], ""),
    )


def _table(memo: Document, findings: Iterable[Row], words: MemoWords) -> None:
    """The findings in their order, those told together in one row; the last column is the reviewer's."""
    told = list(remarks.told(findings, words))
    rows = [
        (number, one.criterion, words.severities[one.severity], one.problem, one.evidence, one.advice, "")
        for number, one in enumerate(told, 1)
    ]
    for cells, one in zip(paper.table(memo, words.columns, rows, words.widths_cm), told, strict=True):
        paper.shade(cells[GRADE], one.severity)


def _with_path(row: Row) -> Row:
    """A finding whose evidence says in which file and project it stands; of a file as such it is the name already."""
    place = joined(" ", row["path"], row["project_name"])
    return {**row, "evidence": place if row["evidence"] == place else joined("\n", row["evidence"], place)}
