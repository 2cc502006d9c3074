"""Typed rows → the Arrow table that `schema/` declares: the same columns, no value coerced, sorted by key."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from math import isfinite
from numbers import Integral
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pipeline.load import arrays
from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table

if TYPE_CHECKING:
    import pandas as pd

Tables = dict[str, pa.Table]
"""Arrow tables by name."""


class SchemaError(ValueError):
    """A frame does not conform to its table. The message names table, column and the first offending value."""


def _is_integer(value: Any) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return (isinstance(value, (Decimal, float)) or _is_integer(value)) and abs(value) <= sys.float_info.max


def _is_yuan(value: Any) -> bool:
    return isinstance(value, Decimal) and value.is_finite() and abs(value) < 10**16 and value == round(value, 2)


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


_FITS: Mapping[pa.DataType, tuple[str, Callable[[Any], bool]]] = {
    TEXT: ("text", lambda value: isinstance(value, str)),
    INT: ("a whole number of 32 bits", lambda value: _is_integer(value) and -(2**31) <= value < 2**31),
    BIGINT: ("a whole number of 64 bits", lambda value: _is_integer(value) and -(2**63) <= value < 2**63),
    DOUBLE: ("a finite number", _is_number),
    FLAG: ("True or False", lambda value: isinstance(value, bool)),
    DATE: ("a date without time", _is_day),
    MONEY: ("a Decimal of at most two decimals and sixteen digits before them", _is_yuan),
}

_PLAIN: Mapping[pa.DataType, frozenset[type]] = {
    TEXT: frozenset({str}),
    INT: frozenset({int}),
    BIGINT: frozenset({int}),
    DOUBLE: frozenset({int, float, Decimal}),
    FLAG: frozenset({bool}),
    DATE: frozenset({date}),
    MONEY: frozenset(),
}
"""The classes of the values that a column of a type nearly always holds, and that need not be looked at one by one."""


def conform(rows: "Sequence[Mapping[str, Any]] | pd.DataFrame | pa.Table", table: Table) -> pa.Table:
    """Rows as an Arrow table with exactly the schema of `table`, sorted by its key if it has one.

    None, NaN, NaT and pd.NA become null; the Decimals of a DOUBLE column become floats here, last of all. They may be
    a frame or an Arrow table as well, and are held to the same. Raises SchemaError for a missing, extra or repeated
    column, a value that does not fit its column's type or closed values, a null where none may be, and a key that
    stands twice.
    """
    columns = _in_order(_columns(rows, table), table.key)
    made = [_array(columns[column.name], column, f"{table.name}.{column.name}") for column in table.columns]
    _check_key(columns, table)
    return pa.Table.from_arrays(made, schema=table.schema)


def _columns(rows: "Sequence[Mapping[str, Any]] | pd.DataFrame | pa.Table", table: Table) -> Mapping[str, list[Any]]:
    """The values by column."""
    if isinstance(rows, pa.Table):
        _check_names(rows.column_names, table)
        return {name: rows[name].to_pylist() for name in table.names}
    if not isinstance(rows, Sequence):  # a frame, told without loading what makes frames
        _check_names(list(rows.columns), table)
        return {name: _values(rows[name]) for name in table.names}
    _check_names(list(rows[0]) if rows else table.names, table)
    try:
        return {name: [row[name] for row in rows] for name in table.names}
    except KeyError as error:
        raise SchemaError(f"{table.name}: column {error.args[0]} is missing") from None


def _values(series: "pd.Series[Any]") -> list[Any]:
    return list(series.astype(object).where(series.notna(), None))


def _check_names(names: list[str], table: Table) -> None:
    declared = table.names
    faults = {
        "is missing": [name for name in declared if name not in names],
        "is not declared in the schema": [name for name in names if name not in declared],
        "stands twice": [name for name in names if names.count(name) > 1],
    }
    for fault, found in faults.items():
        if found:
            raise SchemaError(f"{table.name}: column {found[0]} {fault}")


def _in_order(columns: Mapping[str, list[Any]], key: Sequence[str]) -> Mapping[str, list[Any]]:
    """The values with the rows sorted by a key. One of values that have no order stays; it does not conform."""
    keys = list(zip(*(columns[name] for name in key), strict=True))
    try:
        order = sorted(range(len(keys)), key=keys.__getitem__)
    except TypeError:
        return columns
    if all(before < after for before, after in pairwise(order)):
        return columns
    return {name: [values[no] for no in order] for name, values in columns.items()}


def _array(values: list[Any], column: Column, where: str) -> pa.Array:
    """The values of one column. They are looked at one by one only if they are not plainly what the column holds."""
    if not _is_plain(values, column):
        _check(values, column, where)
    try:
        return arrays.array(values, column.type)
    except OverflowError:
        _check(values, column, where)
        raise


def _is_plain(values: list[Any], column: Column) -> bool:
    """Whether all values are plainly allowed: of the plain classes, one of the closed values, no null if none may be.

    The classes are looked at, since True is a whole number too, and a time a date.
    """
    classes = set(map(type, values))
    if type(None) in classes:
        classes.remove(type(None))
        if not column.nullable:
            return False
    if not classes <= _PLAIN[column.type]:
        return False
    if column.type == DOUBLE:
        return all(value is None or isfinite(value) for value in values)
    return not column.values or set(values) - {None} <= set(column.values)


def _check(values: list[Any], column: Column, where: str) -> None:
    """Looks at each value for itself, so that the first that does not fit can be named. Raises SchemaError."""
    wanted, fits = _FITS[column.type]
    for value in values:
        if value is None:
            if not column.nullable:
                raise SchemaError(f"{where}: null where a value is needed")
        elif not fits(value):
            raise SchemaError(f"{where}: {value!r} ({type(value).__name__}) where {wanted} is needed")
        elif column.values and value not in column.values:
            raise SchemaError(f"{where}: {value!r} is none of {', '.join(column.values)}")


def _check_key(columns: Mapping[str, list[Any]], table: Table) -> None:
    seen = set()
    for key in zip(*(columns[name] for name in table.key), strict=True):
        if key in seen:
            raise SchemaError(f"{table.name}: the key {', '.join(table.key)} = {key} stands twice")
        seen.add(key)
