"""Indicators that a form states in paragraphs: a run of such lines is read as a table of one column.

So are 一、产出指标 / （一）数量指标 / 1.培训人数：≥300人, and 数量指标：培训人数≥300人；设备台数≥5台。 in one line.
Such a table is numbered after all printed ones, so that these keep the numbers that a person counts; each line of
the run is a row and a cell of it. Nothing is taken from running text: a run begins with a class of indicators, and
most of what it states are short names with values that are read whole.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.form.stated import StatedFields
from pipeline.extract.layout.header.text_blocks import LONGEST, TextBlocks
from pipeline.model.document import Cell, Grid, Paragraph
from pipeline.rules.kinds.rulebook import Rulebook

ENOUGH = 2
"""Values from which on a run is believed to state indicators."""
MOST = 0.7
"""The share of what a run states that must be a name with a whole value."""


class OutlineParagraphs:
    """Finds the runs of paragraphs that state indicators."""

    def __init__(self, rules: Rulebook):
        self._texts, self._captions, self._stated = TextBlocks(rules), Captions(rules), StatedFields(rules)

    def lifted(self, blocks: Sequence[Paragraph | Grid], first_no: int) -> Iterator[Paragraph | Grid]:
        """The blocks in order, each run of paragraphs as a grid; the first has the number `first_no`."""
        numbers, run = count(first_no), list[Paragraph]()
        for block in blocks:
            if isinstance(block, Paragraph) and self._goes_on(run, block.text):
                run.append(block)
                continue
            yield from self._closed(run, numbers)
            run = [block] if isinstance(block, Paragraph) and self._begins(block.text) else []
            if not run:
                yield block
        yield from self._closed(run, numbers)

    def _begins(self, text: str) -> bool:
        """Whether a paragraph begins with a class, and is no title."""
        return self._texts.is_headed(text) and not self._is_title(text)

    def _is_title(self, text: str) -> bool:
        return any(one.name == TITLE for one in self._captions.titles(text))

    def _goes_on(self, run: Sequence[Paragraph], text: str) -> bool:
        """Whether a paragraph is part of a run: a class, or what states indicators and is no field of the form. Right
        below a class it is none: 完成时间 is a field of its own elsewhere; and there a short line may state an
        indicator without a value that can be told.
        """
        if not run or not text.strip():
            return bool(run)
        if self._begins(text):
            return True
        said = self._texts.evidence(text)
        is_below = self._texts.evidence(run[-1].text).items == 0
        if self._is_title(text) or not said.items:
            return False
        is_open = is_below and said.items == 1 and len(text.strip()) <= LONGEST
        is_field = bool(self._stated.read(text, None))
        return (said.named == said.items and (is_below or not is_field)) or (is_open and not is_field)

    def _closed(self, run: Sequence[Paragraph], numbers: Iterator[int]) -> Iterator[Paragraph | Grid]:
        """A run as a grid, or as the paragraphs that it is where too little speaks for it."""
        printed = [one for one in run if one.text.strip()]
        found = [self._texts.evidence(one.text) for one in printed]
        whole, items = sum(one.whole for one in found), sum(one.items for one in found)
        if whole < ENOUGH or whole < MOST * items:
            yield from run
            return
        cells = tuple(Cell(row_no, 1, 1, 1, one.text) for row_no, one in enumerate(printed, 1))
        yield Grid(next(numbers), len(cells), 1, cells)
