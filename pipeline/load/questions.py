"""The questions of `sql/review/`: each file is a kind of finding, named by its code, each row that it gives a finding.

Its head says whether it looks at one project at a time (`scope: project`) or compares several (`scope: dataset`).
A file selects `indicator_id` or `project_id`, the printed `evidence` and what the code's message names.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from pipeline.load import warehouse
from pipeline.load.arrow import conform
from pipeline.schema.tables import TABLES

UNASKED = frozenset({"cells", "issues"})
"""Tables that no question is about: the largest, and that of the findings themselves."""


def ask(
    frames: Mapping[str, pd.DataFrame], references: warehouse.References, scope: str | None = None
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The answers as (code, row), in the order of codes: those of one scope, or of both. Raises SchemaError if a frame does not conform."""
    asked = {name: conform(frame, TABLES[name]) for name, frame in frames.items() if name not in UNASKED}
    for file, result in warehouse.answers(asked, references, scope):
        for row in result.rows:
            yield file.name, dict(zip(result.columns, row, strict=True))
