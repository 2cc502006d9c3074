"""Every table and column of the dataset, declared once."""
