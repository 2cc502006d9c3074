"""What the pages show: asked of the database by the files of `sql/report/page/`, as JSON that a page can hold."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from decimal import Decimal
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from pipeline.load import many_questions, sqlfiles, warehouse
from pipeline.load.answer import Stream, stream

IN_SCRIPT = {mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
"""What could end the script that the JSON stands in, or a line of it."""
LISTED = {"findings": 400, "targets": 600, "projects": 300, "units": 60}
"""Rows that the page of a whole dataset lists, by the question; what it does not, the pages of the units do."""
LISTED_OF_UNIT = 4000
"""Rows that the page of a unit lists of each: a page is never larger than a few megabytes."""
Answer = dict[str, Any]
"""The columns of an answer, and its rows as lists."""


def answers(database: Path) -> Mapping[str, Answer]:
    """The answer to each question by its name. Raises QueryError if the database is missing or not ours."""
    files = sqlfiles.read("report/page")
    with warehouse.reading(database) as connection:
        found = list(many_questions.answers(connection, [_limited(file.name, file.text) for file in files]))
    return {file.name: one._asdict() for file, one in zip(files, found, strict=True)}


def are_cut(found: Mapping[str, Answer]) -> bool:
    """Whether the page of a dataset does not list all that there is."""
    return any(
        found[name]["rows"] and found[name]["rows"][0][found[name]["columns"].index("n_all")] > most
        for name, most in LISTED.items()
    )


def _limited(name: str, text: str) -> str:
    return f"FROM ({_subquery(text)}) LIMIT {LISTED[name]}" if name in LISTED else text


def _subquery(text: str) -> str:
    return text.strip().removesuffix(";") + "\n"


@contextmanager
def by_unit(database: Path) -> Iterator[Iterator[tuple[str, dict[str, Answer]]]]:
    """Each unit in turn with its answers, by the question; only one unit is held at a time. Raises QueryError."""
    files = [file for file in sqlfiles.read("report/page") if file.name in LISTED]
    with ExitStack() as stack:
        connection = stack.enter_context(warehouse.reading(database))
        found = {
            file.name: _ByUnit(stream(stack.enter_context(connection.cursor()), _of_units(file.text))) for file in files
        }
        yield ((unit, {name: one.of(unit) for name, one in found.items()}) for unit in found["units"].units())


def _of_units(text: str) -> str:
    """A question with its answer unit by unit, the rows of each in their order and with their number."""
    return f"""
        SELECT * EXCLUDE (place) REPLACE (count(*) OVER (PARTITION BY unit) AS n_all)
        FROM (SELECT *, row_number() OVER () AS place FROM ({_subquery(text)}))
        WHERE unit IS NOT NULL
        ORDER BY unit, place
    """


class _ByUnit:
    """An answer that comes unit by unit."""

    def __init__(self, answer: Stream):
        self._columns = answer.columns
        self._groups = groupby(answer.rows, key=itemgetter(answer.columns.index("unit")))
        self._next = next(self._groups, None)

    def units(self) -> Iterator[str]:
        """Each unit when all of the former one was taken."""
        while self._next:
            yield self._next[0]

    def of(self, unit: str) -> Answer:
        """The rows of a unit, not more than a page lists; none if the next unit that has some is another one."""
        rows: list[tuple[Any, ...]] = []
        if self._next and self._next[0] == unit:
            rows = list(islice(self._next[1], LISTED_OF_UNIT))
            self._next = next(self._groups, None)
        return {"columns": self._columns, "rows": rows}


def in_script(told: object) -> str:
    """Values as JSON that can stand inside a script of a page, whatever texts they hold.

    >>> in_script("</script> & 5")
    '"\\\\u003c/script\\\\u003e \\\\u0026 5"'
    """
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)
    for mark, written in IN_SCRIPT.items():  # many times as fast as str.translate
        text = text.replace(mark, written)
    return text


def _plain(value: object) -> object:
    """Money as a number, a date as its ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
