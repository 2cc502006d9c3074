"""Files that cannot be read, each broken in one way: what broken downloads, mislabelled and hostile files look like."""

import io
import re
import zipfile
from collections.abc import Callable

from tests.word import Xml, document, docx, paragraph, run, with_part

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def truncated(data: bytes, kept: float = 0.5) -> bytes:
    """The first part of a file, as a broken download leaves it."""
    return data[: int(len(data) * kept)]


def with_wrong_checksums(data: bytes) -> bytes:
    """A zip archive whose contents do not agree with the checksums in its list of contents."""
    return _in_each_entry(data, 16, 4, lambda checksum: bytes(byte ^ 0xFF for byte in checksum))


def with_declared_sizes(data: bytes, size: int) -> bytes:
    """A zip archive that declares another size for each of its contents than they unpack to."""
    return _in_each_entry(data, 24, 4, lambda _: size.to_bytes(4, "little"))


def ole(*streams: str) -> bytes:
    """An OLE file with these streams: a legacy .doc has WordDocument, an encrypted .docx has EncryptedPackage."""
    names = b"".join(f"{stream}\0".encode("utf-16-le").ljust(128, b"\0") for stream in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + names.ljust(512, b"\0")


def zip_encrypted(data: bytes) -> bytes:
    """A zip archive that says of each entry that it is encrypted."""
    return _in_each_entry(data, 8, 1, lambda flags: bytes([flags[0] | 1]))


def entity_bomb(levels: int = 9) -> bytes:
    """A Word file whose text is one entity that stands for ten, that stand for ten…"""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels))
    doctype = f'<!DOCTYPE w:document [<!ENTITY e0 "bomb">{entities}]>'
    text = document(paragraph(run(Xml(f"<w:t>&e{levels - 1};</w:t>"))))
    return with_part(docx(), "word/document.xml", text.replace(_HEAD, _HEAD + doctype))


def zip_bomb(mebibytes: int) -> bytes:
    """A small file with a text that unpacks to more than that; it is written in steps, as it must be read."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo("word/document.xml", (1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(info, "w") as text:
            text.write(document().partition("<w:sectPr/>")[0].encode())
            for _ in range(mebibytes):
                text.write(b" " * (1 << 20))
    return buffer.getvalue()


def _in_each_entry(data: bytes, offset: int, length: int, change: Callable[[bytes], bytes]) -> bytes:
    """Change a field of each entry in the list of contents of a zip archive."""
    changed = bytearray(data)
    for entry in re.finditer(b"PK\1\2", data):
        where = slice(entry.start() + offset, entry.start() + offset + length)
        changed[where] = change(data[where])
    return bytes(changed)
