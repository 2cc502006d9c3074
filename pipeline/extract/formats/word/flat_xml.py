"""Word documents as one file of XML → `Document`: packages without a zip (Flat OPC) and WordprocessingML of Word 2003.

What Word 2003 writes has nearly the elements of ECMA-376 under another namespace ("Microsoft Office 2003 XML Reference
Schemas"); those that differ are renamed in the tree, and the reader of Word packages reads it.
"""

from lxml import etree

from pipeline.extract.formats.package_xml import xml
from pipeline.extract.formats.word import docx
from pipeline.extract.formats.word.xml_names import WORD, Element
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

FORMAT = "word_xml"
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_WORD_2003 = b"http://schemas.microsoft.com/office/word/2003/wordml"
_HINTS = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_ANNOTATIONS = "{http://schemas.microsoft.com/aml/2001/core}"
_W = f"{{{WORD}}}"
_MAIN = "word/document.xml"
_RENAMED = {"vmerge": "vMerge", "hmerge": "hMerge"}


class FlatParts:
    """The parts of a package that is one file of XML, by name in lower case without a leading slash."""

    def __init__(self, root: Element):
        self._parts = {
            (part.get(f"{_PACKAGE}name") or "").lstrip("/").lower(): content[0]
            for part in root
            if (content := part.find(f"{_PACKAGE}xmlData")) is not None and len(content)
        }

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def element(self, name: str) -> Element:
        """The root element of a part. KeyError if absent."""
        return self._parts[name]

    def read(self, name: str) -> bytes:
        """The bytes of a part. KeyError if absent."""
        return etree.tostring(self._parts[name.lower()])


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a Word document that is one file of XML.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is; `rules` as in `docx`.
    Returns what is printed, in body order. Raises Rejected (`damaged_xml`, `entity_declaration`, `too_deep`), and
    nothing else.
    """
    root = xml(data.lstrip().replace(_WORD_2003, WORD.encode()), FORMAT)
    parts = FlatParts(root)
    if root.tag == f"{_W}wordDocument":
        _renew(root)
    elif root.tag == f"{_PACKAGE}package" and _MAIN in parts:
        root = parts.element(_MAIN)
    else:
        raise Rejected("damaged_xml", FORMAT, evidence=root.tag)
    return docx.document(data, name, FORMAT, (root, parts, _MAIN), rules)


def _renew(root: Element) -> None:
    """Make the tree one that Word 2007 could have written, in place."""
    for annotation in list(root.iter(f"{_ANNOTATIONS}annotation")):
        _renew_annotation(annotation)
    for properties in list(root.iter(f"{_W}listPr")):
        _print_number(properties)
    for old, new in _RENAMED.items():
        for element in root.iter(f"{_W}{old}"):
            element.tag = f"{_W}{new}"
    etree.strip_tags(root, f"{_HINTS}*", f"{_ANNOTATIONS}*")


def _renew_annotation(annotation: Element) -> None:
    """Deletions are kept as such, insertions as what they insert. Comments, bookmarks and what something looked like
    before are not printed.
    """
    kind = annotation.get(f"{_W}type")
    if kind == "Word.Deletion":
        annotation.tag = f"{_W}del"
    elif kind != "Word.Insertion":
        for each in list(annotation):
            annotation.remove(each)


def _print_number(properties: Element) -> None:
    """The number in front of a paragraph is told beside it, in a hint: put it before the text."""
    hint, paragraph = properties.find(f"{_HINTS}t"), properties.getparent().getparent()
    number = "" if hint is None else hint.get(f"{_HINTS}val") or ""
    if not number or paragraph is None or paragraph.tag != f"{_W}p":
        return
    run = etree.Element(f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = number
    etree.SubElement(run, f"{_W}tab")
    paragraph.insert(paragraph.index(properties.getparent()) + 1, run)
