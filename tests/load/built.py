"""A dataset made of frames: what a run makes of documents, with none there."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.load import definitions, parquet, warehouse
from pipeline.load.arrow import conform
from pipeline.schema.tables import TABLES


def conformed(frames: Mapping[str, pd.DataFrame]) -> dict[str, pa.Table]:
    """Every table of the schema. Raises SchemaError if a frame does not conform."""
    assert set(frames) == set(TABLES)
    return {name: conform(frames[name], table) for name, table in TABLES.items()}


def write(tables: Mapping[str, pa.Table], folder: Path) -> None:
    for name, table in tables.items():
        parquet.write(TABLES[name], table.to_batches(), folder)


def build(folder: Path, references: warehouse.References) -> Path:
    """Builds the database in a folder from the tables of the schema there; its path."""
    tables = {name: pq.read_table(parquet.path(folder, name)) for name in TABLES}
    with warehouse.opened(folder, sum(table.num_rows for table in tables.values())) as connection:
        for table in TABLES.values():
            connection.execute(definitions.table(table))
            warehouse.insert(connection, table.name, tables[table.name])
        warehouse.complete(connection, references)
        warehouse.comment(connection)
    return folder / warehouse.NAME
