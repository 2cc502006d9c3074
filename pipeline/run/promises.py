"""One bad file hurts nobody, when the promises are checked too: a document that breaks one is rejected alone."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from pipeline.load import warehouse
from pipeline.load.warehouse import Check

Part = TypeVar("Part")
CODE = "promise_broken"
QUOTED = 3
"""Bad rows of a check that a finding quotes."""


class PromiseBroken(Exception):
    """What was made of documents breaks promises. The message names the checks and quotes their first rows."""


def kept(
    make: Callable[[Sequence[Part]], Sequence[Part]], database: Path
) -> Callable[[Sequence[Part]], Sequence[Part]]:
    """`make`, which writes a database, with its promises checked: the same raises PromiseBroken if one is broken."""

    def made(parts: Sequence[Part]) -> Sequence[Part]:
        done = make(parts)
        if broken := [check for check in warehouse.check(database) if check.rows]:
            raise PromiseBroken("; ".join(map(_quoted, broken)))
        return done

    return made


def _quoted(check: Check) -> str:
    rows = (" | ".join(str(one) for one in row if one is not None) for row in check.rows[:QUOTED])
    return f"{check.name}: {', '.join(rows)}"
