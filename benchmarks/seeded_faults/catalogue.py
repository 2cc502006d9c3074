"""All kinds of faults."""

from benchmarks.seeded_faults import across, blanks, costs, periods, projects, results, rows, texts, values, wording
from benchmarks.seeded_faults.places import Fault

FAULTS: tuple[Fault, ...] = (
    *values.FAULTS, *blanks.FAULTS, *costs.FAULTS, *rows.FAULTS, *texts.FAULTS,
    *periods.FAULTS, *results.FAULTS, *across.FAULTS, *wording.FAULTS, *projects.FAULTS,
)  # fmt: skip
