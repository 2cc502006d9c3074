"""The rules by which a label is understood from its parts: the rows of `rules/data/layouts/morphemes.csv`."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

COUNT = "N"


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A part of a label, and what it says there.

    `part` tells where: a `head` is what the label is of, a `modifier` stands before one, what is said `about` a head
    stands behind it, a `joint` joins parts. The example holds it as that part, the counter-example does not.
    """

    text: str
    part: str
    sense: str
    example: str
    counter_example: str

    def written(self, numbers: Iterable[str]) -> Iterator["Morpheme"]:
        """This part with each of the numbers that its N stands for; itself if it has none."""
        for one in numbers if COUNT in self.text else (COUNT,):
            yield replace(self, text=self.text.replace(COUNT, one), example=self.example.replace(COUNT, one))


@dataclass(frozen=True, slots=True)
class Sense:
    """What a label must say to be one of a thing: its head, and what else it says (`needs`) or does not (`never`).

    Each of `needs` is a choice of senses.
    """

    heads: Set[str]
    needs: tuple[Set[str], ...] = ()
    never: Set[str] = frozenset()

    @classmethod
    def read(cls, text: str, groups: Mapping[str, Iterable[str]] = MappingProxyType({})) -> "Sense":
        """The sense that a rule file writes as words: the head, what is needed, what must not be said. `groups` are
        what words with an @ stand for.

        >>> Sense.read("money fiscal|local -whole").needs == (frozenset({"fiscal", "local"}),)
        True
        """
        head, *others = text.split()
        needs = tuple(_choice(one, groups) for one in others if not one.startswith("-"))
        never = (_choice(one.removeprefix("-"), groups) for one in others if one.startswith("-"))
        return cls(_choice(head, groups), needs, frozenset().union(*never))

    def fits(self, head: str, said: Set[str]) -> bool:
        """Whether a label with this head that says these other things is one."""
        return head in self.heads and all(said & one for one in self.needs) and not said & self.never


def _choice(word: str, groups: Mapping[str, Iterable[str]]) -> frozenset[str]:
    names = word.split("|")
    return frozenset(sense for one in names for sense in (groups[one[1:]] if one.startswith("@") else (one,)))
