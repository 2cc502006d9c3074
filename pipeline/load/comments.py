"""The database explains itself: `COMMENT ON` every table and column, in Chinese and English, from
`schema/tables.py`.
"""

import re

import duckdb

from pipeline.schema.column import Column, Table
from pipeline.schema.tables import TABLES

UNCOMMENTED_VIEW_COLUMNS = """
    SELECT duckdb_views.schema_name || '.' || view_name, column_name
    FROM duckdb_columns()
    JOIN duckdb_views() ON table_name = view_name AND duckdb_columns.schema_name = duckdb_views.schema_name
    WHERE NOT duckdb_views.internal AND duckdb_columns.comment IS NULL
"""

COMMENTS = "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE comment IS NOT NULL ORDER BY ALL"


def write(connection: duckdb.DuckDBPyConnection) -> None:
    """Comments the tables of the schema, and the columns of views that have no comment from their own SQL file.

    These take over what the schema says of the column of the same name, in the first table that has one.
    """
    for table in TABLES.values():
        connection.execute(f"COMMENT ON TABLE {table.name} IS {literal(_both(table))}")
        for column in table.columns:
            _comment_column(connection, table.name, column.name, _both(column))
    said = _said_first()
    for view, column in connection.execute(UNCOMMENTED_VIEW_COLUMNS).fetchall():
        if column in said:
            _comment_column(connection, view, column, said[column])


def labels(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, tuple[str, str]]:
    """Column name → what its comment says of it, (zh, en): in the first table or view that a text of SQL asks and that
    has such a column.
    """
    asked = re.findall(r"\b(?:FROM|JOIN)\s+(?:\w+\.)?(\w+)", sql, re.IGNORECASE)
    told = [row for row in connection.execute(COMMENTS).fetchall() if row[0] in asked]
    first: dict[str, tuple[str, str]] = {}
    for _, column, comment in sorted(told, key=lambda row: asked.index(row[0])):
        zh, _, en = comment.partition(" / ")
        first.setdefault(column, (zh, en))
    return first


def literal(text: str) -> str:
    """A text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def _comment_column(connection: duckdb.DuckDBPyConnection, table: str, column: str, comment: str) -> None:
    connection.execute(f'COMMENT ON COLUMN {table}."{column}" IS {literal(comment)}')


def _both(thing: Table | Column) -> str:
    return f"{thing.zh} / {thing.en}"


def _said_first() -> dict[str, str]:
    """Column name → the comment of the first table in the schema that has such a column."""
    said: dict[str, str] = {}
    for table in TABLES.values():
        for column in table.columns:
            said.setdefault(column.name, _both(column))
    return said
