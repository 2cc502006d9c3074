"""What a person reads of a dataset: its figures, the reviewer's papers, answers as files."""
