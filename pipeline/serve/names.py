"""The names that documents are kept under: as they came, but none leads out of the folder."""

import re
from itertools import chain, count
from pathlib import Path, PurePosixPath

UNKEPT = re.compile('[\x00-\x1f\x7f\ud800-\udfff<>:"|?*]|[ .]$')
"""Characters that file systems refuse, or take for something else than a name, or terminals obey (Naming Files, Paths,
and Namespaces, of Windows): what is made of the documents may be unpacked on any system.
"""
DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
"""Names that are devices on Windows, whatever ending stands behind them."""
LONGEST, DEEPEST = 200, 8
"""Bytes of a name of a file or folder, and folders below each other: file systems hold 255 bytes."""
NAMELESS = "_"


def place(name: str) -> PurePosixPath:
    r"""Where a document of this name is kept, below the folder of all.

    >>> place("../../etc/passwd"), place("C:\\表\\甲.docx"), place("a\n.docx"), place("..")
    (PurePosixPath('etc/passwd'), PurePosixPath('C_/表/甲.docx'), PurePosixPath('a_.docx'), PurePosixPath('_'))
    >>> place("NUL.docx"), place("a.docx:b"), place("a.docx.")
    (PurePosixPath('_NUL.docx'), PurePosixPath('a.docx_b'), PurePosixPath('a.docx_'))
    """
    parts = [_part(part) for part in re.split(r"[/\\]", name) if part.strip() not in ("", ".", "..")]
    return PurePosixPath(*parts[-DEEPEST:] or [NAMELESS])


def free(folder: Path, name: PurePosixPath) -> Path:
    """The place of a name below a folder; where something stands in its way, that in a numbered folder."""
    places = chain([folder / name], (folder / str(number) / name for number in count(2)))
    return next(one for one in places if not one.exists() and not any(above.is_file() for above in one.parents))


def _part(part: str) -> str:
    """A name without what cannot be kept, cut where it is too long; its ending stays, since it says what it holds."""
    part = UNKEPT.sub("_", part)
    part = NAMELESS + part if DEVICE.match(part) else part
    if len(part.encode()) <= LONGEST:
        return part
    suffix = PurePosixPath(part).suffix[:10]
    return part.encode()[: LONGEST - len(suffix.encode())].decode(errors="ignore") + suffix
