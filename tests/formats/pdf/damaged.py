"""Files damaged on the way, in ways that a seed chooses."""

import random


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with bytes changed, or with a piece cut off, taken out or doubled."""
    first, last = sorted(chance.randrange(len(data)) for _ in range(2))
    changed = bytearray(data)
    match chance.randrange(4):
        case 0:
            for _ in range(chance.choice((1, 10, 100))):
                changed[chance.randrange(len(data))] = chance.randrange(256)
        case 1:
            del changed[last:]
        case 2:
            del changed[first:last]
        case _:
            changed[first:first] = changed[first:last]
    return bytes(changed)
