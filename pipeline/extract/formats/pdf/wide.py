"""Pages with the columns of one sheet → one page as wide as all of them."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.extract.formats.pdf.shapes import Box, Char, Page, Rule

_TWICE = 0.15
"""A character is the same one if it stands no further off than this part of its size."""


def side_by_side(pages: Sequence[tuple[Page, float]]) -> Page:
    """One page of several, from left to right, each after it is moved so far to the right."""
    made, *others = (_moved(page, by) for page, by in pages)
    for other in others:
        made = _beside(made, other)
    return made


def _moved(page: Page, by: float) -> Page:
    """A page, so far to the right."""
    return page._replace(
        box=page.box._replace(left=page.box.left + by, right=page.box.right + by),
        chars=tuple(shifted(char, by) for char in page.chars),
        level=tuple(Rule(rule.at, rule.start + by, rule.end + by) for rule in page.level),
        upright=tuple(rule._replace(at=rule.at + by) for rule in page.upright),
        unseen=tuple(shifted(char, by) for char in page.unseen),
        areas=tuple(area._replace(left=area.left + by, right=area.right + by) for area in page.areas),
    )


def shifted(char: Char, by: float) -> Char:
    """A character, so far to the right."""
    return char._replace(left=char.left + by, right=char.right + by)


def _beside(left: Page, right: Page) -> Page:
    """Two pages as one. Text that one of them cuts off is seen on the other one."""
    seen = by_text((*left.chars, *right.chars))
    return Page(
        Box(left.box.left, left.box.top, right.box.right, left.box.bottom),
        (*left.chars, *right.chars),
        (*left.level, *right.level),
        (*left.upright, *right.upright),
        left.slanted + right.slanted,
        tuple(char for char in (*left.unseen, *right.unseen) if not is_among(char, seen)),
        max(left.pictured, right.pictured),
        left.over + right.over,
        left.under + right.under,
        left.recognised + right.recognised,
        left.drawn + right.drawn,
        (*left.areas, *right.areas),
    )


def by_text(chars: Iterable[Char]) -> dict[str, list[Char]]:
    """Characters by what they are."""
    found: dict[str, list[Char]] = {}
    for char in chars:
        found.setdefault(char.text, []).append(char)
    return found


def is_among(char: Char, seen: Mapping[str, Sequence[Char]]) -> bool:
    """Whether a character is one of those that are seen, at its place."""
    apart = (max(abs(char.left - each.left), abs(char.base - each.base)) for each in seen.get(char.text, ()))
    return char.text != " " and any(each < _TWICE * char.size for each in apart)
