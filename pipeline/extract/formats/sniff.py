"""What bytes are, told by their first bytes, by stream names or by the parts of a package; never by a file's name."""

import re
from typing import NamedTuple

from pipeline.extract.formats.package import MAX_FILE, Package
from pipeline.model.finding import Rejected

_START = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Kind(NamedTuple):
    """What a file is: its format and, for when no reader knows that, the code of `rules/data/findings/issues.csv` that
    says so and what its message calls the format.
    """

    code: str
    format: str
    called: str | None = None

    def rejected(self) -> Rejected:
        details = {"detected": self.called} if self.called else {}
        return Rejected(self.code, self.format, **details)


WORD = "docx"
"""The format of all Word packages, and of those in which nothing else is known."""
PDF = "pdf"
# Streams of an OLE file. A document may embed a spreadsheet, so Word stands first.
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", Kind("encrypted_file", "ole")),
    ("WordDocument", Kind("damaged_doc", "doc")),
    ("Workbook", Kind("damaged_workbook", "xls")),
    ("Book", Kind("damaged_workbook", "xls")),
    ("MatOST", Kind("not_a_word_file", "works", "Works")),
    ("PowerPoint Document", Kind("not_a_word_file", "ppt", "PowerPoint")),
    ("", Kind("not_a_word_file", "ole", "OLE")),
)
_HTML = rb"(<\?xml[^>]*>\s*)?(<!--((?!-->).)*-->\s*)*<(!doctype\s+html|html|head|body|meta|script|table|div|p)\b"
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (rb"\x89PNG", Kind("not_a_word_file", "png", "PNG")),
    (rb"\xff\xd8\xff", Kind("not_a_word_file", "jpeg", "JPEG")),
    (rb"GIF8", Kind("not_a_word_file", "gif", "GIF")),
    (rb"BM.{4}\0\0\0\0", Kind("not_a_word_file", "bmp", "BMP")),
    (rb"II\*\0|MM\0\*", Kind("not_a_word_file", "tiff", "TIFF")),
    (rb"Rar!", Kind("not_a_word_file", "rar", "RAR")),
    (rb"7z\xbc\xaf", Kind("not_a_word_file", "7z", "7-Zip")),
    (rb"\x1f\x8b", Kind("not_a_word_file", "gzip", "gzip")),
    (rb"\{\\rtf", Kind("text_file", "rtf")),
    (rb"mime-version:", Kind("not_a_word_file", "mhtml", "MHTML")),
    (_HTML, Kind("not_a_word_file", "html", "HTML")),
    (rb"<\?xml", Kind("not_a_word_file", "xml", "XML")),
)
# Parts of a package. A document may hold those of another file, so Word stands first.
_PACKAGES: tuple[tuple[str, Kind], ...] = (
    (r"word/.+\.xml", Kind("plain_zip", WORD)),
    (r"xl/workbook\.xml", Kind("damaged_workbook", "xlsx")),
    (r"xl/workbook\.bin", Kind("spreadsheet_file", "xlsb")),
    (r"ppt/presentation\.xml", Kind("not_a_word_file", "pptx", "PowerPoint")),
    (r"visio/document\.xml", Kind("not_a_word_file", "vsdx", "Visio")),
    (r"(.*/)?ofd\.xml", Kind("not_a_word_file", "ofd", "OFD")),
    (r"meta-inf/container\.xml", Kind("not_a_word_file", "epub", "EPUB")),
    (r"meta-inf/manifest\.xml", Kind("not_a_word_file", "odf", "OpenDocument")),
)
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f]")


def kind(data: bytes) -> Kind:
    """What a file with these bytes is.

    Raises Rejected if the bytes end before that can be told, or are more than any document has: `empty_file`,
    `file_too_large`, `truncated_zip`, `too_many_parts`.
    """
    if not data:
        raise Rejected("empty_file", "empty")
    if len(data) > MAX_FILE:
        raise Rejected("file_too_large", size=str(len(data)), limit=str(MAX_FILE))
    if data.startswith(_ZIP):  # many other files hold a zip archive somewhere, legacy Word files too
        return _package(Package(data).names)
    return _ole(data.lower()) if data.startswith(_OLE) else _single(data)


def _package(names: tuple[str, ...]) -> Kind:
    parts = "\n".join(names)
    held = (kind for pattern, kind in _PACKAGES if re.search(f"^{pattern}$", parts, re.MULTILINE))
    return next(held, Kind("plain_zip", WORD))


def _ole(data: bytes) -> Kind:
    """The kind of an OLE file, in lower case: letter case does not count in the names of streams ([MS-CFB] 2.6.4)."""
    return next(kind for stream, kind in _STREAMS if _utf16(stream.lower()) in data)


def _single(data: bytes) -> Kind:
    """The kind of a file that holds no others."""
    if b"%PDF-" in data[:1024]:
        return Kind("damaged_pdf", PDF)
    start = data[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, kind in _SIGNATURES:
        if re.match(signature, start, re.DOTALL | re.IGNORECASE):
            return kind
    return Kind("text_file", "text") if _is_text(data[:_START]) else Kind("unknown_file", "unknown")


def _utf16(stream: str) -> bytes:
    """A stream's name as the directory of an OLE file spells it ([MS-CFB] 2.6.1)."""
    return f"{stream}\0".encode("utf-16-le") if stream else b""


def _is_text(start: bytes) -> bool:
    """Whether bytes are text in an encoding that Chinese sites use; the last character may be cut."""
    encodings = ("utf-16",) if start[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "gb18030")
    return any(_decodes(start[: len(start) - cut], encoding) for encoding in encodings for cut in range(4))


def _decodes(start: bytes, encoding: str) -> bool:
    try:
        return _CONTROLS.search(start.decode(encoding)) is None
    except UnicodeDecodeError:
        return False
