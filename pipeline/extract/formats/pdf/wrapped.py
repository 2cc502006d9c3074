"""Printed lines → text: lines that only the width of their cell parts are joined, others keep their break."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.formats.pdf.lines import Line, is_wide
from pipeline.extract.formats.pdf.shapes import Box

_NO_START = frozenset("!%),.:;?]}¢°·’”†‡›℃∶、。〉》」』】〕〗〞！＂％＇），．：；？］｝～")
_NO_END = frozenset("([{£¥‘“‹〈《「『【〔〖〝（［｛￡￥")
"""Characters that no line starts or ends with (GB/T 15834-2011, 5.1)."""
_NUMBERED = re.compile(r"\s*([(（]?\d{1,3}[)）]|\d{1,3}[.．、](?!\d)|[①-⑳])")
_WORDED = r"\s*(?:(\D{1,4}?)(\d{1,2})[:：]|([(（]?)(\d{1,2})[.．、)）])(?!\d)"
_ITEM, _ITEM_WITHIN = re.compile(_WORDED), re.compile(f"[。；;]{_WORDED}")
_WHOLE_NUMBER = re.compile(r"(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
_NUMBER_BEGUN = re.compile(r"(\d{1,3}(,\d{3})*(,\d{0,2})?|\d+)(\.\d*)?")
_HEADS = "【[〔"
_ENDED = frozenset("。；;.!！?？")
_LETTER = re.compile(r"[A-Za-z]")


class Column(NamedTuple):
    """How lines stand in a cell or on a page. `width`: the room for them; `indent`: where lines start that stand at the
    left, None if they do not; `items`: the words and numbers that lines begin with; `runs_on`: numbers of a list stand
    within lines, so that one at the start of a line says nothing; `is_headed`: words in brackets head its parts, always
    at the start of a line; `is_stack`: each of three or more lines is a number, the rows of a column without lines.
    """

    width: float
    indent: float | None
    items: frozenset[tuple[str, int]]
    runs_on: bool
    is_headed: bool
    is_stack: bool


def column(lines: Sequence[Line], box: Box, padding: float) -> Column:
    """How lines stand in a box. `padding`: the room left free at each of its sides."""
    items = frozenset(item for line in lines if (item := _item(line)))
    runs_on = any(_ITEM_WITHIN.search(line.text) for line in lines)
    heads = [line.text[0] in _HEADS for line in lines]
    is_headed = sum(heads) > 1 and not any(head in line.text[1:] for line in lines for head in _HEADS)
    is_stack = len(lines) > 2 and all(_WHOLE_NUMBER.fullmatch(line.text) for line in lines)
    return Column(box.width - 2 * padding, _indent(lines, box), items, runs_on, is_headed, is_stack)


def _item(line: Line) -> tuple[str, int] | None:
    """The words and the number that the item of a list begins with."""
    found = _ITEM.match(line.text)
    return (found[1] or found[3] or "", int(found[2] or found[4])) if found else None


def _is_next_item(line: Line, stand: Column) -> bool:
    """Whether a line begins an item of a list of which another line begins the one before or after."""
    item = _item(line)
    return item is not None and bool({(item[0], item[1] - 1), (item[0], item[1] + 1)} & stand.items)


def text_of(lines: Sequence[Line], box: Box, padding: float) -> str:
    """The text of a cell or a column of text. `padding`: the room left free at each of its sides.

    Whether a line was full is told by what comes next: if its first piece that cannot be parted had found room, the
    break was made on purpose.
    """
    if not lines:
        return ""
    stand = column(lines, box, padding)
    texts = [lines[0].text]
    for before, after in pairwise(lines):
        texts += [_joint(before, after) if is_wrapped(before, after, stand) else "\n", after.text]
    return "".join(texts)


def is_wrapped(before: Line, after: Line, stand: Column) -> bool:
    """Whether a line goes on in the next one."""
    if not (before.is_level and after.is_level):
        return True
    in_number = before.text[-1].isdigit() and after.text[0].isdigit()
    if in_number and (stand.is_stack or not _is_number(before.text, after.text)):
        return False
    if after.text[0] in _NO_START or before.text[-1] in _NO_END:
        return True
    ended = before.text[-1] in _ENDED and _NUMBERED.match(after.text)
    if stand.is_headed and after.text[0] in _HEADS:
        return False
    if not stand.runs_on and (ended or _is_next_item(after, stand)):
        return False
    size, left = max(before.size, after.size), before.box.left
    if stand.indent is not None:
        if after.box.left > stand.indent + 1.5 * size and after.box.left > left + size:
            return False
        left = min(stand.indent, left)
    used = before.box.right - left
    return used + min(_first_piece(after), stand.width) > stand.width - 0.15 * size


def _is_number(before: str, after: str) -> bool:
    """Whether two lines break a number in two, as narrow cells do: what they make together is one, or begins one.

    >>> _is_number("≤1,250,00", "0.00(元)"), _is_number("1,03", "0,70"), _is_number("18,870", "209")
    (True, True, False)
    """
    end = re.search(r"[\d,.]+$", before)
    start = re.match(r"[\d,.]+", after)
    return bool(end and start and _NUMBER_BEGUN.fullmatch(end[0] + start[0]))


def _indent(lines: Sequence[Line], box: Box) -> float | None:
    """Where lines start if they all stand at the left, the first of a paragraph perhaps further in."""
    left = min(line.box.left for line in lines)
    at_left = sum(line.box.left - left <= 0.3 * line.size for line in lines)
    centred = all(abs((line.box.left - box.left) - (box.right - line.box.right)) <= 0.6 * line.size for line in lines)
    return left if at_left * 2 >= len(lines) and not centred else None


def _first_piece(line: Line) -> float:
    """The width of the characters that a line starts with and no break parts."""
    end = line.chars[0].right
    for before, after in pairwise(line.chars):
        if _may_part(before.text, after.text):
            break
        end = after.right
    return end - line.box.left


def _may_part(before: str, after: str) -> bool:
    """Whether a line may break between two characters.

    >>> _may_part("项", "目"), _may_part("项", "。"), _may_part("1", "2"), _may_part("（", "项"), _may_part("a", " ")
    (True, False, False, False, True)
    """
    if after == " " or before == " ":
        return True
    if after[0] in _NO_START or before[-1] in _NO_END:
        return False
    wide = is_wide(before), is_wide(after)
    return all(wide) or (any(wide) and before.isalnum() and after.isalnum())


def _joint(before: Line, after: Line) -> str:
    """What stands between two lines that are one: a blank between words of letters, nothing in Chinese."""
    if before.ends_blank:
        return " "
    first, last = after.text[0], before.text[-1]
    between_words = _LETTER.match(first) and (_LETTER.match(last) or last in ",;:.)")
    return " " if between_words else ""


def paragraphs(lines: Sequence[Line], box: Box, padding: float = 0.0) -> Iterator[tuple[list[Line], str]]:
    """Lines that make up paragraphs, each with its text."""
    group: list[Line] = []
    for line in lines:
        stand = column([*group[-1:], line], box, padding)
        if group and not (_follows(group[-1], line) and is_wrapped(group[-1], line, stand)):
            yield group, text_of(group, box, padding)
            group = []
        group.append(line)
    if group:
        yield group, text_of(group, box, padding)


def _follows(before: Line, after: Line) -> bool:
    """Whether two lines look alike and stand as lines of one paragraph do."""
    return abs(before.size - after.size) < 0.1 * before.size and after.base - before.base < 2.2 * after.size


def goes_on_as_text(above: Sequence[Line], below: Sequence[Line], box: Box, padding: float) -> bool:
    """Whether lines on the next page go on in the middle of a sentence."""
    return is_wrapped(above[-1], below[0], column([*above, *below], box, padding))


def is_next_number(above: str, below: str) -> bool:
    r"""Whether a text begins with the number after the last one that another text's lines begin with.

    >>> is_next_number("1.建设道路\n2.修缮桥梁", "3.改造管网"), is_next_number("1.建设道路", "1.修缮桥梁")
    (True, False)
    """
    begun = [int(found[1]) for found in re.finditer(r"^\W*(\d{1,3})\D", above, re.MULTILINE)]
    next_one = re.match(r"\W*(\d{1,3})\D", below)
    return bool(begun) and next_one is not None and int(next_one[1]) == begun[-1] + 1
