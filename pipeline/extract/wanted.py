"""Which files are documents: told by their first bytes, and by the names that documents have."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import PurePosixPath

from pipeline.extract.formats import sniff
from pipeline.model.finding import Rejected

SUFFIXES: Mapping[str, frozenset[str]] = {
    suffix: frozenset(formats)
    for suffixes, formats in (
        (".docx .docm .dotx .dotm", (sniff.WORD,)),
        (".doc .dot .wps .wpt", ("doc", "works")),
        (".rtf", ("rtf",)),
        (".xlsx .xlsm .xltx .xltm", ("xlsx",)),
        (".xlsb", ("xlsb",)),
        (".xls .xlt .et .ett", ("xls",)),
        (".pdf", (sniff.PDF,)),
        (".html .htm .xhtml .shtml", (sniff.HTML,)),
        (".mht .mhtml", ("mhtml",)),
        (".odt .ott .fodt", ("odt", "odf", "odf_xml")),
        (".ods .ots .fods", ("ods", "odf", "odf_xml")),
        (".ofd", ("ofd",)),
        (".zip", (sniff.ZIP,)),
        (".rar", ("rar",)),
        (".7z", ("7z",)),
    )
    for suffix in suffixes.split()
}
"""How names of documents end, and the formats that they say. A file of such a name is read, or rejected with a code,
whatever it holds.
"""
_SAY_LITTLE = frozenset({"encrypted", "ole", "text", "unknown"})
SHOWN = 20
"""Kinds of files that the note of what was not read names."""


def is_document(name: str, start: bytes, whole: Callable[[], bytes]) -> bool:
    """Whether a file of this name that begins so is a document. Most is told by that; where files hold others, all of
    it is looked at.
    """
    if ending(name) in SUFFIXES:
        return True
    if start.startswith((*sniff.ZIP_STARTS, sniff.OLE_START)):
        return _holds_document(whole)
    kind = sniff.of_start(start)
    return kind.format in sniff.DOCUMENTS and (kind.format != sniff.HTML or sniff.is_page(start))


def ending(name: str) -> str:
    """How a file's name ends, in lower case.

    >>> ending("2025/甲.DOCX"), ending("Makefile"), ending(".DS_Store")
    ('.docx', '', '')
    """
    return PurePosixPath(name).suffix.lower()


def counted(names: Counter[str]) -> str:
    """How many files there are of each kind of name, the most frequent first; empty if there are none.

    >>> counted(Counter({".txt": 1, ".jpg": 3, "": 2}))
    '.jpg 3, ? 2, .txt 1'
    """
    shown = sorted(names.items(), key=lambda item: (-item[1], item[0]))
    others = sum(number for _, number in shown[SHOWN:])
    said = [f"{kind or '?'} {number}" for kind, number in shown[:SHOWN]]
    return ", ".join([*said, *([f"… {others}"] if others else [])])


def named_otherwise(name: str, data: bytes) -> str:
    """What a file holds, if its name says that it is something else; empty if not, or if that is not known.

    >>> [named_otherwise(name, b"%PDF-1.7") for name in ("甲.doc", "甲.pdf", "甲")]
    ['pdf', '', '']
    """
    said = SUFFIXES.get(ending(name), frozenset())
    with suppress(Rejected):
        format = sniff.kind(data).format
        return format if said and format not in said and format not in _SAY_LITTLE else ""
    return ""


def _holds_document(whole: Callable[[], bytes]) -> bool:
    try:
        data = whole()
        return sniff.kind(data).format in sniff.DOCUMENTS
    except (Rejected, OSError, MemoryError):
        return True  # to be reported by the reader
