"""What stands in the XML of a document and not on its pages: other branches, field codes, deletions, hidden text.

Branches and field codes repeat or produce what is printed, so they go without a word. Deletions and hidden text are
marked here; the walk leaves them out and reports them where they stood.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pipeline.extract.formats.word.survey import Survey
from pipeline.extract.formats.word.xml_names import Element, attribute, child, is_on, name, owner

# Elements inside a run or a formula that put something on the page.
_PRINTING = (
    "{*}t", "{*}tab", "{*}ptab", "{*}br", "{*}cr", "{*}sym", "{*}noBreakHyphen", "{*}drawing", "{*}pict", "{*}object",
)  # fmt: skip
# Word refuses longer chains of styles; a circle of styles would have no end.
_STYLE_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Elements not to be read: `deleted` rows, cells and runs, `hidden` runs; `joined` paragraphs lost their mark."""

    deleted: frozenset[Element]
    hidden: frozenset[Element]
    joined: frozenset[Element]


def prune(root: Element, survey: Survey) -> None:
    """Take out of the tree, in place, all branches of alternate content but one, and what field codes hold."""
    for each in survey.found("mc:AlternateContent"):
        _keep_one(each)
    for element in list(_inside_codes(root)) if survey.found("w:fldChar") else ():
        element.getparent().remove(element)


def mark(survey: Survey, hidden_styles: Collection[str] = ()) -> Unprinted:
    """The elements that a tracked change deletes (ECMA-376-1, 17.13.5) or that are hidden text (17.3.2.41)."""
    deletions = [_deleted(element) for element in survey.found("w:del", "w:moveFrom", "w:cellDel")]
    return Unprinted(
        deleted=frozenset(each for each in deletions if name(each) != "w:p"),
        hidden=frozenset(_hidden(survey, hidden_styles)),
        joined=frozenset(each for each in deletions if name(each) == "w:p"),
    )


def hidden_styles(styles: Element | None, used: Collection[str]) -> frozenset[str]:
    """Which of the styles `used` hide text, such as those of the ends of web forms. A style takes after its base."""
    named = () if styles is None else (each for each in styles if name(each) == "w:style")
    by_id = {attribute(style, "styleId") or "": style for style in named}
    return frozenset(style_id for style_id in used if _hides(style_id, by_id))


def mark_is_hidden(paragraph: Element) -> bool:
    """Whether the mark of a paragraph is hidden."""
    properties = child(paragraph, "w:pPr")
    mark = None if properties is None else child(properties, "w:rPr")
    vanish = None if mark is None else child(mark, "w:vanish")
    return vanish is not None and is_on(vanish)


def _keep_one(alternatives: Element) -> None:
    """Keep the first branch that holds text, else the first: the branches say the same (ECMA-376-3, 9.3), but writers
    differ in which one they fill."""
    branches = list(alternatives)
    kept = next((each for each in branches if next(each.iter("{*}t"), None) is not None), next(iter(branches), None))
    for branch in branches:
        if branch is not kept:
            alternatives.remove(branch)


def _inside_codes(root: Element) -> Iterator[Element]:
    """The printing elements between the beginning of a field and its separator (ECMA-376-1, 17.16.18).

    Codes proper stand in `w:instrText`, which is never read; but some writers put the results of fields nested in a
    code there as plain text.
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

    A field that is not closed in the cell or box where it opens is none (as above); its runs are read.
    """
    opening, closing = set(), set()
    stories: dict[Element | None, list[Element | None]] = {}
    for end in root.iter("{*}fldChar"):
        open_codes = stories.setdefault(next(end.iterancestors("{*}tc", "{*}txbxContent"), None), [])
        kind = attribute(end, "fldCharType")
        if kind == "begin":
            open_codes.append(end)
        elif open_codes:
            begin = open_codes.pop()
            if begin is not None:
                opening.add(begin)
                closing.add(end)
            if kind == "separate":
                open_codes.append(None)
    return opening, closing


def _deleted(deletion: Element) -> Element:
    """What a deletion deletes: a row, a cell or a paragraph mark when it is a property of one, else what it holds."""
    ancestors = [deletion, *deletion.iterancestors()][:4]
    match [name(each) for each in ancestors]:
        case [_, "w:trPr", "w:tr", *_] | [_, "w:tcPr", "w:tc", *_]:
            return ancestors[2]
        case [_, "w:rPr", "w:pPr", "w:p"]:
            return ancestors[3]
    return deletion


def _hidden(survey: Survey, styles: Collection[str]) -> Iterator[Element]:
    """The runs that state to be hidden, and those that do not state it but take it from one, not both, of the styles
    of run and paragraph: it is a toggle property (ECMA-376-1, 17.7.3)."""
    stated = {owner(each): is_on(each) for each in survey.found("w:vanish")}
    styled: dict[Element, bool] = {}
    for style in survey.found("w:pStyle", "w:rStyle") if styles else ():
        styled_element = owner(style) if attribute(style, "val") in styles else None
        for run in () if styled_element is None else styled_element.iter("{*}r"):
            styled[run] = not styled.get(run, False)
    for element, is_hidden in {**styled, **stated}.items():
        if is_hidden and element is not None and name(element) in ("w:r", "m:r"):
            yield element


def _hides(style_id: str, by_id: dict[str, Element]) -> bool:
    for _ in range(_STYLE_CHAIN):
        style = by_id.get(style_id)
        if style is None:
            return False
        properties = child(style, "w:rPr")
        vanish = None if properties is None else child(properties, "w:vanish")
        if vanish is not None:
            return is_on(vanish)
        base = child(style, "w:basedOn")
        style_id = "" if base is None else attribute(base, "val") or ""
    return False
