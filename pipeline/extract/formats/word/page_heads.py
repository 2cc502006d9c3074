"""The headers and footers of a Word document: parts of their own, or elements of a section in Word 2003 (ECMA-376-1,
17.10)."""

import posixpath
from collections.abc import Iterator

from pipeline.extract.formats.package import Parts, part_name
from pipeline.extract.formats.package_xml import relationships, small_part, small_xml
from pipeline.extract.formats.page_heads import Margins
from pipeline.extract.formats.word.survey import paragraph_of
from pipeline.extract.formats.word.xml_names import Element, attribute, child, is_on, name, tags

_REFERENCES = {"w:headerReference": True, "w:footerReference": False, "w:hdr": True, "w:ftr": False}
_FIRST_PAGE = "first"
_PAGE_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


def margins(root: Element, package: Parts, part: str) -> Margins:
    """What the margins of a document's pages print. `part` is the name of the main part, which `root` is."""
    sections = list(root.iter(*tags("w:sectPr")))
    if not any(name(each) in _REFERENCES for section in sections for each in section):
        return Margins()
    folder = posixpath.dirname(part)
    targets = {each.get("Id"): part_name(each.get("Target", ""), folder) for each in relationships(package, part)}
    first: list[str] = []
    others: list[str] = []
    for section in sections:
        for is_head, text in _stories(section, package, targets):
            lines = list(_lines(text))
            if is_head and not any(first) and section is sections[0]:
                first = lines
            others += lines
    return Margins(first, others)


def _stories(section: Element, package: Parts, targets: dict[str | None, str]) -> Iterator[tuple[bool, Element]]:
    """The headers and footers of a section that pages have, each after whether it is a header; those of its first page
    before others."""
    switch = child(section, "w:titlePg")
    has_first = switch is not None and is_on(switch)
    held = [each for each in section if name(each) in _REFERENCES]
    for each in sorted(held, key=lambda each: attribute(each, "type") != _FIRST_PAGE):
        if attribute(each, "type") != _FIRST_PAGE or has_first:
            text = each if len(each) else _part(each, package, targets)
            if text is not None:
                yield _REFERENCES[name(each)], text


def _part(reference: Element, package: Parts, targets: dict[str | None, str]) -> Element | None:
    identity = next((value for key, value in reference.items() if key.endswith("}id")), None)
    return small_xml(small_part(package, targets.get(identity, "")))


def _lines(text: Element) -> Iterator[str]:
    """The paragraphs of a header or footer, without those that number the page."""
    for paragraph in text.iter(*tags("w:p")):
        fields = [each.text or "" for each in paragraph.iter(*tags("w:instrText"))]
        fields += [attribute(each, "instr") or "" for each in paragraph.iter(*tags("w:fldSimple"))]
        if not any(word in _PAGE_NUMBERS for field in fields for word in field.upper().split()):
            held = [each for each in paragraph.iter(*tags("w:t")) if paragraph_of(each) is paragraph]
            yield "".join(each.text or "" for each in held if not _is_fallback(each))


def _is_fallback(element: Element) -> bool:
    """Whether an element stands in what older programs show instead (ECMA-376-3, 10.2.3)."""
    return any(name(each) == "mc:Fallback" for each in element.iterancestors())
