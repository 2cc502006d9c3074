"""OpenDocument bytes → `Document`: texts and spreadsheets, packed or in one flat file.

bytes ──package──▶ content.xml, styles.xml ──styles──▶ odt ──flow_walk──▶ blocks
                                              └──────▶ ods ──sheets, excel.document──▶ blocks
"""

import hashlib

from pipeline.extract.formats import sniff
from pipeline.extract.formats.excel.document import document
from pipeline.extract.formats.excel.sheet import Counter
from pipeline.extract.formats.flow_walk import FlowWalk
from pipeline.extract.formats.list_numbers import Numbers
from pipeline.extract.formats.open_document.names import children, full
from pipeline.extract.formats.open_document.ods import sheets
from pipeline.extract.formats.open_document.odt import Text
from pipeline.extract.formats.open_document.styles import Styles
from pipeline.extract.formats.package import Package
from pipeline.extract.formats.package_xml import Element, small_part, small_xml, xml
from pipeline.extract.formats.page_heads import with_heads
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

_ZIP = b"PK"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a text or a spreadsheet of OpenDocument.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules` hold the digits of lists
    and name the characters of symbol fonts.
    Returns what is printed, in body order, or sheet after sheet. Raises Rejected, and nothing else: `format_not_read`
    for other kinds, `encrypted_file`, and what packages and XML are rejected for.
    """
    root, styles = _opened(data)
    for body in children(root, "office:body"):
        for held in children(body, "office:spreadsheet"):
            counter = Counter("ods")
            return document(sheets(held, styles, counter), counter, data, name, "ods")
        for held in children(body, "office:text"):
            return _text(held, styles, data, name, rules)
    raise sniff.kind(data).rejected()


def _text(body: Element, styles: Styles, data: bytes, name: str, rules: Rulebook) -> Document:
    text = Text(styles)
    items = text.items(body)
    walk = FlowWalk(Numbers(text.numbered, rules.layouts, rules.symbols))
    blocks, told = with_heads(walk.blocks(items), styles.margins)
    for deleted in text.deleted:
        walk.notes.leave_out("deleted_text_left_out", None, deleted)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256[:16], name, sha256, len(data), "odt", blocks, (*walk.notes.findings(blocks), *told))


def _opened(data: bytes) -> tuple[Element, Styles]:
    """The root of the content, and the styles."""
    if not data.startswith(_ZIP):
        root = xml(data.lstrip(), "odf")
        return root, Styles([root])
    package = Package(data)
    manifest = small_xml(small_part(package, _MANIFEST))
    if manifest is not None and next(manifest.iter(full("manifest:encryption-data")), None) is not None:
        raise Rejected("encrypted_file", "odf")
    if _CONTENT not in package:
        raise sniff.kind(data).rejected()
    root = xml(package.read(_CONTENT), "odf")
    return root, Styles([small_xml(small_part(package, _STYLES)), root])
