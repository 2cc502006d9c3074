"""PDF: characters and ruling lines of a page → cells, lines and tables that go on over pages."""
