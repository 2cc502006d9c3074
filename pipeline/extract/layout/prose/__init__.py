"""Forms, indicators, goals and sums that are printed as text."""
