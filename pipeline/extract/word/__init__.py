"""What a Word package prints: its parts, its text, its tables. The way in is `extract/docx.py`."""
