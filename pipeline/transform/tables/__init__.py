"""Long frames → typed frames, one module per table."""
