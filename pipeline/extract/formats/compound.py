"""The names at the top of an OLE file: its streams and storages, but for those of files that it embeds ([MS-CFB])."""

from struct import error as StructError
from struct import iter_unpack, unpack_from

_HEADER, _ENTRY, _DIRECT = 512, 128, 109
"""Bytes of the header and of an entry of the directory, and sectors of the FAT that the header names ([MS-CFB] 2.2)."""
_SIZES = {9: 512, 12: 4096}
"""Bytes of a sector, under their logarithm ([MS-CFB] 2.2)."""
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


def _entries(data: bytes) -> list[bytes]:
    """The entries of the directory, which lies in a chain of sectors ([MS-CFB] 2.3)."""
    size = _SIZES[unpack_from("<H", data, 30)[0]]
    sectors = [number for (number,) in iter_unpack("<I", data[76:_HEADER])][:_DIRECT]
    found: list[bytes] = []
    sector, seen = unpack_from("<I", data, 48)[0], set[int]()
    while (start := (sector + 1) * size) < len(data) and sector not in seen and len(seen) < _MOST:
        seen.add(sector)
        found += [data[at : at + _ENTRY] for at in range(start, start + size, _ENTRY)]
        place, within = divmod(sector, size // 4)
        sector = unpack_from("<I", data, (sectors[place] + 1) * size + 4 * within)[0]
    return found


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
