"""Arrow tables → Parquet files: zstd, sorted, the same bytes for the same rows."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.schema.column import Table

ROW_GROUP = 131_072
"""Rows of a row group, in which the same rows are always the same bytes, however they come."""


def path(folder: Path, table: str) -> Path:
    """Where the Parquet file of a table stands in an output folder."""
    return folder / f"{table}.parquet"


def write(table: Table, batches: Iterable[pa.RecordBatch], folder: Path) -> None:
    """Writes the rows of a table, in their order, without ever holding more than a row group of them.

    Raises OSError if the disk is full.
    """
    schema, file = table.schema, path(folder, table.name)
    with pq.ParquetWriter(file, schema, compression="zstd", version="2.6", data_page_version="1.0") as writer:
        for group in _groups(schema, batches):
            writer.write_table(group, row_group_size=ROW_GROUP)


def distinct(table: Table, column: str, folder: Path) -> set[Any]:
    """The values that a column of a table in an output folder holds. Raises FileNotFoundError if there is no file."""
    return set(pq.ParquetFile(path(folder, table.name)).read(columns=[column])[column].to_pylist())


def _groups(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    waiting, is_begun = pa.Table.from_batches([], schema), False
    for batch in batches:
        columns = batch.columns
        if batch.schema.types != schema.types:
            columns = [column.cast(type_) for column, type_ in zip(columns, schema.types, strict=True)]
        waiting = pa.concat_tables([waiting, pa.Table.from_arrays(columns, schema=schema)])
        while waiting.num_rows >= ROW_GROUP:
            yield waiting.slice(0, ROW_GROUP).combine_chunks()
            waiting, is_begun = waiting.slice(ROW_GROUP), True
    if waiting.num_rows or not is_begun:
        yield waiting.combine_chunks()
