"""Help laid out for Chinese: a character of it takes two places on the screen, and a line may end behind any of them.

The library of the command line counts characters and ends lines at spaces only.
"""

import re
from collections.abc import Iterable
from unicodedata import east_asian_width

UNIT = re.compile(r"([!-~…]+|\S)[，。；：、）？]*|\s+")
"""What stays on one line: a word in Latin letters or a character, with the marks that begin no line: GB/T 15834-2011,
5.1.
"""
GAP = 2
"""Places between the columns of a list."""


class Wide:
    """What is laid out otherwise, before the library's class for help among the bases of a class."""

    width: int
    current_indent: int

    def write(self, string: str) -> None:
        """Adds a text; the library's class does it."""
        super().write(string)  # type: ignore[misc]

    def write_text(self, text: str) -> None:
        """Writes paragraphs, as deep as the text around them."""
        for paragraph in text.split("\n"):
            for line in _lines(paragraph.strip(), self.width - self.current_indent):
                self.write(f"{'':>{self.current_indent}}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], *_: object, **__: object) -> None:
        """Writes a list of names and what they mean."""
        told = list(rows)
        first = max((places(name) for name, _ in told), default=0) + GAP
        for name, meaning in told:
            begun, *others = _lines(meaning, self.width - first - GAP)
            self.write(f"{'':>{self.current_indent}}{name}{'':>{first - places(name)}}{begun}\n")
            for line in others:
                self.write(f"{'':>{self.current_indent + first}}{line}\n")


def places(text: str) -> int:
    """How many places a text takes on the screen.

    >>> places("ab年度")
    6
    """
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def _lines(text: str, width: int) -> list[str]:
    lines = [""]
    for unit in (found.group() for found in UNIT.finditer(text)):
        if places(lines[-1] + unit.rstrip()) > width and lines[-1]:
            lines.append("")
        lines[-1] += unit if lines[-1] else unit.lstrip()
    return [line.rstrip() for line in lines]
