"""Names of OpenDocument's elements and attributes (OpenDocument 1.2, part 1, 1.4)."""

from pipeline.extract.formats.package_xml import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "draw": f"{_OASIS}drawing:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "table": f"{_OASIS}table:1.0",
    "text": f"{_OASIS}text:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}


def full(name: str) -> str:
    """A name as the tree has it.

    >>> full("text:p")
    '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p'
    """
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def name(element: Element) -> str:
    """The name of an element with its usual prefix; one of another vocabulary has none."""
    space, _, local = str(element.tag).rpartition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}:{local}" if prefix else local


def attribute(element: Element, name: str) -> str:
    """What an element states under this name, empty if nothing."""
    return element.get(full(name), "")


def count(element: Element, name: str) -> int:
    """How often or over how many: 1 if nothing is stated, or no number."""
    stated = attribute(element, name)
    return max(int(stated), 1) if stated.isascii() and stated.isdigit() and len(stated) < 9 else 1


def children(element: Element | None, *names: str) -> list[Element]:
    """The elements of these names right in another one."""
    return [] if element is None else [each for each in element if name(each) in names]
