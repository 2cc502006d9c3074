"""Document → forms and rows: what each cell is, by labels, headers and contents."""
