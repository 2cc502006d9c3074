"""Arrow tables → Parquet files: zstd, sorted, the same bytes for the same rows."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def path(folder: Path, table: str) -> Path:
    """Where the Parquet file of a table stands in an output folder."""
    return folder / f"{table}.parquet"


def write(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Writes tables that conform to the schema to `folder`, one file each. Raises OSError if the disk is full."""
    for name, table in tables.items():
        pq.write_table(table, path(folder, name), compression="zstd", version="2.6", data_page_version="1.0")
