"""The grammar of target values: rules of `rules/` compiled, and what each form reads. The way in is `transform/targets.py`."""
