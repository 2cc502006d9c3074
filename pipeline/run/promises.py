"""One bad file hurts nobody, when the promises are checked too: a document that breaks one is rejected alone."""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from pipeline.load import warehouse
from pipeline.load.warehouse import Check

Part = TypeVar("Part")
CODE = "promise_broken"
QUOTED = 3
"""Bad rows of a check that a finding quotes."""


OWNERS = """
    SELECT document_id AS id, document_id FROM documents UNION SELECT project_id, document_id FROM projects
    UNION SELECT indicator_id, document_id FROM indicators
"""
"""What a check may name, and whose it is."""
_NAMED = f"SELECT DISTINCT document_id FROM ({OWNERS}) SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS id) USING (id)"


class PromiseBroken(Exception):
    """What was made of documents breaks promises. The message names the checks and quotes their first rows;
    `documents` are the ids of those that rows name.
    """

    def __init__(self, broken: Sequence[Check], documents: Collection[str]):
        super().__init__("; ".join(map(_quoted, broken)))
        self.documents = documents


def kept(
    make: Callable[[Sequence[Part]], Sequence[Part]], database: Path
) -> Callable[[Sequence[Part]], Sequence[Part]]:
    """`make`, which writes a database, with its promises checked: the same raises PromiseBroken if one is broken."""

    def made(parts: Sequence[Part]) -> Sequence[Part]:
        done = make(parts)
        if broken := [check for check in warehouse.check(database) if check.rows]:
            raise PromiseBroken(broken, _named(broken, database))
        return done

    return made


def _named(broken: Iterable[Check], database: Path) -> Collection[str]:
    words = {one for check in broken for row in check.rows for one in row if isinstance(one, str)}
    with warehouse.reading(database) as connection:
        return {document_id for (document_id,) in connection.execute(_NAMED, [list(words)]).fetchall()}


def _quoted(check: Check) -> str:
    rows = (" | ".join(str(one) for one in row if one is not None) for row in check.rows[:QUOTED])
    return f"{check.name}: {', '.join(rows)}"
