"""Lists as `word/numbering.xml` and the styles define them (ECMA-376-1, 17.9): which list a paragraph is in, at which
level, and what that level prints.

A `w:num` is a list; it takes its levels from a `w:abstractNum`, which several lists may share, and may override them.
Whatever is damaged here only means that a number is not known: no document is rejected for it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from pipeline.extract.formats.list_numbers import LEVELS, Level, List, Place
from pipeline.extract.formats.word.printed_text import fonts_of
from pipeline.extract.formats.word.survey import Survey
from pipeline.extract.formats.word.xml_names import Element, attribute, child, is_on, name, owner, through

# A chain of styles or of list styles that is longer is a circle.
_CHAIN = 20
_NO_LIST = "0"
_LARGEST = 1 << 31
_ALTERNATIVES = frozenset({"mc:AlternateContent", "mc:Choice", "mc:Fallback"})
_LEVEL_NUMBERS = {str(number): number for number in range(LEVELS)}
_SUFFIXES = {"space": " ", "nothing": ""}


class Numbering:
    """The lists of a document and the paragraph styles that put paragraphs in them, each looked up when it is used."""

    def __init__(self, part: Callable[[], Element | None], styles: Callable[[], Element | None]):
        """`part` and `styles` give the roots of `word/numbering.xml` and `word/styles.xml`; they are asked only if the
        text, or what it names, names a list or a style of one.
        """
        self._part, self._styles_part = part, styles
        self._lists: dict[str, List | None] = {_NO_LIST: None}
        self._levels: dict[str, dict[int, Level]] = {}
        self._styled: dict[str, Place | None] = {"": None}

    @cached_property
    def _root(self) -> Element | None:
        return self._part()

    @cached_property
    def _styles(self) -> dict[str, Element]:
        return _by_id(self._styles_part(), "w:style", "styleId")

    @cached_property
    def _nums(self) -> dict[str, Element]:
        return _by_id(self._root, "w:num", "numId")

    @cached_property
    def _abstracts(self) -> dict[str, Element]:
        return _by_id(self._root, "w:abstractNum", "abstractNumId")

    def places(self, survey: Survey, paragraphs: Iterable[Element] | None) -> dict[Element, Place]:
        """The paragraphs that are in a list, and where; `paragraphs` are all, None if no style can put one in a list.

        What a paragraph states itself comes before what its style states; list 0 takes it out (17.9.18).
        """
        found: dict[Element, Place | None] = {}
        if paragraphs is not None:
            found = dict.fromkeys(paragraphs, self._by_style(self._default)) if self._by_style(self._default) else {}
            found |= {owner(each): self._by_style(attribute(each, "val") or "") for each in survey.found("w:pStyle")}
        found |= {owner(each): self._stated(each) for each in survey.found("w:numPr")}
        return {paragraph: place for paragraph, place in found.items() if place is not None}

    @cached_property
    def _default(self) -> str:
        """The style of paragraphs that name none."""
        return next((id for id, each in self._styles.items() if _is_default(each)), "")

    def list(self, list_id: str) -> List | None:
        """A list by its id, None if it is not defined."""
        if list_id not in self._lists:
            num = self._nums.get(list_id)
            self._lists[list_id] = None if num is None else self._list(num)
        return self._lists[list_id]

    def _list(self, num: Element) -> List:
        definition = self._definition(num)
        if definition not in self._levels:
            self._levels[definition] = _levels(self._abstracts.get(definition, ()))
        own, starts = _overrides(num)
        return List(definition, self._levels[definition] | own, starts)

    def _definition(self, num: Element) -> str:
        """The id of the definition that holds the levels of a list. One that only names a list style (17.9.21) has
        those of the list that the style states.
        """
        definition = ""
        for _ in range(_CHAIN):
            definition = _child_value(num, "w:abstractNumId") or ""
            abstract = self._abstracts.get(definition)
            style = None if abstract is None else _child_value(abstract, "w:numStyleLink")
            list_id = None if style is None else self._style(style)[0]
            if list_id not in self._nums:
                break
            num = self._nums[list_id]
        return definition

    def _style(self, style_id: str) -> tuple[str | None, int | None]:
        """The list and the level that a style states by itself."""
        properties = child(self._styles[style_id], "w:pPr") if style_id in self._styles else None
        numbers = None if properties is None else child(properties, "w:numPr")
        return (None, None) if numbers is None else _stated(numbers)

    def _stated(self, numbers: Element) -> Place | None:
        """Where a paragraph is that states it. What it does not state, its style does."""
        list_id, level = _stated(numbers)
        style_id = _child_value(numbers.getparent(), "w:pStyle")
        if list_id is not None:
            linked = self._linked(list_id, style_id or self._default) if level is None else level
            return self._existing(list_id, linked or 0)
        styled = self._by_style(style_id or self._default)
        return self._existing(styled.list_id, level) if styled and level is not None else styled

    def _by_style(self, style_id: str) -> Place | None:
        """Where paragraphs of a style are. The level is the one that names the style or its base (17.9.23)."""
        if style_id not in self._styled:
            chain = {id: self._style(id) for id in self._bases(style_id)}
            list_id = next((stated for stated, _ in chain.values() if stated is not None), _NO_LIST)
            links = (self._linked(list_id, id) for id in chain if list_id != _NO_LIST)
            linked = next((level for level in links if level is not None), None)
            level = next((level for _, level in chain.values() if level is not None), 0)
            self._styled[style_id] = self._existing(list_id, level if linked is None else linked)
        return self._styled[style_id]

    def _bases(self, style_id: str) -> Iterator[str]:
        """A style and those that it is based on."""
        for _ in range(_CHAIN):
            if style_id not in self._styles:
                return
            yield style_id
            style_id = _child_value(self._styles[style_id], "w:basedOn") or ""

    def _linked(self, list_id: str, style_id: str) -> int | None:
        """The level of a list that names a style."""
        found = self.list(list_id)
        levels = found.levels.items() if found and style_id else ()
        return next((number for number, level in levels if level.style == style_id), None)

    def _existing(self, list_id: str, level: int) -> Place | None:
        found = self.list(list_id)
        return Place(list_id, level) if found and level in found.levels else None


def _by_id(root: Element | None, wanted: str, id: str) -> dict[str, Element]:
    return {} if root is None else {attribute(each, id) or "": each for each in _named(root, wanted)}


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _child_value(element: Element, wanted: str) -> str | None:
    """The value of a child, None if there is none."""
    found = child(element, wanted)
    return None if found is None else attribute(found, "val")


def _stated(numbers: Element) -> tuple[str | None, int | None]:
    """The list and the level that a `w:numPr` states."""
    return _child_value(numbers, "w:numId"), _number(child(numbers, "w:ilvl"))


def _overrides(num: Element) -> tuple[dict[int, Level], dict[int, int]]:
    """The levels that a list defines anew, and its new starts."""
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in _named(num, "w:lvlOverride"):
        level, start = _level_number(override), _number(child(override, "w:startOverride"))
        levels |= _levels(override, level)
        if level is not None and start is not None:
            starts[level] = start
    return levels, starts


def _levels(elements: Iterable[Element], number: int | None = None) -> dict[int, Level]:
    found = {_level_number(each) if number is None else number: _level(each) for each in _named(elements, "w:lvl")}
    return {number: level for number, level in found.items() if number is not None}


def _level(element: Element) -> Level:
    """A level; one whose numbers are hidden, or whose bullet is a picture (17.9.10), prints no text."""
    stated: dict[str, Element] = {}
    for kind, each in through(element, _ALTERNATIVES):
        stated.setdefault(kind, each)
    format, digits = _format(stated.get("w:numFmt"))
    text, after = _value(stated, "w:lvlText"), _value(stated, "w:suff")
    properties = stated.get("w:rPr", ())
    hides = any(name(each) == "w:vanish" and is_on(each) for each in properties) or "w:lvlPicBulletId" in stated
    legal = stated.get("w:isLgl")
    return Level(
        start=_number(stated.get("w:start")) or 0,
        format=format,
        text="" if hides else text,
        after=_SUFFIXES.get(after, "\t"),
        restart=_number(stated.get("w:lvlRestart")),
        is_legal=legal is not None and is_on(legal),
        style=_value(stated, "w:pStyle"),
        fonts=tuple(fonts_of(stated.get("w:rPr"))),
        digits=digits,
    )


def _format(element: Element | None) -> tuple[str, int]:
    """A number format, and how many digits it has at least; decimal where none is stated (17.9.17).

    Word spells formats with more than one leading zero out: `custom`, "001, 002, 003, ...".
    """
    if element is None:
        return "decimal", 1
    format, first = attribute(element, "val") or "decimal", (attribute(element, "format") or "").partition(",")[0]
    if format == "decimalZero":
        return "decimal", 2
    is_zeros = format == "custom" and first.isascii() and first.isdigit()
    return ("decimal", min(len(first), LEVELS)) if is_zeros else (format, 1)


def _named(elements: Iterable[Element], wanted: str) -> Iterator[Element]:
    return (each for each in elements if name(each) == wanted)


def _value(stated: Mapping[str, Element], wanted: str) -> str:
    return (attribute(stated[wanted], "val") or "") if wanted in stated else ""


def _level_number(element: Element) -> int | None:
    text = attribute(element, "ilvl") or ""
    return _LEVEL_NUMBERS.get(text.strip())


def _number(element: Element | None) -> int | None:
    """The value of an element that states a number from 0, or None."""
    text = "" if element is None else (attribute(element, "val") or "").strip()
    return min(int(text[:11]), _LARGEST) if text.isascii() and text.isdigit() else None
