"""What closed columns may hold: the only values of each that `schema/tables.py` allows."""

ROLES = (
    "label", "field", "unit", "amount_unit", "header", "level", "indicator", "description", "target", "operator",
    "value_unit", "nature", "standard", "remark", "weight", "actual", "earlier", "score", "reason", "region", "task",
    "caption", "unread",
)  # fmt: skip
FIELD_SOURCES = ("word", "parts", "place", "pattern", "above", "column", "arithmetic", "listed")
"""How it was known what a header field is: its label as a whole, by the label's parts or place, the form of the cell,
the lines above the form, the header of its column, its parts, or its name in a list elsewhere in the document.
"""
PERIODS = ("annual", "whole", "half", "unstated")
SOURCES = ("total", "fiscal", "transfer", "carry_over", "own", "special_account", "other")
MEASURES = ("whole", "annual", "half", "initial", "adjusted", "executed", "rate", "weight", "score")
OUTCOMES = ("reconciled", "differs", "not_testable")
NO_AMOUNT = (
    "cost_not_numeric", "cost_not_money", "cost_without_unit", "cost_in_other_currency", "cost_is_a_range", "several_amounts",
    "quantity_not_stated", "quantity_is_a_range", "quantity_ambiguous",
)  # fmt: skip
"""Why a cost indicator comes to no amount in yuan."""
