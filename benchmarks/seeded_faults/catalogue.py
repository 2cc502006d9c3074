"""All kinds of faults."""

from benchmarks.seeded_faults import across, blanks, costs, periods, results, rows, texts, values
from benchmarks.seeded_faults.places import Fault

FAULTS: tuple[Fault, ...] = (
    *values.FAULTS, *blanks.FAULTS, *costs.FAULTS, *rows.FAULTS, *texts.FAULTS,
    *periods.FAULTS, *results.FAULTS, *across.FAULTS,
)  # fmt: skip
NOT_PLANTED: dict[str, str] = {}
"""Findings of the review that no fault can be planted for, and why."""
