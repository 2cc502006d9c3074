"""What the commands print: tables for people, JSON for machines."""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.load.warehouse import Check, Result
from pipeline.model import Target
from pipeline.opinion import Opinion
from pipeline.report import Report
from pipeline.rulediff import CHANGED, GAINED, LOST, Difference
from pipeline.transform.grammar.explain import Explanation

SEVERITY_STYLE = {"error": "red", "warning": "yellow", "note": "dim"}
UNBOUNDED = 100_000
"""Characters per line where nobody reads on a terminal: tables keep their natural width."""
SHOWN_ROWS = 5
"""Bad rows printed per failed check; the others are in the database."""


def console(stderr: bool = False) -> Console:
    """A console for standard output or error that prints Chinese whatever the locale says."""
    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
    made = Console(file=stream, highlight=False)
    return made if made.is_terminal else Console(file=stream, highlight=False, width=UNBOUNDED)


def counted(number: int, what: str) -> str:
    """A number of things in words.

    >>> counted(1, "row"), counted(0, "row")
    ('1 row', '0 rows')
    """
    return f"{number} {what}{'' if number == 1 else 's'}"


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> Table:
    """A table of values as they are: null is blank, numbers stand right. No value is read as markup."""
    rows = [list(row) for row in rows]
    made = Table(box=None, pad_edge=False, header_style="bold")
    for place, name in enumerate(columns):
        values = [row[place] for row in rows if row[place] is not None]
        numeric = bool(values) and all(isinstance(value, int | float | Decimal) for value in values)
        made.add_column(Text(name), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(_printed(value)) for value in row))
    return made


def _printed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def show_result(out: Console, result: Result) -> None:
    """A query's answer."""
    out.print(table(result.columns, result.rows))
    out.print(counted(len(result.rows), "row"))


def show_report(out: Console, report: Report) -> None:
    """What a run made: a line per budget unit, the inputs that were not read, findings by code, broken promises."""
    _show_rows(out, report.units)
    totals = report.totals
    out.print(
        f"\n{counted(totals['documents'], 'document')} ({totals['rejected']} rejected), "
        f"{counted(totals['projects'], 'project')}, {counted(totals['budget_units'], 'budget unit')}, "
        f"{counted(totals['indicators'], 'indicator')}, {counted(totals['targets'], 'target')}, "
        f"budgets {totals['budget_total']:,} yuan"
    )
    show_inputs(out, report)
    counts = ", ".join(counted(count, severity) for severity, count in report.by_severity.items())
    out.print(f"\nissues: {counts}")
    _show_rows(out, [{name: row[name] for name in ("severity", "findings", "code")} for row in report.issues])
    show_checks(out, report.checks)


def _show_rows(out: Console, rows: Iterable[Mapping[str, Any]]) -> None:
    rows = list(rows)
    if rows:
        out.print(table(rows[0].keys(), (row.values() for row in rows)))


def show_inputs(out: Console, report: Report) -> None:
    """Every input that was not read: which, why, and what to do."""
    for row in report.inputs:
        out.print()
        out.print(Text(f"{row['severity']} {row['code']}: {row['path']}", SEVERITY_STYLE[row["severity"]]))
        out.print(Text(f"  {row['message_zh']}。{row['action_zh']}。"))
        out.print(Text(f"  {row['message_en']}. {row['action_en']}."))


def show_checks(out: Console, checks: Iterable[Check]) -> None:
    """How many checks pass, and the first bad rows of each that does not."""
    checks = list(checks)
    broken = [check for check in checks if check.rows]
    out.print(f"\nchecks: {len(checks) - len(broken)} of {len(checks)} pass")
    for check in broken:
        out.print(Text(f"{check.name}: {check.title} ({len(check.rows)} bad rows)", "red"))
        out.print(table(check.columns, check.rows[:SHOWN_ROWS]))


def show_opinion(out: Console, opinion: Opinion) -> None:
    """The findings of documents, then of each project: by criterion, with place, evidence and innocent explanation."""
    for one in opinion.projects:
        project = one.project
        out.print(Text(f"{project['project_name'] or ''}  {project['unit_name'] or ''}  {project['path']}", "bold"))
        _show_findings(out, one.findings)
    if opinion.documents:
        out.print(Text("documents", "bold"))
        _show_findings(out, opinion.documents)
    counts = Counter(row["severity"] for row in opinion.findings)
    out.print(", ".join(f"{counts[severity]} {severity}s" for severity in SEVERITY_STYLE))


def _show_findings(out: Console, findings: Iterable[Mapping[str, Any]]) -> None:
    for row in findings:
        place = (
            f"table {row['table_no']}" + (f", row {row['row_no']}" if row["row_no"] else "") if row["table_no"] else ""
        )
        head = f"  {row['criterion']} {row['severity']} {row['code']}  {place}".rstrip()
        out.print(Text(head, SEVERITY_STYLE[row["severity"]]))
        for text in (row["message_zh"], row["message_en"], row["evidence"]):
            out.print(Text(f"    {' '.join(text.split())}"))
        if row["innocent_en"]:
            out.print(Text(f"    {row['innocent_zh']} / {row['innocent_en']}", "dim"))
    out.print()


def show_explanation(out: Console, explanation: Explanation) -> None:
    """How a text is understood: the pieces of each target with their spans, then the fields that are not null."""
    out.print(Text(f"text      {explanation.text}"))
    if explanation.read != explanation.text:
        out.print(Text(f"read as   {explanation.read}"))
    for explained in explanation.targets:
        out.print(Text(f"canonical {explained.canonical}\n"))
        pieces = [(piece.name, piece.printed, f"{piece.start}-{piece.end}") for piece in explained.pieces]
        out.print(table(("piece", "printed", "span"), pieces))
        out.print()
        _show_target(out, explained.target)


def show_completed(out: Console, targets: Iterable[Target]) -> None:
    """What a text states together with the sign and unit in the columns beside it."""
    for target in targets:
        out.print("with the columns beside it\n")
        _show_target(out, target)


def _show_target(out: Console, target: Target) -> None:
    stated = [(name, value) for name, value in asdict(target).items() if value not in (None, "")]
    out.print(table(("field", "value"), stated))
    out.print()


def show_differences(out: Console, differences: Sequence[Difference], texts: int) -> None:
    """What a change of the rules changed, the kinds one after the other; then how much of it there is."""
    for what, style in ((GAINED, "green"), (LOST, "red"), (CHANGED, "yellow")):
        for one in (one for one in differences if one.what == what):
            out.print(Text(f"{what:<8}{one.text!r}", style))
            out.print(Text(f"        {one.before}  →  {one.after}"))
    counts = Counter(one.what for one in differences)
    out.print(f"{texts} texts: {counts[GAINED]} gained, {counts[LOST]} lost, {counts[CHANGED]} changed")


def show_unused(out: Console, rules: Sequence[tuple[str, str]]) -> None:
    """The rules that no text of a corpus uses, by file."""
    out.print(f"\n{len(rules)} rules that no text uses")
    out.print(table(("file", "rule"), rules))


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


def write_csv(result: Result, path: Path) -> None:
    """A query's answer as CSV that Excel opens as it is: UTF-8 with a byte order mark."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(result.columns)
        writer.writerows(result.rows)
