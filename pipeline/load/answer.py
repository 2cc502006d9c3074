"""What a database answers: rows as they are asked for, or all of them at once."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

import duckdb

from pipeline.model.told import Told

AT_ONCE = 10_000
"""Rows that are fetched at a time."""
ZONED = "WITH TIME ZONE"
"""In the name of a type whose values DuckDB turns into Python's only with a library that we do without."""


class QueryError(Told, ValueError):
    """A query cannot be answered. The message is for the person who wrote it."""


class Result(NamedTuple):
    """The answer to a query: column names and rows of Python values."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    @property
    def named(self) -> list[dict[str, Any]]:
        """The rows, each with the names of its columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Stream(NamedTuple):
    """An answer of any size: column names, and rows that are fetched as they are asked for."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ask(connection: duckdb.DuckDBPyConnection, sql: str, most: int | None = None) -> Result:
    """The answer of the last of some statements, or its first `most` rows. Raises QueryError for wrong SQL, or none at
    all.
    """
    columns, rows = stream(connection, sql)
    return Result(columns, list(islice(rows, most)))


def stream(connection: duckdb.DuckDBPyConnection, sql: str) -> Stream:
    """The answer of the last of some statements. Raises QueryError for wrong SQL, or none at all; asking for rows
    raises it too: some values are only computed then.
    """
    with _told():
        answer = connection.execute(sql)
        if answer is None:
            raise QueryError("the text holds no SQL statement")
        return Stream(tuple(column[0] for column in answer.description), _rows(answer))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise QueryError(str(error)) from None


def _rows(answer: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    is_zoned = any(ZONED in str(column[1]) for column in answer.description)
    with _told():
        yield from _zoned_rows(answer) if is_zoned else _plain_rows(answer)


def _plain_rows(answer: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while some := answer.fetchmany(AT_ONCE):
        yield from some


def _zoned_rows(answer: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Rows with moments of a time zone, by way of Arrow, which knows the zones of the standard library."""
    reader = getattr(answer, "to_arrow_reader", None) or getattr(answer, "fetch_record_batch")  # noqa: B009 in DuckDB 1.x
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # that a relation would be faster
        batches = reader()
    return (row for batch in batches for row in zip(*(column.to_pylist() for column in batch.columns), strict=True))
