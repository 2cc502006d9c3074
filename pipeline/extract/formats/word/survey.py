"""One pass over a document's tree: where anything stands that is not plain text in plain cells.

Most of a document is plain. What is not is found here, once, so that the rest need not be asked what it is.
"""

from collections.abc import Iterable, Mapping

from pipeline.extract.formats.word.xml_names import NAMES, Element, attribute, name, owner, tags

# What the properties of a cell or a row state about columns and merges.
_SPANS = ("w:gridSpan", "w:hMerge", "w:vMerge", "w:gridBefore", "w:gridAfter")
# What makes a paragraph more than the texts in it: it is read element by element.
_COMPOSED = (
    "w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen", "w:sym", "w:sdtPr", "w:rt", "w:checkBox", "w:ddList",
    "pic:pic", "v:imagedata", "c:chart", "dgm:relIds", "w:subDoc", "w:altChunk", "w:txbxContent", "w:tbl",
    "m:t", "m:f", "m:sSup", "m:sSub", "m:sSubSup", "m:rad", "m:nary", "m:d",
)  # fmt: skip
_OTHERS = (
    "mc:AlternateContent", "w:fldChar", "w:vertAlign", "w:del", "w:moveFrom", "w:cellDel", "w:vanish", "w:numPr",
    "w:pStyle", "w:rStyle", "w:p", "w:t",
)  # fmt: skip
# libxml2 compares each element with each of these; the prefix is compared afterwards, for those that are met.
_SOUGHT = tuple({f"{{*}}{each.partition(':')[2]}": None for each in (*_SPANS, *_COMPOSED, *_OTHERS)})
PARAGRAPHS = frozenset(tags("w:p"))
Spans = Mapping[str, str]


class Survey:
    """What was found: `found(name)` are the elements of a name, in order."""

    def __init__(self, root: Element):
        self._found: dict[str, list[Element]] = {}
        for element in root.iter(*_SOUGHT):
            self._found.setdefault(NAMES[element.tag], []).append(element)

    def found(self, *names: str) -> Iterable[Element]:
        """The elements of these names, those of one name after those of another."""
        return [element for each in names for element in self._found.get(each, ())]

    def spans(self) -> Mapping[Element, Spans]:
        """What cells and rows state about columns and merges, by what states it; a value that is not stated is an
        empty text.
        """
        stated: dict[Element, dict[str, str]] = {}
        for kind in _SPANS:
            for each in self._found.get(kind, ()):
                stated.setdefault(owner(each), {})[kind] = attribute(each, "val") or ""
        return stated

    def composed(self) -> set[Element]:
        """The paragraphs that hold more than plain text."""
        deletions = self.found("w:del", "w:moveFrom")
        held = [each for each in self.found(*_COMPOSED) if not _is_tab_stop(each)]
        return {paragraph for each in (*held, *deletions) if (paragraph := paragraph_of(each)) is not None}


def paragraph_of(element: Element) -> Element | None:
    """The innermost paragraph around an element."""
    around = element.getparent()
    while around is not None and around.tag not in PARAGRAPHS:
        around = around.getparent()
    return around


def _is_tab_stop(element: Element) -> bool:
    """Whether an element is the place of a tab stop, which has the name of the tabs in the text."""
    return name(element) == "w:tab" and name(element.getparent()) == "w:tabs"
