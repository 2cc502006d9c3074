"""The text of a page as it is put together: characters, then lines as a browser prints them (CSS Text 3, 4.1)."""

import re

from pipeline.extract.formats.story import Story

# Stand-ins while a line is put together; a page that holds the first means the same by it, the others it cannot hold.
BREAK, _SPACE, _TAB = "\u2028", "\x0e", "\x0f"
"""`BREAK` is one within a text."""
# Characters that print nothing: marks of byte order, places where a word may be parted. Editors of sites leave them.
_UNPRINTED = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")
_BLANKS = re.compile("[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(f" ?{BREAK} ?")
_KEPT = str.maketrans({" ": _SPACE, "\t": _TAB, "\n": BREAK, "\r": None})
_PRINTED = str.maketrans({_SPACE: " ", _TAB: "\t", BREAK: "\n"})
_NO_BREAK_SPACES = str.maketrans({"\xa0": _SPACE, " ": _SPACE})


class Lines:
    """Lines that go into a story. White space in a row is one blank, none at the ends of a line.

    A break in a paragraph is a line feed in its text; outside of paragraphs, where pages part paragraphs by breaks, it
    ends a line.
    """

    def __init__(self, story: Story):
        self.story = story
        self._pieces: list[str] = []
        self._has_number = False
        self._number = ""

    def add(self, text: str) -> None:
        """Text whose white space does not count."""
        self._pieces.append(text)

    @property
    def has_begun(self) -> bool:
        """Whether anything of a line is there that is not yet ended, or stands before the next one."""
        return self._has_number or any(piece and not piece.isspace() for piece in self._pieces)

    def add_line(self, text: str) -> None:
        """A whole paragraph."""
        self._pieces = [text]
        self.end()

    def add_kept(self, text: str) -> None:
        """Text whose white space is printed."""
        self._pieces.append(text.translate(_KEPT))

    def add_run(self, text: str) -> None:
        """Blanks that stand for as many spaces (Word writes them as no-break spaces with a style that says so)."""
        self._pieces.append(text.translate(_NO_BREAK_SPACES))

    def add_tabs(self, count: int) -> None:
        """Tabs, which a page can only draw as blanks."""
        self._pieces.append(_TAB * count)

    def add_break(self) -> None:
        """The end of a line in a paragraph."""
        self._pieces.append(BREAK)

    def begin_item(self, number: str) -> None:
        """What stands before the next line."""
        self.end()
        self._number, self._has_number = number, bool(number)

    def end_item(self) -> None:
        """An item that holds no text prints its number alone."""
        self.end()
        if self._has_number:
            self.story.add_line(self._number.rstrip())
        self._has_number = False

    def end(self, parts: bool = False) -> None:
        """End a line, if anything of one is there; `parts`: its breaks part paragraphs."""
        if not self._pieces:
            return
        text = self._finished()
        self._pieces = []
        if not text:
            return
        text = text.removesuffix(BREAK)  # the last one ends the line that is ended anyway
        if self._has_number:
            text, self._has_number = self._number + text, False
        for line in text.split(BREAK) if parts else (text,):
            self.story.add_line(line.translate(_PRINTED))

    def _finished(self) -> str:
        text = _UNPRINTED.sub("", "".join(self._pieces))
        text = _BLANKS.sub(" ", text).strip(" ")
        return _AROUND_BREAK.sub(BREAK, text) if BREAK in text else text
