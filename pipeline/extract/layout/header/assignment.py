"""Which column plays which role: the assignment of a whole table for which words and contents speak most.

A role that a header's words give stays. All others are weighed together: each role at most once per block of columns,
and a column that nothing speaks for stays without one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.extract.layout.header.columns import LEVELS, REPEATED, VALUES
from pipeline.extract.layout.header.contents import POINTS, Held, adds_up
from pipeline.extract.layout.header.side_by_side import alike, are_bounded, are_parallel, parallels
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
NAME, TARGET, ACTUAL, RESULTS = "indicator_name", "target", "actual", "results"
"""Three roles, and what is said of a table where what stands above it says that it states what was reached."""
A_PAIR, MANY = 2, 4
"""So many columns of values alike may be a target and its result; so many are targets, whatever they print."""
KEPT = 48
"""Assignments of the columns so far that are followed further; the best of those with the same roles."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Column → role, for the columns that have one, and the points that speak for all of it together."""

    roles: Mapping[int, str]
    points: float
    used: frozenset[str] = frozenset()
    named: Mapping[str, int] = field(default_factory=dict)
    is_later: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the last block of columns has its names, if any has, and targets if it is not the first: names alone
        beside those of another block are other texts, such as what its targets are based on.
        """
        return (NAME in self.used or NAME not in self.roles.values()) and (TARGET in self.used or not self.is_later)

    def with_role(self, place: int, role: str, points: float) -> "Assignment":
        """One more column with a role."""
        roles, named = {**self.roles, place: role}, {**self.named, role: place}
        return Assignment(roles, self.points + points, self.used | {role}, named, self.is_later)

    def next_block(self) -> "Assignment":
        """The same, with the columns of another block to come. Level 1 counts for all blocks."""
        used = self.used & {"level1"}
        named = {one: self.named[one] for one in used}
        return Assignment(self.roles, self.points - NEXT_BLOCK, used, named, is_later=True)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the columns of a table before their roles are weighed: what they hold; the roles that words give
    to some, which may be empty; of each block of columns the known roles; the levels that some column has beyond
    doubt, and those that one may have; what `among` may ask for; and the columns whose headers speak of values, though
    not of which.
    """

    held: Sequence[Held]
    known: Mapping[int, str]
    beside: Sequence[Collection[str]]
    clear: Collection[str]
    possible: Collection[str]
    words: frozenset[str]
    valued: Collection[int]


class Assigner:
    """Weighs the roles of columns by `contents.toml`."""

    def __init__(self, roles: Sequence[RoleRule]):
        self._roles = roles

    def best(
        self,
        held: Sequence[Held],
        known: Mapping[int, str],
        has_results: bool = False,
        valued: Collection[int] = (),
    ) -> Assignment:
        """The best assignment of columns, from the left. `has_results` if what stands above the table says that it
        states what was reached; for all else see Evidence.
        """
        points = {"weight"} if any(POINTS in one.shapes.values() for one in held) else set()
        words = frozenset(known.values()) | points | ({RESULTS} if has_results else set())
        levels = [rule for rule in self._roles if rule.name in LEVELS]
        clear = {rule.name for rule in levels if any(_is_clear(rule, one) for one in held)}
        possible = words | {
            rule.name for rule in levels if any(one.average(rule.shapes, rule.otherwise) > 0 for one in held)
        }
        table = Evidence(held, known, in_blocks(known, len(held)), clear, possible, words, valued)
        open_: list[Assignment] = [Assignment({}, 0.0)]
        for place in range(len(held)):
            found: dict[tuple[frozenset[str], bool], Assignment] = {}
            for before in open_:
                for after in self._ways(before, place, table):
                    key = after.used, after.is_later
                    if key not in found or found[key].points < after.points:
                        found[key] = after
            open_ = sorted(found.values(), key=lambda way: -way.points)[:KEPT]
        return next((way for way in open_ if way.is_whole), open_[0])

    def _ways(self, before: Assignment, place: int, table: Evidence) -> Iterator[Assignment]:
        """What may become of the next column: no role, its known one, or any for which something speaks."""
        if place in table.known:
            role = table.known[place]
            start = before.next_block() if role in REPEATED and role in before.used else before
            yield start.with_role(place, role, 0.0) if role else before
            return
        yield before
        for rule in self._roles:
            if rule.name == TARGET and (TARGET in before.used or TARGET in table.beside[place]):
                if self._goes_beside(place, before, table):
                    yield before.with_role(place, TARGET, self.content(TARGET, table.held[place]))
                continue
            if rule.name in table.beside[place] or not _may(rule, before, table.words):
                continue
            if rule.name == ACTUAL and place in table.valued:
                continue  # its header speaks of targets: 存续期目标值
            if rule.name not in before.used:
                points = self.points(rule, place, before, table)
                # What stands right of the values is no name.
                if points > 0 and not (rule.name == NAME and TARGET in before.used):
                    yield before.with_role(place, rule.name, points)
            elif rule.name in REPEATED and TARGET in before.used:
                start = before.next_block()
                points = self.points(rule, place, start, table)
                if points > 0:
                    yield start.with_role(place, rule.name, points)

    def content(self, role: str, held: Held) -> float:
        """What the cells of a column alone speak for a role."""
        rule = next(rule for rule in self._roles if rule.name == role)
        return held.average(rule.shapes, rule.otherwise) * min(1.0, 2 * held.share)

    def _passes(self, rule: RoleRule, held: Held) -> bool:
        """Whether a column without a role holds what a target would."""
        return held.share > 0 and held.average(rule.shapes, rule.otherwise) >= PASSED

    def _goes_beside(self, place: int, before: Assignment, table: Evidence) -> bool:
        """Whether a column right of the names is one more of targets: for another region, grade or time. Of two columns
        alike, the other may be the result, and beside those that words call targets it may be anything that is like
        them, unless its own header speaks of values too.
        """
        held, called = table.held, [at for at, role in table.known.items() if role == TARGET]
        beside = before.named.get(TARGET, next(iter(called), place))
        if NAME not in before.used or beside == place or not are_parallel(held[place], held[beside]):
            return False
        number = parallels(place, held, table.known, TARGET)
        if number >= MANY:
            return True
        several = number > A_PAIR
        is_open = not called or place in table.valued
        return is_open and are_bounded(held[place], held[beside], several) and (several or not self._asks(table))

    def _asks(self, table: Evidence) -> bool:
        """Whether a table asks for a result that no word names."""
        result = next((rule for rule in self._roles if rule.name == ACTUAL), None)
        return result is not None and ACTUAL not in table.words and not table.words.isdisjoint(result.among)

    def points(self, rule: RoleRule, place: int, before: Assignment, table: Evidence) -> float:
        """What speaks for a role, with the roles to its left given; not above 0 if nothing does."""
        held, one, taken = table.held, table.held[place], before.roles.keys() | table.known.keys()
        average = one.average(rule.shapes, rule.otherwise)
        if rule.name == NAME:
            average *= one.variety
        if rule.name in VALUES:
            average *= min(1.0, 2 * one.share)
        if rule.name == TARGET:
            average -= PASSED_OVER * sum(
                self._passes(rule, held[other]) for other in range(place) if other not in taken
            )
        beside = NEXT_TO if before.roles.get(place - 1) in rule.after else 0.0
        if rule.name != NAME:
            beside /= 2  # a description may stand between name and target, but nothing between classes and name
        # What stands right of the classes names the indicator, whatever it looks like.
        if not one.shapes or average + (beside if rule.name == NAME else 0.0) <= 0:
            return 0.0
        missing = (role for role in set(rule.after) - before.used if role not in LEVELS or role in table.possible)
        order = sum(FAR if role in table.clear else OUT_OF_ORDER for role in missing)
        return average + arithmetic(rule.name, one, held, before) + beside - order


def _may(rule: RoleRule, before: Assignment, words: frozenset[str]) -> bool:
    """Whether the table has one of the columns that a role asks for. What stands to the right is not known yet."""
    return not rule.among or any(one in words or one in before.used for one in rule.among)


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


def targets_beside(roles: Mapping[int, str]) -> list[list[int]]:
    """The columns of targets right of each column of names, from the left.

    >>> targets_beside({0: "indicator_name", 1: "target", 2: "target", 3: "indicator_name", 4: "target"})
    [[1, 2], [4]]
    """
    groups: list[list[int]] = [[]]
    for place, role in sorted(roles.items()):
        if role == NAME:
            groups.append([])
        elif role == TARGET:
            groups[-1].append(place)
    return [group for group in groups if group]


def arithmetic(role: str, one: Held, held: Sequence[Held], before: Assignment) -> float:
    """What the numbers of a column say for its role beside the others."""
    if role == "weight":
        return ADDS_UP if adds_up(one) else 0.0
    if role == "score" and "weight" in before.named:
        return FITS if within(one, held[before.named["weight"]]) else -ADDS_UP
    if role == "actual" and "target" in before.named:
        return FITS * alike(one, held[before.named[TARGET]]) - FITS / 2
    return 0.0


def within(held: Held, above: Held) -> bool:
    """Whether no number is above that of the other column in the same row."""
    own, limits = held.numbers, above.numbers
    shared = own.keys() & limits.keys()
    return bool(shared) and all(own[row_no] <= limits[row_no] for row_no in shared)
