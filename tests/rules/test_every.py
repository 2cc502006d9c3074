"""A test over many cases fails with each of them that fails, and is told apart from one that tries nothing."""

import pytest

from tests.every import every


@every("number, text", [(2, "two"), (3, "three"), (4, "four")])
def holds(number, text):
    assert len(text) >= number


def test_all_cases_are_tried_and_those_that_fail_are_named_with_their_reason():
    tried = []

    @every("number, text", [(2, "two"), (3, "three"), (5, "five"), (0, "zero")], named=lambda number, text: text)
    def odd(number, text):
        tried.append(number)
        assert 1 / number < 1 and number % 2, "even"

    with pytest.raises(pytest.fail.Exception) as failed:
        odd()
    assert tried == [2, 3, 5, 0]
    heads = [part.splitlines()[:2] for part in str(failed.value).split("\n\n")]
    assert heads == [
        ["2 of 4 cases failed"],
        ["two", "AssertionError: even"],
        ["zero", "ZeroDivisionError: division by zero"],
    ]


def test_cases_that_all_hold_pass():
    holds()
    assert holds.cases == 3


@every("number", [1, 2])
def test_fixtures_are_there_beside_the_case(number, tmp_path):
    assert number and tmp_path.is_dir()


def test_no_cases_at_all_are_refused():
    with pytest.raises(AssertionError, match="no number to try"):
        every("number", [])
