"""Which column plays which role: the assignment of a whole table for which words and contents speak most.

A role that a header's words give stays. All others are weighed together: each role at most once per block of columns,
and a column that nothing speaks for stays without one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extract.layout.columns import LEVELS, REPEATED, VALUES
from pipeline.extract.layout.contents import POINTS, Held, adds_up
from pipeline.rules.kinds.contents import RoleRule

OUT_OF_ORDER = 0.8
"""What it costs that a column stands before one that stands to its left as a rule."""
FAR = 3.0
"""The same where a column has that role beyond doubt, and so begins another block to the right."""
CLEAR = 1.5
"""Points of the contents alone from which on they leave no doubt about a class."""
NEXT_TO = 0.8
"""What it is worth to stand right beside a column that stands to the left as a rule."""
PASSED_OVER, PASSED = 1.0, 1.0
"""What it costs a target that a column to its left could as well be one, by these points, and has no role."""
ADDS_UP, FITS = 2.0, 1.5
"""What it is worth that points add up to a hundred, that scores are not above them, that results are like targets."""
NEXT_BLOCK = 0.5
"""What it costs to begin another block of columns."""
KEPT = 48
"""Assignments of the columns so far that are followed further; the best of those with the same roles."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Column → role, for the columns that have one, and the points that speak for all of it together."""

    roles: Mapping[int, str]
    points: float
    used: frozenset[str] = frozenset()
    named: Mapping[str, int] = field(default_factory=dict)

    def with_role(self, place: int, role: str, points: float) -> "Assignment":
        """One more column with a role."""
        roles, named = {**self.roles, place: role}, {**self.named, role: place}
        return Assignment(roles, self.points + points, self.used | {role}, named)

    def next_block(self) -> "Assignment":
        """The same, with the columns of another block to come. Level 1 counts for all blocks."""
        used = self.used & {"level1"}
        return Assignment(self.roles, self.points - NEXT_BLOCK, used, {one: self.named[one] for one in used})


class Assigner:
    """Weighs the roles of columns by `contents.toml`."""

    def __init__(self, roles: Sequence[RoleRule]):
        self._roles = roles

    def best(self, held: Sequence[Held], known: Mapping[int, str]) -> Assignment:
        """The best assignment of columns, from the left. `known` are those whose words say their role, which may be
        empty.
        """
        words = frozenset(known.values()) | (
            {"weight"} if any(POINTS in one.shapes.values() for one in held) else set()
        )
        beside = in_blocks(known, len(held))
        clear = {rule.name for rule in self._roles if rule.name in LEVELS and any(_is_clear(rule, one) for one in held)}
        open_: list[Assignment] = [Assignment({}, 0.0)]
        for place in range(len(held)):
            found: dict[frozenset[str], Assignment] = {}
            for before in open_:
                for after in self._ways(before, place, held, known, words, clear, beside):
                    key = after.used
                    if key not in found or found[key].points < after.points:
                        found[key] = after
            open_ = sorted(found.values(), key=lambda way: -way.points)[:KEPT]
        return open_[0]

    def _ways(
        self,
        before: Assignment,
        place: int,
        held: Sequence[Held],
        known: Mapping[int, str],
        words: frozenset[str],
        clear: Collection[str],
        beside: Sequence[Collection[str]],
    ) -> Iterator[Assignment]:
        """What may become of the next column: no role, its known one, or any for which something speaks."""
        if place in known:
            role = known[place]
            start = before.next_block() if role in REPEATED and role in before.used else before
            yield start.with_role(place, role, 0.0) if role else before
            return
        yield before
        for rule in self._roles:
            if rule.name in beside[place] or not self._may(rule, before, words):
                continue
            if rule.name not in before.used:
                points = self.points(rule, place, held, known, clear, before)
                if points > 0:
                    yield before.with_role(place, rule.name, points)
            elif rule.name in REPEATED and "target" in before.used:
                start = before.next_block()
                points = self.points(rule, place, held, known, clear, start)
                if points > 0:
                    yield start.with_role(place, rule.name, points)

    def content(self, role: str, held: Held) -> float:
        """What the cells of a column alone speak for a role."""
        rule = next(rule for rule in self._roles if rule.name == role)
        return held.average(rule.shapes, rule.otherwise) * min(1.0, 2 * held.share)

    def _passes(self, rule: RoleRule, held: Held) -> bool:
        """Whether a column without a role holds what a target would."""
        return held.share > 0 and held.average(rule.shapes, rule.otherwise) >= PASSED

    def _may(self, rule: RoleRule, before: Assignment, words: frozenset[str]) -> bool:
        """Whether the table has one of the columns that a role asks for. What stands to the right is not known yet."""
        return not rule.among or any(one in words or one in before.used for one in rule.among)

    def points(
        self,
        rule: RoleRule,
        place: int,
        held: Sequence[Held],
        known: Collection[int],
        clear: Collection[str],
        before: Assignment,
    ) -> float:
        """What speaks for a role, with the roles to its left given; not above 0 if nothing does. `clear` are the roles
        that some column of the table has beyond doubt.
        """
        one, taken = held[place], before.roles.keys() | known
        average = one.average(rule.shapes, rule.otherwise)
        if rule.name == "indicator_name":
            average *= one.variety
        if rule.name in VALUES:
            average *= min(1.0, 2 * one.share)
        if rule.name == "target":
            average -= PASSED_OVER * sum(
                self._passes(rule, held[other]) for other in range(place) if other not in taken
            )
        beside = NEXT_TO if before.roles.get(place - 1) in rule.after else 0.0
        if rule.name != "indicator_name":
            beside /= 2  # a description may stand between name and target, but nothing between classes and name
        # What stands right of the classes names the indicator, whatever it looks like.
        if not one.shapes or average + (beside if rule.name == "indicator_name" else 0.0) <= 0:
            return 0.0
        order = sum(FAR if role in clear else OUT_OF_ORDER for role in set(rule.after) - before.used)
        return average + arithmetic(rule.name, one, held, before) + beside - order


def _is_clear(rule: RoleRule, held: Held) -> bool:
    return held.average(rule.shapes, rule.otherwise) >= CLEAR


def in_blocks(known: Mapping[int, str], n_columns: int) -> list[set[str]]:
    """For each column the known roles of its block; a name or class that the block has already begins the next."""
    blocks: list[set[str]] = [set()]
    found = []
    for place in range(n_columns):
        role = known.get(place, "")
        if role in REPEATED and role in blocks[-1]:
            blocks.append(set())
        blocks[-1].add(role)
        found.append(blocks[-1])
    return found


def arithmetic(role: str, one: Held, held: Sequence[Held], before: Assignment) -> float:
    """What the numbers of a column say for its role beside the others."""
    if role == "weight":
        return ADDS_UP if adds_up(one) else 0.0
    if role == "score" and "weight" in before.named:
        return FITS if within(one, held[before.named["weight"]]) else -ADDS_UP
    if role == "actual" and "target" in before.named:
        return FITS * alike(one, held[before.named["target"]]) - FITS / 2
    return 0.0


def within(held: Held, above: Held) -> bool:
    """Whether no number is above that of the other column in the same row."""
    own, limits = held.numbers, above.numbers
    shared = own.keys() & limits.keys()
    return bool(shared) and all(own[row_no] <= limits[row_no] for row_no in shared)


def alike(held: Held, other: Held) -> float:
    """In which share of the rows both print, two columns print texts of one shape."""
    shared = held.shapes.keys() & other.shapes.keys()
    same = sum(held.shapes[row_no] == other.shapes[row_no] for row_no in shared)
    return same / len(shared) if shared else 0.0
