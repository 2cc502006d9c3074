"""The review memo (审核意见) as a Word document that a reviewer can edit and sign."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from pipeline.reports.by_project import Opinion, ProjectOpinion, Row
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.texts import MemoWords
from pipeline.schema.tables.review import ISSUES

CRITERIA = next(column.values for column in ISSUES.columns if column.name == "criterion")
GRID = "Table Grid"
THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
"""What makes a style take its fonts from the theme, whatever fonts it names."""
BLACK = RGBColor(0, 0, 0)
ROOM = Pt(2)
"""Between the text of a cell and the lines above and below it."""
BELOW = Pt(4)
"""Between a paragraph and what stands below it."""
MOST = 10
"""Places of one finding that a row of the table lists, so that no row is longer than a page."""
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(opinion: Opinion, rules: Rulebook, path: Path) -> None:
    """Writes the memo to `path`. Raises OSError if that cannot be written."""
    memo, words = docx.Document(), rules.memo
    _describe(memo, words)
    lay_out(memo, words)
    memo.add_heading(words.title, 0)
    for line in _scope(opinion, words):
        memo.add_paragraph(line)
    memo.add_paragraph(words.caution)
    _summary(memo, opinion, words)
    _projects(memo, opinion, words)
    memo.add_paragraph()
    if names := [one.project["project_name"] or "" for one in opinion.projects if not one.remarks]:
        memo.add_paragraph(printable(words.untouched.format(count=len(names), names="、".join(names))))
    memo.add_paragraph()
    _sign(memo, words)
    _annex(memo, opinion.doubts, words)
    in_memory = BytesIO()
    memo.save(in_memory)  # a full disk then costs no memo that was there before
    path.write_bytes(in_memory.getvalue())


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


def lay_out(memo: Document, words: MemoWords) -> None:
    """A page on its side, and for every style a font with Chinese characters, in black as official papers are."""
    section = memo.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = memo.styles[name]
        style.font.name = words.font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), words.font)
        for theme in THEME_FONTS:
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.color.rgb = BLACK
    _lay_out_title(memo.styles["Title"])
    memo.styles["Normal"].font.size = Pt(10.5)
    memo.styles["Normal"].paragraph_format.space_after = BELOW
    _number_pages(section.footer.paragraphs[0])


def _lay_out_title(title: ParagraphStyle) -> None:
    """The title stands in the middle, without the line that Word draws below."""
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(line)


def _number_pages(footer: Paragraph) -> None:
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def _scope(opinion: Opinion, words: MemoWords) -> Iterator[str]:
    """What was reviewed and what was not; the name of a single file, which no heading tells."""
    counts = {"documents": len(opinion.paths), "units": opinion.units, "projects": len(opinion.projects)}
    yield words.intro.format(**counts, budget=f"{opinion.budget:,}")
    if opinion.evaluated:
        yield words.evaluated.format(projects=opinion.evaluated)
    if len(opinion.paths) == 1:
        yield printable(words.file.format(path=next(iter(opinion.paths))))
    if opinion.rejected:
        yield words.rejected.format(documents=len(opinion.rejected))


def _summary(memo: Document, opinion: Opinion, words: MemoWords) -> None:
    """How many findings there are, by criterion and severity, and in all."""
    memo.add_heading(words.summary, 1)
    remarks = (row for one in opinion.projects for row in one.remarks)
    counts = Counter((row["criterion"], row["severity"]) for row in remarks)
    rows = [(name, *(counts[name, severity] for severity in words.severities)) for name in CRITERIA]
    total = (words.total, *(sum(column) for column in list(zip(*rows, strict=True))[1:]))
    table = _grid(memo, (words.columns[1], *words.severities.values()), [*rows, total])
    for cell in chain.from_iterable(row.cells[1:] for row in table.rows):
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _projects(memo: Document, opinion: Opinion, words: MemoWords) -> None:
    """The projects with findings; of several files each under its name."""
    told = None
    for number, one in enumerate((one for one in opinion.projects if one.remarks), 1):
        if len(opinion.paths) > 1 and one.project["path"] != told:
            told = one.project["path"]
            memo.add_heading(printable(told), 1)
        _project(memo, number, one, words)


def _project(memo: Document, number: int, one: ProjectOpinion, words: MemoWords) -> None:
    memo.add_heading(printable(words.project.format(number=number, name=one.project["project_name"] or "")), 2)
    budget = one.project["budget_total"]
    line = _joined(
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
        return _joined(" ", project["unit_code"], project["unit_name"])
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
    """The findings in their order, those that say the same in one row; the last column is the reviewer's."""
    rows = [(number, *row, "") for number, row in enumerate(_rows(findings, words), 1)]
    table = _grid(memo, words.columns, rows)
    for column, width in zip(table.columns, words.widths_cm, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, words.widths_cm, strict=True):
            cell.width = Cm(width)


def _rows(findings: Iterable[Row], words: MemoWords) -> Iterator[tuple[str, ...]]:
    """Criterion, severity, problem, evidence and advice: a row for all findings that differ in their evidence alone."""
    said: dict[tuple, list[Row]] = {}
    for row in findings:
        said.setdefault((row["criterion"], row["severity"], row["message_zh"], row["action_zh"]), []).append(row)
    for (criterion, severity, message, action), alike in said.items():
        for first in range(0, len(alike), MOST):
            some = alike[first : first + MOST]
            problem = message if len(some) == 1 else words.several.format(message=message, count=len(some))
            innocent = words.innocent.format(innocent=some[0]["innocent_zh"]) if some[0]["innocent_zh"] else ""
            evidence = [_evidence(row, words) for row in some]
            listed = evidence if len(some) == 1 else [words.listed.format(evidence=one) for one in evidence]
            yield criterion, words.severities[severity], _joined("\n", problem, innocent), "\n".join(listed), action


def _evidence(row: Row, words: MemoWords) -> str:
    """What is printed, with the indicator that it is about, and where."""
    name, evidence, place = row["indicator_name"] or "", row["evidence"], address(row, words)
    if _squeezed(name) not in _squeezed(evidence):
        evidence = words.named.format(name=name, evidence=evidence) if evidence else name
    return words.placed.format(evidence=evidence, address=place) if place and evidence else evidence or place


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _with_path(row: Row) -> Row:
    """A finding whose evidence says in which file and project it stands; of a file as such it is the name already."""
    place = _joined(" ", row["path"], row["project_name"])
    return {**row, "evidence": place if row["evidence"] == place else _joined("\n", row["evidence"], place)}


def _joined(between: str, *parts: str | None) -> str:
    return between.join(filter(None, parts))


def address(row: Row, words: MemoWords) -> str:
    """Where a finding stands, in words."""
    if row["table_no"] is None:
        return ""
    return (words.address if row["row_no"] else words.address_table).format(table=row["table_no"], row=row["row_no"])


def _grid(memo: Document, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    """A table with a head that is repeated on each page."""
    table = memo.add_table(rows=1 + len(rows), cols=len(head), style=GRID)
    table.autofit = False
    for line, texts in zip(table.rows, (head, *rows), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            _print(cell, str(text), bold=texts is head)
    for row in table.rows:
        _mark(row, "w:cantSplit")
    _mark(table.rows[0], "w:tblHeader")
    for cell in table.rows[0].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    return table


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def printable(text: str) -> str:
    """A text that XML can hold: control characters, which print nothing, are left out."""
    return UNPRINTABLE.sub("", text)


def _print(cell: _Cell, text: str, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = ROOM
    run = paragraph.add_run(printable(text))
    run.bold, run.font.size = bold, Pt(9)
