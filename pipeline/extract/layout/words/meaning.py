"""What a label means, read from the parts that it is made of.

The last part that can be one is the head: 项目资金 is money, 专项资金名称 the name of a fund. What stands before it
says which: the year's, the county's, the applicant's. Of things joined by 及 or 、 the first counts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.layout.words.labels import REMEMBERED, plain, readings
from pipeline.rules.kinds.meaning import Morpheme, Sense

LONGEST = 40
"""Characters beyond which a text is no label, so that no effort goes into it."""
UNEXPLAINED = 3
"""What a character costs that no part explains, where a part costs one: two parts are better than a gap."""
HEAD, MODIFIER, ABOUT, JOINT = "head", "modifier", "about", "joint"
AND = "and"
COUNTED = frozenset({"goal", "task"})
"""Heads of labels that a number behind them tells apart."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LIKE_YEAR = re.compile(r"20\d\d")
_COUNT = re.compile(r"(?<=\D)\d{1,2}$")
_REMARK = re.compile(r"\(([^()]*)\)")
_LISTED = re.compile("[,，;；、]")
_STOPS = frozenset(",，;；.-—/+＋“”\"'*")
_ANDS = frozenset("、/")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A label in its parts. `said` are the senses of all parts but the head; `unexplained` the characters, of `length`,
    that belong to no part. `remarks` stood in brackets; the `year` may be one.
    """

    head: str = ""
    said: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    year: str = ""
    unexplained: int = 0
    length: int = 0

    @property
    def share(self) -> float:
        """How much of the label its parts explain, from 0 to 1."""
        return 1 - self.unexplained / self.length if self.length else 0.0

    def fits(self, sense: Sense) -> bool:
        """Whether this is what a rule asks for."""
        return sense.fits(self.head, self.said)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a label: a known one, a year, a stop, or a character that nothing explains."""

    text: str
    senses: tuple[tuple[str, str], ...] = ()
    is_stop: bool = False

    @property
    def cost(self) -> int:
        return 0 if self.is_stop else 1 if self.senses else UNEXPLAINED

    def said(self, part: str) -> frozenset[str]:
        """What it says where it stands as a part of this kind."""
        return frozenset(sense for one, sense in self.senses if one == part)

    @property
    def beside_a_head(self) -> frozenset[str]:
        """What it says of the head of its label; a part that is made for a head says that."""
        return self.said(ABOUT) or self.said(MODIFIER) or self.said(HEAD) or self.said(JOINT)


class Meanings:
    """Reads labels by the parts of `rules/data/layouts/morphemes.csv`."""

    def __init__(self, morphemes: Iterable[Morpheme]):
        self._senses: dict[str, tuple[tuple[str, str], ...]] = {}
        for one in morphemes:
            self._senses[one.text] = (*self._senses.get(one.text, ()), (one.part, one.sense))
        self._longest = max(map(len, self._senses), default=0)
        self._known = frozenset().union(_STOPS, _ANDS, *self._senses)
        self.of = lru_cache(maxsize=REMEMBERED)(self._of)
        self.most_share = lru_cache(maxsize=REMEMBERED)(self._most_share)

    def _most_share(self, text: str) -> float:
        """A bound of the share of a label that its parts explain, told without parting it: characters that stand in no
        known part are never explained.
        """
        bare = readings(text)[-1]
        if _LIKE_YEAR.search(bare):
            return 1.0
        foreign = sum(one not in self._known for one in _COUNT.sub("", bare))
        return 1 - foreign / len(bare) if foreign else 1.0

    def _of(self, text: str) -> Meaning:
        """The meaning of a printed label; one without a head has no known part that could be it."""
        whole, bare = plain(text), readings(text)[-1]
        if not bare or len(bare) > LONGEST:
            return Meaning(length=len(bare))
        parts = self._parted(_COUNT.sub("", bare))
        head, said = _understood(parts)
        if head not in COUNTED and _COUNT.search(bare):
            parts = self._parted(bare)
            head, said = _understood(parts)
        remarks = tuple(one for remark in _REMARK.findall(whole) for one in _LISTED.split(remark))
        return Meaning(
            head,
            frozenset(said),
            tuple(part.text for part in parts if not part.is_stop),
            remarks,
            next((found[0] for one in (bare, *remarks) if (found := _YEAR.search(one))), ""),
            sum(part.cost == UNEXPLAINED for part in parts),
            sum(len(part.text) for part in parts if not part.is_stop),
        )

    def _parted(self, text: str) -> list[_Part]:
        """The cheapest parts that a text is made of; of equal ones those whose last parts are longest."""
        best: list[tuple[int, list[_Part]]] = [(0, [])]
        for end in range(1, len(text) + 1):
            ways = [(best[end - len(part.text)], part) for part in self._ending(text, end)]
            (cost, before), part = min(ways, key=lambda way: way[0][0] + way[1].cost)
            best.append((cost + part.cost, [*before, part]))
        return best[-1][1]

    def _ending(self, text: str, end: int) -> Iterator[_Part]:
        """The parts that could end here, the longest first."""
        for start in range(max(0, end - self._longest), end):
            if found := _YEAR.fullmatch(text, start, end):
                yield _Part(found[0], ((MODIFIER, "annual"),))
            if senses := self._senses.get(text[start:end]):
                yield _Part(text[start:end], senses)
        last = text[end - 1]
        yield _Part(last, is_stop=last in _STOPS or last in _ANDS)


def _understood(parts: list[_Part]) -> tuple[str, frozenset[str]]:
    """The head of a label and what its other parts say. Behind the head of the first thing that has one, only what is
    said about it counts, and what other things there are: `and_use` of 规模及用途.
    """
    said: frozenset[str] = frozenset()
    things = _things(parts)
    for thing in things:
        last, heads = _head(thing)
        said = said.union(*(part.beside_a_head for part in thing if part is not last or not heads))
        if heads:
            others = (f"and_{sense}" for other in things for sense in _head(other)[1])
            return min(heads), said.union(others, *(part.said(ABOUT) for part in parts))
    return "", said


def _head(thing: list[_Part]) -> tuple[_Part | None, frozenset[str]]:
    """The last part of a thing that says nothing about it, and what it says if it can be its head."""
    last = next((part for part in reversed(thing) if not part.said(ABOUT)), None)
    return last, last.said(HEAD) if last else frozenset()


def _things(parts: list[_Part]) -> Iterator[list[_Part]]:
    """The parts of each of the things that a label names one beside another."""
    thing: list[_Part] = []
    for part in parts:
        if AND in part.said(JOINT) or part.text in _ANDS:
            yield thing
            thing = []
        elif not part.is_stop:
            thing.append(part)
    yield thing
