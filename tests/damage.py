"""Damaged copies of files, as cut downloads and bad disks leave them: the same in every run."""

import random


def damaged(data: bytes, chance: random.Random, kind: int) -> bytes:
    """A copy with bytes flipped, an end cut off, a part doubled, or two parts swapped, by `kind`."""
    start, stop = sorted(chance.randrange(len(data)) for _ in range(2))
    match kind % 4:
        case 0:
            changed = bytearray(data)
            for _ in range(chance.randint(1, 40)):
                changed[chance.randrange(len(data))] = chance.randrange(256)
            return bytes(changed)
        case 1:
            return data[:stop]
        case 2:
            return data[:stop] + data[start:]
    middle = (start + stop) // 2
    return data[:start] + data[middle:stop] + data[start:middle] + data[stop:]
