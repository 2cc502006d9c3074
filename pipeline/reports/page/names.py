"""How the page of a unit is called: by the unit, in letters that every file system and every link can hold."""

import re
from itertools import count

LONGEST = 60
"""Letters of a name: of three bytes each they and the ending fit into the 255 that file systems hold."""


def file_name(unit: str, taken: set[str]) -> str:
    """A name, without ending, that is not taken, and is from now on; names that differ in their case alone are one.

    >>> taken = set()
    >>> file_name("2025 351101", taken), file_name("2025/351101", taken), file_name("../x", taken)
    ('2025_351101', '2025_351101_2', 'x')
    """
    name = re.sub(r"\W+", "_", unit).strip("_")[:LONGEST] or "_"
    numbered = (name if number == 1 else f"{name}_{number}" for number in count(1))
    free = next(one for one in numbered if one.casefold() not in taken)
    taken.add(free.casefold())
    return free
