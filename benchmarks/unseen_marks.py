"""How well what was read agrees with what is right: each thing is right, wrong or not read at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.unseen_facts import Facts, IndicatorFacts, ProjectFacts, Said, uncoded, unnumbered

RIGHT, WRONG, MISSED = "right", "wrong", "missed"
KINDS = (
    "nothing", "forms", "name", "unit", "department", "year", "budget", "goals", "tasks",
    "indicators", "level1", "level2", "target", "actual",
)  # fmt: skip
"""`nothing`: a document without a project gives none. `indicators`: rows found, by their names."""

SILENT = ("name", "budget", "indicators", "target", "actual")
"""What may not be lost or changed without a word."""
BLAMES = frozenset({
    "header_field_missing", "form_without_indicators", "indicators_without_form", "level_not_recognised",
    "missing_class", "amount_not_read", "amount_unit_unknown", "fiscal_year_unknown", "target_unparsed",
    "target_partly_parsed", "actual_partly_parsed", "new_unit", "operator_contradicts", "impossible_date",
})  # fmt: skip
"""Findings that say something of what is printed, not that it was not read."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing of a document: what kind, how it was read, what is right and what was read instead.

    `table_no` is where the right one stands, if that is known.
    """

    kind: str
    grade: str
    wanted: Any
    found: Any = None
    table_no: int | None = None


def compared(wanted: Facts, found: Facts) -> tuple[Mark, ...]:
    """A mark for everything that is right, and one for everything that was read and is not there."""
    if not wanted.projects:
        return (Mark("nothing", WRONG if found.projects else RIGHT, None, found.projects or None),)
    marks: list[Mark] = []
    pairs, beyond = paired(wanted.projects, found.projects)
    for right, read in pairs:
        marks.append(Mark("forms", RIGHT if read else MISSED, right.name))
        marks += (replace(mark, table_no=mark.table_no or right.table_no) for mark in _project(right, read))
    marks += [Mark("forms", WRONG, None, one.name) for one in beyond]
    return tuple(marks)


def counted(marks: Iterable[Mark]) -> Counter[tuple[str, str]]:
    """(kind, grade) → how many."""
    return Counter((mark.kind, mark.grade) for mark in marks)


def new(wanted: Facts, found: Facts) -> tuple[Said, ...]:
    """The findings that the first reading does not have."""
    return tuple(Counter(found.said) - Counter(wanted.said))


def in_silence(marks: Iterable[Mark], said: Iterable[Said]) -> tuple[Mark, ...]:
    """What is lost or changed though no finding says that something in its table, or in the document, was not read."""
    of = {one.table_no for one in said if one.of_reading and one.code not in BLAMES}
    lost = (mark for mark in marks if mark.kind in SILENT and mark.grade != RIGHT)
    return tuple(mark for mark in lost if not of & {mark.table_no, None})


def table(marks: Iterable[Mark]) -> list[str]:
    """The lines of a table: a kind of thing a row, how many there are, and how they were read."""
    count = counted(marks)
    lines = [f"{'':12}{'of':>6}{'right':>8}{'wrong':>8}{'missed':>8}   share right"]
    for kind in KINDS:
        right, wrong, missed = (count[kind, grade] for grade in (RIGHT, WRONG, MISSED))
        if total := right + wrong + missed:
            lines.append(f"{kind:12}{total:6}{right:8}{wrong:8}{missed:8}{right / total:14.1%}")
    return lines


def paired(
    wanted: Sequence[ProjectFacts], found: Sequence[ProjectFacts]
) -> tuple[list[tuple[ProjectFacts, ProjectFacts | None]], list[ProjectFacts]]:
    """Each project with the one read that is most like it, or None; and those read beyond. Projects that have nothing
    in common are only taken for each other if there are as many of both.
    """
    alike = [(-_likeness(a, b), abs(i - j), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found)]
    if len(wanted) != len(found):
        alike = [one for one in alike if one[0]]
    partner: dict[int, int] = {}
    for *_, i, j in sorted(alike):
        if i not in partner and j not in partner.values():
            partner[i] = j
    pairs = [(right, found[partner[i]] if i in partner else None) for i, right in enumerate(wanted)]
    return pairs, [one for j, one in enumerate(found) if j not in partner.values()]


def _likeness(one: ProjectFacts, other: ProjectFacts) -> int:
    shared = Counter(map(_row, one.indicators)) & Counter(map(_row, other.indicators))
    return 10 * (one.name is not None and one.name == other.name) + shared.total()


def _row(one: IndicatorFacts) -> tuple[Any, ...]:
    return unnumbered(one.name), one.targets[:1]


def _project(wanted: ProjectFacts, found: ProjectFacts | None) -> Iterator[Mark]:
    found = found or ProjectFacts()
    if wanted.name:
        yield _one("name", wanted.name, found.name)
    if wanted.units:
        yield _among("unit", [*map(uncoded, wanted.units)], [*map(uncoded, found.units)])
    if wanted.department:
        yield _one("department", uncoded(wanted.department), uncoded(found.department))
    yield from _stated("year", wanted.fiscal_year, found.fiscal_year)
    yield from _stated("budget", wanted.budget, found.budget)
    if wanted.goals:
        yield _among("goals", wanted.goals, found.goals)
    yield from _tasks(wanted, found)
    yield from _indicators(wanted.indicators, found.indicators)


def _one(kind: str, wanted: Any, found: Any) -> Mark:
    return Mark(kind, MISSED if found is None else RIGHT if found == wanted else WRONG, wanted, found)


def _among(kind: str, wanted: Sequence[Any], found: Sequence[Any]) -> Mark:
    """What is stated must all be among what was read, which may hold other towns' values and other names too."""
    grade = MISSED if not found else RIGHT if wanted and set(wanted) <= set(found) else WRONG
    return Mark(kind, grade, tuple(wanted), tuple(found))


def _stated(kind: str, wanted: Any, found: Any) -> Iterator[Mark]:
    """A year or sum: one that is read where none is stated is wrong."""
    if wanted is not None or found is not None:
        yield _one(kind, wanted, found)


def _tasks(wanted: ProjectFacts, found: ProjectFacts) -> Iterator[Mark]:
    amounts = {unnumbered(one.name): one.amount for one in found.tasks}
    for task in wanted.tasks:
        name = unnumbered(task.name)
        grade = MISSED if name not in amounts else RIGHT if amounts[name] == task.amount else WRONG
        yield Mark("tasks", grade, (task.name, task.amount), amounts.get(name))


def _indicators(wanted: Sequence[IndicatorFacts], found: Sequence[IndicatorFacts]) -> Iterator[Mark]:
    """Rows are found by class, name and target, else by less; a row beyond that repeats a right one is none."""
    left, partner = list(found), dict[int, IndicatorFacts]()
    for key in (_classed, _row, _name, _target):
        for number, right in enumerate(wanted):
            read = next((one for one in left if key(one) and key(one) == key(right)), None)
            if number not in partner and read:
                partner[number] = read
                left.remove(read)
    for number, right in enumerate(wanted):
        marks = _indicator(right, partner.get(number))
        yield from (replace(mark, table_no=right.table_no) for mark in marks)
    stated = {_row(one) for one in wanted}
    yield from (Mark("indicators", WRONG, None, one.name) for one in left if _row(one) not in stated)


def _classed(one: IndicatorFacts) -> tuple[Any, ...]:
    return unnumbered(one.level2), *_row(one)


def _name(one: IndicatorFacts) -> str | None:
    return unnumbered(one.name)


def _target(one: IndicatorFacts) -> tuple[Any, ...] | None:
    return (one.targets, one.actuals) if one.targets else None


def _indicator(wanted: IndicatorFacts, found: IndicatorFacts | None) -> Iterator[Mark]:
    yield _one("indicators", unnumbered(wanted.name), unnumbered(found.name) if found else None)
    for kind in ("level1", "level2"):
        if right := getattr(wanted, kind):
            yield _one(kind, unnumbered(right), unnumbered(getattr(found, kind)) if found else None)
    for kind, right, read in (
        ("target", wanted.targets, found.targets if found else ()),
        ("actual", wanted.actuals, found.actuals if found else ()),
    ):
        if right or read:
            yield _among(kind, right, read)
