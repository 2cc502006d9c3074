"""The parts of the documentation that are made, not written: tables of the schema and output of commands.

A made part stands between two comments, the first of which names the command that prints it:

    <!-- made by: python -m pipeline dictionary --language en -->
    …
    <!-- end -->

`output of:` instead of `made by:` puts the output into a block of plain text.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.model.told import Told
from pipeline.rules.kinds.findings import IssueRule
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table
from pipeline.schema.tables import TABLES

PAGES = ("README.md", "README.zh-CN.md", "docs/*.md", "sql/README.md")
TYPES = {
    TEXT: "text",
    INT: "integer",
    BIGINT: "integer",
    DOUBLE: "number",
    MONEY: "decimal(18,2)",
    FLAG: "true/false",
    DATE: "date",
}
_PART = re.compile(r"(?P<begin><!-- (?P<kind>made by|output of): (?P<command>.+?) -->\n).*?(?P<end><!-- end -->)", re.S)


class CommandFailed(Told):
    """A command that a page names did not do its work. The message holds what it said."""


class NoPages(Told):
    """A folder is no checkout: it holds no page."""


def stale(folder: Path) -> dict[Path, str]:
    """The pages of a checkout whose made parts have changed, with their new text. Raises NoPages and CommandFailed."""
    pages = [page for pattern in PAGES for page in sorted(folder.glob(pattern))]
    if not pages:
        raise NoPages(
            "there is none of {pages} in {folder}; call this in a checkout",
            pages=", ".join(PAGES),
            folder=folder.resolve(),
        )
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    return {page: new for page, text in texts.items() if (new := renewed(text)) != text}


def renewed(page: str) -> str:
    """A page with all made parts made anew, in the current folder. Raises CommandFailed."""
    return _PART.sub(lambda part: part["begin"] + _made(part["kind"], part["command"]) + part["end"], page)


def _made(kind: str, command: str) -> str:
    output = "\n".join(line.rstrip() for line in _output(command).strip("\n").splitlines()) + "\n"
    return output if kind == "made by" else f"```text\n{output}```\n"


def _output(command: str) -> str:
    _, *arguments = shlex.split(command)
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", "PIPELINE_LANG": "en"}
    done = subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", env=environment)
    if done.returncode:
        raise CommandFailed(
            "{command}: exit code {returncode}\n{said}",
            command=command,
            returncode=done.returncode,
            said=done.stderr or done.stdout,
        )
    return done.stdout


def dictionary(rules: Rulebook, language: str) -> Iterator[str]:
    """The data dictionary as lines of Markdown: a table of columns per table. `language` is zh or en."""
    for table in TABLES.values():
        yield from ("", f"## {table.name}", "", f"{getattr(table, language)} ({_key(table)})", "")
        rows = [_described(column, language) for column in table.columns]
        yield from _markdown(rules.pages[language]["columns"], rows)


def _key(table: Table) -> str:
    return " + ".join(f"`{name}`" for name in table.key)


def _described(column: Column, language: str) -> tuple[str, ...]:
    values = " ".join(f"`{value}`" for value in column.values)
    meaning = getattr(column, language) + (f" ({values})" if values else "")
    return f"`{column.name}`", TYPES[column.type], "✓" if column.nullable else "", meaning


def codes(rules: Rulebook, language: str) -> Iterator[str]:
    """All kinds of findings as lines of Markdown: what a reviewer would ask, then what could not be read."""
    said = rules.pages[language]
    for found_by, heading in said["found_by"].items():
        yield from ("", f"### {heading}", "")
        chosen = [rule for rule in rules.issues.values() if rule.found_by == found_by]
        yield from _markdown(said["codes"], [_code(rule, language) for rule in chosen])


def _code(rule: IssueRule, language: str) -> tuple[str, ...]:
    said = (getattr(rule, f"{part}_{language}") for part in ("message", "action", "innocent"))
    return f"`{rule.code}`", rule.severity, rule.criterion, *said


def _markdown(head: Sequence[str], rows: list[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
