"""The vocabulary as data (`data/`), and what loads it."""
