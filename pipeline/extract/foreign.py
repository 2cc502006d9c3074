"""What bytes are that are no Word package, told by their first bytes, by stream names or by the parts of a package."""

import re

from pipeline.model import Rejected

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of an OLE file, whose names its directory holds in UTF-16; a document may embed a spreadsheet, so Word first.
_OLE_STREAMS = (
    ("EncryptedPackage", ("encrypted_file", "ole", None)),
    ("WordDocument", ("legacy_doc", "doc", None)),
    ("Workbook", ("spreadsheet_file", "xls", None)),
    ("Book", ("spreadsheet_file", "xls", None)),
    ("PowerPoint Document", ("not_a_word_file", "ppt", "PowerPoint")),
)
_SIGNATURES = (
    (rb"\x89PNG", "png", "PNG"),
    (rb"\xff\xd8\xff", "jpeg", "JPEG"),
    (rb"GIF8", "gif", "GIF"),
    (rb"BM.{4}\0\0\0\0", "bmp", "BMP"),
    (rb"II\*\0|MM\0\*", "tiff", "TIFF"),
    (rb"Rar!", "rar", "RAR"),
    (rb"7z\xbc\xaf", "7z", "7-Zip"),
    (rb"\x1f\x8b", "gzip", "gzip"),
    (rb"\{\\rtf", "rtf", "RTF"),
    (rb"(?is)mime-version:", "mhtml", "MHTML"),
    (rb"(?is)(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|script|table|div|p\b)", "html", "HTML"),
    (rb"(?is)<\?xml", "xml", "XML"),
)
_PACKAGES = (
    (r"xl/workbook\.(xml|bin)", ("spreadsheet_file", "xlsx", None)),
    (r"ppt/presentation\.xml", ("not_a_word_file", "pptx", "PowerPoint")),
    (r"visio/document\.xml", ("not_a_word_file", "vsdx", "Visio")),
    (r"(.*/)?ofd\.xml", ("not_a_word_file", "ofd", "OFD")),
    (r"meta-inf/container\.xml", ("not_a_word_file", "epub", "EPUB")),
    (r"meta-inf/manifest\.xml", ("not_a_word_file", "odf", "OpenDocument")),
)  # fmt: skip
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1f]")


def is_zip(data: bytes) -> bool:
    return data.startswith(b"PK")


def foreign_file(data: bytes) -> Rejected:
    """Why bytes that are no zip archive cannot be read."""
    if data.startswith(_OLE):
        return _ole_file(data)
    if b"%PDF-" in data[:1024]:
        return Rejected("pdf_file", "pdf")
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, kind, detected in _SIGNATURES:
        if re.match(signature, start, re.DOTALL):
            return Rejected("not_a_word_file", kind, detected=detected)
    if _is_text(data[:4096]):
        return Rejected("not_a_word_file", "text", detected="plain text")
    return Rejected("not_a_word_file", "unknown", detected="unknown binary data")


def foreign_package(names: tuple[str, ...]) -> Rejected:
    """Why a zip archive with these parts cannot be read."""
    for pattern, found in _PACKAGES:
        if any(re.fullmatch(pattern, name) for name in names):
            return _rejected(found)
    return Rejected("plain_zip", "zip")


def _ole_file(data: bytes) -> Rejected:
    for stream, found in _OLE_STREAMS:
        if f"{stream}\0".encode("utf-16-le") in data:
            return _rejected(found)
    return Rejected("not_a_word_file", "ole", detected="OLE")


def _rejected(found: tuple[str, str, str | None]) -> Rejected:
    code, kind, detected = found
    return Rejected(code, kind, **({"detected": detected} if detected else {}))


def _is_text(start: bytes) -> bool:
    """Whether bytes are text in one of the encodings that Chinese sites use; the last character may be cut."""
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):
            try:
                return not _CONTROL.search(start[: len(start) - cut].decode(encoding))
            except UnicodeDecodeError:
                continue
    return False
