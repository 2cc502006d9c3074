"""The values that cross the stage boundaries. All are frozen and picklable; none knows a file or a rule.

bytes ──extract.formats──▶ Document ──extract.layout──▶ Reading ──extract.rows──▶ long rows, all text
text  ──transform.values──▶ tuple[Target, ...]
"""
