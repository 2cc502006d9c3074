"""Which documents are set apart when no tables can be made, told with a stand-in for what makes them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.read import rejected
from pipeline.model.document import Document
from pipeline.model.reading import Outcome, Reading
from pipeline.run.isolate import NoTables, set_apart


def outcome(name):
    """A document that was read."""
    reading = Reading(Document(name, name, name, 1, "docx", ()), (), (), (), {}, ())
    return Outcome(name, "parsed", (), name, 1, "docx", reading)


def outcomes(number):
    return [outcome(str(no)) for no in range(number)]


def failing(wrong):
    """Makes of outcomes their list, unless `wrong` says of one that is not rejected that it is wrong."""

    def make(documents):
        for one in documents:
            if one.status != "rejected" and wrong(one):
                raise ValueError(f"{one.path} is wrong")
        return list(documents)

    return make


@given(st.integers(2, 40).flatmap(lambda n: st.tuples(st.just(n), st.sets(st.integers(0, n - 1), max_size=n - 1))))
def test_each_that_fails_by_itself_is_rejected_and_no_other(case):
    number, bad = case
    made = set_apart(outcomes(number), failing(lambda one: int(one.path) in bad))
    assert {int(one.path) for one in made if one.status == "rejected"} == bad
    assert [one for one in made if one.status != "rejected"] == [
        one for one in outcomes(number) if int(one.path) not in bad
    ]


def test_a_rejected_one_says_what_failed_and_where():
    (first, _) = set_apart(outcomes(2), failing(lambda one: one.path == "0"))
    (finding,) = first.findings
    assert finding.code == "transform_failed"
    assert finding.evidence.startswith("ValueError: 0 is wrong in pipeline.")


def test_the_only_document_is_rejected_too():
    (made,) = set_apart(outcomes(1), failing(lambda one: True))
    assert made.status == "rejected"


def test_one_of_a_thousand_is_found_by_halves():
    calls = []
    make = failing(lambda one: one.path == "617")

    def counted(documents):
        calls.append(len(documents))
        return make(documents)

    set_apart(outcomes(1000), counted)
    assert len(calls) <= 2 * math.ceil(math.log2(1000)) + 4


def test_nothing_is_made_twice_where_nothing_fails():
    calls = []
    set_apart(outcomes(3), calls.append)
    assert calls == [outcomes(3)]


def test_a_document_whose_very_cells_are_wrong_is_kept_without_them():
    def make(documents):
        if any(one.path == "0" and one.reading for one in documents):
            raise ValueError("a cell is wrong")
        return list(documents)

    first, other = set_apart(outcomes(2), make)
    assert (first.status, first.reading) == ("rejected", None)
    assert other == outcome("1")


def test_what_fails_without_any_document_is_nobodys_fault():
    def make(documents):
        raise ValueError("the rules are wrong")

    with pytest.raises(NoTables, match="whatever the documents hold: ValueError: the rules are wrong"):
        set_apart(outcomes(3), make)


def test_what_fails_on_every_document_is_nobodys_fault():
    first = rejected(outcome("old.doc"), "legacy_doc", "")
    with pytest.raises(
        NoTables, match="no document can be made into tables; the first one fails with ValueError: 0 is"
    ):
        set_apart([first, *outcomes(3)], failing(lambda one: True))


def test_what_fails_on_several_together_is_nobodys_fault():
    def make(documents):
        if {"0", "2"} <= {one.path for one in documents}:
            raise ValueError("0 and 2 clash")
        return list(documents)

    with pytest.raises(NoTables, match="together: ValueError: 0 and 2 clash"):
        set_apart(outcomes(3), make)


def test_ctrl_c_is_no_fault_of_a_document():
    def make(documents):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        set_apart(outcomes(2), make)
