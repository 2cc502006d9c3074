"""A page that shows a document as printed with the findings beside it; one file, no network.

A number stands in the cell that a finding is about and before the finding; each leads to the other.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path, PurePosixPath
from string import Template

from pipeline.model.document import Cell, Grid, Paragraph
from pipeline.model.reading import Reading
from pipeline.reports import drawn
from pipeline.reports.annotated import Source
from pipeline.reports.annotation import placed
from pipeline.reports.by_project import Row
from pipeline.reports.drawn import both
from pipeline.reports.page.write import LANGUAGES, text
from pipeline.rules.kinds.rulebook import Rulebook

NEAR = 3
"""Paragraphs before a table that are shown; those further away are folded, if they are more than one."""
PARTS = ("evidence", "action", "innocent")
Remarks = Mapping[tuple[int, int, int], list[tuple[int, Row]]]
"""The findings with their numbers, by the cell that they are said at."""


def name(path: str, rules: Rulebook) -> str:
    """How the page of a document is called."""
    return str(rules.pages["zh"]["beside"]["name"]).format(name=PurePosixPath(path.replace("\\", "/")).name)


def write(source: Source, reading: Reading, rules: Rulebook, path: Path) -> None:
    """Writes the page of a document to `path`. Raises OSError."""
    page = Template((Path(__file__).parent / "beside.html").read_text(encoding="utf-8"))
    made = _Page(source, reading, rules)
    filled = page.substitute(
        title=escape(source.path),
        style=text("charts.css") + text("page.css"),
        language=drawn.SHOWN_LANGUAGE,
        heading=made.both("title"),
        source=escape(source.path),
        caution=made.both("caution"),
        switch=made.both("switch"),
        body="\n".join(made.parts()),
    )
    path.write_bytes(filled.encode("utf-8", errors="replace"))


class _Page:
    """Writes the parts of a page in both languages."""

    def __init__(self, source: Source, reading: Reading, rules: Rulebook):
        self._rows, self._blocks, self._rules = source.rows, reading.document.blocks, rules
        self._remarks: dict[tuple[int, int, int], list[tuple[int, Row]]] = {}
        for number, (address, row) in enumerate(placed(source.rows, reading), 1):
            self._remarks.setdefault(address, []).append((number, row))

    def both(self, key: str, **details: object) -> str:
        """A text of the page."""
        words = (self._rules.pages[language]["beside"] for language in LANGUAGES)
        return both(*(str(one[key]).format(**details) for one in words))

    def _named(self, group: str, key: str) -> str:
        """A grade or a criterion, as the report calls it."""
        return both(*(self._rules.pages[language]["report"][group].get(key, key) for language in LANGUAGES))

    def parts(self) -> Iterator[str]:
        counts = Counter(row["severity"] for row in self._rows)
        grades = [
            f'<span class="grade {grade}">{self._named("severities", grade)} {counts[grade]}</span>'
            for grade in ("error", "warning", "note")
            if counts[grade]
        ]
        yield f'<div class="counts">{"".join(grades)}</div>'
        paragraphs: list[Paragraph] = []
        for block in (*self._blocks, None):
            if isinstance(block, Paragraph):
                paragraphs.append(block)
                continue
            yield from self._paragraphs(paragraphs)
            paragraphs.clear()
            if block:
                yield self._form(block)

    def _paragraphs(self, blocks: list[Paragraph]) -> Iterator[str]:
        lines = [escape(block.text.strip()) for block in blocks if block.text.strip()]
        far = lines[:-NEAR] if len(lines) > NEAR + 1 else []
        if far:
            folded = "\n".join(far)
            yield f'<details class="paragraphs"><summary>{self.both("folded", n=len(far))}</summary>{folded}</details>'
        if lines:
            near = "\n".join(lines[len(far) :])
            yield f'<div class="paragraphs">{near}</div>'

    def _form(self, grid: Grid) -> str:
        table = "".join(drawn.rows(grid, lambda cell, spans: self._cell(grid, cell, spans)))
        remarks = [one for at, some in self._remarks.items() if at[0] == grid.table_no for one in some]
        beside = f'<div class="remarks">{"".join(self._remark(*one) for one in remarks)}</div>' if remarks else ""
        calm = "" if remarks else f' <span class="calm">{self.both("calm")}</span>'
        heading, kind = self.both("table", table=grid.table_no) + calm, "form" if remarks else "form bare"
        return (
            f'<section class="{kind}"><h2>{heading}</h2>'
            f'<div class="printed"><table>{table}</table></div>{beside}</section>'
        )

    def _cell(self, grid: Grid, cell: Cell, spans: str) -> str:
        remarks = self._remarks.get((grid.table_no, cell.row_no, cell.col_no), [])
        gravest = min((row["severity"] for _, row in remarks), key=("error", "warning", "note").index, default="")
        marks = "".join(
            f'<a class="mark {row["severity"]}" id="c{number}" href="#f{number}">{number}</a>'
            for number, row in remarks
        )
        kind = f' class="said {gravest}"' if remarks else ""
        return f"<td{kind}{spans}>{escape(cell.text.strip())}{marks}</td>"

    def _remark(self, number: int, row: Row) -> str:
        grade = row["severity"]
        about = f"{self._named('severities', grade)} · {self._named('criteria', row['criterion'])}"
        facts = "".join(f"<dt>{self.both(part)}</dt><dd>{told}</dd>" for part in PARTS if (told := _told(row, part)))
        return (
            f'<article class="remark {grade}" id="f{number}">'
            f'<a class="mark {grade}" href="#c{number}">{number}</a><span class="about">{about}</span>'
            f'<p class="problem">{_told(row, "message")}</p><dl>{facts}</dl></article>'
        )


def _told(row: Row, part: str) -> str:
    """What a finding says, in both languages; what is printed is in its own."""
    if part in row:
        return escape(row[part] or "")
    chinese, english = (row[f"{part}_{language}"] or "" for language in LANGUAGES)
    return both(chinese, english) if chinese or english else ""
