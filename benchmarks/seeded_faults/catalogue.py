"""All kinds of faults."""

from benchmarks.seeded_faults import across, blanks, costs, periods, results, rows, texts, values, wording
from benchmarks.seeded_faults.places import Fault

FAULTS: tuple[Fault, ...] = (
    *values.FAULTS, *blanks.FAULTS, *costs.FAULTS, *rows.FAULTS, *texts.FAULTS,
    *periods.FAULTS, *results.FAULTS, *across.FAULTS, *wording.FAULTS,
)  # fmt: skip
NOT_PLANTED: dict[str, str] = {
    "costs_differ_by_rounding": "a price cut to whole yuan, which the counts of few documents make visible",
    "cost_repeats_budget": "stands in many of the documents already",
    "goal_without_indicator": "hangs on words that the goals and indicators of a document share",
    "like_work_priced_apart": "needs two projects of one document that count alike work in one unit",
    "few_indicators_for_money": "needs twenty projects of one year",
}
"""Findings of the review that no fault can be planted for, and why; `tests/review/test_rules.py` plants one by hand."""
