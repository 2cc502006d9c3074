"""The headers of a table: which column holds what, by words, place and contents."""
