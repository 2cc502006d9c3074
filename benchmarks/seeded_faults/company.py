"""What a fault brings about by its nature, so that it is no false alarm; each set with its reason."""

COSTS = frozenset({"costs_differ_from_budget", "costs_cover_part_of_budget", "amount_unit_slip"})
"""Costs and quantities are terms of the sum that is held against the budget."""
TEXT = frozenset({
    "text_amount_differs", "text_count_differs", "listed_items_differ",
    "purpose_differs_from_budget", "text_budget_differs",
})  # fmt: skip
"""Numbers of the table are repeated in the texts."""
PEERS = frozenset({"threshold_out_of_line", "unit_price_differs"})
"""A changed value is out of line with those of other projects that it was taken from."""
RESULTS = frozenset({
    "score_contradicts_result", "score_above_proportion", "result_far_above_target", "shortfall_without_reason",
})  # fmt: skip
"""A changed target is missed, or far exceeded, by the result beside it."""
WEIGHTS = frozenset({"weights_do_not_add_up"})
"""A row more or less has its points."""
FIRST = frozenset({"template_not_filled", "descriptions_repeat_names"})
"""A finding about several rows stands at the first of them, which may be gone."""
OWN = frozenset({
    "qualitative_without_standard", "measure_only_in_description", "deadline_without_year", "template_not_filled",
    "new_unit", "unit_contradicts_value", "shortfall_without_reason", "result_missing", "target_missing",
    "target_partly_parsed", "deadline_outside_fiscal_year", "fraction_of_a_whole", "name_contradicts_class",
    "target_only_in_name", "two_measures_in_one", "value_repeats_name", "timeliness_without_time",
    "value_does_not_fit_class", "number_without_unit", "name_is_a_sentence", "lax_bar",
})  # fmt: skip
"""A row that is copied brings along what was wrong with it already."""
REGIONS = frozenset({"regions_do_not_add_up"})
"""A value for a region, or for all of them, is a term of a sum."""
TOTAL = frozenset({"score_total_differs"})
"""A score is a term of the total."""
VALUE = COSTS | TEXT | PEERS | RESULTS | REGIONS
"""All that may be said of a value because it is another one."""
