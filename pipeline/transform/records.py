"""Frames as rows and rows as frames, for what is worked out row by row."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pipeline.schema.column import Table


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame by column name.

    `to_dict` of pandas does the same, but looks at the type of every value, which costs several times as much.
    """
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*(frame[name].tolist() for name in names), strict=True)]


def frame(rows: Sequence[Sequence[Any] | Mapping[str, Any]], table: Table) -> pd.DataFrame:
    """Rows, in the order of the columns or by their names, as the frame of a table. Values stay what they are."""
    return pd.DataFrame(rows, columns=table.names, dtype=object)
