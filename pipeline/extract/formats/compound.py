"""The names at the top of an OLE file: its streams and storages, but for those of files that it embeds ([MS-CFB])."""

from collections.abc import Iterator
from struct import error as StructError
from struct import iter_unpack, unpack_from

_HEADER, _ENTRY, _DIRECT = 512, 128, 109
"""Bytes of the header and of an entry of the directory, and sectors of the FAT that the header names ([MS-CFB] 2.2)."""
_SIZES = {9: 512, 12: 4096}
"""Bytes of a sector, under their logarithm ([MS-CFB] 2.2)."""
_CUTOFF = 4096
"""Bytes from which on a stream is no small one ([MS-CFB] 2.2)."""
_MOST = 4096
"""Sectors of a directory that are looked at: more than 16,000 names."""


def names(data: bytes) -> frozenset[str]:
    """The names at the top, in lower case, since letter case does not count there ([MS-CFB] 2.6.4); none if the
    directory is damaged.
    """
    try:
        entries = _entries(data)
        return frozenset(_name(entry) for entry in _children(entries))
    except (StructError, IndexError, KeyError, UnicodeDecodeError):
        return frozenset()


def is_endless(data: bytes) -> bool:
    """Whether the sectors of a small stream come back to themselves ([MS-CFB] 2.4): who follows them has no end."""
    try:
        entries, mini = _entries(data), _mini_fat(data)
    except (StructError, IndexError, KeyError):
        return False
    small = (unpack_from("<II", entry, 116) for entry in entries[1:] if len(entry) == _ENTRY)
    return any(_returns(start, mini) for start, size in small if size < _CUTOFF)


def _returns(start: int, following: list[int]) -> bool:
    seen = set[int]()
    while start < len(following):
        if start in seen:
            return True
        seen.add(start)
        start = following[start]
    return False


def _mini_fat(data: bytes) -> list[int]:
    """Which sector of a small stream follows each; the list lies in a chain of sectors itself."""
    size = _SIZES[unpack_from("<H", data, 30)[0]]
    found: list[int] = []
    for start in _chain(data, unpack_from("<I", data, 60)[0], size):
        found += [number for (number,) in iter_unpack("<I", data[start : start + size])]
    return found


def _chain(data: bytes, sector: int, size: int) -> Iterator[int]:
    """Where the sectors of a chain begin, as far as it does not come back to itself."""
    sectors = [number for (number,) in iter_unpack("<I", data[76:_HEADER])][:_DIRECT]
    seen = set[int]()
    while (start := (sector + 1) * size) < len(data) and sector not in seen and len(seen) < _MOST:
        seen.add(sector)
        yield start
        place, within = divmod(sector, size // 4)
        sector = unpack_from("<I", data, (sectors[place] + 1) * size + 4 * within)[0]


def _entries(data: bytes) -> list[bytes]:
    """The entries of the directory, which lies in a chain of sectors ([MS-CFB] 2.3)."""
    size = _SIZES[unpack_from("<H", data, 30)[0]]
    starts = _chain(data, unpack_from("<I", data, 48)[0], size)
    return [data[at : at + _ENTRY] for start in starts for at in range(start, start + size, _ENTRY)]


def _children(entries: list[bytes]) -> list[bytes]:
    """The entries below the first one, which is the root; they lie in a tree of their own ([MS-CFB] 2.6.4)."""
    waiting, seen, found = [unpack_from("<I", entries[0], 76)[0]], set[int](), []
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in seen:
            seen.add(number)
            found.append(entries[number])
            waiting += unpack_from("<II", entries[number], 68)
    return found


def _name(entry: bytes) -> str:
    length = min(unpack_from("<H", entry, 64)[0], 64)
    return entry[: max(length - 2, 0)].decode("utf-16-le").lower()
