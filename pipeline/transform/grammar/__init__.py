"""The grammar of target values: the rules compiled, and what each form reads. The way in is `transform/targets.py`."""
