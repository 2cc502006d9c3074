"""The benchmark of planted faults works: every kind finds a place, is found, and brings no false alarm."""

from random import Random

import pytest

from benchmarks.seeded_faults.catalogue import FAULTS
from benchmarks.seeded_faults.counting import plantings, unplanted
from benchmarks.seeded_faults.documents import readings
from pipeline.load import sqlfiles
from pipeline.rules import book
from pipeline.transform.review.finders import FINDERS

SEED = 5
TRIES = 3
"""A kind is planted in so many layouts at most: a random place may be one that the review does not see."""


def packed(kinds):
    """Few rounds of faults by layout, at most one in each; the kinds that fit the fewest layouts choose first."""
    rounds = []
    for fault, fits in sorted(((fault, fitting(fault, tried)) for fault, tried in kinds), key=lambda one: len(one[1])):
        places = ((one, name) for one in rounds for name in fits if name not in one and beside(one) is fault.beside)
        if fits:
            one, name = next(places, None) or (rounds.append({}) or rounds[-1], fits[0])
            one[name] = fault
    return rounds


def fitting(fault, tried):
    """The layouts that have a place for a fault, in an order of its own."""
    fits = [name for name in readings() if name not in tried and fault.plant(readings()[name], chance(fault, name))]
    return chance(fault, "").sample(fits, len(fits))


def beside(faults):
    return next((fault.beside for fault in faults.values()), None)


def chance(fault, name):
    return Random(f"{SEED} {fault.name} {name}")


@pytest.fixture(scope="module")
def planted():
    """Every kind's plantings, by its name."""
    done = {fault.name: [] for fault in FAULTS}
    for _ in range(TRIES):
        missed = [fault for fault in FAULTS if not any(one.is_found for one in done[fault.name])]
        for faults in packed([(fault, {one.layout for one in done[fault.name]}) for fault in missed]):
            for one in plantings(faults, {name: chance(fault, name) for name, fault in faults.items()}):
                done[one.fault.name].append(one)
    return done


@pytest.mark.parametrize("name", [fault.name for fault in FAULTS])
def test_a_fault_of_every_kind_is_found(planted, name):
    assert any(one.is_found for one in planted[name]), [one.layout for one in planted[name]]


def test_no_planted_fault_brings_a_false_alarm(planted):
    assert [(name, one.layout, one.alarms) for name, every in planted.items() for one in every if one.alarms] == []


def test_every_finding_of_the_review_has_a_kind_of_fault():
    declared = {rule.code for rule in book.default().issues.values() if rule.found_by == "review"}
    codes = declared | {file.name for file in sqlfiles.read("review")} | {*FINDERS}
    assert codes == {code for fault in FAULTS for code in fault.codes}


def test_kinds_are_told_apart_and_no_code_is_both_sought_and_passed_over():
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert [fault.name for fault in FAULTS if not fault.codes] == []


def test_the_fixtures_hold_findings_of_their_own():
    """What stands in the documents already is counted apart, so that it is taken for no fault's finding."""
    assert {one.layout for one in unplanted()} == {*readings()}
