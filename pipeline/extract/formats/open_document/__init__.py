"""OpenDocument: content.xml, or one flat file → the grids and sheets that other formats give (OpenDocument 1.2)."""
