"""Names of WordprocessingML elements, one for the transitional and the strict spelling: `w:p`, `m:f`, `mc:Choice`.

ECMA-376 gives every namespace twice: Part 4 (transitional, what Word writes) and Part 1 (strict). Elements are lxml's,
but nothing here or in the modules that walk them imports lxml: they use `tag`, `text`, `get` and iteration only.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

Element = Any

_TRANSITIONAL, _STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
WORD, STRICT_WORD = f"{_TRANSITIONAL}/wordprocessingml/2006/main", f"{_STRICT}/wordprocessingml/main"
_MATH, _STRICT_MATH = f"{_TRANSITIONAL}/officeDocument/2006/math", f"{_STRICT}/officeDocument/math"
_PREFIXES = {
    WORD: "w",
    STRICT_WORD: "w",
    _MATH: "m",
    _STRICT_MATH: "m",
    f"{_TRANSITIONAL}/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    f"{_TRANSITIONAL}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_TRANSITIONAL}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_TRANSITIONAL}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
}
_OFF = frozenset({"0", "false", "off"})
_MOST_NAMES = 4096


class _Names(dict[str, str]):
    """Tags → names. What a file may add is limited, so that no file can fill the memory with names."""

    def __missing__(self, tag: str) -> str:
        namespace, _, local = tag.rpartition("}")
        found = f"{_PREFIXES.get(namespace[1:], '?')}:{local}"
        if len(self) < _MOST_NAMES:
            self[tag] = found
        return found


NAMES: Mapping[str, str] = _Names()
"""The name of an element by its tag, as `name` gives it; where every element is asked for its name, a call counts."""


def name(element: Element) -> str:
    """The element's name with its usual prefix; `?:` stands before names of namespaces that hold nothing to read."""
    return NAMES[element.tag]


def tags(*names: str) -> tuple[str, ...]:
    """The tags of elements of these names, in both spellings.

    >>> tags("v:textbox")
    ('{urn:schemas-microsoft-com:vml}textbox',)
    """
    parts = (name.split(":") for name in names)
    return tuple(f"{{{uri}}}{local}" for prefix, local in parts for uri, each in _PREFIXES.items() if each == prefix)


def owner(statement: Element) -> Element | None:
    """What a property is stated of: the w:r of w:r/w:rPr/w:vanish."""
    properties = statement.getparent()
    return None if properties is None else properties.getparent()


@lru_cache(maxsize=2048)
def _attribute_name(tag: str, local: str) -> str:
    return f"{tag.rpartition('}')[0]}}}{local}"


def attribute(element: Element, local: str) -> str | None:
    """An attribute such as `w:val` or `m:val`, which stands in the namespace of its element."""
    return element.get(_attribute_name(element.tag, local))


def is_on(element: Element) -> bool:
    """Whether a switch such as `w:vanish` is on: it is, unless its `w:val` says no (ECMA-376-1, 17.17.4)."""
    return attribute(element, "val") not in _OFF


def child(element: Element, wanted: str) -> Element | None:
    """The first child of that name."""
    return next((each for each in element if name(each) == wanted), None)


def through(elements: Iterable[Element], wrappers: frozenset[str]) -> Iterator[tuple[str, Element]]:
    """Elements in order, each after its name, seen through wrappers that print nothing themselves."""
    unfinished = [iter(elements)]
    while unfinished:
        for element in unfinished[-1]:
            kind = NAMES[element.tag]
            if kind in wrappers:
                unfinished.append(iter(element))
                break
            yield kind, element
        else:
            unfinished.pop()
