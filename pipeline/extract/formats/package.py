"""The zip package around a Word document: bytes → the bytes of its parts, within limits. It knows zip, not XML."""

import io
import posixpath
import zipfile
from typing import Protocol
from urllib.parse import unquote

from pipeline.model.finding import Rejected

MIB = 1 << 20
# Pictures make files large, but no published one is near this.
MAX_FILE = 256 * MIB
# Word takes about an eighth of a MiB of XML for a project, so this is room for 500 of them. The tree of the worst XML
# of this size takes some 2 GiB.
MAX_PART = 64 * MIB
# Word writes a few dozen parts and one per picture. The list of parts is read whole, so it needs a limit too.
MAX_PARTS = 20_000
# The Open Packaging Conventions allow no others (ECMA-376-2, annex B), and others cannot be inflated in steps.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_ENTRY = b"PK\x01\x02"


class Parts(Protocol):
    """Parts by name, as a package has them."""

    def __contains__(self, name: str) -> bool: ...

    def read(self, name: str) -> bytes: ...


class Package:
    """The parts of a zip package by name. Names are compared as the conventions say: letter case does not count."""

    def __init__(self, data: bytes):
        """Raises Rejected: `truncated_zip` if the archive cannot be opened, `too_many_parts` if it lists too many."""
        if data.count(_ENTRY) > MAX_PARTS:
            raise Rejected("too_many_parts", "zip", count=str(data.count(_ENTRY)), limit=str(MAX_PARTS))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception:
            raise Rejected("truncated_zip", "zip") from None
        self._entries = {_normal(entry.filename): entry for entry in self._zip.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, lower case, without a leading slash."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return _normal(name) in self._entries

    def read(self, name: str) -> bytes:
        """The content of a part. Raises Rejected (encrypted_file, truncated_zip, zip_bomb); KeyError if absent."""
        entry = self._entries[_normal(name)]
        if entry.flag_bits & _ENCRYPTED:
            raise Rejected("encrypted_file", "zip")
        if entry.compress_type not in _METHODS:
            raise Rejected("truncated_zip", "zip")  # in a way that Word never uses
        content = self._inflated(entry)
        if len(content) > MAX_PART:
            raise Rejected("zip_bomb", "zip", size=str(max(entry.file_size, len(content))), limit=str(MAX_PART))
        return content

    def _inflated(self, entry: zipfile.ZipInfo) -> bytes:
        """The content up to one byte more than the limit; the size that the archive declares is not trusted."""
        try:
            with self._zip.open(entry) as part:
                return part.read(MAX_PART + 1)
        except Exception:
            raise Rejected("truncated_zip", "zip") from None


def part_name(target: str, folder: str = "") -> str:
    """The name of the part that a relationship of a part in `folder` names by a relative reference.

    >>> part_name("document.xml", "word"), part_name("../customXml/a%20b.xml", "word"), part_name("/Word/x.xml", "word")
    ('word/document.xml', 'customxml/a b.xml', 'word/x.xml')
    """
    return _normal(posixpath.normpath(posixpath.join("/", folder, unquote(target))))


def _normal(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
