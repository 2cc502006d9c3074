"""The DuckDB database: real tables, the rules as reference tables, views, and a comment on everything."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb
import pyarrow as pa

from pipeline.load import arrays, checks, comments, parquet, sqlfiles
from pipeline.load.answer import QueryError, Result, ask
from pipeline.load.many_questions import FEW_ROWS, answers
from pipeline.schema.column import BIGINT, FLAG, TEXT
from pipeline.schema.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

NAME = "budget_targets.duckdb"
VERSION = duckdb.__version__
Config = dict[str, str | bool | int | float | list[str]]

# Files of later storage versions do not open in 1.x clients; extensions to download cannot be had everywhere.
STORAGE: Config = {"storage_compatibility_version": "v1.2.0"}
LIMITS: Config = {
    "memory_limit": "2GB",
    "temp_directory": str(Path(tempfile.gettempdir()) / "budget-targets"),
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""What holds for every connection. What does not fit into the memory allowed is kept in a temporary folder meanwhile.
"""
SMALL_BLOCK = {"default_block_size": "16384"}
"""Small blocks make a small file of few rows: each column of each table fills one at least. Large tables are smaller in
large blocks.
"""
LOCKED: Config = {"enable_external_access": "false", "lock_configuration": "true"}
"""What else holds while a person asks: SQL from elsewhere reads and writes no file, and sets nothing. What the settings
do: DuckDB's documentation, "Securing DuckDB".
"""
MARK, MARK_AT = b"DUCK", 8
"""What a DuckDB file holds there. Of other databases DuckDB would try to download a reader."""
Connection = duckdb.DuckDBPyConnection
References = Mapping[str, "pd.DataFrame | Iterable[Any]"]
ANEW = ".anew"
SPILL = ".spill"
"""The folder, beside a database that is being built, for what does not fit into memory meanwhile."""


_TYPES = {str: TEXT, int: BIGINT, bool: FLAG, tuple: arrays.TEXTS}
"""The types of the fields of rules."""
_ADDED = """
    SELECT table_name FROM duckdb_tables() WHERE NOT internal AND comment IS NULL
    UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
    UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL
    ORDER BY ALL
"""


class Check(NamedTuple):
    """What a file of `sql/checks/` found: no row means that the promise in `title` holds."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def created(folder: Path | None = None, n_rows: int = 0) -> Connection:
    """A new database in a folder, or in memory alone, to be filled with about so many rows. What does not fit into
    memory is laid beside it.
    """
    place, config = ":memory:", LIMITS
    if folder:
        place, config = str(folder / NAME), LIMITS | _storage(n_rows) | {"temp_directory": str(folder / SPILL)}
    connection = duckdb.connect(place, config=config)
    if n_rows < FEW_ROWS:
        connection.execute("SET threads = 1")
    return connection


@contextmanager
def opened(folder: Path | None = None, n_rows: int = 0) -> Iterator[Connection]:
    """A database as `created`, closed when the block ends."""
    with closing(created(folder, n_rows)) as connection:
        yield connection


@contextmanager
def at_once(connection: Connection) -> Iterator[None]:
    """The statements of a block in one transaction: each of its own would be written to the disk. Nothing of them is
    done if one fails.
    """
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def complete(connection: Connection, references: References) -> None:
    """Adds the reference tables and the views to the tables of the schema. Raises duckdb.Error if one cannot be
    made.
    """
    with at_once(connection):
        for name, rows in references.items():
            _refer(connection, name, rows)
        for view in sqlfiles.read("views"):
            connection.execute(view.text)


def comment(connection: Connection) -> None:
    """Comments every table and column."""
    with at_once(connection):
        comments.write(connection)


def compact(folder: Path, n_rows: int) -> None:
    """Writes a large database of a folder anew, in full blocks: what building it left free makes it two fifths larger.

    A small one is left as it is. Raises duckdb.Error if the disk is full; the database then stays as it was.
    """
    if n_rows < FEW_ROWS:
        return
    loose, full = folder / NAME, folder / f"{NAME}{ANEW}"
    full.unlink(missing_ok=True)
    config = LIMITS | {"temp_directory": str(folder / SPILL)}
    with closing(duckdb.connect(config=config)) as connection:
        connection.execute(f"ATTACH {comments.literal(str(loose))} AS loose (READ_ONLY)")
        version = comments.literal(str(STORAGE["storage_compatibility_version"]))
        connection.execute(f"ATTACH {comments.literal(str(full))} AS full_blocks (STORAGE_VERSION {version})")
        connection.execute("COPY FROM DATABASE loose TO full_blocks")
        connection.execute("CHECKPOINT full_blocks")
    full.replace(loose)


def export(connection: Connection, folder: Path) -> None:
    """Writes every table of the schema to its Parquet file in a folder, in the order in which its rows stand."""
    for table in TABLES.values():
        rows = connection.sql(f"SELECT * FROM {table.name}")
        reader = getattr(rows, "to_arrow_reader", None) or rows.fetch_arrow_reader  # the name in DuckDB 1.x
        parquet.write(table, reader(parquet.ROW_GROUP), folder)


def query(database: Path, sql: str, most: int | None = None, trusted: bool = False) -> Result:
    """Runs one or more statements and gives the last one's result, or its first `most` rows; the database is opened for
    reading only. Only statements that are `trusted` may read and write files.

    Raises QueryError for a missing database, wrong SQL or no statement at all.
    """
    with reading(database, trusted) as connection:
        return ask(connection, sql, most)


def check(database: Path) -> list[Check]:
    """Runs every check, in the order of their names. Raises QueryError for a missing database."""
    with reading(database) as connection:
        return checked(connection)


def checked(connection: Connection) -> list[Check]:
    """What every check finds in a database that is open, in the order of their names."""
    files = checks.files()
    found = answers(connection, [file.text for file in files])
    return [Check(file.name, file.title, *answer) for file, answer in zip(files, found, strict=True)]


def unbroken() -> list[Check]:
    """Every check as it is told when it found nothing."""
    return [Check(file.name, file.title, (), []) for file in checks.files()]


def is_open_elsewhere(database: Path) -> bool:
    """Whether another process has a database open to write in it, which then no other one can open."""
    if not database.is_file():
        return False
    try:
        duckdb.connect(str(database), read_only=True, config=LIMITS).close()
    except duckdb.IOException as error:
        return "lock" in str(error)
    except duckdb.Error:
        return False
    return False


def added(database: Path) -> list[str]:
    """The tables, views and columns that a person added to a database: all of ours carry a comment; and the tables of
    ours whose rows are not those of their Parquet file any more. A database that cannot be read holds none.
    """
    try:
        with closing(duckdb.connect(str(database), read_only=True, config=LIMITS)) as connection:
            found = [str(name) for (name,) in connection.execute(_ADDED).fetchall()]
            return found or [name for name in TABLES if _is_edited(connection, name, database.parent)]
    except duckdb.Error:
        return []


def _is_edited(connection: Connection, name: str, folder: Path) -> bool:
    file = parquet.path(folder, name)
    if not file.is_file():
        return False
    kept = f"(FROM read_parquet({comments.literal(str(file))}))"
    question = f"(FROM {name} EXCEPT ALL {kept}) UNION ALL ({kept} EXCEPT ALL FROM {name}) LIMIT 1"
    return connection.execute(question).fetchone() is not None


@contextmanager
def reading(database: Path, trusted: bool = False) -> Iterator[Connection]:
    """A database, open for reading only while the block lasts: opening costs more than a short question. It gives
    access to other files only to those who are `trusted`.

    Raises QueryError for a missing database.
    """
    with closing(_open(database, LIMITS if trusted else LIMITS | LOCKED)) as connection:
        yield connection


def _storage(n_rows: int) -> Config:
    return STORAGE | (SMALL_BLOCK if n_rows < FEW_ROWS else {})


def insert(connection: Connection, name: str, rows: pa.Table) -> None:
    """Adds rows to a table, by the order of their columns."""
    connection.register("incoming", rows)
    connection.execute(f"INSERT INTO {name} SELECT * FROM incoming")
    connection.unregister("incoming")


def _refer(connection: Connection, name: str, rows: "pd.DataFrame | Iterable[Any]") -> None:
    connection.register("incoming", _arrow(rows))
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
    connection.unregister("incoming")


def _arrow(rows: "pd.DataFrame | Iterable[Any]") -> pa.Table:
    if hasattr(rows, "dtypes"):  # a frame, told without loading what makes frames
        return pa.Table.from_pandas(rows, preserve_index=False)
    first, *_ = rows = list(rows)
    names = [field.name for field in fields(first)]
    types = {name: _TYPES[type(getattr(first, name))] for name in names}
    return arrays.table([[getattr(row, name) for name in names] for row in rows], **types)


def _open(database: Path, settings: Config) -> Connection:
    if not database.is_file():
        raise QueryError("{database}: there is no such database; run the pipeline first", database=database)
    with database.open("rb") as file:
        if not file.read(MARK_AT + len(MARK)).endswith(MARK):
            raise QueryError(
                "{database} cannot be opened: it is no DuckDB database; run the pipeline again", database=database
            )
    try:
        connection = duckdb.connect(str(database), read_only=True)
        if connection.execute("SELECT current_setting('lock_configuration')").fetchone() == (True,):
            return connection  # a process that holds the same database open shares its settings
        for name, value in settings.items():
            connection.execute(f"SET {name} = {comments.literal(str(value))}")
        return connection
    except duckdb.Error as error:
        raise QueryError("{database} cannot be opened: {error}", database=database, error=error) from None
