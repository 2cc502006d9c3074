"""Word bytes → `Document`. The only module that parses XML.

    bytes ──package──▶ parts ──docx──▶ XML ──unprinted──▶ what is printed ──body, text, grid──▶ blocks

Everything a package can hold against its reader ends as `Rejected`: see `parse`.
"""

import hashlib
from collections.abc import Iterator

from lxml import etree

from pipeline.extract.body import Walk
from pipeline.extract.foreign import foreign_file, foreign_package, is_zip
from pipeline.extract.names import STRICT_WORD, Element, child
from pipeline.extract.names import name as element_name
from pipeline.extract.package import MAX_FILE, Package, target
from pipeline.extract.text import Symbols
from pipeline.extract.unprinted import mark, prune
from pipeline.model import Document, Rejected
from pipeline.rulebook import default

# The parser's own limit, which no call from here can pass: every level would cost a Python call.
MAX_DEPTH = 256
_OFFICE_DOCUMENT = "/relationships/officeDocument"
_USUAL_PART = "word/document.xml"
_FORMATS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "dotx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "docm",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "dotm",
}


def parse(data: bytes, name: str, symbols: Symbols | None = None) -> Document:
    """Read a Word file.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. `symbols` names the characters of
    symbol fonts, those of `rules/symbols.csv` if None.
    Returns what is printed, in body order. Raises Rejected, and nothing else, if the bytes cannot be read.
    """
    symbols = default().symbols if symbols is None else symbols
    sha256 = hashlib.sha256(data).hexdigest()
    root, format = _opened(data)
    prune(root)
    walk = Walk(symbols, mark(root))
    body = child(root, "w:body")
    blocks = () if body is None else walk.blocks(body)
    return Document(sha256[:16], name, sha256, len(data), format, blocks, walk.notes.findings())


def _opened(data: bytes) -> tuple[Element, str]:
    """The root of the main part and the format of the package."""
    if not data:
        raise Rejected("empty_file", "empty")
    if len(data) > MAX_FILE:
        raise Rejected("file_too_large", size=str(len(data)), limit=str(MAX_FILE))
    if not is_zip(data):
        raise foreign_file(data)
    package = Package(data)
    types = _content_types(package)
    part = next((each for each in _candidates(package, types) if each in package), None)
    if part is None or part.endswith(".bin"):
        raise foreign_package(package.names)
    format = _FORMATS.get(types.get(part, ""), "docx")
    root = _xml(package.read(part), format)
    if element_name(root) != "w:document":
        raise foreign_package(package.names)
    is_strict = format == "docx" and root.tag.startswith(f"{{{STRICT_WORD}}}")
    return root, "docx-strict" if is_strict else format


def _candidates(package: Package, types: dict[str, str]) -> Iterator[str]:
    """Where the main part may be, best first: where the package says (ECMA-376-1, 11.3.10; 376-2, 6.5), where a part
    is declared to be one, where Word always puts it."""
    root = _small_xml(package, "_rels/.rels")
    for each in root if root is not None else ():
        if each.get("Type", "").endswith(_OFFICE_DOCUMENT) and each.get("TargetMode") != "External":
            yield target("", each.get("Target", ""))
    yield from (part for part, content_type in types.items() if content_type in _FORMATS)
    yield _USUAL_PART


def _content_types(package: Package) -> dict[str, str]:
    """The content types stated for single parts, by part name."""
    root = _small_xml(package, "[Content_Types].xml")
    overrides = [each for each in root if each.get("PartName")] if root is not None else []
    return {target("", each.get("PartName")): each.get("ContentType", "") for each in overrides}


def _small_xml(package: Package, part: str) -> Element | None:
    """A part that says where things are, or None: without it they are looked for in the usual places."""
    try:
        return _xml(package.read(part), "zip") if part in package else None
    except Rejected:
        return None


def _xml(content: bytes, format: str) -> Element:
    """The root element. Raises Rejected: `entity_declaration`, `too_deep` or `damaged_xml`.

    No entity is expanded and nothing is fetched; comments and processing instructions are dropped, so that the text
    on both sides of one is one text.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False,
        remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _xml_fault(content, format, error.msg or "it is empty") from None
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise Rejected("entity_declaration", format)
    return root


def _xml_fault(content: bytes, format: str, reason: str) -> Rejected:
    if b"<!DOCTYPE" in content:
        return Rejected("entity_declaration", format)
    if "depth" in reason:
        return Rejected("too_deep", format, limit=str(MAX_DEPTH))
    return Rejected("damaged_xml", format, reason=reason)
