"""The fields of a form: labels, and the cells that belong to them."""
