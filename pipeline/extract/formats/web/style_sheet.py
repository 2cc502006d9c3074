"""What a page says of how its elements look, as far as it decides what is printed: inline and in rules (CSS 2.2).

Only selectors of one element are read: by name, class, id, or a name with one of them. Style sheets in files of their
own are not there to be read.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

Element = Any

_TOKEN = re.compile(r"[{}]|[^{}]+")
_COMMENT = re.compile(r"/\*.*?(\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?([.#][^\s.#:>+~\[]+)?", re.IGNORECASE)
_ZERO = re.compile(r"0+(\.0+)?([a-z%]+)?", re.IGNORECASE)
_LIST_TYPES = re.compile(r"none|disc|circle|square|[a-z-]*(?:decimal|alpha|latin|roman|ideographic|chinese)[a-z-]*")
# What a page must say somewhere for any of its elements to look other than plain, lists and lines of cells apart.
_DECIDING = ("display", "visibility", "hidden", "white-space", "vertical-align", "mso-")
_ASKED_MORE = frozenset({"td", "th", "ol", "ul", "li"})
_MOST_LOOKS = 4096


class Look(NamedTuple):
    """How an element looks. `is_gone`: it takes no place; `is_unseen`: it takes its place and shows nothing;
    `is_ruled`: lines are drawn around it; `script` is `super` or `sub`; `font` is the symbol font that it names first,
    if it does; `list_type` is what stands before the items of a list; `tabs` are those that it prints; `is_run`: its
    blanks are a run of spaces; `is_spread`: a cell that covers others which are not merged with it.
    """

    is_gone: bool = False
    is_unseen: bool = False
    keeps_space: bool = False
    is_ruled: bool = False
    script: str = ""
    font: str = ""
    list_type: str = ""
    tabs: int = 0
    is_run: bool = False
    is_spread: bool = False


PLAIN, RULED = Look(), Look(is_ruled=True)


class StyleSheet:
    """The rules of a page; `look` answers for one element."""

    def __init__(self, page: str, sheets: Iterable[str], fonts: Collection[str]):
        """`page` is the source of the page, `sheets` the texts of its style sheets, `fonts` the names of fonts whose
        characters are signs. `is_plain`: nothing but cells and lists can look other than plain.
        """
        source = page.lower()
        self.is_plain = not any(each in source for each in (*_DECIDING, *map(str.lower, fonts)))
        self._fonts = {font.lower(): font for font in fonts}
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        for sheet in sheets:
            for selector, declared in _rules(sheet):
                self._rules.setdefault(selector, {}).update(declared)
        self._tags = {tag for tag, _ in self._rules}
        self._looks: dict[tuple[Any, ...], Look] = {}

    def look(self, element: Element) -> Look:
        """How an element looks by itself, whatever it stands in."""
        if self.is_plain and element.tag not in _ASKED_MORE:
            return PLAIN
        stated = element.items()
        if not stated and element.tag not in self._tags:
            return PLAIN
        key = (element.tag, *stated)
        found = self._looks.get(key)
        if found is None:
            found = self._look(element.tag, dict(stated))
            found = PLAIN if found == PLAIN else found
            if len(self._looks) < _MOST_LOOKS:
                self._looks[key] = found
        return found

    def _look(self, tag: str, stated: Mapping[str, str]) -> Look:
        declared = dict(self._rules.get((tag, ""), {}))
        kinds = [f".{each}" for each in stated.get("class", "").split()]
        for kind in (*kinds, *([f"#{stated['id']}"] if "id" in stated else [])):
            declared |= self._rules.get(("", kind), {})
            declared |= self._rules.get((tag, kind), {})
        declared |= dict(_declarations(stated.get("style", "")))
        font = declared.get("mso-symbol-font-family") or declared.get("font-family") or stated.get("face", "")
        return _seen(tag, declared, stated, self._fonts.get(font.split(",")[0].strip(" \"'").lower(), ""))


def _seen(tag: str, declared: Mapping[str, str], stated: Mapping[str, str], font: str) -> Look:
    listed = _LIST_TYPES.search(declared.get("list-style-type") or declared.get("list-style", ""))
    tabs = declared.get("mso-tab-count", "")
    return Look(
        is_gone=declared.get("display") == "none" or ("hidden" in stated and "display" not in declared),
        is_unseen=declared.get("visibility") in ("hidden", "collapse"),
        keeps_space=declared.get("white-space", "").startswith(("pre", "break-spaces")),
        is_ruled=any(_draws(name, value) for name, value in declared.items() if name.startswith("border")),
        script={"super": "super", "sub": "sub"}.get(declared.get("vertical-align", ""), ""),
        font=font,
        list_type=listed[0] if listed else stated.get("type", "") if tag in ("ol", "ul", "li") else "",
        tabs=min(int(tabs), 99) if tabs.isdecimal() else 0,
        is_run=declared.get("mso-spacerun") == "yes",
        is_spread=declared.get("mso-ignore") == "colspan",
    )


def _draws(name: str, value: str) -> bool:
    """Whether a declaration of a border draws a line.

    >>> _draws("border", "solid 1px"), _draws("border-top", "none"), _draws("border", "0px solid"), _draws("border", "")
    (True, False, False, False)
    """
    parts = value.split()
    if name.endswith(("color", "collapse", "spacing", "radius", "image", "width")) or not parts:
        return False
    return not any(part in ("none", "hidden", "initial") or _ZERO.fullmatch(part) for part in parts)


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    for declaration in text.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.replace("!important", "").strip()


def _rules(sheet: str) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """The rules of a style sheet, by element and class or id. Rules for paper alone are not those of the page."""
    opened: list[str] = []
    text = ""
    for token in _TOKEN.findall(_COMMENT.sub(" ", sheet)):
        if token == "{":
            opened.append(text)
            text = ""
        elif token == "}":
            head = opened.pop() if opened else ""
            if text.strip() and not any("@media" in each and "screen" not in each for each in opened):
                declared = dict(_declarations(text))
                yield from ((selector, declared) for selector in _selectors(head))
            text = ""
        else:
            text = token


def _selectors(head: str) -> Iterator[tuple[str, str]]:
    for selector in head.split(","):
        found = _SELECTOR.fullmatch(selector.strip().rpartition(";")[2].strip())
        if found and found[0]:
            yield (found[1] or "").lower(), found[2] or ""
