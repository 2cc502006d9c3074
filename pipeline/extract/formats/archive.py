"""A zip archive of documents: what lies in it, archives in archives too, within limits. It knows zip, not documents.

A limit is held by what is counted while reading: of an entry never more is unpacked than its place in the list of
contents declares, so the sum of what is declared bounds what is unpacked.
"""

import io
import os
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NoReturn

from pipeline.extract.formats import sniff
from pipeline.extract.formats.package import MIB
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

DEPTH = 3
"""How deep archives may lie in each other, the outermost counted."""
MAX_MEMBERS = 2_000
MAX_MEMBER = 64 * MIB
MAX_ALL = 1024 * MIB
# The list of contents of so many files takes some 200 KiB. It is read whole, so it needs a limit of its own.
MAX_LIST = MIB
_ENCRYPTED, _UTF8 = 0x1, 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others cannot be inflated in steps
_LOCAL_HEADER, _END, _END_64, _LOCATOR_64 = 30, b"PK\5\6", b"PK\6\6", b"PK\6\7"
_LONGEST_END = 22 + 0xFFFF
_UPWARDS = re.compile(r"(/|[A-Za-z]:|(.*/)?\.\.(/|$))")


class Archive:
    """The files in a zip archive, numbered from 0 as its list of contents has them."""

    def __init__(self, data: bytes | Path):
        """Opens an archive that lies in memory or on the disk.

        Raises Rejected: `truncated_zip` if its list of contents cannot be read, `too_many_parts`, and `unsafe_archive`
        if an entry names a path outside or shares its bytes with another one; OSError as for any file.
        """
        with io.BytesIO(data) if isinstance(data, bytes) else data.open("rb") as file:
            _refuse_long_list(file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        except OSError:
            raise
        except Exception:
            raise Rejected("truncated_zip", sniff.ZIP) from None
        self._entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        _refuse_many(len(self._entries))
        self.names = tuple(map(_name, self._entries))
        _refuse_unsafe(self._entries, self.names)

    @property
    def kind(self) -> sniff.Kind:
        """What the archive is: a package of an office program begins as one now and then."""
        return sniff.of_parts(tuple(map(str.lower, self.names)))

    def size(self, number: int) -> int:
        """The bytes that a file is declared to have."""
        return self._entries[number].file_size

    def start(self, number: int) -> bytes:
        """The first bytes of a file; none if they cannot be read."""
        with suppress(Rejected):
            return self._unpacked(number, sniff.START)
        return b""

    def read(self, number: int) -> bytes:
        """A file. Raises Rejected (encrypted_file, truncated_zip, zip_bomb, archive_not_read)."""
        if (size := self.size(number)) > MAX_MEMBER:
            raise Rejected("zip_bomb", size=str(size), limit=str(MAX_MEMBER))
        return self._unpacked(number, MAX_MEMBER)

    def _unpacked(self, number: int, length: int) -> bytes:
        entry = self._entries[number]
        if entry.flag_bits & _ENCRYPTED:
            raise Rejected("encrypted_file", "encrypted")
        if entry.compress_type not in _METHODS:
            raise Rejected("archive_not_read", detected=f"zip, {entry.compress_type}")
        try:
            with self._zip.open(entry) as file:
                return file.read(length)
        except Exception:
            raise Rejected("truncated_zip") from None


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, and its number; in archives in it the number in each."""

    name: str
    place: tuple[int, ...]
    archive: Archive

    @property
    def start(self) -> bytes:
        return self.archive.start(self.place[-1])

    def read(self) -> bytes:
        return self.archive.read(self.place[-1])


@dataclass(slots=True)
class _Room:
    """What is left of the limits that hold for an archive with all archives in it."""

    members: int = 0
    size: int = 0

    def take(self, archive: Archive) -> None:
        self.members += len(archive.names)
        _refuse_many(self.members)
        self.size += sum(size for number in range(len(archive.names)) if (size := archive.size(number)) <= MAX_MEMBER)
        if self.size > MAX_ALL:
            raise Rejected("zip_bomb", sniff.ZIP, size=str(self.size), limit=str(MAX_ALL))


def members(archive: Archive, room: _Room | None = None, inside: tuple[int, ...] = ()) -> Iterator[Member]:
    """The files in an archive; instead of an archive in it the files there, unless it is damaged or lies too deep.

    Raises Rejected (too_many_parts, zip_bomb) if there is too much in all.
    """
    room = room or _Room()
    room.take(archive)
    for number, name in enumerate(archive.names):
        member = Member(name, (*inside, number), archive)
        nested = _nested(member) if len(member.place) < DEPTH else None
        if nested is None:
            yield member
        else:
            for each in members(nested, room, member.place):
                yield Member(f"{name}/{each.name}", each.place, each.archive)


def is_archive(start: bytes) -> bool:
    """Whether a file that begins so may be an archive of files: a zip archive that begins as no package does."""
    return start.startswith(sniff.ZIP_STARTS) and not sniff.is_package(start)


def read(path: Path, place: tuple[int, ...]) -> bytes:
    """A file that lies in an archive on the disk. Raises Rejected as `Archive` does, and OSError."""
    found = path.stat()
    return _opened(path, (found.st_size, found.st_mtime_ns), place[:-1], os.getpid()).read(place[-1])


def parse(data: bytes, name: str, rules: Rulebook) -> NoReturn:
    """Says why an archive itself is met where only what lies in it should be: raises Rejected, with the reason for
    which it cannot be opened, or `plain_zip` since nothing in it is a document.
    """
    for _ in members(Archive(data)):
        pass
    raise Rejected("plain_zip", sniff.ZIP)


# Many files of one archive are read one after the other. A process does not share what it has opened with those that
# begin as copies of it: they would share the place in the file too.
@lru_cache(maxsize=DEPTH)
def _opened(path: Path, stamp: tuple[int, int], inside: tuple[int, ...], process: int) -> Archive:
    if not inside:
        return Archive(path)
    return Archive(_opened(path, stamp, inside[:-1], process).read(inside[-1]))


def _nested(member: Member) -> Archive | None:
    """The archive that a file is, None if it is none that can be opened."""
    if not is_archive(member.start):
        return None
    with suppress(Rejected):
        archive = Archive(member.read())
        return archive if archive.kind.format == sniff.ZIP else None
    return None


def _name(entry: zipfile.ZipInfo) -> str:
    """The path of a file in an archive: UTF-8 if the entry says so or if it is, else GB 18030, as Chinese Windows
    writes it. The library takes what is not declared for code page 437 (APPNOTE.TXT, appendix D).
    """
    name = entry.orig_filename.replace("\\", "/") if entry.flag_bits & _UTF8 else entry.orig_filename
    for encoding in () if entry.flag_bits & _UTF8 else ("utf-8", "gb18030"):
        with suppress(UnicodeError):
            return name.encode("cp437").decode(encoding).replace("\\", "/")
    return name


def _refuse_many(count: int) -> None:
    if count > MAX_MEMBERS:
        raise Rejected("too_many_parts", sniff.ZIP, count=str(count), limit=str(MAX_MEMBERS))


def _refuse_unsafe(entries: list[zipfile.ZipInfo], names: tuple[str, ...]) -> None:
    if upwards := next(filter(_UPWARDS.match, names), None):
        raise Rejected("unsafe_archive", sniff.ZIP, evidence=upwards)
    ends = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < ends:
            raise Rejected("unsafe_archive", sniff.ZIP, evidence=_name(entry))
        ends = entry.header_offset + _LOCAL_HEADER + entry.compress_size


def _refuse_long_list(file: BinaryIO) -> None:
    """Raises Rejected for a list of contents that is too long to be read at all (APPNOTE.TXT, 4.3.14 and 4.3.16)."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(size - _LONGEST_END - 76, 0))
    tail = file.read()
    at = tail.rfind(_END)
    lengths = [length for (length,) in struct.iter_unpack("<L", tail[at + 12 : at + 16])] if at >= 0 else []
    if tail[max(at - 20, 0) : at].startswith(_LOCATOR_64):
        record = tail.rfind(_END_64, 0, at)
        lengths = [length for (length,) in struct.iter_unpack("<Q", tail[record + 40 : record + 48])]
    if max(lengths, default=0) > MAX_LIST:
        raise Rejected("too_many_parts", sniff.ZIP, count=f">{MAX_MEMBERS}", limit=str(MAX_MEMBERS))
