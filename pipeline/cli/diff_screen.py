"""What the command `diff` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from pipeline.cli.language import said
from pipeline.cli.screen import table

if TYPE_CHECKING:
    from pipeline.reports.rule_diff import Difference


def show_differences(out: Console, differences: Sequence[Difference], texts: int) -> None:
    """What a change of the rules changed, the kinds one after the other; then how much of it there is."""
    from pipeline.reports.rule_diff import CHANGED, GAINED, LOST

    for what, style in ((GAINED, "green"), (LOST, "red"), (CHANGED, "yellow")):
        for one in (one for one in differences if one.what == what):
            out.print(Text(f"{said(what):<8}{one.text!r}", style))
            out.print(Text(f"        {one.before}  →  {one.after}"))
    counts = Counter(one.what for one in differences)
    figures = {"gained": counts[GAINED], "lost": counts[LOST], "changed": counts[CHANGED]}
    out.print(said("{texts} texts: {gained} gained, {lost} lost, {changed} changed", texts=texts, **figures))


def show_unused(out: Console, rules: Sequence[tuple[str, str]]) -> None:
    """The rules that no text of a corpus uses, by file."""
    out.print("\n" + said("{rules} rules that no text uses", rules=len(rules)))
    out.print(table(("file", "rule"), rules))
