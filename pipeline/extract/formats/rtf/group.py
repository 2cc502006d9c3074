"""What holds inside a group of an RTF file; a group in it begins with the same (RTF 1.9.1, "Groups")."""

from collections.abc import Mapping
from enum import Enum


class Holds(Enum):
    """What a group holds: text, nothing that is printed, the font table, the number in front of a paragraph, or text
    whose second half says it again in Unicode.
    """

    TEXT, NOTHING, FONTS, NUMBER, TWICE = range(5)


class Group:
    """The state of a group. `depth` counts the tables that a paragraph stands in, where it says so; `skips` are the
    substitutes after a character of Unicode; `is_box`: it begins a text box, or the text of the margins that `margin`
    names.
    """

    __slots__ = (
        "depth",
        "font",
        "holds",
        "in_table",
        "is_box",
        "is_deleted",
        "is_hidden",
        "is_nested",
        "margin",
        "script",
        "skips",
    )

    def __init__(self) -> None:
        self.holds, self.font, self.skips = Holds.TEXT, 0, 1
        self.is_box = self.is_nested = False
        self.margin = ""
        self.start_paragraph()
        self.start_text(0)

    def start_paragraph(self) -> None:
        """Paragraphs stand in no table until one is named."""
        self.depth, self.in_table = 0, False

    def start_text(self, font: int) -> None:
        """Text is as it is by default."""
        self.font, self.is_hidden, self.is_deleted = font, False, False
        self.script: Mapping[int, str | int] = {}

    def inner(self) -> "Group":
        """A group in this one."""
        group = Group.__new__(Group)
        group.holds, group.font, group.skips, group.script = self.holds, self.font, self.skips, self.script
        group.depth, group.in_table, group.is_nested = self.depth, self.in_table, self.is_nested
        group.is_hidden, group.is_deleted, group.is_box, group.margin = self.is_hidden, self.is_deleted, False, ""
        return group

    @property
    def table_depth(self) -> int:
        """How many tables a paragraph stands in."""
        return max(self.depth, int(self.in_table))
