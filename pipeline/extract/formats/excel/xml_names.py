"""Names of SpreadsheetML elements, one for the transitional and the strict spelling."""

from typing import Any

Element = Any
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_NAMESPACES = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT)
_ON = frozenset({"1", "true", "on"})


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def tags(*names: str) -> tuple[str, ...]:
    """The tags of elements of these names, in both spellings."""
    return tuple(f"{{{namespace}}}{each}" for each in names for namespace in _NAMESPACES)


def is_on(element: Element, attribute: str) -> bool:
    """Whether an attribute states that something is so."""
    return element.get(attribute, "0") in _ON


def related_id(element: Element) -> str:
    """The number by which an element names another part."""
    return next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
