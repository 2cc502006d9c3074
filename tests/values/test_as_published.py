"""Values of all kinds that performance tables print, each judged before it was read.

`README.md` beside this file says what each list scored when it was read first; `stated.py` how `expected` is written.
"""

from pipeline.model.target import Context
from tests.every import every
from tests.values.expected import read_rows
from tests.values.ours import parse_target
from tests.values.stated import states

ROWS = [
    (row["text"], row["fiscal_year"], row["indicator_name"], row["expected"]) for row in read_rows("as_published.csv")
]


@every("text, year, name, expected", ROWS, named=lambda *row: f"{row[0]} → {row[3]}")
def test_a_value_states_what_it_was_judged_to_state_before_it_was_read(text, year, name, expected):
    targets = parse_target(text, Context(fiscal_year=int(year) if year else None, indicator_name=name or None))
    assert states(expected, targets), targets
