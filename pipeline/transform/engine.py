"""What is compiled from a rulebook: once for each rulebook, each thing when it is first asked for."""

from collections import deque
from functools import cached_property

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.values import grammars
from pipeline.transform.values.grammar import Grammar


class Engine:
    """A rulebook ready to read with."""

    def __init__(self, rules: Rulebook):
        self.rules = rules

    @cached_property
    def grammar(self) -> Grammar:
        """The grammar of target values."""
        return grammars.compile(self.rules.values)


_MADE: deque[Engine] = deque(maxlen=8)
"""The engines made last: a run needs one, a comparison of rules two."""


def engine_of(rules: Rulebook) -> Engine:
    """The engine of a rulebook, the same one whenever it is asked for; another rulebook has another."""
    made = next((engine for engine in _MADE if engine.rules is rules), None)
    if made is None:
        made = Engine(rules)
        _MADE.append(made)
    return made
