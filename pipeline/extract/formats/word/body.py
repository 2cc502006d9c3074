"""The walk through a document's body: blocks in order, tables as grids; what is left out is reported where it stood."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.formats.grid import Layout, spans
from pipeline.extract.formats.list_numbers import Number, Numbers, Place
from pipeline.extract.formats.story import Notes, Story
from pipeline.extract.formats.symbols import Symbols
from pipeline.extract.formats.word.printed_text import Line, left_out_text
from pipeline.extract.formats.word.survey import Spans
from pipeline.extract.formats.word.unprinted import Unprinted, mark_is_hidden
from pipeline.extract.formats.word.xml_names import Element, tags, through
from pipeline.model.document import Address, Grid, Paragraph

_WRAPPERS = frozenset({
    "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo",
    "mc:AlternateContent", "mc:Choice", "mc:Fallback",
})  # fmt: skip
_BLOCK_PROPERTIES = frozenset({"w:tcPr", "w:sectPr"})
_CELL_PROPERTIES = frozenset(tags("w:tcPr"))
_NOTHING: Spans = {}


class Printed(NamedTuple):
    """What is known of a document's elements before the walk begins.

    `plain` gives the texts of paragraphs, None for those that are to be read element by element, `spans` what cells and
    rows state about columns and merges, `places` where paragraphs stand in lists, `numbers` what is counted there,
    `symbols` the characters of symbol fonts.
    """

    plain: Mapping[Element, str | None]
    spans: Mapping[Element, Spans]
    unprinted: Unprinted
    places: Mapping[Element, Place]
    numbers: Numbers
    symbols: Symbols


class Walk:
    """One pass over a body. `place` is always the cell that holds what is read, None outside tables.

    Tables call cells, cells call tables: a level of nesting takes three levels of XML and as few calls as possible,
    so that the parser's limit on depth is reached long before Python's.
    """

    def __init__(self, printed: Printed):
        self._printed, self._plain, self._spans = printed, printed.plain, printed.spans
        self._deleted, self._numbered = printed.unprinted.deleted, printed.places
        self._has_old_merges = any("w:hMerge" in stated for stated in printed.spans.values())
        self._tables = 0
        self.notes = Notes()
        self.cells: dict[Address, Element] = {}
        """The elements of the cells that were read, by where these are printed."""

    def blocks(self, body: Element) -> tuple[Paragraph | Grid, ...]:
        """The blocks of a body: its paragraphs and tables, nested tables after the one that holds them."""
        story = self._story(body, None)
        return tuple(Paragraph(each) if isinstance(each, str) else each for each in story.items)

    def _story(self, container: Iterable[Element], place: Address | None, is_counted: bool = True) -> Story:
        """What a container holds; paragraphs that are not printed, since a merge covers them, are not counted."""
        story = Story()
        for kind, element in through(container, _WRAPPERS):
            if element in self._deleted:
                self.notes.leave_out("deleted_text_left_out", place, left_out_text(element))
            elif (text := self._plain.get(element)) is not None:
                story.add_line(text)
            elif kind == "w:tbl":
                story.end_line()
                story.items += self._table(element, place)
            elif kind not in _BLOCK_PROPERTIES:
                self._composed(kind, element, place, story, is_counted)
        story.end_line()
        return story

    def _composed(self, kind: str, element: Element, place: Address | None, story: Story, is_counted: bool) -> None:
        """Read a paragraph, or whatever else stands among paragraphs, and the boxes anchored in it, after its text:
        where in the text a box is anchored says nothing about where it is printed."""
        line = Line(self._printed.symbols, self._printed.unprinted)
        line.read(element if kind == "w:p" else [element])
        for code, texts in line.left_out.items():
            self.notes.leave_out(code, place, "".join(texts))
        goes_on = element in self._printed.unprinted.joined
        number = self._number(element, place) if is_counted and not goes_on else None
        text = line.text
        if text or number or (kind == "w:p" and not line.boxes):
            story.add_line(text, goes_on, number)
        for box in line.boxes:
            held = self._story(box, place)
            held.drop_obligatory_end()
            story.items += held.items

    def _number(self, paragraph: Element, place: Address | None) -> Number | None:
        """The number in front of a paragraph, which counts it, unless its mark is hidden: then it prints none."""
        is_numbered = paragraph in self._numbered and not mark_is_hidden(paragraph)
        number = self._printed.numbers.next(self._numbered[paragraph]) if is_numbered else None
        for code, evidence in number.unnamed if number else ():
            self.notes.leave_out(code, place, evidence)
        return number

    def _table(self, table: Element, parent: Address | None) -> list[Grid]:
        """A table and, after it, the tables nested in it. One of which no row is printed is none."""
        rows = list(through(table, _WRAPPERS))
        is_printed = any(kind == "w:tr" and row not in self._deleted for kind, row in rows)
        self._tables += is_printed
        layout = Layout(self._tables)
        nested: list[Grid] = []
        for kind, row in rows:
            if row in self._deleted:
                place = layout.here() if is_printed else parent
                self.notes.leave_out("deleted_text_left_out", place, left_out_text(row))
            elif kind == "w:tr":
                nested += self._row(row, layout)
        return [layout.grid(parent), *nested] if is_printed else []

    def _row(self, row: Element, layout: Layout) -> list[Grid]:
        """Lay out and read a row; the tables nested in its cells."""
        stated = self._spans.get(row, _NOTHING)
        layout.start_row(spans(stated.get("w:gridBefore"), 0)[0])
        nested: list[Grid] = []
        cells = self._cells(row, layout)
        for merged in self._merged_across(cells) if self._has_old_merges else zip(cells):
            nested += self._cell(merged, layout)
        layout.end_row(spans(stated.get("w:gridAfter"), 0)[0])
        return nested

    def _cells(self, row: Element, layout: Layout) -> Iterator[Element]:
        for kind, cell in through(row, _WRAPPERS):
            if cell in self._deleted:
                self.notes.leave_out("deleted_text_left_out", layout.here(), left_out_text(cell))
            elif kind == "w:tc":
                yield cell

    def _merged_across(self, cells: Iterable[Element]) -> Iterator[list[Element]]:
        """The cells of a row, those together that the legacy `w:hMerge` merges (ECMA-376-1, 17.4.22)."""
        group: list[Element] = []
        for cell in cells:
            kinds = [self._merge(each, "w:hMerge") for each in (group[0], cell)] if group else None
            if kinds and kinds != ["restart", "continue"]:
                yield group
                group = []
            group.append(cell)
        if group:
            yield group

    def _merge(self, cell: Element, kind: str) -> str | None:
        """`restart`, `continue` or None. A merge that states no value continues (ECMA-376-1, 17.4.84)."""
        value = self._spans.get(cell, _NOTHING).get(kind)
        return value if value in (None, "restart") else "continue"

    def _cell(self, cells: Sequence[Element], layout: Layout) -> list[Grid]:
        """Place and read a cell, or several merged across; the tables nested in it.

        What stands in cells that continue a merge is not rendered ([MS-DOC] 2.9.342): it is left out, and noted unless
        it repeats the merged cell, as programs leave it that fill a table before they merge its cells.
        """
        counts = [spans(self._spans.get(cell, _NOTHING).get("w:gridSpan"), 1) for cell in cells]
        slot, fits = layout.place(sum([count for count, _ in counts]), self._merge(cells[0], "w:vMerge"))
        nested: list[Grid] = []
        is_merged = slot.row_no != layout.n_rows
        if not is_merged:
            self.cells[layout.address(slot)] = cells[0]
        for cell in cells:
            text = self._plain_cell(cell)
            if text is None:
                story = self._story(cell, layout.address(slot), is_counted=not is_merged)
                story.drop_obligatory_end()
                nested += story.grids
                text = story.text
            if not is_merged:
                slot.text, is_merged = text, True
            elif text != slot.text:
                self.notes.leave_out("hidden_text_left_out", layout.here(), text)
        if not fits or True in [is_cut for _, is_cut in counts]:
            self.notes.add("table_overlap", layout.here(), slot.text)
        return nested

    def _plain_cell(self, cell: Element) -> str | None:
        """The text of a cell that holds plain paragraphs and nothing else, None if it holds more."""
        lines = []
        for element in cell:
            if (text := self._plain.get(element)) is not None:
                lines.append(text)
            elif element in self._plain or element.tag not in _CELL_PROPERTIES:
                return None
        return "\n".join(lines)
