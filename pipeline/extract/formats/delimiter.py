"""What stands between the cells of a text that is a table."""

import csv
from collections import Counter
from itertools import islice

_MARKS = ",\t;"
_LEAST_ROWS, _LEAST_CELLS, _ALIKE = 2, 3, 0.8
"""A table has so many rows and columns at least, and rows of one length but for this part of them."""
_LOOKED_AT = 50


def delimiter(text: str) -> str:
    """What stands between the cells of a text; empty if its lines are no rows of a table.

    >>> delimiter("甲,乙,丙\\n1,2,3\\n4,5,6\\n"), delimiter("正文，没有表格。\\n")
    (',', '')
    """
    lines = [line for line in islice(text.splitlines(keepends=True), _LOOKED_AT) if line.strip()]
    for mark in _MARKS:
        try:
            lengths = Counter(len(row) for row in csv.reader(lines, delimiter=mark) if any(row))
        except csv.Error:
            continue
        length, count = max(lengths.items(), key=lambda item: item[1], default=(0, 0))
        if length >= _LEAST_CELLS and count >= max(_LEAST_ROWS, _ALIKE * lengths.total()):
            return mark
    return ""
