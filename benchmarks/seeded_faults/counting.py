"""Found or missed, and false alarms: what is found in all documents with faults, held against what is without."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from benchmarks.seeded_faults.documents import RULES, layout_of, readings
from benchmarks.seeded_faults.places import Fault, Spoiled
from pipeline.model.reading import Outcome, Reading
from tests.transform.made import put_together

SEED = 20250101


class Told(NamedTuple):
    """A finding: in which layout's document, about which form (0: none) and row, and what it says."""

    layout: str
    form_no: int
    row_no: int
    code: str
    message: str


class Planting(NamedTuple):
    """A fault that was planted in a document, whether it was found, and what is told of it besides."""

    fault: Fault
    layout: str
    is_found: bool
    alarms: tuple[Told, ...]
    spoiled: Spoiled


def findings(every: Sequence[Reading]) -> Counter[Told]:
    """What a review of these documents together finds."""
    outcomes = [
        Outcome(one.document.name, "parsed", one.findings, one.document.sha256, one.document.size, "docx", one)
        for one in every
    ]
    made = put_together(outcomes, RULES)
    forms: dict[str, int] = {}
    seen: Counter[str] = Counter()
    begins = {row["project_id"]: row["row_no"] for row in reversed(made["form_fields"]) if row["row_no"]}
    place = lambda row: (row["document_id"], row["table_no"], begins.get(row["project_id"], 0))  # noqa: E731
    for row in sorted(made["projects"], key=place):
        seen[row["document_id"]] += 1
        forms[row["project_id"]] = seen[row["document_id"]]
    return Counter(
        Told(
            layout_of(row["document_id"]),
            forms.get(row["project_id"], 0),
            row["row_no"] or 0,
            row["code"],
            row["message_en"],
        )
        for row in made["issues"]
    )


@cache
def unplanted(beside: Callable[[Reading], Reading] | None = None) -> Counter[Told]:
    """The findings without any fault; `beside` gives what is read together with each document."""
    return findings([*readings().values(), *map(beside, readings().values())] if beside else [*readings().values()])


def plantings(faults: Mapping[str, Fault], chances: Mapping[str, Random]) -> list[Planting]:
    """Plants a fault in the document of each layout, reviews all documents together and counts. Layouts without a
    place for their fault are left out; what is told of documents without a fault is a false alarm of the first.
    """
    spoiled = {name: fault.plant(readings()[name], chances[name]) for name, fault in faults.items()}
    planted = {name: one for name, one in spoiled.items() if one}
    if not planted:
        return []
    (beside,) = {faults[name].beside for name in planted}
    every = [planted[name].reading if name in planted else reading for name, reading in readings().items()]
    before = unplanted(beside)
    after = findings([*every, *map(beside, readings().values())] if beside else every)
    new, more = after - before, _places(after) - _places(before)
    done = [
        Planting(faults[name], name, _is_found(faults[name], name, one, new), _alarms(faults[name], name, more), one)
        for name, one in planted.items()
    ]
    elsewhere = tuple(one for one in more.elements() if one.layout not in planted)
    return [done[0]._replace(alarms=done[0].alarms + elsewhere), *done[1:]]


def _places(found: Counter[Told]) -> Counter[Told]:
    """The findings whatever their figures."""
    return Counter(one._replace(message="") for one in found.elements())


def _is_found(fault: Fault, name: str, spoiled: Spoiled, new: Counter[Told]) -> bool:
    told = [one for one in new if one.layout == name and one.code in fault.codes]
    return any(fault.anywhere or one.form_no == spoiled.form_no for one in told)


def _alarms(fault: Fault, name: str, more: Counter[Told]) -> tuple[Told, ...]:
    return tuple(one for one in more.elements() if one.layout == name and one.code not in fault.codes | fault.company)


def rounds(fault: Fault, times: int) -> list[Planting]:
    """Plants a fault so many times in every document that has a place for it."""
    chances = {name: Random(f"{SEED} {fault.name} {name}") for name in readings()}
    return [one for _ in range(times) for one in plantings(dict.fromkeys(readings(), fault), chances)]
