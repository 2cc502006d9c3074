"""The 73 distinct target values of the 2025 document of 天津市滨海新区财政局, judged by hand."""

from collections import Counter

import pytest

from pipeline.model.target import Context
from tests.values.expected import as_printed, read_rows
from tests.values.ours import parse_target

ROWS = read_rows("seed_document.csv")
CONTEXT = Context(fiscal_year=2025)
COLUMNS = [column for column in ROWS[0] if column not in ("text", "rows")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_each_value_is_read_as_judged_by_hand(row):
    (target,) = parse_target(row["text"], CONTEXT)
    assert {column: as_printed(target, column, row[column]) for column in COLUMNS} == {c: row[c] for c in COLUMNS}
    assert (target.status, target.leftover, target.span_start, target.span_end) == ("clean", "", 0, len(row["text"]))


def test_the_counts_of_the_document():
    parsed = {row["text"]: parse_target(row["text"], CONTEXT)[0] for row in ROWS}
    count = Counter()
    for row in ROWS:
        target = parsed[row["text"]]
        count[target.kind] += int(row["rows"])
        if target.kind in ("quantity", "date"):
            count[target.kind, target.operator] += int(row["rows"])
    assert len(ROWS) == 73 and sum(int(row["rows"]) for row in ROWS) == 129
    assert (count["quantity"], count["date"], count["qualitative"]) == (103, 11, 15)
    assert (count["quantity", None], count["date", None], count["date", "<="]) == (14, 6, 5)
