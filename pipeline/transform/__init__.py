"""Long frames, all text → typed frames of the tables in `schema/tables.py`."""
