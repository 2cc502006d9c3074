"""Parquet → the DuckDB database: real tables, the rules as reference tables, views, and a comment on everything."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.load import comments, parquet, sqlfiles
from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table
from pipeline.schema.tables import TABLES

NAME = "budget_targets.duckdb"
# Files of later storage versions do not open in 1.x clients; extensions to download cannot be had everywhere.
CONFIG = {
    "storage_compatibility_version": "v1.2.0",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
IN_MEMORY = {name: value for name, value in CONFIG.items() if name.startswith("auto")}
MEMORY, SPILL = "400MB", ".spill"
"""What the database may take while it is built, and the folder for what is more."""
MARK, MARK_AT = b"DUCK", 8
"""What a DuckDB file holds there. Of other databases DuckDB would try to download a reader."""
Connection = duckdb.DuckDBPyConnection
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
    with closing(duckdb.connect(str(folder / NAME), config=CONFIG)) as connection:
        _fill(connection, lambda name: pq.read_table(parquet.path(folder, name)), references)
        comments.write(connection)
    return folder / NAME


@contextmanager
def opened(folder: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new database in a folder, or in memory alone, to be built; closed when the block ends. What does not fit into
    memory is laid beside it.
    """
    place, config = (str(folder / NAME), CONFIG) if folder else (":memory:", IN_MEMORY)
    spill = {"temp_directory": str(folder / SPILL)} if folder else {}
    with closing(duckdb.connect(place, config={**config, "memory_limit": MEMORY, **spill})) as connection:
        yield connection


def complete(connection: duckdb.DuckDBPyConnection, references: References) -> None:
    """Adds the reference tables and the views to the tables of the schema. Raises duckdb.Error if one cannot be made."""
    for name, rows in references.items():
        _refer(connection, name, rows)
    for view in sqlfiles.read("views"):
        connection.execute(view.text)


def export(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Writes every table of the schema to its Parquet file in a folder, in the order in which its rows stand."""
    for table in TABLES.values():
        rows = connection.sql(f"SELECT * FROM {table.name}")
        reader = getattr(rows, "to_arrow_reader", None) or rows.fetch_arrow_reader  # the name in DuckDB 1.x
        parquet.write_batches(table, reader(parquet.ROW_GROUP), folder)


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
        return ask(connection, sql)


def check(database: Path) -> list[Check]:
    """Runs every file of `sql/checks/`, in the order of their names. Raises QueryError for a missing database."""
    with closing(_open(database)) as connection:
        return [Check(file.name, file.title, *ask(connection, file.text)) for file in sqlfiles.read("checks")]


def _definition(table: Table) -> str:
    parts = [*map(_column, table.columns), f"PRIMARY KEY ({', '.join(table.key)})"]
    return f"CREATE TABLE {table.name} ({', '.join(parts)})"


def _column(column: Column) -> str:
    name = f'"{column.name}"'
    allowed = ", ".join(map(comments.literal, column.values))
    check = f" CHECK ({name} IN ({allowed}))" if allowed else ""
    return f"{name} {SQL_TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}{check}"


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
        return duckdb.connect(str(database), read_only=True)
    except duckdb.Error as error:
        raise QueryError(f"{database} cannot be opened: {error}") from None


def ask(connection: duckdb.DuckDBPyConnection, sql: str) -> Result:
    """The answer of the last of some statements. Raises QueryError for wrong SQL, or none at all."""
    try:
        answer = connection.execute(sql)
        if answer is None:
            raise QueryError("the text holds no SQL statement")
        return Result(tuple(column[0] for column in answer.description), answer.fetchall())
    except duckdb.Error as error:
        raise QueryError(str(error)) from None
