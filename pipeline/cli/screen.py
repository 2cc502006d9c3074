"""What the commands print: tables for people, JSON for machines."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.language import counted, criterion, in_language, name_of, said
from pipeline.cli.visible import visible

if TYPE_CHECKING:  # what is shown is made elsewhere, and takes long to import
    from pipeline.load.answer import Result
    from pipeline.load.warehouse import Check
    from pipeline.model.target import Target
    from pipeline.reports.by_project import Opinion
    from pipeline.reports.summary import Report
    from pipeline.transform.values.explain import Explanation

SEVERITY_STYLE = {"error": "red", "warning": "yellow", "note": "dim"}
UNBOUNDED = 100_000
"""Characters per line where nobody reads on a terminal: tables keep their natural width."""
NARROWEST, COLUMN_GAP = 6, 2
"""Characters per line that a column of words can still be read in, and between columns."""
MOST_ROWS = 10_000
"""Rows of an answer that are printed. More are for a file: a table is laid out in memory before it is shown."""
SHOWN_ROWS = 5
"""Bad rows printed per failed check; the others are in the database."""


class Screen(Console):
    """A console on which no text steers the terminal. It leaves it to the program what becomes of a pipe that nobody
    reads any more.
    """

    def print(self, *objects: Any, **options: Any) -> None:
        """Prints texts with the characters made visible that a terminal obeys; tables are made of such (`table`)."""
        super().print(*map(_shown, objects), **options)

    def on_broken_pipe(self) -> None:
        """Raises the BrokenPipeError on; the library's own way is to end the program here and now."""
        raise


def _shown(what: Any) -> Any:
    if isinstance(what, str):
        return visible(what)
    return Text(visible(what.plain), what.style) if isinstance(what, Text) else what


def console(stderr: bool = False) -> Console:
    """A console for standard output or error that prints Chinese whatever the locale says."""
    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
    made = Screen(file=stream, highlight=False)
    return made if made.is_terminal else Screen(file=stream, highlight=False, width=UNBOUNDED)


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]], widths: Sequence[int] = ()) -> Table:
    """A table of values as they are: null is blank, numbers stand right. No value is read as markup.

    Columns of numbers have these widths, if any; those of text share the rest of the screen.
    """
    kept = [list(row) for row in rows]
    made = Table(box=None, pad_edge=False, header_style="bold")
    for place, name in enumerate(columns):
        values = [row[place] for row in kept if row[place] is not None]
        numeric = bool(values) and all(isinstance(value, int | float | Decimal) for value in values)
        width = widths[place] if widths and numeric else None
        made.add_column(
            Text(visible(name_of(name))), justify="right" if numeric else "left", overflow="fold", width=width
        )
    for row in kept:
        made.add_row(*(Text(_printed(value)) for value in row))
    return made


def show_table(out: Console, columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> None:
    """A table; where the screen is too narrow for one, each row as a list of its values, so that no number is broken
    over lines.
    """
    kept = [tuple(row) for row in rows]
    natural, least = (_widths(columns, kept, most) for most in (UNBOUNDED, NARROWEST))
    if sum(least) + COLUMN_GAP * len(least) <= out.width:
        squeezed = sum(natural) + COLUMN_GAP * len(natural) > out.width
        out.print(table(columns, kept, least if squeezed else ()))
        return
    for row in kept:
        out.print(table(("column", "value"), zip(map(name_of, columns), map(_printed, row), strict=True)))
        out.print()


def _widths(columns: Sequence[str], rows: Sequence[tuple[Any, ...]], most: int) -> list[int]:
    """The width that each column takes if words have at most so many characters on a line; numbers are never folded."""
    return [
        max([min(len(name), most), *(_width(row[place], most) for row in rows)]) for place, name in enumerate(columns)
    ]


def _width(value: Any, most: int) -> int:
    width = cell_len(_printed(value))
    return min(width, most) if isinstance(value, str) else width


def _printed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,f}"  # f, or 10³ would print as 1E+3
    if isinstance(value, float):
        return f"{value:.15g}"
    return visible(str(value))


def show_result(out: Console, result: Result) -> None:
    """A query's answer, as far as the screen shows one."""
    show_table(out, result.columns, result.rows[:MOST_ROWS])
    if len(result.rows) <= MOST_ROWS:
        out.print(counted(len(result.rows), "row"))
    else:
        out.print(said("the first {most:,} rows; --csv FILE writes all of them", most=MOST_ROWS))


def show_report(out: Console, report: Report) -> None:
    """What a run made: a line per budget unit, the inputs that were not read, findings by code, broken promises."""
    _show_rows(out, report.units)
    totals = report.totals
    things = [
        counted(totals[name], what)
        for name, what in (
            ("projects", "project"),
            ("budget_units", "budget unit"),
            ("indicators", "indicator"),
            ("targets", "target"),
        )
        if totals[name] or name != "budget_units"  # where no unit is printed, they are unknown
    ]
    documents = said(
        "{documents} ({rejected} rejected)",
        documents=counted(totals["documents"], "document"),
        rejected=totals["rejected"],
    )
    out.print("\n" + said(", ").join((documents, *things, _budgets(totals))))
    show_inputs(out, report)
    out.print("\n" + said("issues: {counts}", counts=_severities(report.by_severity)))
    _show_rows(
        out,
        [
            {"severity": said(row["severity"]), "findings": row["findings"], "code": row["code"]}
            for row in report.issues
        ],
    )
    show_checks(out, report.checks)


def _budgets(totals: Mapping[str, Any]) -> str:
    """The sum of the budgets, and how many projects it leaves out; of no budget there is no sum."""
    if totals["budget_total"] is None:
        return said("no budgets stated")
    told = said("budgets {yuan:,} yuan", yuan=totals["budget_total"])
    left_out = totals["without_budget"]
    return told + (said(" ({projects} without one)", projects=counted(left_out, "project")) if left_out else "")


def _show_rows(out: Console, rows: Iterable[Mapping[str, Any]]) -> None:
    """Rows as a table, without the columns that say nothing in any of them."""
    rows = list(rows)
    names = [name for name in (rows[0] if rows else ()) if any(row[name] is not None for row in rows)]
    if names:
        show_table(out, names, ([row[name] for name in names] for row in rows))


def show_inputs(out: Console, report: Report) -> None:
    """Every input that was not read: which, why, and what to do."""
    for row in report.inputs:
        out.print()
        out.print(Text(f"{said(row['severity'])} {row['code']}: {row['path']}", SEVERITY_STYLE[row["severity"]]))
        out.print(
            Text(
                "  "
                + said("{message}. {action}.", message=in_language(row, "message"), action=in_language(row, "action"))
            )
        )
        if row["evidence"]:
            out.print(Text(f"  {row['evidence']}", "dim"))


def show_checks(out: Console, checks: Iterable[Check]) -> None:
    """How many checks pass, and the first bad rows of each that does not."""
    checks = list(checks)
    broken = [check for check in checks if check.rows]
    out.print("\n" + said("checks: {passed} of {all} pass", passed=len(checks) - len(broken), all=len(checks)))
    for check in broken:
        out.print(
            Text(
                said("{name}: {title} ({rows} bad rows)", name=check.name, title=check.title, rows=len(check.rows)),
                "red",
            )
        )
        show_table(out, check.columns, check.rows[:SHOWN_ROWS])


def show_opinion(out: Console, opinion: Opinion) -> None:
    """The findings of documents, then of each project: by criterion, with place, evidence and innocent explanation."""
    for one in opinion.projects:
        project = one.project
        out.print(Text(f"{project['project_name'] or ''}  {project['unit_name'] or ''}  {project['path']}", "bold"))
        if not one.findings:
            out.print(Text(said("  no findings"), "dim"))
        _show_findings(out, one.findings)
    if opinion.documents:
        out.print(Text(said("documents"), "bold"))
        _show_findings(out, opinion.documents)
    out.print(_severities(Counter(row["severity"] for row in opinion.findings)))


def _show_findings(out: Console, findings: Iterable[Mapping[str, Any]]) -> None:
    for row in findings:
        head = f"  {criterion(row['criterion'])} {said(row['severity'])} {row['code']}  {_place(row)}".rstrip()
        out.print(Text(head, SEVERITY_STYLE[row["severity"]]))
        for text in (in_language(row, "message"), row["evidence"]):
            out.print(Text(f"    {' '.join(text.split())}"))
        if innocent := in_language(row, "innocent"):
            out.print(Text(f"    {innocent}", "dim"))
    out.print()


def _place(row: Mapping[str, Any]) -> str:
    if not row["table_no"]:
        return ""
    if not row["row_no"]:
        return said("table {table}", table=row["table_no"])
    return said("table {table}, row {row}", table=row["table_no"], row=row["row_no"])


def _severities(counts: Mapping[str, int]) -> str:
    return said(", ").join(counted(counts[severity], severity) for severity in SEVERITY_STYLE)


def show_explanation(out: Console, explanation: Explanation) -> None:
    """How a text is understood: the pieces of each target with their spans, then the fields that are not null."""
    out.print(Text(said("text      {text}", text=explanation.text)))
    if explanation.read != explanation.text:
        out.print(Text(said("read as   {text}", text=explanation.read)))
    for explained in explanation.targets:
        out.print(Text(said("canonical {text}", text=explained.canonical) + "\n"))
        pieces = [(said(piece.name), piece.printed, f"{piece.start}-{piece.end}") for piece in explained.pieces]
        if pieces:
            out.print(table(("piece", "printed", "span"), pieces))
            out.print()
        _show_target(out, explained.target)


def show_completed(out: Console, targets: Iterable[Target]) -> None:
    """What a text states together with the sign and unit in the columns beside it."""
    for target in targets:
        out.print(said("with the columns beside it") + "\n")
        _show_target(out, target)


def _show_target(out: Console, target: Target) -> None:
    stated = [(name_of(name), value) for name, value in asdict(target).items() if value not in (None, "")]
    out.print(table(("field", "value"), stated))
    out.print()


def as_json(report: Report) -> str:
    """The report for machines: the same figures, amounts as text so that no digit is lost."""
    checks = [{"name": check.name, "bad_rows": len(check.rows)} for check in report.checks]
    parts = {
        "totals": report.totals,
        "units": report.units,
        "issues": report.issues,
        "by_severity": report.by_severity,
        "inputs": report.inputs,
        "checks": checks,
    }
    return json.dumps(parts, ensure_ascii=False, indent=2, default=str)
