"""Which reader reads which format: bytes → `Document`, whatever the format."""

from collections.abc import Callable, Mapping
from importlib import import_module

from pipeline.extract.formats import sniff
from pipeline.model.document import Document
from pipeline.rules.kinds.rulebook import Rulebook

Reader = Callable[[bytes, str, Rulebook], Document]
READERS: Mapping[str, str] = {
    sniff.WORD: "word.docx",
    sniff.PDF: "pdf.document",
    "doc": "legacy_word.doc",
    "rtf": "rtf.rtf",
    "html": "web.html",
    "mhtml": "web.mhtml",
    "word_xml": "word.flat_xml",
    sniff.ZIP: "archive",
    "xlsx": "excel.xlsx",
    "xls": "excel.xls",
    "excel_xml": "excel.xml_2003",
    "odt": "open_document.document",
    "ods": "open_document.document",
    "odf_xml": "open_document.document",
    "csv": "delimited",
}
"""The format that `sniff` tells → the module here whose `parse` reads it, loaded when such a file is met. A format more
is a module and a line.
"""


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a file in any format that has a reader.

    `data` are the file's bytes, which tell its format, whatever its `name` says; the name is kept as it is. The `rules`
    name what the format does not say, such as the characters of symbol fonts.
    Returns what is printed, in body order. Raises Rejected, and nothing else, if the bytes cannot be read.
    """
    kind = sniff.kind(data)
    if kind.format not in READERS:
        raise kind.rejected()
    return _reader(kind.format)(data, name, rules)


def _reader(format: str) -> Reader:
    reader: Reader = import_module(f"{__package__}.{READERS[format]}").parse
    return reader
