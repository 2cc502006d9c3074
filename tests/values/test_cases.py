"""Values met in published tables and made up: the share read wholly right per list, and each case of dev and bug.

`README.md` beside this file says how the lists are used, and what each holdout scored when it was first read.
"""

from collections import defaultdict
from itertools import groupby

from pipeline.model.target import Context
from tests.every import every
from tests.values.expected import as_printed, read_rows
from tests.values.ours import parse_target

# The least share of a list that must be read wholly right; raised as the grammar grows, never lowered.
LEAST = {"dev": 1.0, "bug": 1.0, "holdout": 0.97, "holdout2": 0.97, "holdout3": 0.97, "holdout4": 0.97, "holdout5": 1.0}
# What each holdout scored when it was first read, before any rule was written for it.
FIRST_READING = {
    "holdout": "169 of 179",
    "holdout2": "76 of 87",
    "holdout3": "122 of 159",
    "holdout4": "166 of 185",
    "holdout5": "82 of 84",
}
KEY = ("list", "text", "fiscal_year", "indicator_name")
NOT_COMPARED = {*KEY, "target_no", "origin"}
CASES = [(key, list(rows)) for key, rows in groupby(read_rows("cases.csv"), lambda row: tuple(row[k] for k in KEY))]


def wrong(key, rows) -> list[str]:
    """What is read otherwise than expected, in words; empty if all is right."""
    _, text, fiscal_year, name = key
    targets = parse_target(text, Context(int(fiscal_year) if fiscal_year else None, indicator_name=name or None))
    if len(targets) != len(rows):
        return [f"{len(targets)} targets where {len(rows)} are expected"]
    columns = [column for column in rows[0] if column not in NOT_COMPARED]
    return [
        f"{column}: {as_printed(target, column)!r}, expected {row[column]!r}"
        for target, row in zip(targets, rows, strict=True)
        for column in columns
        if as_printed(target, column, row[column]) != row[column]
    ]


LOOKED_AT = [case for case in CASES if case[0][0] in ("dev", "bug")]


@every("key, rows", LOOKED_AT, named=lambda key, rows: " ".join(key))
def test_each_case_of_dev_and_bug_is_read_wholly_right(key, rows):
    assert wrong(key, rows) == []


def test_the_share_read_wholly_right_per_list(capsys):
    right = defaultdict(list)
    for key, rows in CASES:
        right[key[0]].append(not wrong(key, rows))
    with capsys.disabled():
        for name, results in right.items():
            first = f", {FIRST_READING[name]} when first read" if name in FIRST_READING else ""
            share = f"{sum(results)} of {len(results)} read wholly right ({sum(results) / len(results):.1%})"
            print(f"\n{name}: {share}{first}", end="")
    shares = {name: sum(results) / len(results) for name, results in right.items()}
    assert {name: share for name, share in shares.items() if share < LEAST[name]} == {}


def test_each_case_stands_once_and_says_where_it_was_met():
    keys = [key for key, _ in CASES]
    assert len(keys) == len(set(keys))
    assert all(row["origin"] for _, rows in CASES for row in rows)
