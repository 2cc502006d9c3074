"""Forms that are printed as lines of label and value: a run of such lines is read as a table of two columns.

    项目名称：某某道路硬化项目
    责任单位：某某街道办事处
    资金规模：212.5万元
    绩效目标：硬化道路2.86公里，群众满意度95%以上。

Lines above a table are no such form: what they say is of that table. Nor are lines of a project that a table names too.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, partial
from itertools import count

from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.form.fields import AMOUNT_UNIT
from pipeline.extract.layout.form.stated import StatedFields
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Cell, Grid, Paragraph
from pipeline.rules.kinds.rulebook import Rulebook

_COLON = re.compile("[:：]")
Opens = Callable[[int], bool]
"""Whether the block of a number is a line that names a project."""
ENOUGH = 3
"""Known fields from which on lines are believed to be a form."""
GOALS = "goals"
LONGEST_LABEL = 20
"""Characters of the longest label that a line may begin with."""


class FormLines:
    """Finds the runs of paragraphs that are a form."""

    def __init__(self, rules: Rulebook):
        self._stated, self._captions = StatedFields(rules), Captions(rules)
        self._opening = {rule.name for rule in rules.layouts.fields if rule.opens}

    def lifted(
        self, blocks: Sequence[Paragraph | Grid], first_no: int, in_tables: Set[str]
    ) -> Iterator[Paragraph | Grid]:
        """The blocks in order, each form in lines as a grid; the first has the number `first_no`. `in_tables` are the
        texts of all cells, without white space.
        """
        opens = cache(partial(self._opens, blocks))  # each is asked once, and few are asked
        tables_ahead: list[bool] = []
        numbers, at = count(first_no), 0
        while at < len(blocks):
            run = self._run(blocks, opens, at)
            is_form = self._is_form(run, in_tables)
            if is_form:
                tables_ahead = tables_ahead or list(_tables_ahead(blocks, opens))
            if is_form and not tables_ahead[at + len(run)]:
                yield _grid(next(numbers), [one.text for one in run if one.text.strip()])
            else:
                yield from run or blocks[at : at + 1]
            at += len(run) or 1

    def _run(self, blocks: Sequence[Paragraph | Grid], opens: Opens, at: int) -> list[Paragraph]:
        """The lines of label and value from a block on that names a project, until the next one that does."""
        run: list[Paragraph] = []
        for no in range(at, len(blocks)):
            block = blocks[no]
            if not isinstance(block, Paragraph) or (block.text.strip() and not self._is_line(block.text)):
                break
            if opens(no) == bool(run):
                break
            run.append(block)
        return run

    def _is_line(self, text: str) -> bool:
        label, _, value = plain(text).partition(":")
        return bool(value) and 0 < len(label) <= LONGEST_LABEL and not self._is_title(text)

    def _is_title(self, text: str) -> bool:
        return any(one.name == TITLE for one in self._captions.titles(text))

    def _opens(self, blocks: Sequence[Paragraph | Grid], no: int) -> bool:
        block = blocks[no]
        stated = self._stated.read(block.text, None) if isinstance(block, Paragraph) else ()
        return any(one.name in self._opening for one in stated)

    def _is_form(self, run: Sequence[Paragraph], in_tables: Set[str]) -> bool:
        """Whether lines state goals and enough else of a project that no table names."""
        stated = [one for line in run for one in self._stated.read(line.text, None)]
        found = {one.source or one.name for one in stated}
        named = {plain(one.text) for one in stated if one.name in self._opening}
        return GOALS in found and len(found - {AMOUNT_UNIT}) >= ENOUGH and named.isdisjoint(in_tables)


def _tables_ahead(blocks: Sequence[Paragraph | Grid], opens: Opens) -> Iterator[bool]:
    """For each block and the end, whether from there on a table comes before a line that names a project."""
    found = [False]
    for no in reversed(range(len(blocks))):
        found.append(isinstance(blocks[no], Grid) or (found[-1] and not opens(no)))
    return reversed(found)


def _grid(table_no: int, lines: Sequence[str]) -> Grid:
    """Lines as rows, cut behind the colon of the label."""
    cuts = [len(_COLON.split(line, maxsplit=1)[0]) + 1 for line in lines]
    parts = [(line[:at], line[at:]) for line, at in zip(lines, cuts, strict=True)]
    cells = [
        Cell(row_no, col_no, 1, 1, text) for row_no, row in enumerate(parts, 1) for col_no, text in enumerate(row, 1)
    ]
    return Grid(table_no, len(lines), 2, tuple(cells))
