"""Documents changed at random places are read without a fault of ours, and what comes of them keeps its promises."""

from itertools import islice

import pytest

from benchmarks.mutants import faults, mutant, sources

GROUPS = ("docx", "tables", "xlsx", "html", "tables of doc", "tables of pdf")
FEW = 4
"""Documents of a group that are changed; `python -m benchmarks.mutants` changes all, and says of which kinds not all
hold."""


@pytest.fixture(scope="module")
def documents(rules):
    return list(sources(rules))


@pytest.fixture(scope="module")
def tried(documents, rules):
    """The groups of the mutants that are tried, and the group of each that something is wrong with, with what. Those of
    all groups make one dataset: to put one together takes longer than to read the mutants of a group.
    """
    some = [one for group in GROUPS for one in islice((one for one in documents if one.group == group), FEW)]
    found = faults([(one.group, mutant(one, seed)) for one in some for seed in range(3)], rules)
    return {one.group for one in some}, list(found)


@pytest.mark.parametrize("group", GROUPS)
def test_every_mutant_is_read_in_time_and_without_an_exception(group, tried):
    groups, found = tried
    assert group in groups
    assert not [fault for of, fault in found if of == group and fault.kind in ("exception", "too slow")]


MENDED = {
    "docx": [("S", 0), ("C", 2), ("K", 1), ("Q", 3), ("O", 2), ("S", 5000), ("S", 5006), ("Q", 5003)],
    "tables": [
        ("S", 0),
        ("K", 0),
        ("K", 3),
        ("A", 0),
        ("A", 1),
        ("C", 2),
        ("D", 2),
        ("E", 9),
        ("F", 1),
        ("M", 6),
        ("O", 0),
        ("S", 5001),
        ("昌宁县更戛乡 2021 中央动物防疫补助自评报告", 5008),
    ],
    "tables of pdf": [("B", 0), ("B", 300)],
}
"""Mutants that broke a promise once: documents by their names, and seeds."""


def test_mutants_that_broke_a_promise_once_keep_all(documents, rules):
    named = {(one.group, one.name): one for one in documents}
    mended = [(group, *which) for group, some in MENDED.items() for which in some]
    made = [(f"{group} {name} {seed}", mutant(named[group, name], seed)) for group, name, seed in mended]
    assert not list(faults(made, rules))
