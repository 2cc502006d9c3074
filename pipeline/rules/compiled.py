"""What is compiled from a rulebook: once for each rulebook, each thing when it is first asked for."""

from collections.abc import Callable
from typing import Any, TypeVar

from pipeline.rules.kinds.rulebook import Rulebook

Made = TypeVar("Made")
KEPT = 8
"""Rulebooks whose things are kept: a run needs one, a comparison of rules two."""
_made: list[tuple[Rulebook, dict[Any, Any]]] = []


def compiled(make: Callable[[Rulebook], Made], rules: Rulebook) -> Made:
    """What `make` makes of a rulebook, the same thing whenever it is asked for; another rulebook has another."""
    things = next((things for known, things in _made if known is rules), None)
    if things is None:
        things = {}
        _made.append((rules, things))
        del _made[:-KEPT]
    if make not in things:
        things[make] = make(rules)
    made: Made = things[make]
    return made
