"""The XML parts of a package: parsed safely, and found by what other parts say of them (ECMA-376-2, 8 and 9)."""

import io
import posixpath
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pipeline.extract.formats.package import Parts, part_name
from pipeline.model.finding import Rejected

Element = etree._Element
# libxml2 goes no deeper unless told to; the walk takes at most two Python calls a level, so it fits below this.
MAX_DEPTH = 256
_OPTIONS: Any = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_comments": True,
    "remove_pis": True, "collect_ids": False,
}  # fmt: skip
_PARSER = etree.XMLParser(recover=False, **_OPTIONS)


def xml(content: bytes, format: str) -> Element:
    """The root element. Raises Rejected: `entity_declaration`, `too_deep` or `damaged_xml`; MemoryError.

    No entity is expanded and nothing is fetched; comments and processing instructions are dropped, so that the text
    on both sides of one is one text.
    """
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise _fault(error, content, format) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Rejected("entity_declaration", format)
    return root


def elements(content: bytes, format: str, *tags: str) -> Iterator[Element]:
    """The elements of these tags as they end, for parts that are too large for a tree: whoever takes one clears it.

    Raises Rejected as `xml` does.
    """
    if b"<!DOCTYPE" in content:
        raise Rejected("entity_declaration", format)
    walk = etree.iterparse(io.BytesIO(content), events=("end",), tag=tags, recover=False, **_OPTIONS)
    try:
        for _, element in walk:
            if element.getroottree().docinfo.internalDTD is not None:
                raise Rejected("entity_declaration", format)
            yield element
    except etree.XMLSyntaxError as error:
        raise _fault(error, content, format) from None


def drop(element: Element) -> None:
    """Forget an element and those before it that `elements` has yielded."""
    element.clear()
    siblings = element.getparent()
    while siblings is not None and element.getprevious() is not None:
        del siblings[0]


def small_xml(content: bytes | None) -> Element | None:
    """The root element of a part that the text can do without, None if it cannot be read."""
    try:
        return None if content is None else xml(content, "zip")
    except Rejected:
        return None


def small_part(package: Parts, part: str) -> bytes | None:
    """A part that says where things are or how they look, None if it cannot be read: the text can do without it."""
    try:
        return package.read(part) if part in package else None
    except Rejected:
        return None


def related(package: Parts, source: str, kind: str) -> Iterator[str]:
    """The parts that a part, or the package itself if its name is empty, states as related in that way."""
    folder = posixpath.dirname(source)
    for each in relationships(package, source):
        if each.get("Type", "").endswith(kind):
            yield part_name(each.get("Target", ""), folder)


def relationships(package: Parts, source: str) -> Element | tuple[()]:
    """What a part states of others, each by `Id`, `Type` and `Target`."""
    folder, file = posixpath.split(source)
    root = small_xml(small_part(package, posixpath.join(folder, "_rels", f"{file}.rels")))
    return () if root is None else root


def content_types(package: Parts) -> dict[str, str]:
    """The content types stated for single parts, by part name."""
    root = small_xml(small_part(package, "[Content_Types].xml"))
    return {part_name(each.get("PartName", "")): each.get("ContentType", "") for each in (() if root is None else root)}


def lacks_memory(error: etree.XMLSyntaxError) -> bool:
    """Whether markup could not be parsed because there is no memory left for it."""
    return getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY


def _fault(error: etree.XMLSyntaxError, content: bytes, format: str) -> Rejected | MemoryError:
    """Why XML could not be parsed: with no memory left for it, it may be sound."""
    if lacks_memory(error):
        return MemoryError()
    reason = error.msg or "it is empty"
    if b"<!DOCTYPE" in content:
        return Rejected("entity_declaration", format)
    if "depth" in reason:
        return Rejected("too_deep", format, limit=str(MAX_DEPTH))
    return Rejected("damaged_xml", format, evidence=reason)
