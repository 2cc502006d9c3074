"""Characters → printed lines, by their base lines; blanks where the file states them or a gap shows them."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from pipeline.extract.formats.pdf.shapes import Box, Char
from pipeline.extract.formats.symbols import SUBSCRIPTS, SUPERSCRIPTS

HANGING = frozenset("\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u201d\u2019\u300b\uff09,.;:")
"""Signs that programs let hang over the margin (JIS X 4051, 4.3)."""
_SMALL = 0.8
"""Raised and lowered characters are smaller than this part of their line's."""
_MOST_SCRIPTS = 50
_WORD_GAP, _WIDE_GAP = 0.25, 0.8
"""Gaps as parts of the size: one this wide parts words; one this wide parts characters that are spread anyway."""


class Line(NamedTuple):
    """A printed line. `ends_blank`: the file has a blank after it. `is_level`: it does not run up or down the page."""

    text: str
    box: Box
    base: float
    size: float
    chars: tuple[Char, ...]
    ends_blank: bool = False
    is_level: bool = True

    @property
    def right(self) -> float:
        """Where it ends; a sign at its end may hang over the margin and is left out."""
        shown = [char for char in self.chars[-2:] if char.text not in HANGING]
        return shown[-1].right if shown and self.is_level else self.box.right

    @property
    def gaps(self) -> Iterator[tuple[float, float]]:
        """The gaps between its characters, blanks left out: (width as part of the size, where the next one starts)."""
        for before, after in pairwise(char for char in self.chars if char.text != " "):
            yield (after.left - before.right) / self.size, after.left


def lines(chars: Sequence[Char]) -> list[Line]:
    """The lines that characters make up, from top to bottom; those that run up or down the page stand first."""
    if not chars:
        return []
    level: list[Char] = []
    turned: list[Char] = []
    for char in chars:
        (turned if char.angle in (90, 270) else level).append(char)
    whole = [line for group in _with_scripts(_by_base(level)) if (line := _line(group))]
    return [*_turned(turned), *whole]


def _by_base(chars: Iterable[Char]) -> list[list[Char]]:
    """Characters whose base lines are nearly one, from top to bottom."""
    groups: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: char.base):
        last = groups[-1][-1] if groups else None
        if last and char.base - last.base <= 0.3 * min(last.size, char.size):
            groups[-1].append(char)
        else:
            groups.append([char])
    return groups


def _with_scripts(groups: list[list[Char]]) -> Iterator[list[Char]]:
    """The lines, with the raised and lowered characters that stand beside them; these are made what they print as."""
    taken: set[int] = set()
    for number, group in enumerate(groups):
        for near in (number - 1, number + 1):
            if 0 <= near < len(groups) and near not in taken and _is_script(group, groups[near]):
                shape = SUPERSCRIPTS if _base(group) < _base(groups[near]) else SUBSCRIPTS
                groups[near] += [char._replace(text=char.text.translate(shape)) for char in group]
                taken.add(number)
                break
    yield from (group for number, group in enumerate(groups) if number not in taken)


def _is_script(small: list[Char], line: list[Char]) -> bool:
    """Whether characters are raised or lowered ones of a line: smaller, next to it, within its height."""
    size = max(char.size for char in line)
    if (
        len(small) > _MOST_SCRIPTS
        or max(char.size for char in small) > _SMALL * size
        or abs(_base(small) - _base(line)) > 0.6 * size
    ):
        return False
    ends = [char.right for char in line]
    return all(
        min(abs(char.left - end) for end in (*ends, *(each.right for each in small))) <= size / 2 for char in small
    )


def _base(group: Sequence[Char]) -> float:
    return median(char.base for char in group)


def _line(group: list[Char]) -> Line | None:
    """A line of characters from left to right; None if it prints nothing. One drawn twice, as programs do to make it
    bold, is printed once."""
    ordered: list[Char] = []
    for char in sorted(group, key=lambda char: (char.left + char.right) / 2):
        twice = ordered and ordered[-1].text == char.text and abs(char.left - ordered[-1].left) < 0.15 * char.size
        if not twice:
            ordered.append(char)
    printed = [char for char in ordered if char.text != " "]
    if not printed:
        return None
    ends_blank = ordered[-1].text == " "
    first, last = ordered.index(printed[0]), len(ordered) - ordered[::-1].index(printed[-1])
    ordered = ordered[first:last]
    size = median(char.size for char in printed)
    base = _base(printed)
    box = Box(printed[0].left, base - 0.85 * size, max(char.right for char in printed), base + 0.15 * size)
    return Line(_spaced(ordered, size), box, base, size, tuple(ordered), ends_blank)


def _spaced(ordered: Sequence[Char], size: float) -> str:
    """The text, with a blank where a gap parts words and the file has none."""
    gaps = [(after.left - before.right) / size for before, after in pairwise(ordered)]
    usual = median(gaps) if len(gaps) > 1 else 0.0
    texts = [ordered[0].text]
    for gap, (before, after) in zip(gaps, pairwise(ordered), strict=True):
        has_blank = " " in (before.text, after.text)
        spread = is_wide(before.text) and is_wide(after.text)
        least = max(_WIDE_GAP, 2 * usual) if spread else max(_WORD_GAP, 2 * usual)
        texts += [" ", after.text] if gap > least and not has_blank else [after.text]
    return "".join(texts)


@cache
def is_wide(text: str) -> bool:
    """Whether a character takes a full square, as Chinese ones do: lines break between two of them.

    >>> is_wide("目"), is_wide("，"), is_wide("A")
    (True, True, False)
    """
    return unicodedata.east_asian_width(text[-1:] or " ") in "WF"


def _turned(chars: Iterable[Char]) -> Iterator[Line]:
    """Lines that run up (from left to right) or down the page (from right to left), each with its box on the page."""
    for angle, group in groupby(sorted(chars, key=lambda char: char.angle), key=lambda char: char.angle):
        for line in filter(None, map(_line, _by_base(map(_on_end, group)))):
            box = line.box
            if angle == 90:
                box = Box(box.top, -box.right, box.bottom, -box.left)
            else:
                box = Box(-box.bottom, box.left, -box.top, box.right)
            yield line._replace(box=box, base=box.bottom, is_level=False)


def _on_end(char: Char) -> Char:
    """A character that runs up or down, as it stands when the page is turned so that it runs to the right."""
    end = char.base + 0.1 * char.size
    if char.angle == 90:
        return char._replace(left=-end, right=char.size - end, base=char.right - 0.15 * char.size)
    return char._replace(left=end - char.size, right=end, base=-char.left - 0.15 * char.size)
