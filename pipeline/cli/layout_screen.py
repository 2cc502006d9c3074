"""What the command `layout` prints."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pipeline.cli import screen
from pipeline.cli.answers import refuse, write
from pipeline.cli.language import CHINESE, ENGLISH, counted, is_chinese, said
from pipeline.cli.screen import SEVERITY_STYLE, show_table
from pipeline.extract.inputs import InputFile
from pipeline.extract.read import read_file
from pipeline.model.finding import Finding
from pipeline.reports import layout_page
from pipeline.reports.layout import UNREAD, Layout, SeenTable, layout
from pipeline.reports.layout import said as sentence_of
from pipeline.rules import book
from pipeline.rules.kinds.rulebook import Rulebook

SHOWN = 40
"""Characters of a cell that are shown."""


def shown(file: Path, html: Path | None, out: Path) -> None:
    """Shows how a Word file was understood, or writes its page to `html`. `out` is where datasets are."""
    if not file.is_file():
        refuse("{file} does not exist, or is no file", file=file)
    rules = book.default()
    seen = layout(read_file(InputFile(file, file.name), rules), rules)
    write(html, ".html", out, lambda path: layout_page.write(seen, rules, path))
    if not html:
        show_layout(screen.console(), seen, rules)


def show_layout(out: Console, seen: Layout, rules: Rulebook) -> None:
    """Each table: its columns, its labels with the fields that they give, what was not read, what was said."""
    out.print(Text(f"{seen.path}: {said(seen.status)}", "bold"))
    _show_findings(out, seen.findings, rules)
    if seen.above:
        out.print("\n" + said("stated outside tables"))
        show_table(
            out,
            ("form", "field", "text"),
            ((one.form_no, one.field.name, _short(one.field.text)) for one in seen.above),
        )
    for table in seen.tables:
        _show_table(out, table, rules)


def _show_table(out: Console, table: SeenTable, rules: Rulebook) -> None:
    grid = table.grid
    size = said(", ").join((counted(grid.n_rows, "row"), counted(grid.n_cols, "column")))
    out.print(Text("\n" + said("table {table} ({size})", table=grid.table_no, size=size), "bold"))
    labels = [
        (one.cell.row_no, _short(one.cell.text), " + ".join(one.parts)) for one in table.cells if one.role == "label"
    ]
    fields = [
        (one.cell.row_no, one.what, one.told, one.says, _short(one.cell.text))
        for one in table.cells
        if one.what and one.role in ("field", "unit", "amount_unit")
    ]
    columns = [
        (f"{one.first}-{one.last}", _short(one.header), one.name, one.told, one.role)
        for one in sorted(table.columns, key=lambda one: (one.row_no, one.first))
    ]
    unread = [(one.cell.row_no, one.cell.col_no, _short(one.cell.text)) for one in table.cells if one.role == UNREAD]
    for head, rows in (
        (("row", "label", "parts"), labels),
        (("row", "field", "known by", "of", "value"), fields),
        (("columns", "header", "column", "known by", "taken for"), columns),
        (("row", "column", "not read"), unread),
    ):
        if rows:
            show_table(out, head, rows)
            out.print()
    _show_findings(out, table.findings, rules)


def _show_findings(out: Console, findings: Iterable[Finding], rules: Rulebook) -> None:
    for one in findings:
        rule, row = rules.issues[one.code], said("row {row}: ", row=one.row_no) if one.row_no else ""
        sentence = sentence_of(one, rules, CHINESE if is_chinese() else ENGLISH)
        out.print(Text(f"{said(rule.severity)} {one.code}  {row}{sentence}", SEVERITY_STYLE[rule.severity]))
        if one.evidence:
            out.print(Text(f"  {_short(one.evidence)}", "dim"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
