"""Arrays made of bytes are those that Arrow makes of the same values."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from pipeline.load.arrays import TEXTS, array
from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT

VALUES = {
    TEXT: ["元", "", "≥95%", "𠀀"],
    TEXTS: [("个", "次"), (), ("元",)],
    INT: [0, -(2**31), 2**31 - 1],
    BIGINT: [0, -(2**63), 2**63 - 1],
    DOUBLE: [0.0, -1.5, 1e300],
    FLAG: [True, False, True, True, False, True, False, True, True],
    DATE: [date(1969, 12, 31), date(1970, 1, 1), date(2025, 2, 28), date(1, 1, 1)],
    MONEY: [Decimal("-0.01"), Decimal("9999999999999999.99"), Decimal(12), Decimal("1E+3")],
}


@pytest.mark.parametrize("nulls", ["none", "first", "every", "only"])
@pytest.mark.parametrize("type_", VALUES, ids=str)
def test_an_array_is_the_one_that_arrow_makes(type_, nulls):
    values = VALUES[type_]
    given = {
        "none": values,
        "first": [None, *values],
        "every": [one for value in values for one in (value, None)],
        "only": [None] * 9,
    }[nulls]
    made = array(given, type_)
    made.validate(full=True)
    assert made.equals(pa.array(given, type_))
    assert array([], type_).equals(pa.array([], type_))


@pytest.mark.parametrize(("type_", "value"), [(INT, 2**31), (BIGINT, 2**63)])
def test_a_number_that_does_not_fit_is_refused(type_, value):
    with pytest.raises(OverflowError):
        array([value], type_)
