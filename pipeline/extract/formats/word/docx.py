"""Word bytes → `Document`. The only module that parses XML.

    bytes ──package──▶ parts ──docx──▶ trees ──unprinted──▶ what is printed ──body, text, grid──▶ blocks
                                         └──numbering──▶ lists ──numbers──▶ what Word prints in front ──┘

What cannot be read ends as `Rejected`, whatever the bytes are: see `parse`.
"""

import hashlib
from collections.abc import Iterator
from functools import cache

from pipeline.extract.formats.list_numbers import Numbers
from pipeline.extract.formats.package import Package, Parts
from pipeline.extract.formats.package_xml import content_types, related, small_part, small_xml, xml
from pipeline.extract.formats.page_heads import with_heads
from pipeline.extract.formats.word.body import Printed, Walk
from pipeline.extract.formats.word.numbering import Numbering
from pipeline.extract.formats.word.page_heads import margins
from pipeline.extract.formats.word.plain_text import plain_texts
from pipeline.extract.formats.word.printed_text import spell_scripts
from pipeline.extract.formats.word.style_sheet import may_matter
from pipeline.extract.formats.word.survey import Survey, paragraph_of
from pipeline.extract.formats.word.unprinted import hidden_styles, mark, prune
from pipeline.extract.formats.word.xml_names import STRICT_WORD, Element, attribute, child
from pipeline.extract.formats.word.xml_names import name as element_name
from pipeline.model.document import Address, Document
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

# Relationship types end alike in the transitional and the strict spelling.
_OFFICE_DOCUMENT = "/relationships/officeDocument"
_STYLES, _NUMBERING = "/relationships/styles", "/relationships/numbering"
_USUAL_PART, _USUAL_STYLES, _USUAL_NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_FORMATS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "dotx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "docm",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "dotm",
}


def parse(data: bytes, name: str, rules: Rulebook) -> Document:
    """Read a Word file.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is. The `rules`
    name the characters of symbol fonts and the digits of lists.
    Returns what is printed, in body order. Raises Rejected, and nothing else, if the bytes cannot be read.
    """
    package, part, format = _opened(data)
    root = xml(package.read(part), format)
    if element_name(root) != "w:document":
        raise Rejected("plain_zip", "zip")
    if format == "docx" and root.tag.startswith(f"{{{STRICT_WORD}}}"):
        format = "docx-strict"
    return document(data, name, format, (root, package, part), rules)


def document(data: bytes, name: str, format: str, text: tuple[Element, Parts, str], rules: Rulebook) -> Document:
    """The document that a text makes, which stands in a file with the bytes `data`: `text` is the root element of its
    main part, the parts that it may name, and the name of that part.
    """
    root, package, part = text
    heads = margins(root, package, part)
    walk = Walk(_printed(root, package, part, rules))
    body = child(root, "w:body")
    blocks, told = with_heads(() if body is None else walk.blocks(body), heads)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256[:16], name, sha256, len(data), format, blocks, (*walk.notes.findings(blocks), *told))


def cell_numbers(data: bytes, rules: Rulebook) -> tuple[str, bytes, dict[Address, int]]:
    """Where the cells of a Word file stand in its XML: the name of the main part, its bytes, and for each cell how many
    elements begin before its own. Raises Rejected as `parse` does.
    """
    package, part, format = _opened(data)
    content = package.read(part)
    root = xml(content, format)
    numbers = {element: number for number, element in enumerate(root.iter())}
    walk = Walk(_printed(root, package, part, rules))
    body = child(root, "w:body")
    if body is not None:
        walk.blocks(body)
    return part, content, {address: numbers[cell] for address, cell in walk.cells.items()}


def _printed(root: Element, package: Parts, part: str, rules: Rulebook) -> Printed:
    """What the walk asks of the elements of a text, which is pruned in place to what is printed."""
    survey = Survey(root)
    if survey.found("mc:AlternateContent", "w:fldChar"):
        prune(root, survey)
        survey = Survey(root)
    spell_scripts(survey.found("w:vertAlign"))
    sheet = _related_part(package, part, _STYLES, _USUAL_STYLES)
    styles = cache(lambda: small_xml(sheet))
    lists = Numbering(lambda: small_xml(_related_part(package, part, _NUMBERING, _USUAL_NUMBERING)), styles)
    used = {attribute(each, "val") or "" for each in survey.found("w:pStyle", "w:rStyle")}
    decides = sheet is not None and may_matter(sheet, used)
    places = lists.places(survey, survey.found("w:p") if decides else None)
    unprinted = mark(survey, hidden_styles(styles(), used) if decides else ())
    plain = plain_texts(survey, {*survey.composed(), *map(paragraph_of, unprinted.hidden), *places})
    numbers = Numbers(lists.list, rules.layouts, rules.symbols)
    return Printed(plain, survey.spans(), unprinted, places, numbers, rules.symbols)


def _opened(data: bytes) -> tuple[Package, str, str]:
    """The package, the name of its main part and the format that this part is declared to have.

    Raises Rejected: `plain_zip` if no part is a text, and what `Package` raises.
    """
    package = Package(data)
    types = content_types(package)
    part = next((each for each in _main_parts(package, types) if each in package), None)
    if part is None or part.endswith(".bin"):
        raise Rejected("plain_zip", "zip")
    return package, part, _FORMATS.get(types.get(part, ""), "docx")


def _main_parts(package: Package, types: dict[str, str]) -> Iterator[str]:
    """Where the main part may be, best first: where the package says, where a part is declared to be one, where Word
    always puts it (ECMA-376-1, 11.3.10)."""
    yield from related(package, "", _OFFICE_DOCUMENT)
    yield from (part for part, content_type in types.items() if content_type in _FORMATS)
    yield _USUAL_PART


def _related_part(package: Parts, source: str, kind: str, usual: str) -> bytes | None:
    """The part that the main part states as related in that way, or the one that Word always names so."""
    parts = (*related(package, source, kind), usual)
    return next((small_part(package, each) for each in parts if each in package), None)
