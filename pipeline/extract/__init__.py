"""bytes → Document (docx.py) → forms and indicator rows (forms.py) → long frames, all text (frames.py)."""
