"""Arrow tables → Parquet files: zstd, sorted, the same bytes for the same rows."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.load.arrow import SchemaError, conform
from pipeline.schema import TABLES


def path(folder: Path, table: str) -> Path:
    """Where the Parquet file of a table stands in an output folder."""
    return folder / f"{table}.parquet"


def write(frames: Mapping[str, pd.DataFrame], folder: Path) -> None:
    """Writes every table of the schema to `folder`, one file each.

    Raises SchemaError, before anything is written, if a table is missing or unknown or a frame does not conform.
    """
    _check_tables(frames)
    for name, arrow in {name: conform(frames[name], table) for name, table in TABLES.items()}.items():
        _write(arrow, path(folder, name))


def _check_tables(names: Iterable[str]) -> None:
    names = set(names)
    for name in sorted(names ^ set(TABLES)):
        raise SchemaError(f"{name}: {'the schema declares no such table' if name in names else 'the table is missing'}")


def _write(arrow: pa.Table, path: Path) -> None:
    pq.write_table(arrow, path, compression="zstd", version="2.6", data_page_version="1.0")
