"""The database explains itself: `COMMENT ON` every table and column, in Chinese and English, from `schema.py`."""

import duckdb

from pipeline.schema import TABLES, Column, Table

UNCOMMENTED_VIEW_COLUMNS = """
    SELECT table_name, column_name
    FROM duckdb_columns() JOIN duckdb_views() ON table_name = view_name
    WHERE NOT duckdb_views.internal AND duckdb_columns.comment IS NULL
"""


def write(connection: duckdb.DuckDBPyConnection) -> None:
    """Comments the tables of the schema and the columns of the views, which say themselves what else they hold.

    A view's column that has no comment takes over that of the schema's column of the same name, unless
    columns of several tables share the name and say different things.
    """
    for table in TABLES.values():
        connection.execute(f"COMMENT ON TABLE {table.name} IS {literal(_both(table))}")
        for column in table.columns:
            _comment_column(connection, table.name, column.name, _both(column))
    shared = _unambiguous()
    for view, column in connection.execute(UNCOMMENTED_VIEW_COLUMNS).fetchall():
        if column in shared:
            _comment_column(connection, view, column, shared[column])


def literal(text: str) -> str:
    """A text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def _comment_column(connection: duckdb.DuckDBPyConnection, table: str, column: str, comment: str) -> None:
    connection.execute(f'COMMENT ON COLUMN {table}."{column}" IS {literal(comment)}')


def _both(thing: Table | Column) -> str:
    return f"{thing.zh} / {thing.en}"


def _unambiguous() -> dict[str, str]:
    """Column name → comment, for the names that mean one thing wherever they stand."""
    said: dict[str, set[str]] = {}
    for table in TABLES.values():
        for column in table.columns:
            said.setdefault(column.name, set()).add(_both(column))
    return {name: comments.pop() for name, comments in said.items() if len(comments) == 1}
