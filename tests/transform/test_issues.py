"""Findings become rows: sentences filled in, ids that depend on nothing but the finding."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.load import combine, warehouse
from pipeline.model.finding import Located
from pipeline.rules import book
from pipeline.transform.review.findings import Places, answered, issues
from tests.transform.made import rows as rows_of

FOUND = [
    Located("duplicate_indicator", "d1", "p1", "i2", 2, 5, "某", details={"row": 3}),
    Located("duplicate_indicator", "d1", "p1", "i3", 2, 6, "某", details={"row": 3}),
    Located("target_missing", "d1", "p1", "i4", 2, 7),
    Located("target_missing", "d2", "p2", "i4", 2, 7),
    Located("lock_file_skipped", evidence="~$a.docx"),
    Located("lock_file_skipped", evidence="~$a.docx"),
    Located("fiscal_year_unknown", "d1"),
]


@pytest.fixture(scope="module")
def rows():
    """What gives the table of some findings: of one database, emptied each time, since to make one takes longest."""
    with warehouse.opened() as connection:
        combine.begin(connection)
        combine.gather(connection, [])
        combine.put_together(connection)

        def table(found):
            connection.execute("DELETE FROM found; DELETE FROM issues")
            combine.add_findings(connection, issues(found, book.default()))
            combine.number_findings(connection)
            return rows_of(connection, "issues")

        yield table


@given(st.permutations(FOUND))
def test_the_same_findings_in_any_order_are_the_same_rows(rows, found):
    assert rows(found) == rows(FOUND)


def test_every_finding_has_an_id_of_its_own(rows):
    assert len({row["issue_id"] for row in rows(FOUND)}) == len(FOUND)


def test_an_id_does_not_depend_on_the_other_findings(rows):
    assert rows(FOUND[:1])[0]["issue_id"] in {row["issue_id"] for row in rows(FOUND)}


def test_an_id_does_not_depend_on_the_wording_of_the_message(rows):
    (once,), (again,) = rows(FOUND[:1]), rows([replace(FOUND[0], details={"row": 4})])
    assert once["issue_id"] == again["issue_id"]
    assert once["message_en"] != again["message_en"]


def test_severity_criterion_and_sentences_are_those_of_the_code(rows):
    (row,) = rows(FOUND[:1])
    assert (row["severity"], row["criterion"]) == ("warning", "适当性")
    assert row["message_zh"] == "与第 3 行的指标重复（同类别、同名称、同指标值）"
    assert row["evidence"] == "某"


def test_no_finding_is_an_empty_table(rows):
    assert rows([]) == []


PLACES = Places(
    [{"indicator_id": "p1-001", "document_id": "d1", "project_id": "p1", "table_no": 2, "row_no": 7}],
    [{"project_id": "p1", "document_id": "d1", "table_no": 1}],
    [
        {"project_id": "p1", "field": field, "table_no": table_no, "row_no": row_no}
        for field, table_no, row_no in [("title", None, None), ("funding_use", 1, 4), ("funding_use", 1, 5)]
    ],
)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ({"indicator_id": "p1-001"}, (2, 7)),
        ({"project_id": "p1"}, (1, None)),
        ({"project_id": "p1", "field": "funding_use"}, (1, 4)),
        ({"project_id": "p1", "field": "goals funding_use"}, (1, 4)),
        ({"project_id": "p1", "field": "title"}, (1, None)),
        ({"project_id": "p1", "table_no": 2, "row_no": 9}, (2, 9)),
        ({"project_id": "p1", "table_no": 2}, (2, None)),
        ({"project_id": "p1", "table_no": None, "row_no": None}, (1, None)),
    ],
)
def test_an_answer_stands_where_it_says_or_where_its_indicator_or_field_is_printed(address, place):
    (found,) = answered([("missing_class", {**address, "evidence": "某", "class": "成本指标"})], PLACES)
    assert (found.document_id, found.project_id) == ("d1", "p1")
    assert (found.table_no, found.row_no) == place
    assert dict(found.details) == {"class": "成本指标"}
