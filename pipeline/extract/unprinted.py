"""What stands in the XML of a document and not on its pages: the other branch, field codes, deletions, hidden text.

Branches and field codes repeat or produce what is printed, so they go without a word. Deletions and hidden text are
marked here; the walk leaves them out and reports them where they stood.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.names import Element, attribute, is_on, name

# Elements inside a run or a formula that put something on the page.
_PRINTING = (
    "{*}t", "{*}tab", "{*}ptab", "{*}br", "{*}cr", "{*}sym", "{*}noBreakHyphen", "{*}drawing", "{*}pict", "{*}object",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Elements not to be read: `deleted` rows, cells and runs, `hidden` runs; `joined` paragraphs lost their mark."""

    deleted: frozenset[Element]
    hidden: frozenset[Element]
    joined: frozenset[Element]


def prune(root: Element) -> None:
    """Take out of the tree, in place, all branches of alternate content but one, and what field codes hold."""
    for alternatives in list(root.iter("{*}AlternateContent")):
        _keep_one(alternatives)
    if next(root.iter("{*}fldChar"), None) is not None:
        for element in list(_inside_codes(root)):
            element.getparent().remove(element)


def mark(root: Element) -> Unprinted:
    """The elements that a tracked change deletes (ECMA-376-1, 17.13.5) or `w:vanish` hides (17.3.2.41)."""
    deletions = [_deleted(element) for element in root.iter("{*}del", "{*}moveFrom", "{*}cellDel")]
    hidden = [each.getparent().getparent() for each in root.iter("{*}vanish") if is_on(each)]
    return Unprinted(
        deleted=frozenset(each for each in deletions if name(each) != "w:p"),
        hidden=frozenset(each for each in hidden if each is not None and name(each) in ("w:r", "m:r")),
        joined=frozenset(each for each in deletions if name(each) == "w:p"),
    )


def _deleted(mark: Element) -> Element:
    """What a deletion deletes: a row, a cell or a paragraph mark when it is a property of one, else what it holds."""
    ancestors = [mark, *mark.iterancestors()][:4]
    match [name(each) for each in ancestors]:
        case [_, "w:trPr" | "w:tcPr", "w:tr" | "w:tc", *_]:
            return ancestors[2]
        case [_, "w:rPr", "w:pPr", "w:p"]:
            return ancestors[3]
    return mark


def _keep_one(alternatives: Element) -> None:
    """Keep the first branch that holds text, else the first: writers differ in which branch they fill, and the
    branches say the same (ECMA-376-3, 7.6)."""
    branches = list(alternatives)
    kept = next((each for each in branches if next(each.iter("{*}t"), None) is not None), branches[:1])
    for branch in branches:
        if branch is not kept and [branch] != kept:
            alternatives.remove(branch)


def _inside_codes(root: Element) -> Iterator[Element]:
    """The printing elements between the beginning of a field and its separator (ECMA-376-1, 17.16.18).

    Codes proper stand in `w:instrText`, which is never read; but some writers put the results of nested fields there
    as plain text.
    """
    opening, closing = _code_ends(root)
    depth = 0
    for element in root.iter("{*}fldChar", *_PRINTING):
        if element in opening:
            depth += 1
        elif element in closing:
            depth -= 1
        elif depth and name(element) != "w:fldChar":
            yield element


def _code_ends(root: Element) -> tuple[set[Element], set[Element]]:
    """The `w:fldChar` elements that open and close field codes.

    A field that is not closed in the cell or box where it opens is damaged: to hide what follows it would lose text.
    """
    opening, closing = set(), set()
    stories: dict[Element | None, list[Element | None]] = {}
    for mark in root.iter("{*}fldChar"):
        open_codes = stories.setdefault(next(mark.iterancestors("{*}tc", "{*}txbxContent"), None), [])
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            open_codes.append(mark)
        elif open_codes:
            begin = open_codes.pop()
            if begin is not None:
                opening.add(begin)
                closing.add(mark)
            if kind == "separate":
                open_codes.append(None)
    return opening, closing
