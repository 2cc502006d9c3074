"""The whole flow, from documents to a dataset."""
