"""What bytes are that are no Word package, told by their first bytes, by stream names or by the parts of a package."""

import re

from pipeline.model.finding import Rejected

_START = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# A kind: the code of `rules/data/findings/issues.csv`, the format, what the message calls it.
_Kind = tuple[str, str, str | None]

# Streams of an OLE file. A document may embed a spreadsheet, so Word stands first.
_STREAMS: tuple[tuple[str, _Kind], ...] = (
    ("EncryptedPackage", ("encrypted_file", "ole", None)),
    ("WordDocument", ("legacy_doc", "doc", None)),
    ("Workbook", ("spreadsheet_file", "xls", None)),
    ("Book", ("spreadsheet_file", "xls", None)),
    ("PowerPoint Document", ("not_a_word_file", "ppt", "PowerPoint")),
    ("", ("not_a_word_file", "ole", "OLE")),
)
_HTML = rb"(<\?xml[^>]*>\s*)?(<!--((?!-->).)*-->\s*)*<(!doctype\s+html|html|head|body|meta|script|table|div|p)\b"
_SIGNATURES: tuple[tuple[bytes, _Kind], ...] = (
    (rb"\x89PNG", ("not_a_word_file", "png", "PNG")),
    (rb"\xff\xd8\xff", ("not_a_word_file", "jpeg", "JPEG")),
    (rb"GIF8", ("not_a_word_file", "gif", "GIF")),
    (rb"BM.{4}\0\0\0\0", ("not_a_word_file", "bmp", "BMP")),
    (rb"II\*\0|MM\0\*", ("not_a_word_file", "tiff", "TIFF")),
    (rb"Rar!", ("not_a_word_file", "rar", "RAR")),
    (rb"7z\xbc\xaf", ("not_a_word_file", "7z", "7-Zip")),
    (rb"\x1f\x8b", ("not_a_word_file", "gzip", "gzip")),
    (rb"\{\\rtf", ("not_a_word_file", "rtf", "RTF")),
    (rb"mime-version:", ("not_a_word_file", "mhtml", "MHTML")),
    (_HTML, ("not_a_word_file", "html", "HTML")),
    (rb"<\?xml", ("not_a_word_file", "xml", "XML")),
)
_PACKAGES: tuple[tuple[str, _Kind], ...] = (
    (r"xl/workbook\.(xml|bin)", ("spreadsheet_file", "xlsx", None)),
    (r"ppt/presentation\.xml", ("not_a_word_file", "pptx", "PowerPoint")),
    (r"visio/document\.xml", ("not_a_word_file", "vsdx", "Visio")),
    (r"(.*/)?ofd\.xml", ("not_a_word_file", "ofd", "OFD")),
    (r"meta-inf/container\.xml", ("not_a_word_file", "epub", "EPUB")),
    (r"meta-inf/manifest\.xml", ("not_a_word_file", "odf", "OpenDocument")),
)
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f]")


def is_zip(data: bytes) -> bool:
    """Whether bytes begin as a zip archive does; many other files hold one somewhere, legacy Word files too."""
    return data.startswith(_ZIP)


def foreign_file(data: bytes) -> Rejected:
    """Why bytes that are no zip archive cannot be read."""
    if data.startswith(_OLE):
        return _rejected(next(kind for stream, kind in _STREAMS if _utf16(stream) in data))
    if b"%PDF-" in data[:1024]:
        return Rejected("pdf_file", "pdf")
    start = data[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, kind in _SIGNATURES:
        if re.match(signature, start, re.DOTALL | re.IGNORECASE):
            return _rejected(kind)
    if _is_text(data[:_START]):
        return Rejected("text_file", "text")
    return Rejected("unknown_file", "unknown")


def foreign_package(names: tuple[str, ...]) -> Rejected:
    """Why a zip archive with parts of these names cannot be read."""
    for pattern, kind in _PACKAGES:
        if any(re.fullmatch(pattern, name) for name in names):
            return _rejected(kind)
    return Rejected("plain_zip", "zip")


def _utf16(stream: str) -> bytes:
    """A stream's name as the directory of an OLE file spells it ([MS-CFB] 2.6.1)."""
    return f"{stream}\0".encode("utf-16-le") if stream else b""


def _rejected(kind: _Kind) -> Rejected:
    code, format, detected = kind
    return Rejected(code, format, detected=detected) if detected else Rejected(code, format)


def _is_text(start: bytes) -> bool:
    """Whether bytes are text in an encoding that Chinese sites use; the last character may be cut."""
    encodings = ("utf-16",) if start[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "gb18030")
    return any(_decodes(start[: len(start) - cut], encoding) for encoding in encodings for cut in range(4))


def _decodes(start: bytes, encoding: str) -> bool:
    try:
        return _CONTROLS.search(start.decode(encoding)) is None
    except UnicodeDecodeError:
        return False
