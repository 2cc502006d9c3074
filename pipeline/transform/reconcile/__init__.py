"""Cost indicators against the budget, and the amounts of the texts."""
