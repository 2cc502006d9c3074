"""Typed rows → the Arrow table that `schema/` declares: the same columns, no value coerced, sorted by key."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute

from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table

CENT = Decimal("0.01")
pc: Any = pyarrow.compute
"""Its functions are made while it is loaded: none that reads types alone knows them."""


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
    INT: frozenset({int, np.int64}),
    BIGINT: frozenset({int, np.int64}),
    DOUBLE: frozenset({int, float, Decimal, np.float64}),
    FLAG: frozenset({bool}),
    DATE: frozenset({date}),
    MONEY: frozenset({Decimal}),
}
"""The classes of the values that a column of a type nearly always holds, and that Arrow then takes as they are."""


def conform(rows: Sequence[Mapping[str, Any]] | pd.DataFrame | pa.Table, table: Table) -> pa.Table:
    """Rows as an Arrow table with exactly the schema of `table`, sorted by its key if it has one.

    None, NaN, NaT and pd.NA become null; the Decimals of a DOUBLE column become floats here, last of all. They may be
    a frame or an Arrow table as well, and are held to the same. Raises SchemaError for a missing, extra or repeated
    column, a value that does not fit its column's type or closed values, a null where none may be, and a key that
    stands twice.
    """
    columns = _columns(rows, table)
    arrays = [_array(columns[column.name], column, f"{table.name}.{column.name}") for column in table.columns]
    arrow = pa.Table.from_arrays(arrays, schema=table.arrow())
    if not table.key:
        return arrow
    _check_key(arrow, table)
    return arrow.sort_by([(name, "ascending") for name in table.key]).combine_chunks()


def _columns(
    rows: Sequence[Mapping[str, Any]] | pd.DataFrame | pa.Table, table: Table
) -> Mapping[str, list[Any] | pa.ChunkedArray]:
    """The values by column."""
    if isinstance(rows, pa.Table):
        _check_names(rows.column_names, table)
        return {name: rows[name] for name in table.names}
    if isinstance(rows, pd.DataFrame):
        _check_names(list(rows.columns), table)
        return {name: _values(rows[name]) for name in table.names}
    _check_names(list(rows[0]) if rows else table.names, table)
    try:
        return {name: [row[name] for row in rows] for name in table.names}
    except KeyError as error:
        raise SchemaError(f"{table.name}: column {error.args[0]} is missing") from None


def _values(series: pd.Series) -> list[Any]:
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


def _array(values: list[Any] | pa.ChunkedArray, column: Column, where: str) -> pa.Array | pa.ChunkedArray:
    """The values of one column. They are looked at one by one only if they are not plainly what the column holds."""
    if isinstance(values, pa.ChunkedArray):
        array = values if values.type == column.type else None
    else:
        array = _plain(values, column.type)
    if array is not None and _holds(array, column):
        return array
    return _one_by_one(values.to_pylist() if isinstance(values, pa.ChunkedArray) else values, column, where)


def _plain(values: list[Any], type_: pa.DataType) -> pa.Array | None:
    """Values of the plain classes as Arrow takes them; None if there are others, or one is out of range.

    The classes are looked at first, since Arrow alone would coerce 1.0 to 1, and times to dates.
    """
    if not set(map(type, values)) <= _PLAIN[type_] | {type(None)}:
        return None
    try:
        return pa.array([_stored(value, type_) for value in values] if type_ == DOUBLE else values, type_)
    except (pa.ArrowInvalid, OverflowError):
        return None


def _holds(array: pa.Array | pa.ChunkedArray, column: Column) -> bool:
    """Whether all values, of the right type, are allowed: no null or infinity or unknown value where none may be."""
    return (
        (column.nullable or not array.null_count)
        and (column.type != DOUBLE or pc.all(pc.is_finite(array), min_count=0).as_py())
        and (not column.values or pc.all(pc.is_in(array.drop_null(), pa.array(column.values)), min_count=0).as_py())
    )


def _one_by_one(values: list[Any], column: Column, where: str) -> pa.Array:
    """The values as an array, each checked for itself, so that the first that does not fit can be named."""
    wanted, fits = _FITS[column.type]
    for value in values:
        if value is None:
            if not column.nullable:
                raise SchemaError(f"{where}: null where a value is needed")
        elif not fits(value):
            raise SchemaError(f"{where}: {value!r} ({type(value).__name__}) where {wanted} is needed")
        elif column.values and value not in column.values:
            raise SchemaError(f"{where}: {value!r} is none of {', '.join(column.values)}")
    return pa.array([_stored(value, column.type) for value in values], column.type)


def _stored(value: Any, type: pa.DataType) -> Any:
    if value is None:
        return None
    return float(value) if type == DOUBLE else value.quantize(CENT) if type == MONEY else value


def _check_key(arrow: pa.Table, table: Table) -> None:
    if arrow.select(table.key).group_by(list(table.key), use_threads=False).aggregate([]).num_rows == arrow.num_rows:
        return
    seen = set()
    for key in zip(*(arrow[name].to_pylist() for name in table.key), strict=True):
        if key in seen:
            raise SchemaError(f"{table.name}: the key {', '.join(table.key)} = {key} stands twice")
        seen.add(key)
