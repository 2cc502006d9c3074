"""The walk through what a flow holds: lines and tables in order → blocks, with numbers of lists and findings."""

from collections.abc import Iterator, Sequence

from pipeline.extract.formats.columns import Columns, filled
from pipeline.extract.formats.flow import Bound, Items, Line, Row, Table
from pipeline.extract.formats.grid import Layout
from pipeline.extract.formats.list_numbers import Number, Numbers
from pipeline.extract.formats.story import Notes, Story
from pipeline.model.document import Address, Grid, Paragraph


class FlowWalk:
    """One pass. `place` is always the cell that holds what is read, None outside tables."""

    def __init__(self, numbers: Numbers | None = None):
        """`numbers` count the lines that stand in lists; a format that prints the numbers in its text has none."""
        self._numbers = numbers
        self._tables = 0
        self.notes = Notes()

    def blocks(self, items: Items) -> tuple[Paragraph | Grid, ...]:
        """The blocks of a body: its paragraphs and tables, nested tables after the one that holds them."""
        story = self._story(items, None)
        return tuple(Paragraph(each) if isinstance(each, str) else each for each in story.items)

    def _story(self, items: Items, place: Address | None, is_counted: bool = True) -> Story:
        """What a container holds; lines that are not printed, since a merge covers them, are not counted."""
        story = Story()
        for item in items:
            if isinstance(item, Table):
                story.end_line()
                story.items += self._table(item, place)
            else:
                self._line(item, place, story, is_counted)
        story.end_line()
        return story

    def _line(self, line: Line, place: Address | None, story: Story, is_counted: bool) -> None:
        """A line and, after it, the boxes anchored in it, wherever in it they are."""
        for code, text in line.left_out:
            self.notes.leave_out(code, place, text)
        number = self._number(line, place) if line.place and is_counted and not line.goes_on else None
        if line.text or number or not line.boxes:
            story.add_line(line.text, line.goes_on, number)
        for box in line.boxes:
            held = self._story(box, place)
            held.drop_obligatory_end()
            story.items += held.items

    def _number(self, line: Line, place: Address | None) -> Number | None:
        number = self._numbers.next(line.place) if self._numbers and line.place else None
        for code, evidence in number.unnamed if number else ():
            self.notes.leave_out(code, place, evidence)
        return number

    def _table(self, table: Table, parent: Address | None) -> list[Grid]:
        """A table and, after it, the tables nested in it. One of which no row is printed is none."""
        printed = [row for row in table.rows if not row.is_deleted]
        bounds = {id(row): filled(row) for row in printed}
        columns = Columns(bounds.values())
        self._tables += bool(printed)
        layout = Layout(self._tables)
        nested: list[Grid] = []
        for row in table.rows:
            if row.is_deleted:
                place = layout.here() if printed else parent
                self.notes.leave_out("deleted_text_left_out", place, left_out_text(row))
            else:
                nested += self._row(row, bounds[id(row)], columns, layout)
        return [layout.grid(parent), *nested] if printed else []

    def _row(self, row: Row, bounds: Sequence[Bound], columns: Columns, layout: Layout) -> list[Grid]:
        """Lay out and read a row; the tables nested in its cells."""
        skipped, spans = columns.spans(bounds)
        layout.start_row(skipped)
        nested: list[Grid] = []
        for start, stop in _merged_across(bounds):
            nested += self._cell(row.cells[start:stop], sum(spans[start:stop]), bounds[start].down, layout)
        layout.end_row()
        return nested

    def _cell(self, cells: Sequence[Items], span: int, down: str | None, layout: Layout) -> list[Grid]:
        """Place and read a cell, or several merged across; the tables nested in it.

        What stands in cells that continue a merge is not rendered ([MS-DOC] 2.9.342): it is left out, and noted unless
        it repeats the merged cell.
        """
        slot, fits = layout.place(span, down)
        nested: list[Grid] = []
        is_merged = slot.row_no != layout.n_rows
        for items in cells:
            story = self._story(items, layout.address(slot), is_counted=not is_merged)
            story.drop_obligatory_end()
            nested += story.grids
            if not is_merged:
                slot.text, is_merged = story.text, True
            elif story.text != slot.text:
                self.notes.leave_out("hidden_text_left_out", layout.here(), story.text)
        if not fits:
            self.notes.add("table_overlap", layout.here(), slot.text)
        return nested


def left_out_text(row: Row) -> str:
    """The text of a row that is not read, plain: it serves as evidence only."""
    return "\n".join(filter(None, (text for items in row.cells for text in _texts(items))))


def _texts(items: Items) -> Iterator[str]:
    for item in items:
        if isinstance(item, Line):
            yield from (item.text, *(text for _, text in item.left_out))
            for box in item.boxes:
                yield from _texts(box)
        else:
            yield from map(left_out_text, item.rows)


def _merged_across(bounds: Sequence[Bound]) -> Iterator[tuple[int, int]]:
    """The cells of a row that are one, each as the numbers of its first and of the next one."""
    starts = [at for at, bound in enumerate(bounds) if at == 0 or not bound.across]
    yield from zip(starts, [*starts[1:], len(bounds)], strict=True)
