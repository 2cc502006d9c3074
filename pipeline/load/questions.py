"""The questions of `sql/review/`: each file is a kind of finding, named by its code, each row that it gives a finding.

Its head says whether it looks at one project at a time (`scope: project`) or compares several (`scope: dataset`).
A file selects `indicator_id` or `project_id`, the printed `evidence` and what the code's message names.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.load import arrays, sqlfiles, warehouse
from pipeline.load.sqlfiles import SqlFile
from pipeline.load.warehouse import Connection
from pipeline.schema.column import TEXT

Row = Mapping[str, Any]


class Answer(NamedTuple):
    """What a question found: the code, the rows, and the rows of `indicators`, `projects` and `form_fields` that are
    named there.
    """

    code: str
    rows: list[Row]
    indicators: list[Row]
    projects: list[Row]
    form_fields: list[Row]


def ask(connection: Connection, scope: str | None = None) -> Iterator[Answer]:
    """The answers that are not empty, in the order of codes, one at a time: of all questions, or of those of one scope.

    Raises QueryError for wrong SQL.
    """
    files = [file for file in sqlfiles.read("review") if scope in (None, file.scope) and _may_find(connection, file)]
    with warehouse.shared_views(connection, [file.text for file in files]) as questions:
        for file, question in zip(files, questions, strict=True):
            if rows := _rows(connection, question):
                yield _answer(connection, file.name, rows)


def _may_find(connection: Connection, file: SqlFile) -> bool:
    return not file.needs or bool(warehouse.ask(connection, f"SELECT 1 FROM {file.needs} LIMIT 1").rows)


def _answer(connection: Connection, code: str, rows: list[Row]) -> Answer:
    indicators, projects = _named(rows, "indicator_id"), _named(rows, "project_id")
    fields = projects if any("field" in row for row in rows) else []
    return Answer(
        code,
        rows,
        _of(connection, "indicators", "indicator_id", indicators),
        _of(connection, "projects", "project_id", projects),
        _of(connection, "form_fields", "project_id", fields),
    )


def _named(rows: Iterable[Row], name: str) -> list[str]:
    return sorted({row[name] for row in rows if row.get(name)})


def _of(connection: Connection, table: str, key: str, wanted: list[str]) -> list[Row]:
    """The rows of a table with these ids, in the order of its key."""
    if not wanted:
        return []
    connection.register("wanted", arrays.table([(one,) for one in wanted], **{key: TEXT}))
    order = "project_id, field_no" if table == "form_fields" else key
    found = _rows(connection, f"SELECT * FROM {table} SEMI JOIN wanted USING ({key}) ORDER BY {order}")
    connection.unregister("wanted")
    return found


def _rows(connection: Connection, sql: str) -> list[Row]:
    result = warehouse.ask(connection, sql)
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]
