"""A frame conforms to its table exactly or is refused with table, column and value named."""

from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.load.arrow import SchemaError, conform
from pipeline.schema.column import DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table
from pipeline.schema.tables import TABLES
from tests.load import wide_dataset

THINGS = Table(
    "things", "东西", "Things", ("code",),
    (
        Column("code", TEXT, "代码", "Code"),
        Column("size", INT, "大小", "Size", nullable=True),
        Column("share", DOUBLE, "比例", "Share", nullable=True),
        Column("whole", FLAG, "完整", "Whole", nullable=True),
        Column("due", DATE, "日期", "Due", nullable=True),
        Column("budget", MONEY, "预算", "Budget", nullable=True),
        Column("kind", TEXT, "种类", "Kind", nullable=True, values=("one", "other")),
    ),
)  # fmt: skip
GOOD = {"code": "0351", "size": 1, "share": Decimal("0.1"), "whole": True, "due": date(2025, 1, 1),
        "budget": Decimal(16963200), "kind": "one"}  # fmt: skip


def things(*changes: dict) -> pd.DataFrame:
    return pd.DataFrame([GOOD | change for change in changes], columns=list(GOOD), dtype=object)


@pytest.mark.parametrize("name", TABLES)
def test_a_conforming_table_has_exactly_the_schema_declared(name):
    arrow = conform(wide_dataset.frames()[name], TABLES[name])
    assert arrow.schema.equals(TABLES[name].schema, check_metadata=True)
    assert arrow.num_rows > 0


def test_an_empty_frame_conforms():
    assert conform(things(), THINGS).schema.equals(THINGS.schema, check_metadata=True)


def test_rows_are_sorted_by_the_key_and_codes_stay_text():
    arrow = conform(things({"code": "351"}, {"code": "0351"}, {"code": "1"}), THINGS)
    assert arrow["code"].to_pylist() == ["0351", "1", "351"]


@pytest.mark.parametrize("nothing", [None, np.nan, pd.NA, pd.NaT, Decimal("NaN")])
def test_whatever_pandas_calls_missing_becomes_null(nothing):
    changes = dict.fromkeys(("size", "share", "whole", "due", "budget", "kind"), nothing)
    assert conform(things(changes), THINGS).to_pylist() == [{"code": "0351"} | dict.fromkeys(changes)]


def test_pandas_own_types_conform_where_they_keep_every_value():
    frame = things({}, {"code": "2"}).astype(
        {"code": "str", "size": "Int64", "share": "float64", "whole": "boolean", "kind": "str"}
    )
    assert conform(frame, THINGS).num_rows == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"code": None}, "things.code: null"),
        ({"code": 351}, "things.code: 351 (int) where text"),
        ({"size": 1.0}, "things.size: 1.0 (float) where a whole number"),
        ({"size": True}, "things.size: True (bool) where a whole number"),
        ({"size": 2**31}, "things.size: 2147483648 (int) where a whole number"),
        ({"share": "0.1"}, "things.share: '0.1' (str) where a finite number"),
        ({"share": float("inf")}, "things.share: inf (float) where a finite number"),
        ({"share": Decimal("1e999")}, "things.share: Decimal('1E+999') (Decimal) where a finite number"),
        ({"whole": 1}, "things.whole: 1 (int) where True or False"),
        ({"due": datetime(2025, 1, 1)}, "things.due: datetime.datetime(2025, 1, 1, 0, 0) (datetime) where a date"),
        ({"due": "2025-01-01"}, "things.due: '2025-01-01' (str) where a date"),
        ({"budget": 1.5}, "things.budget: 1.5 (float) where a Decimal"),
        ({"budget": Decimal("0.001")}, "things.budget: Decimal('0.001') (Decimal) where a Decimal of at most two"),
        ({"budget": Decimal("1e16")}, "things.budget: Decimal('1E+16') (Decimal) where a Decimal of at most two"),
        ({"kind": "third"}, "things.kind: 'third' is none of one, other"),
    ],
)
def test_a_value_that_does_not_fit_is_named(change, message):
    with pytest.raises(SchemaError) as caught:
        conform(things({"code": "good"}, change), THINGS)
    assert str(caught.value).startswith(message)


def test_a_missing_an_extra_and_a_repeated_column_are_named():
    frame = things({})
    for wrong, message in (
        (frame.drop(columns="due"), "things: column due is missing"),
        (frame.assign(colour="red"), "things: column colour is not declared in the schema"),
        (pd.concat([frame, frame["due"]], axis=1), "things: column due stands twice"),
    ):
        with pytest.raises(SchemaError, match=message):
            conform(wrong, THINGS)


def test_a_key_that_stands_twice_is_named():
    with pytest.raises(SchemaError, match=r"things: the key code = .'0351',. stands twice"):
        conform(things({}, {"size": 2}), THINGS)


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_money_is_stored_to_the_last_fen(amount):
    assert conform(things({"budget": amount}), THINGS)["budget"].to_pylist() == [amount]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12))
def test_a_bound_is_the_float_nearest_to_its_decimal(bound):
    assert conform(things({"share": bound}), THINGS)["share"].to_pylist() == [float(bound)]


@given(st.text())
def test_text_is_stored_as_it_is(text):
    assert conform(things({"code": text}), THINGS)["code"].to_pylist() == [text]


def test_a_table_is_one_chunk_so_that_its_file_does_not_depend_on_how_it_was_made():
    assert all(column.num_chunks == 1 for column in conform(things({}, {"code": "2"}), THINGS).columns)
    assert isinstance(conform(things({}), THINGS), pa.Table)


def test_an_arrow_table_conforms_if_it_is_what_the_schema_declares():
    arrow = conform(things({"code": "2"}, {"code": "1"}), THINGS)
    shuffled = pa.Table.from_pylist(arrow.to_pylist()[::-1], THINGS.schema)
    assert conform(shuffled, THINGS).equals(arrow, check_metadata=True)


@pytest.mark.parametrize(
    ("column", "array", "message"),
    [
        ("kind", pa.array(["one", "third"]), "things.kind: 'third' is none of one, other"),
        ("code", pa.array(["1", None]), "things.code: null where a value is needed"),
        ("code", pa.array(["1", "1"]), "things: the key code = ('1',) stands twice"),
        ("share", pa.array([0.5, float("inf")]), "things.share: inf (float) where a finite number"),
        ("size", pa.array([1.0, 2.0]), "things.size: 1.0 (float) where a whole number"),
    ],
)
def test_an_arrow_table_that_does_not_conform_is_refused_alike(column, array, message):
    arrow = conform(things({"code": "1"}, {"code": "2"}), THINGS)
    wrong = arrow.set_column(arrow.column_names.index(column), column, array)
    with pytest.raises(SchemaError) as caught:
        conform(wrong, THINGS)
    assert str(caught.value).startswith(message)
