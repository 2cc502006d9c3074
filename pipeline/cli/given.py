"""Values given on the command line that need no checking library: texts, paths, whole numbers, numbers, and lists of
them.

The library of the command line checks every value by a larger one, which takes longer to load than most commands run.
What is plainly right is read here. All else, and so every complaint, is left to the library.
"""

import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_origin

_NUMBERS = {int: re.compile(r"-?[0-9]{1,15}"), float: re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")}
"""How a number is written plainly."""


_NO_TEXT = re.compile("[\ud800-\udfff]")
"""What stands for bytes that are no text."""


class NotPlain(Exception):
    """A value that is not plainly right."""


class Plainly:
    """Reads the values of a parameter of a kind, within bounds; what is not plainly right is left to `others`."""

    def __init__(self, kind: Any, least: float | None, most: float | None, others: Callable[[], Any]):
        self._kind, self._others = kind, others
        self._least, self._most = (-math.inf if least is None else least), (math.inf if most is None else most)

    def coerce(self, value: Any, **where: Any) -> Any:
        """The value in its kind. Raises what the library raises for a wrong one."""
        try:
            return self._read(value)
        except NotPlain:
            return self._others().coerce(value, **where)

    def _read(self, value: Any) -> Any:
        is_list = get_origin(self._kind) is list
        if value is None:
            return () if is_list else None
        return [self._one(get_args(self._kind)[0], one) for one in value] if is_list else self._one(self._kind, value)

    def _one(self, kind: Any, value: Any) -> Any:
        if isinstance(value, str) and _NO_TEXT.search(value):
            raise NotPlain
        if kind in (str, bool) and isinstance(value, kind):
            return value
        if kind is Path and isinstance(value, str | Path) and _is_usable(value):
            return Path(value)
        if kind in _NUMBERS and _NUMBERS[kind].fullmatch(str(value)) and self._least <= kind(value) <= self._most:
            return kind(value)
        raise NotPlain


def plainly(parameter: Any) -> None:
    """Has a parameter of the command line read its plain values so; nothing where the library is made otherwise."""
    told, others = getattr(parameter, "type_descriptor", None), getattr(parameter, "get_runtime_param", None)
    if told and others:
        bounds = told.parameter_info
        read = Plainly(told.annotation, bounds.min, bounds.max, others)
        parameter.get_runtime_param = lambda: read


def _is_usable(path: str | Path) -> bool:
    """Whether a path is not there yet, or can be read."""
    return not os.path.exists(path) or os.access(path, os.R_OK)
