"""The elements of a page by what they do to text (HTML 4; Rendering, 15.3), and how text looks inside them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pipeline.extract.formats.symbols import SUBSCRIPTS, SUPERSCRIPTS, Symbols, is_unnamed, symbol
from pipeline.extract.formats.web.style_sheet import PLAIN, Look

Element = Any

PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "td", "th", "caption"})
BLOCKS = PARAGRAPHS | {
    "body", "html", "div", "center", "ul", "ol", "dl", "dir", "menu", "form", "fieldset", "legend", "address",
    "article", "aside", "blockquote", "details", "summary", "dialog", "figure", "figcaption", "footer", "header",
    "hgroup", "main", "nav", "section", "search", "hr", "listing", "xmp", "plaintext", "tr", "thead", "tbody", "tfoot",
    "option", "optgroup", "frameset", "noframes",
}  # fmt: skip
KEPT = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})
SCRIPTS: Mapping[str, Mapping[int, str | int]] = {"super": SUPERSCRIPTS, "sub": SUBSCRIPTS, "": {}}
_SCRIPT_TAGS = {"sup": "super", "sub": "sub"}
_DECIDING = KEPT | _SCRIPT_TAGS.keys() | {"o:p"}
# Elements that change how text looks and no more, unless their style says so.
INLINE = frozenset({
    "font", "span", "b", "i", "u", "a", "strong", "em", "small", "big", "ins", "s", "strike", "tt", "abbr", "code",
    "label", "bdo", "mark", "cite", "var", "st1:chsdate", "st1:chmetcnv", "nobr",
})  # fmt: skip
# What is drawn or done, or is what a browser prints only if it can do something else not.
UNPRINTED = frozenset({
    "head", "script", "style", "title", "meta", "link", "base", "noscript", "template", "datalist", "rt", "rp", "area",
    "param", "source", "track", "audio", "video", "canvas", "noembed", "noframes", "xml",
})  # fmt: skip


_BOXES = {True: "\u2611", False: "\u2610"}
_NO_VALUE = ("hidden", "password", "image", "file", "submit", "reset", "button")


class State(NamedTuple):
    """How text looks where it stands. `is_office`: Word put it where a paragraph is empty; `in_paragraph`: breaks do
    not part paragraphs.
    """

    keeps_space: bool = False
    script: str = ""
    font: str = ""
    is_run: bool = False
    is_office: bool = False
    in_paragraph: bool = False


def inner_state(tag: str, look: Look, state: State) -> State:
    """How text looks in an element."""
    in_paragraph = (state.in_paragraph or tag in PARAGRAPHS) and (tag in PARAGRAPHS or tag not in BLOCKS)
    if look is PLAIN and in_paragraph is state.in_paragraph and tag not in _DECIDING:
        return state
    return State(
        state.keeps_space or look.keeps_space or tag in KEPT,
        look.script or _SCRIPT_TAGS.get(tag, "") or state.script,
        look.font or state.font,
        state.is_run or look.is_run,
        state.is_office or tag == "o:p",
        in_paragraph,
    )


def in_font(text: str, font: str, symbols: Symbols) -> str:
    """A text in a symbol font: the characters that the rules name, in the places where such a font has signs.

    >>> in_font("\xb395%", "Symbol", {("Symbol", "F0B3"): "≥"})
    '≥95%'
    """
    named = []
    for character in text:
        code = ord(character)
        is_sign = 0x21 <= code < 0x100 or 0xF000 <= code < 0xF100
        found = symbol([font], f"{code:04X}", symbols) if is_sign else ""
        named.append(character if not found or is_unnamed(found) else found)
    return "".join(named)


def plain_text(element: Element) -> str:
    """The text of a part that is not read, plain: it serves as evidence only."""
    texts = (each.text or "" for each in element.iter() if each.tag not in UNPRINTED)
    tails = "".join(f"{each.tail or ''}" for each in element.iter() if each is not element)
    return " ".join(f"{''.join(texts)}{tails}".split())


def form_text(element: Element) -> str:
    """What a field of a form prints: its value, a box with or without its mark, the option that is selected."""
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        return "".join(chosen[-1].itertext()) if chosen else ""
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return _BOXES[element.get("checked") is not None]
    return "" if kind in _NO_VALUE else element.get("value") or ""
