"""All kinds of faults."""

from benchmarks.seeded_faults import across, blanks, costs, periods, results, rows, texts, values
from benchmarks.seeded_faults.places import Fault

FAULTS: tuple[Fault, ...] = (
    *values.FAULTS, *blanks.FAULTS, *costs.FAULTS, *rows.FAULTS, *texts.FAULTS,
    *periods.FAULTS, *results.FAULTS, *across.FAULTS,
)  # fmt: skip
NOT_PLANTED: dict[str, str] = dict.fromkeys(
    """
    cost_repeats_budget costs_differ_by_rounding benefit_not_quantified
    value_repeats_name timeliness_without_time number_without_unit value_does_not_fit_class
    two_measures_in_one name_is_a_sentence lax_bar deadlines_all_at_year_end
    goal_without_effect goal_without_indicator like_work_priced_apart row_of_another_project
    few_indicators_for_money
    """.split(),
    "no kind of fault has been written for it yet; tests/review/test_rules.py plants one by hand",
)
"""Findings of the review that no fault can be planted for, and why."""
