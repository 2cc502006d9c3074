"""What the margins of pages print, by the words that begin it (RTF 1.9.1, "Headers and Footers")."""

from pipeline.extract.formats.flow import Items, Line
from pipeline.extract.formats.page_heads import Margins

_HEADS, _FIRST_HEAD = ("header", "headerr", "headerl"), "headerf"
WORDS = frozenset((*_HEADS, _FIRST_HEAD, "footer", "footerl", "footerr", "footerf"))
"""Those that end in f are of the first page."""


class MarginTexts:
    """The texts as they are met."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}
        self._has_first = False

    def mark_first_page(self) -> None:
        """Note that the first page has texts of its own."""
        self._has_first = True

    def add(self, word: str, items: Items) -> None:
        """What follows a word."""
        self._lines.setdefault(word, []).extend(each.text for each in items if isinstance(each, Line))

    @property
    def margins(self) -> Margins:
        """The texts that are printed."""
        heads = (_FIRST_HEAD, *_HEADS) if self._has_first else _HEADS
        first = next((self._lines[each] for each in heads if any(self._lines.get(each, ()))), [])
        kept = (lines for word, lines in self._lines.items() if self._has_first or word[-1] != "f")
        return Margins(first, [line for lines in kept for line in lines])
