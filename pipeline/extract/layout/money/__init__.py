"""Sums that a form does not print, or under no label that is known."""
