"""Values of all kinds that performance tables print, each judged before it was read.

`README.md` beside this file says what each list scored when it was read first; `stated.py` how `expected` is written.
"""

from pipeline.model.target import Context
from tests.every import every
from tests.values.expected import read_rows
from tests.values.ours import parse_in_columns
from tests.values.stated import states

COLUMNS = ("text", "fiscal_year", "indicator_name", "sign", "unit", "expected")
ROWS = [tuple(row[column] for column in COLUMNS) for row in read_rows("as_published.csv")]


@every("text, year, name, sign, unit, expected", ROWS, named=lambda *row: f"{row[0]} → {row[-1]}")
def test_a_value_states_what_it_was_judged_to_state_before_it_was_read(text, year, name, sign, unit, expected):
    beside = Context(
        fiscal_year=int(year) if year else None,
        indicator_name=name or None,
        operator_text=sign or None,
        unit_text=unit or None,
    )
    targets = parse_in_columns(text, beside)
    assert states(expected, targets), targets
