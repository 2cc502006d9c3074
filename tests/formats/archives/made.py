"""Zip archives made for the tests: names and limits as archives in use and hostile ones have them."""

import io
import struct
import zipfile
from collections.abc import Mapping


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive with these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def zipped_in(encoding: str, name: str, content: bytes) -> bytes:
    """An archive with one file whose name is in this encoding, without the flag that says which."""
    coded = name.encode(encoding)
    stand_in = "x" * len(coded)
    return zipped({stand_in: content}).replace(stand_in.encode(), coded)


def overlapping(content: bytes) -> bytes:
    """An archive whose list names the same bytes twice, as bombs do that unpack to more than they seem to."""
    one = zipped({"a.docx": content})
    start = one.index(b"PK\1\2")
    listed = one[start : one.index(b"PK\5\6")]
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, 2 * len(listed), start, 0)
    return one[:start] + listed + listed.replace(b"a.docx", b"b.docx") + end


def nested(depth: int, name: str, content: bytes) -> bytes:
    """An archive in archives: the file lies in the innermost of so many."""
    for number in range(depth, 0, -1):
        content, name = zipped({name: content}), f"{number}.zip"
    return content
