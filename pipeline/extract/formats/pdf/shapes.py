"""What stands on a page, in upright coordinates: points from the upper left corner, x to the right, y down."""

from typing import NamedTuple


class Char(NamedTuple):
    """A printed character. `left` and `right` take in the room that its font gives it, `base` is its base line and
    `size` that of its font. One whose font does not say which character it is has `is_mapped` false. `angle` is 90 for
    text that runs up the page, 180 for text on its head, 270 for text that runs down.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_mapped: bool = True
    angle: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """A point inside the character, whatever its font says of heights."""
        return (self.left + self.right) / 2, self.base - 0.3 * self.size


class Box(NamedTuple):
    """A rectangle with sides along the page's."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Rule(NamedTuple):
    """A line along a side of the page. `at` is where it stands across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


class Page(NamedTuple):
    """What a page prints. `level` are the rules from left to right, `upright` those from top to bottom.

    `slanted` is text that stands across the page, as watermarks do, `unseen` text that is not printed: drawn without
    ink, or beside the paper. `pictured` is the share of the page that its pictures cover; where that is large, `over`
    is how many characters stand on them, `under` how many of these are drawn before them, and `recognised` the text
    that a program laid over them. `drawn` is how many shapes it draws, `areas` those that it fills.
    """

    box: Box
    chars: tuple[Char, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    slanted: str
    unseen: tuple[Char, ...]
    pictured: float
    over: int
    under: int
    recognised: str
    drawn: int
    areas: tuple[Box, ...]
