"""What a table and a column of the dataset are. The tables themselves are declared in `schema/tables.py`."""

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

TEXT, INT, BIGINT, DOUBLE = pa.string(), pa.int32(), pa.int64(), pa.float64()
FLAG, DATE, MONEY = pa.bool_(), pa.date32(), pa.decimal128(18, 2)


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `values` lists the only values allowed, if the column is closed."""

    name: str
    type: pa.DataType
    zh: str
    en: str
    nullable: bool = False
    values: tuple[str, ...] = ()

    def arrow(self) -> pa.Field:
        return pa.field(self.name, self.type, self.nullable, {"zh": self.zh, "en": self.en})

    @property
    def labels(self) -> tuple[str, str]:
        """The short names, (zh, en)."""
        return self.zh.partition("：")[0], self.en.partition(": ")[0]


def nullable(name: str, type: pa.DataType, zh: str, en: str, values: tuple[str, ...] = ()) -> Column:
    """A column that may be null."""
    return Column(name, type, zh, en, nullable=True, values=values)


@dataclass(frozen=True)
class Table:
    """One table: `key` is unique and the sort order of its Parquet file."""

    name: str
    zh: str
    en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    @cached_property
    def schema(self) -> pa.Schema:
        """The columns as Arrow declares them, with their texts."""
        return pa.schema([column.arrow() for column in self.columns], {"zh": self.zh, "en": self.en})
