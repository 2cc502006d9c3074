"""Python's values → arrays of Arrow, made of their bytes.

Arrow's own way from lists loads pandas, which takes longer than all that a short command does beside.
"""

import sys
from array import array as packed
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

import pyarrow as pa

from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT

TEXTS = pa.list_(TEXT)
_FIRST_DAY = 719_163
"""The ordinal of 1970-01-01, from which Arrow counts days."""
_MONEY_BYTES = 16


def array(values: Sequence[Any], type_: pa.DataType) -> pa.Array:
    """Values of a type of the schema, or lists of texts, as an array; None is null.

    Raises OverflowError for a number that the type cannot hold. Whether a value is of the type is for the caller to
    know: nothing is rounded or refused here.

    >>> array(["元", None], TEXT).to_pylist(), array([["个", "次"], []], TEXTS).to_pylist()
    (['元', None], [['个', '次'], []])
    """
    if values.count(None) == len(values):
        return pa.nulls(len(values), type_)
    if type_ == TEXTS:
        texts = array(list(chain.from_iterable(value or () for value in values)), TEXT)
        offsets = _offsets(len(value or ()) for value in values)
        return pa.Array.from_buffers(type_, len(values), [_validity(values), offsets], children=[texts])
    return pa.Array.from_buffers(type_, len(values), [_validity(values), *_BUFFERS[type_](values)])


def table(rows: Sequence[Sequence[Any]], **columns: pa.DataType) -> pa.Table:
    """Rows of values in the order of these columns."""
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [array(one, type_) for one, type_ in zip(values, columns.values(), strict=True)]
    return pa.Table.from_arrays(arrays, names=list(columns))


def _validity(values: Sequence[Any]) -> pa.Buffer | None:
    """The bits that tell which values are there; none are needed if all are."""
    return _bits(["0" if value is None else "1" for value in values]) if None in values else None


def _bits(flags: Sequence[str]) -> pa.Buffer:
    bits = "".join(flags)
    number = int(bits[::-1] or "0", 2)  # the first flag is the lowest bit of the first byte
    return pa.py_buffer(number.to_bytes((len(bits) + 7) // 8, "little"))


def _offsets(lengths: Any) -> pa.Buffer:
    return pa.py_buffer(packed("i", accumulate(lengths, initial=0)))


def _texts(values: Sequence[str | None]) -> list[pa.Buffer]:
    encoded = [value.encode() if value else b"" for value in values]
    return [_offsets(map(len, encoded)), pa.py_buffer(b"".join(encoded))]


def _numbers(code: str, stored: Callable[[Any], Any] | None = None) -> Callable[[Sequence[Any]], list[pa.Buffer]]:
    """What packs numbers of this code of the module `array`, after `stored` if they are stored otherwise."""

    def pack(values: Sequence[Any]) -> list[pa.Buffer]:
        numbers = (0 if value is None else stored(value) if stored else value for value in values)
        return [pa.py_buffer(packed(code, numbers))]

    return pack


def _money(values: Sequence[Any]) -> list[pa.Buffer]:
    cents = (0 if value is None else int(value * 100) for value in values)
    return [pa.py_buffer(b"".join(cent.to_bytes(_MONEY_BYTES, sys.byteorder, signed=True) for cent in cents))]


_BUFFERS: Mapping[pa.DataType, Callable[[Sequence[Any]], list[pa.Buffer]]] = {
    TEXT: _texts,
    INT: _numbers("i"),
    BIGINT: _numbers("q"),
    DOUBLE: _numbers("d", float),
    FLAG: lambda values: [_bits(["1" if value else "0" for value in values])],
    DATE: _numbers("i", lambda day: day.toordinal() - _FIRST_DAY),
    MONEY: _money,
}
