"""Which documents are set apart when no tables can be made, told with a stand-in for what makes them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.run.isolate import NoTables, set_apart


def parts(number):
    """Stand-ins for parts: whose they are, and why they were rejected."""
    return [(str(no), "") for no in range(number)]


def reject(part, reason):
    return part[0], reason


def failing(wrong):
    """Makes of parts their list, unless `wrong` says of one that is not rejected that it is wrong."""

    def make(given):
        for name, rejected in given:
            if not rejected and wrong(name):
                raise ValueError(f"{name} is wrong")
        return list(given)

    return make


@given(st.integers(2, 40).flatmap(lambda n: st.tuples(st.just(n), st.sets(st.integers(0, n - 1), max_size=n - 1))))
def test_each_that_fails_by_itself_is_rejected_and_no_other(case):
    number, bad = case
    made = set_apart(parts(number), failing(lambda name: int(name) in bad), reject)
    assert {int(name) for name, rejected in made if rejected} == bad
    assert [name for name, _ in made] == [name for name, _ in parts(number)]


def test_a_rejected_one_says_what_failed_and_where():
    (first, _) = set_apart(parts(2), failing(lambda name: name == "0"), reject)
    assert first[1].startswith("ValueError: 0 is wrong in pipeline.")


def test_the_only_document_is_rejected_too():
    ((_, reason),) = set_apart(parts(1), failing(lambda name: True), reject)
    assert reason


def test_one_of_a_thousand_is_found_by_halves():
    calls = []
    make = failing(lambda name: name == "617")

    def counted(given):
        calls.append(len(given))
        return make(given)

    set_apart(parts(1000), counted, reject)
    assert len(calls) <= 2 * math.ceil(math.log2(1000)) + 4


def test_those_that_a_failure_names_are_made_alone_and_no_innocent_one_is_blamed():
    calls = []
    make = failing(lambda name: name in ("3", "617"))

    def counted(given):
        calls.append(len(given))
        return make(given)

    made = set_apart(parts(1000), counted, reject, lambda error: (3, 5, 617))
    assert [name for name, rejected in made if rejected] == ["3", "617"]
    assert calls == [1000, 1, 1, 1, 1000]


@pytest.mark.parametrize("named", [(0,), (1,), (0, 1)])
def test_where_a_failure_names_not_all_that_are_to_blame_they_are_found_all_the_same(named):
    made = set_apart(parts(4), failing(lambda name: name in "03"), reject, lambda error: named)
    assert [name for name, rejected in made if rejected] == ["0", "3"]


def test_nothing_is_made_twice_where_nothing_fails():
    calls = []
    set_apart(parts(3), calls.append, reject)
    assert calls == [parts(3)]


def test_what_fails_without_any_document_is_nobodys_fault():
    def make(given):
        raise ValueError("the rules are wrong")

    with pytest.raises(NoTables, match="whatever the documents hold: ValueError: the rules are wrong"):
        set_apart(parts(3), make, reject)


def test_what_fails_on_every_document_is_nobodys_fault():
    said = "no document can be made into tables; the first one fails with ValueError: 0 is"
    with pytest.raises(NoTables, match=said):
        set_apart(parts(3), failing(lambda name: True), reject)


def test_what_fails_on_several_together_is_nobodys_fault():
    def make(given):
        if {"0", "2"} <= {name for name, _ in given}:
            raise ValueError("0 and 2 clash")
        return list(given)

    with pytest.raises(NoTables, match="together: ValueError: 0 and 2 clash"):
        set_apart(parts(3), make, reject)


def test_ctrl_c_is_no_fault_of_a_document():
    def make(given):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        set_apart(parts(2), make, reject)
