"""Expected targets as the CSV files of this folder write them: numbers by value, null as nothing."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.model.target import Target

FOLDER = Path(__file__).parent
NUMBERS = frozenset({"low", "high", "factor", "base_low", "base_high"})


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of this folder."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_printed(target: Target, column: str, expected: str = "") -> str:
    """A field of a target as the files write it; a number as `expected` if that is the same to 12 digits."""
    value: Any = getattr(target, column)
    if column in NUMBERS and value is not None and expected and _same(value, Decimal(expected)):
        return expected
    return "" if value is None else str(value)


def _same(value: Decimal, expected: Decimal) -> bool:
    return abs(value - expected) <= abs(expected) * Decimal("1e-12")
