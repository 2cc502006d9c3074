"""What a column is worth in a role by what stands in it: the entries of `rules/data/layouts/contents.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleRule:
    """A role that a column may have, by its name in `[columns.*]`.

    `shapes` are the points per shape of a cell, `otherwise` those of any other shape. `after` are the columns that
    stand to its left as a rule; of those in `among`, if any, the table must have one.
    """

    name: str
    shapes: Mapping[str, float]
    otherwise: float
    after: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
