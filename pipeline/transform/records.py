"""Rows of tables: dicts of values by column name.

One document has some hundred rows. At that size dicts are several times as fast as frames, which look at the type of
every value in every step.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.schema.column import Table

Row = dict[str, Any]
Rows = list[Row]


def named(rows: Iterable[Sequence[Any]], table: Table) -> Rows:
    """Rows given as values in the order of the columns of a table."""
    names = table.names
    return [dict(zip(names, row, strict=True)) for row in rows]


def of_table(rows: Iterable[Mapping[str, Any]], table: Table) -> Rows:
    """Rows with the columns of a table and no others; a column that a row lacks is None."""
    names = table.names
    return [{name: row.get(name) for name in names} for row in rows]


def by_key(rows: Iterable[Row], key: str) -> dict[Any, Row]:
    """Rows by the value of a column that no two of them share."""
    return {row[key]: row for row in rows}


def grouped(rows: Iterable[Row], key: str) -> dict[Any, Rows]:
    """Rows by the value of a column, in their order."""
    groups: dict[Any, Rows] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups
