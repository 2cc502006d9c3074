"""Parquet → the DuckDB database: real tables, the rules as reference tables, views, and a comment on everything."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.load import checks, comments, parquet, sqlfiles
from pipeline.load.sqlfiles import SqlFile
from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table
from pipeline.schema.tables import TABLES

NAME = "budget_targets.duckdb"
# Files of later storage versions do not open in 1.x clients; extensions to download cannot be had everywhere.
STORAGE = {"storage_compatibility_version": "v1.2.0"}
LIMITS = {
    "memory_limit": "2GB",
    "temp_directory": str(Path(tempfile.gettempdir()) / "budget-targets"),
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""What holds for every connection. What does not fit into the memory allowed is kept in a temporary folder meanwhile."""
FEW_ROWS = 100_000
"""Rows below which one thread answers as fast as several, and small blocks make a small file: each column of each table
fills one at least. Large tables are smaller in large blocks.
"""
SMALL_BLOCK = {"default_block_size": "16384"}
MARK, MARK_AT = b"DUCK", 8
"""What a DuckDB file holds there. Of other databases DuckDB would try to download a reader."""
References = Mapping[str, pd.DataFrame | Iterable[Any]]
SQL_TYPES = {
    TEXT: "VARCHAR",
    INT: "INTEGER",
    BIGINT: "BIGINT",
    DOUBLE: "DOUBLE",
    FLAG: "BOOLEAN",
    DATE: "DATE",
    MONEY: "DECIMAL(18, 2)",
}


class QueryError(ValueError):
    """A query cannot be answered. The message is for the person who wrote it."""


class Result(NamedTuple):
    """The answer to a query: column names and rows of Python values."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Check(NamedTuple):
    """What a file of `sql/checks/` found: no row means that the promise in `title` holds."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def build(folder: Path, references: References) -> Path:
    """Builds the database in `folder` from the Parquet files there; its path.

    `references` are the rule vocabularies by table name (`ref_units`, …), as frames or as rows of one dataclass.
    Raises duckdb.Error if a table or view cannot be made.
    """
    with closing(duckdb.connect(str(folder / NAME), config=_storage(folder) | LIMITS)) as connection:
        _fill(connection, lambda name: pq.read_table(parquet.path(folder, name)), references)
        comments.write(connection)
    return folder / NAME


def answers(
    tables: Mapping[str, pa.Table], references: References, scope: str | None = None
) -> Iterator[tuple[SqlFile, Result]]:
    """The files of `sql/review/`, all or those of one scope, each with its answer on these tables, in memory; tables that
    are not given are empty.

    Raises duckdb.Error if a table or view cannot be made, QueryError for wrong SQL.
    """
    files = [file for file in sqlfiles.read("review") if scope in (None, file.scope)]
    with closing(duckdb.connect(config=LIMITS)) as connection:
        if sum(rows.num_rows for rows in tables.values()) < FEW_ROWS:
            connection.execute("SET threads = 1")
        _fill(connection, tables.get, references)
        _keep_shared_views(connection, [file.text for file in files])
        for file in files:
            yield file, _ask(connection, file.text)


def _keep_shared_views(connection: duckdb.DuckDBPyConnection, questions: list[str]) -> None:
    """A view that several questions name is worked out once: planning it anew for each costs more than most answers.

    A temporary table takes the place of the view for this connection.
    """
    for (view,) in connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
        if sum(bool(re.search(rf"\b{view}\b", text)) for text in questions) > 1:
            connection.execute(f"CREATE TEMP TABLE {view} AS FROM {view}")


def _fill(
    connection: duckdb.DuckDBPyConnection, read: Callable[[str], pa.Table | None], references: References
) -> None:
    """Makes all tables, the reference tables and the views. `read` gives a table's rows, None for an empty one."""
    for table in TABLES.values():
        connection.execute(_definition(table))
        if (rows := read(table.name)) is not None:
            _insert(connection, table.name, rows)
    for name, rows in references.items():
        _refer(connection, name, rows)
    for view in sqlfiles.read("views"):
        connection.execute(view.text)


def query(database: Path, sql: str) -> Result:
    """Runs one or more statements and gives the last one's result; the database is opened for reading only.

    Raises QueryError for a missing database, wrong SQL or no statement at all.
    """
    with closing(_open(database)) as connection:
        return _ask(connection, sql)


def check(database: Path) -> list[Check]:
    """Runs every check, in the order of their names. Raises QueryError for a missing database."""
    with closing(_open(database)) as connection:
        return [Check(file.name, file.title, *_ask(connection, file.text)) for file in checks.files()]


def _storage(folder: Path) -> dict[str, str]:
    rows = sum(pq.read_metadata(parquet.path(folder, name)).num_rows for name in TABLES)
    return STORAGE | (SMALL_BLOCK if rows < FEW_ROWS else {})


def _definition(table: Table) -> str:
    """Keys and closed values are held by the checks: an index over every key would be most of the file."""
    return f"CREATE TABLE {table.name} ({', '.join(map(_column, table.columns))})"


def _column(column: Column) -> str:
    return f'"{column.name}" {SQL_TYPES[column.type]}{"" if column.nullable else " NOT NULL"}'


def _insert(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    connection.register("incoming", rows)
    connection.execute(f"INSERT INTO {name} SELECT * FROM incoming")
    connection.unregister("incoming")


def _refer(connection: duckdb.DuckDBPyConnection, name: str, rows: pd.DataFrame | Iterable[Any]) -> None:
    connection.register("incoming", _arrow(rows))
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
    connection.unregister("incoming")


def _arrow(rows: pd.DataFrame | Iterable[Any]) -> pa.Table:
    if isinstance(rows, pd.DataFrame):
        return pa.Table.from_pandas(rows, preserve_index=False)
    return pa.Table.from_pylist([{field.name: getattr(row, field.name) for field in fields(row)} for row in rows])


def _open(database: Path) -> duckdb.DuckDBPyConnection:
    if not database.is_file():
        raise QueryError(f"{database}: there is no such database; run the pipeline first")
    with database.open("rb") as file:
        if not file.read(MARK_AT + len(MARK)).endswith(MARK):
            raise QueryError(f"{database} cannot be opened: it is no DuckDB database; run the pipeline again")
    try:
        return duckdb.connect(str(database), read_only=True, config=LIMITS)
    except duckdb.Error as error:
        raise QueryError(f"{database} cannot be opened: {error}") from None


def _ask(connection: duckdb.DuckDBPyConnection, sql: str) -> Result:
    try:
        answer = connection.execute(sql)
        if answer is None:
            raise QueryError("the text holds no SQL statement")
        return Result(tuple(column[0] for column in answer.description), answer.fetchall())
    except duckdb.Error as error:
        raise QueryError(str(error)) from None
