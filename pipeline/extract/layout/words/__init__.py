"""What printed words mean: labels of forms and headers of tables."""
