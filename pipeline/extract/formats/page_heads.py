"""What stands in the margins of pages: a document that begins with a table may have its title and its unit there."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.extract.formats.story import shortened
from pipeline.model.document import Grid, Paragraph
from pipeline.model.finding import Finding

Blocks = tuple[Paragraph | Grid, ...]


class Margins(NamedTuple):
    """Lines of text in the margins: `first` those at the head of the first page, `others` all that pages have there."""

    first: Sequence[str] = ()
    others: Sequence[str] = ()


def with_heads(blocks: Blocks, margins: Margins) -> tuple[Blocks, tuple[Finding, ...]]:
    """The blocks of a document, after the head of its first page if they begin with a table, and what is told of the
    lines that are left out.
    """
    begins_with_table = isinstance(next((each for each in blocks if _is_seen(each)), None), Grid)
    title, told = title_of(margins, begins_with_table)
    return (*map(Paragraph, title), *blocks), told


def title_of(margins: Margins, is_wanted: bool) -> tuple[list[str], tuple[Finding, ...]]:
    """The lines that are the title of a document or a sheet, if it wants one, and what is told of all others."""
    title = _printed(margins.first) if is_wanted else []
    others = [each for each in _printed([*margins.first, *margins.others]) if each not in title]
    return title, (Finding("page_heads_left_out", shortened("\n".join(others))),) if others else ()


def _printed(lines: Iterable[str]) -> list[str]:
    """The lines that say something, each once: the number of a page and signs around it do not."""
    return list(dict.fromkeys(each.strip() for each in lines if any(char.isalpha() for char in each)))


def _is_seen(block: Paragraph | Grid) -> bool:
    return isinstance(block, Grid) or bool(block.text.strip())
