"""The questions of `sql/review/`: each file is a kind of finding, named by its code, each row that it gives a finding.

Its head says whether it looks at one project at a time (`scope: project`) or compares several (`scope: dataset`).
A file selects `indicator_id` or `project_id`, the printed `evidence` and what the code's message names.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.load import arrays, sqlfiles, warehouse
from pipeline.load.many_questions import answers
from pipeline.load.sqlfiles import SqlFile
from pipeline.load.warehouse import Connection
from pipeline.schema.column import TEXT

Row = Mapping[str, Any]
AT_ONCE = 10_000
"""Rows whose places are looked up at a time: few statements, and little memory."""


class Answers(NamedTuple):
    """What questions found: rows, each with the code of its question, and the rows of `indicators`, `projects` and
    `form_fields` that are named there.
    """

    rows: list[tuple[str, Row]]
    indicators: list[Row]
    projects: list[Row]
    form_fields: list[Row]


def ask(connection: Connection, scope: str | None = None) -> Iterator[Answers]:
    """The answers in the order of codes, some thousands of rows at a time: of all questions, or of those of one scope.

    Raises QueryError for wrong SQL.
    """
    files = [file for file in sqlfiles.read("review") if scope in (None, file.scope) and _may_find(connection, file)]
    waiting: list[tuple[str, Row]] = []
    for file, answer in zip(files, answers(connection, [file.text for file in files]), strict=True):
        waiting += [(file.name, row) for row in answer.named]
        if len(waiting) >= AT_ONCE:
            yield _answers(connection, waiting)
            waiting = []
    if waiting:
        yield _answers(connection, waiting)


def _may_find(connection: Connection, file: SqlFile) -> bool:
    return not file.needs or bool(warehouse.ask(connection, f"SELECT 1 FROM {file.needs} LIMIT 1").rows)


def _answers(connection: Connection, rows: list[tuple[str, Row]]) -> Answers:
    projects = _named(rows, "project_id")
    fields = projects if any("field" in row for _, row in rows) else []
    return Answers(
        rows,
        _of(connection, "indicators", "indicator_id", _named(rows, "indicator_id")),
        _of(connection, "projects", "project_id", projects),
        _of(connection, "form_fields", "project_id", fields),
    )


def _named(rows: Iterable[tuple[str, Row]], name: str) -> list[str]:
    return sorted({row[name] for _, row in rows if row.get(name)})


def _of(connection: Connection, table: str, key: str, wanted: list[str]) -> list[Row]:
    """The rows of a table with these ids, in the order of its key."""
    if not wanted:
        return []
    connection.register("wanted", arrays.table([(one,) for one in wanted], **{key: TEXT}))
    order = "project_id, field_no" if table == "form_fields" else key
    found = warehouse.ask(connection, f"SELECT * FROM {table} SEMI JOIN wanted USING ({key}) ORDER BY {order}")
    connection.unregister("wanted")
    return list[Row](found.named)
