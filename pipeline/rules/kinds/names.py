"""The vocabularies of names: classes of indicators, words of names, kin of units.

`origin` says why a rule is there: the published place and year of a name that it tells something of, `language` for
what any speaker knows, or `synthetic` for what was only thought of; of a class it is the regulation that defines it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaxonomyClass:
    """An indicator class of one scheme. `parent` is the code of its level-1 class, empty for level 1 itself.

    `aliases` are the other printed labels of the same class, parted by spaces.
    """

    scheme: str
    level: str
    code: str
    parent: str
    label: str
    aliases: str
    required: str
    origin: str

    @property
    def labels(self) -> tuple[str, ...]:
        return (self.label, *self.aliases.split())


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word that tells what a name is about (`kind`), and where in the name it must stand: anywhere, start or end."""

    kind: str
    word: str
    place: str
    example: str
    counter_example: str
    origin: str


@dataclass(frozen=True, slots=True)
class UnitKin:
    """Units that count the same kind of thing, parted by spaces: a price per one may be paid for a count of another."""

    units: str
    note: str
    origin: str
