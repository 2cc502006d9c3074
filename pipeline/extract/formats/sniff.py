"""What bytes are, told by their first bytes, by stream names or by the parts of a package; never by a file's name."""

import re
from typing import NamedTuple

from pipeline.extract.formats import compound
from pipeline.extract.formats.delimiter import delimiter
from pipeline.extract.formats.package import MAX_FILE, Package
from pipeline.model.finding import Rejected

START = 4096
"""Bytes from the beginning of a file that tell what it is, unless it holds others."""
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK")
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
PDF, HTML, ZIP, CSV = "pdf", "html", "zip", "csv"
DOCUMENTS = frozenset({
    WORD, PDF, HTML, ZIP, CSV, "doc", "rtf", "mhtml", "word_xml", "excel_xml", "xlsx", "xlsb", "xls", "works", "odt",
    "ods", "odf", "odf_xml", "ofd", "rar", "7z", "encrypted",
})  # fmt: skip
"""The formats that targets are published in: a file in one of them is a document, whatever its name says."""
_NOT_READ, _ARCHIVE = "format_not_read", "archive_not_read"
# Streams of an OLE file. Where they cannot be told from those of embedded files, Word stands first.
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", Kind("encrypted_file", "encrypted")),
    ("WordDocument", Kind("damaged_doc", "doc")),
    ("Workbook", Kind("damaged_workbook", "xls")),
    ("Book", Kind("damaged_workbook", "xls")),
    ("MatOST", Kind(_NOT_READ, "works", "Works")),
    ("PowerPoint Document", Kind(_NOT_READ, "ppt", "PowerPoint")),
    ("", Kind(_NOT_READ, "ole", "OLE")),
)
_PROLOG = rb"(<\?(?!mso-application)[^>]*>\s*|<!--((?!-->).)*-->\s*|<!doctype[^>]*>\s*)*"
_HTML = _PROLOG + (
    rb"<(html|head|body|meta|link|base|title|script|style|table|tbody|tr|div|p|center|font|span|h[1-6]|br|form|b)\b"
)
_PAGE = _PROLOG + rb"<(html|head|body)\b"
# A page whose start was cut off, or that begins with text.
_CUT_HTML = rb".*<(html|body|table)\b[^>]*>"
_XML = rb"(<\?((?!\?>).)*\?>\s*|<!--((?!-->).)*-->\s*)*"
# Headers of a message, one of which states the version of MIME (RFC 2045, 4).
_MHTML = rb"([a-z][a-z-]*:[^\n]*\n([ \t][^\n]*\n)*)*mime-version:"
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (rb"\x89PNG", Kind(_NOT_READ, "png", "PNG")),
    (rb"\xff\xd8\xff", Kind(_NOT_READ, "jpeg", "JPEG")),
    (rb"GIF8", Kind(_NOT_READ, "gif", "GIF")),
    (rb"BM.{4}\0\0\0\0", Kind(_NOT_READ, "bmp", "BMP")),
    (rb"II\*\0|MM\0\*", Kind(_NOT_READ, "tiff", "TIFF")),
    (rb"RIFF....WEBP", Kind(_NOT_READ, "webp", "WebP")),
    (rb"Rar!\x1a\x07", Kind(_ARCHIVE, "rar", "RAR")),
    (rb"7z\xbc\xaf\x27\x1c", Kind(_ARCHIVE, "7z", "7-Zip")),
    (rb"\x1f\x8b", Kind(_ARCHIVE, "gzip", "gzip")),
    (rb"\{\\rtf", Kind("text_file", "rtf")),
    (_MHTML, Kind(_NOT_READ, "mhtml", "MHTML")),
    (_XML + rb"<(w:wordDocument|pkg:package)\b", Kind(_NOT_READ, "word_xml", "XML")),
    (_XML + rb"<([a-z]+:)?workbook\b", Kind("damaged_workbook", "excel_xml")),
    (_XML + rb"<office:document\b", Kind(_NOT_READ, "odf_xml", "OpenDocument")),
    (_HTML, Kind(_NOT_READ, HTML, "HTML")),
    (rb"<!doctype html", Kind(_NOT_READ, HTML, "HTML")),
    (rb"<\?xml", Kind(_NOT_READ, "xml", "XML")),
)
# Parts of a package. A document may hold those of another file, so Word stands first.
_PACKAGES: tuple[tuple[str, Kind], ...] = (
    (r"word/.+\.xml", Kind("plain_zip", WORD)),
    (r"xl/workbook\.xml", Kind("damaged_workbook", "xlsx")),
    (r"xl/workbook\.bin", Kind(_NOT_READ, "xlsb", "Excel (.xlsb)")),
    (r"ppt/presentation\.xml", Kind(_NOT_READ, "pptx", "PowerPoint")),
    (r"visio/document\.xml", Kind(_NOT_READ, "vsdx", "Visio")),
    (r"(.*/)?ofd\.xml", Kind(_NOT_READ, "ofd", "OFD")),
    (r"meta-inf/container\.xml", Kind(_NOT_READ, "epub", "EPUB")),
    (r"meta-inf/manifest\.xml", Kind(_NOT_READ, "odf", "OpenDocument")),
    (r"(_rels/\.rels|\[content_types\]\.xml)", Kind("plain_zip", WORD)),
)
# What stands first in a package, in lower case.
_FIRST_PARTS = re.compile(
    rb"(\[content_types\]|_rels/|docprops/|word/|xl/|ppt/|customxml/|mimetype|meta-inf/|ofd\.xml)"
)
# The media type that stands first in an OpenDocument file (OpenDocument 1.2, part 3, 3.3).
_OPEN_DOCUMENT = {"text": "odt", "spreadsheet": "ods"}
_CUT = Kind(_NOT_READ, HTML, "HTML")
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
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
    if data.startswith(ZIP_STARTS):  # many other files hold a zip archive somewhere, legacy Word files too
        return _open_document(data, of_parts(Package(data).names))
    return _ole(data) if data.startswith(OLE_START) else of_start(data[:START])


def of_start(start: bytes) -> Kind:
    """What a file that holds no others is, told by its first bytes."""
    if b"%PDF-" in start[:1024]:
        return Kind("damaged_pdf", PDF)
    text = _plain(start).lstrip()
    for signature, kind in _SIGNATURES:
        if re.match(signature, text, re.DOTALL | re.IGNORECASE):
            return kind
    if (decoded := _decoded(start)) is None:
        return Kind("unknown_file", "unknown")
    if re.match(_CUT_HTML, text, re.DOTALL | re.IGNORECASE):
        return _CUT
    is_cut = len(start) >= START and "\n" in decoded
    return Kind("text_file", CSV if delimiter(decoded.rpartition("\n")[0] if is_cut else decoded) else "text")


def of_parts(names: tuple[str, ...]) -> Kind:
    """What a zip archive with files of these names, in lower case, is."""
    parts = "\n".join(names)
    held = (kind for pattern, kind in _PACKAGES if re.search(f"^{pattern}$", parts, re.MULTILINE))
    return next(held, Kind("plain_zip", ZIP))


def is_page(start: bytes) -> bool:
    """Whether first bytes are those of a whole web page; other text files may begin with a piece of HTML too."""
    return re.match(_PAGE, _plain(start).lstrip(), re.DOTALL | re.IGNORECASE) is not None


def is_package(start: bytes) -> bool:
    """Whether the first file in a zip archive that begins so is one that packages of office programs begin with."""
    return _FIRST_PARTS.match(start[30:60].lower()) is not None


def _open_document(data: bytes, kind: Kind) -> Kind:
    said = re.search(rb"application/vnd\.oasis\.opendocument\.([a-z]+)", data[:256])
    format = _OPEN_DOCUMENT.get(said[1].decode()) if said and kind.format == "odf" else None
    return kind._replace(format=format) if format else kind


def _ole(data: bytes) -> Kind:
    """The kind of an OLE file. One that is embedded in it lies deeper; only where the directory is damaged, a name
    counts wherever it stands.
    """
    if names := compound.names(data):
        return next((kind for stream, kind in _STREAMS if stream.lower() in names), _STREAMS[-1][1])
    lower = data.lower()
    return next(kind for stream, kind in _STREAMS if _utf16(stream.lower()) in lower)


def _plain(start: bytes) -> bytes:
    """The start of a file as signatures spell it: without a byte order mark, in bytes of ASCII where it is UTF-16."""
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            return start.removeprefix(mark).decode(encoding, "replace").encode()
    return start


def _utf16(stream: str) -> bytes:
    """A stream's name as the directory of an OLE file spells it ([MS-CFB] 2.6.1)."""
    return f"{stream}\0".encode("utf-16-le") if stream else b""


def _decoded(start: bytes) -> str | None:
    """The text that bytes are in an encoding that Chinese sites use, the last character of which may be cut; None if
    they are none."""
    encodings = ("utf-16",) if start[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    tried = (_text(start[: len(start) - cut], encoding) for encoding in encodings for cut in range(4))
    return next((text for text in tried if text is not None), None)


def _text(start: bytes, encoding: str) -> str | None:
    try:
        text = start.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(text) else text
