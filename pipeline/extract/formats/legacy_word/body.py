"""The paragraphs of a text, each with its depth in tables and the mark that ends it → a flow."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from struct import unpack_from
from typing import NamedTuple

from pipeline.extract.formats.flow import Bound, Flow, Items, Line
from pipeline.extract.formats.legacy_word.looks import ParagraphLook, paragraph_look
from pipeline.extract.formats.legacy_word.pages import paragraph_runs
from pipeline.extract.formats.legacy_word.pieces import Text
from pipeline.extract.formats.legacy_word.printed import Known, Printed
from pipeline.extract.formats.legacy_word.row_bounds import row_bounds
from pipeline.extract.formats.legacy_word.streams import FORMAT, SECTIONS, Streams
from pipeline.extract.formats.list_numbers import Place

_ENDS = re.compile("[\r\x07\x0c]")
_CELL_MARK, _SECTION_MARK = "\x07", "\x0c"
_SECTION = 12
# Text boxes may stand in text boxes' text only by damage.
_MAIN, _BOXES = 0, 6


class _Ended(NamedTuple):
    """A paragraph: where it begins and where its mark stands, and what the mark says."""

    start: int
    stop: int
    look: ParagraphLook


class Body:
    """The main text of a file."""

    def __init__(self, known: Known, text: Text, streams: Streams):
        self._known, self._text, self._streams = known, text, streams
        self._runs = paragraph_runs(streams)
        self._starts = [run.start for run in self._runs]
        self._looks: dict[bytes, ParagraphLook] = {}
        self._bounds: dict[bytes, Sequence[Bound]] = {}
        listed = streams.part(SECTIONS)
        count = max((len(listed) - 4) // (4 + _SECTION), -1)
        self._sections = frozenset(place - 1 for place in unpack_from(f"<{count + 1}i", listed))

    def items(self) -> Items:
        """What the main text holds, the text boxes where they are anchored."""
        return self._flow(0, self._streams.counts[_MAIN], with_boxes=True)

    def _flow(self, start: int, stop: int, with_boxes: bool) -> Items:
        flow = Flow(FORMAT)
        for paragraph in self._paragraphs(start, min(stop, len(self._text.text))):
            self._add(paragraph, flow, with_boxes)
        return flow.finished()

    def _paragraphs(self, start: int, stop: int) -> Iterator[_Ended]:
        """The paragraphs of a part of the text; the last one, if its mark is missing."""
        text = self._text.text
        for mark in _ENDS.finditer(text, start, stop):
            if mark[0] != _SECTION_MARK or mark.start() in self._sections:  # else a page ends inside a paragraph
                yield _Ended(start, mark.start(), self._look(mark.start()))
                start = mark.end()
        if start < stop:
            yield _Ended(start, stop, self._look(stop - 1))

    def _look(self, position: int) -> ParagraphLook:
        """What is said of a paragraph by the properties of its mark."""
        piece = self._text.piece(position)
        offset = piece.offset_of(position)
        at = bisect_right(self._starts, offset) - 1
        run = self._runs[at] if at >= 0 and self._runs[at].stop > offset else None
        stored = (run.stored if run and run.stored else b"\0\0") + piece.changes
        if stored not in self._looks:
            style = self._known.styles.paragraph(int.from_bytes(stored[:2], "little"))
            self._looks[stored] = paragraph_look(stored, self._streams, style)
        return self._looks[stored]

    def _add(self, paragraph: _Ended, flow: Flow, with_boxes: bool) -> None:
        stop, look = paragraph.stop, paragraph.look
        is_cell_mark = self._known.text[stop : stop + 1] == _CELL_MARK
        if look.ends_row:
            is_deleted = self._known.marks.at(stop).is_deleted
            flow.end_row(max(look.depth, 1), self._row_bounds(look.stored), is_deleted)
            return
        depth = max(look.depth, int(is_cell_mark))
        flow.line(self._line(paragraph, is_cell_mark or look.ends_cell, with_boxes), depth)
        if is_cell_mark or look.ends_cell:
            flow.end_cell(depth)

    def _line(self, paragraph: _Ended, ends_cell: bool, with_boxes: bool) -> Line:
        start, stop, look = paragraph
        marked = self._known.marks.within(start, stop + 1)
        mark = marked[-1][2] if marked and marked[-1][1] > stop else None
        printed = Printed(self._known, start, stop, look.style, marked)
        boxes = [self._box(place) for place in printed.boxes] if with_boxes else []
        place = Place(str(look.list_no), look.level) if look.list_no > 0 else None
        return Line(
            text=printed.text,
            place=None if mark and mark.is_hidden(False) else place,
            goes_on=bool(mark and mark.is_deleted and not ends_cell),
            left_out=[(code, "".join(texts)) for code, texts in printed.left_out.items()],
            boxes=boxes,
        )

    def _box(self, place: tuple[int, int]) -> Items:
        """What a text box holds; its text ends with a mark that is no line."""
        base = sum(self._streams.counts[_MAIN:_BOXES])
        return self._flow(base + place[0], base + place[1], with_boxes=False)

    def _row_bounds(self, stored: bytes) -> Sequence[Bound]:
        if stored not in self._bounds:
            self._bounds[stored] = row_bounds(stored)
        return self._bounds[stored]
