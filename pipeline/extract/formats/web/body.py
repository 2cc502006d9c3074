"""The walk through what a page holds: lines and tables in order → blocks; what is not printed is reported."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pipeline.extract.formats.flow import DEEPEST
from pipeline.extract.formats.grid import Slot
from pipeline.extract.formats.story import Notes, Story
from pipeline.extract.formats.symbols import SYMBOL_FONT, Symbols, unnamed
from pipeline.extract.formats.web.elements import (
    BLOCKS,
    KEPT,
    SCRIPTS,
    UNPRINTED,
    State,
    form_text,
    in_font,
    inner_state,
    plain_text,
)
from pipeline.extract.formats.web.layout_tables import is_layout
from pipeline.extract.formats.web.lines import Lines
from pipeline.extract.formats.web.list_marks import ListMarks
from pipeline.extract.formats.web.placing import Spans, finished, placed, span
from pipeline.extract.formats.web.plain import plain, plain_cell
from pipeline.extract.formats.web.style_sheet import PLAIN, Look, StyleSheet
from pipeline.extract.formats.web.table_rows import TableParts, table_parts
from pipeline.model.document import Address, Grid, Paragraph
from pipeline.model.finding import Rejected

Element = Any

_PICTURES = frozenset({"img", "svg", "object", "embed", "applet", "v:imagedata"})
_NO_INK = ("0", "1", "0px", "1px")


class Page(NamedTuple):
    """What is known of a page before the walk begins: `from_office`: a program wrote it that knows no other tables than
    those of data.
    """

    styles: StyleSheet
    marks: ListMarks
    from_office: bool


class _Open(NamedTuple):
    """An element that is being read: what is left of it, and how the text after it looks."""

    element: Element
    children: Any
    state_after: State
    lists_after: tuple[Element, ...]


class Walk:
    """One pass over a page. `symbols` are the characters of symbol fonts; `place` is always the cell that holds what is
    read, None outside tables.
    """

    def __init__(self, symbols: Symbols):
        self._symbols = symbols
        self._tables = self._depth = 0
        self.notes = Notes()

    def blocks(self, root: Element, page: Page) -> tuple[Paragraph | Grid, ...]:
        """The blocks of a page, nested tables after the one that holds them; several pages are read one by one.

        Raises Rejected (`too_deep`, `table_too_large`).
        """
        self._page, self._styles, self._look = page, page.styles, page.styles.look
        story = Story()
        self._read(root, Lines(story), None, State())
        return tuple(Paragraph(each) if isinstance(each, str) else each for each in story.items)

    # --- elements in order --------------------------------------------------------------------------------------------

    def _read(self, container: Element, lines: Lines, place: Address | None, state: State) -> None:
        """What an element holds. Only tables call anew, so that no page is too deep for Python."""
        self._text(container.text, lines, place, state)
        lists: tuple[Element, ...] = ()
        ahead = [_Open(container, iter(container), state, lists)]
        while ahead:
            element = next(ahead[-1].children, None)
            if element is None:
                closed = ahead.pop()
                self._close(closed.element, lines, state)
                if ahead:
                    state, lists = closed.state_after, closed.lists_after
                    self._text(closed.element.tail, lines, place, state)
                continue
            look = self._look(element)
            if (
                element.tag == "p"
                and look is PLAIN
                and not lines.has_begun
                and (text := plain(element, self._styles)) is not None
            ):
                lines.add_line(text)
                self._text(element.tail, lines, place, state)
                continue
            inner = self._open(element, look, lines, place, state, lists)
            if inner is None:
                self._text(element.tail, lines, place, state)
                continue
            ahead.append(_Open(element, iter(element), state, lists))
            state = inner
            if element.tag in ("ol", "ul", "menu", "dir"):
                lists = (*lists[-9:], element)
            # A line feed at the start of text that is kept as typed is no part of it (HTML 13.1.2.5).
            text = element.text.removeprefix("\n") if element.text and element.tag in KEPT else element.text
            self._text(text, lines, place, state)
        lines.end(parts=not state.in_paragraph)

    def _open(self, element: Element, look: Look, lines: Lines, place: Address | None, state: State,
              lists: tuple[Element, ...]) -> State | None:  # fmt: skip
        """Begin an element; how its text looks, None if it is not looked into."""
        tag = element.tag
        if tag in UNPRINTED:
            return None
        if look.is_gone or look.is_unseen:
            self._leave_out(element, place)
            return None
        if tag in BLOCKS:
            lines.end(parts=not state.in_paragraph)
        if tag == "li":
            around = lists[-1] if lists else None
            kind = look.list_type or (self._look(around).list_type if around is not None else "")
            lines.begin_item(self._page.marks.mark(element, around, kind, len(lists) - 1))
        elif act := _ACTS.get(tag):
            act(self, element, lines, place, state)
            return None
        if look.tabs:
            lines.add_tabs(look.tabs)
            return None
        return inner_state(tag, look, state)

    def _close(self, element: Element, lines: Lines, state: State) -> None:
        if element.tag in BLOCKS:
            lines.end(parts=not state.in_paragraph)
        if element.tag == "li":
            lines.end_item()

    # --- text ---------------------------------------------------------------------------------------------------------

    def _text(self, text: str | None, lines: Lines, place: Address | None, state: State) -> None:
        if not text:
            return
        if state.font:
            text = in_font(text, state.font, self._symbols)
        elif SYMBOL_FONT.search(text):
            for character in dict.fromkeys(SYMBOL_FONT.findall(text)):
                code, evidence = unnamed(["?"], f"{ord(character):04X}")
                self.notes.leave_out(code, place, evidence)
        if state.script and all(ord(each) in SCRIPTS[state.script] for each in text.strip()):
            text = text.translate(SCRIPTS[state.script])
        if state.is_office and not text.strip():
            if "\xa0" in text:
                lines.add_break()
        elif state.keeps_space:
            lines.add_kept(text)
        elif state.is_run:
            lines.add_run(text)
        else:
            lines.add(text)

    def _leave_out(self, element: Element, place: Address | None) -> None:
        """Note text that is not printed."""
        self.notes.leave_out("hidden_text_left_out", place, plain_text(element))

    # --- single elements ----------------------------------------------------------------------------------------------

    def _break(self, _: Element, lines: Lines, *__: object) -> None:
        lines.add_break()

    def _deleted(self, element: Element, _: Lines, place: Address | None, *__: object) -> None:
        self.notes.leave_out("deleted_text_left_out", place, plain_text(element))

    def _picture(self, element: Element, _: Lines, place: Address | None, *__: object) -> None:
        if element.get("width") not in _NO_INK and element.get("height") not in _NO_INK:
            self.notes.leave_out("picture_not_read", place, element.get("alt") or "")

    def _frame(self, element: Element, *_: object) -> None:
        """A page in the page, which is another file."""
        if (source := element.get("src")) and element.get("width") not in _NO_INK and element.get("height") != "0":
            self.notes.add("frame_not_read", None, source)

    def _form(self, element: Element, lines: Lines, *_: object) -> None:
        lines.add(form_text(element))

    # --- tables -------------------------------------------------------------------------------------------------------

    def _table(self, table: Element, lines: Lines, place: Address | None, state: State) -> None:
        """A table, after what stands in it outside of cells; the cells of one that lays out a page are read in order.

        Raises Rejected (`too_deep`).
        """
        if self._depth >= DEEPEST:
            raise Rejected("too_deep", "html", limit=str(DEEPEST))
        lines.end(parts=not state.in_paragraph)
        self._depth += 1
        parts = self._printed(table_parts(table), place)
        state = State(is_office=state.is_office)
        for stray in parts.strays:
            self._stray(stray, lines, place, state)
        if not self._page.from_office and is_layout(table, parts, self._look):
            for cell in parts.cells:
                self._read(cell, lines, place, state)
        elif parts.groups:
            lines.story.items += self._grid(parts, place, state)
        self._depth -= 1

    def _stray(self, stray: str | Element, lines: Lines, place: Address | None, state: State) -> None:
        if isinstance(stray, str):
            self._text(stray, lines, place, state)
            lines.end(parts=True)
        elif (look := self._look(stray)).is_gone or look.is_unseen:
            self._leave_out(stray, place)
        elif (act := _ACTS.get(stray.tag)) and stray.tag not in UNPRINTED:
            act(self, stray, lines, place, state)
        elif stray.tag not in UNPRINTED:
            self._read(stray, lines, place, state)

    def _printed(self, parts: TableParts, place: Address | None) -> TableParts:
        """A table without rows and cells that take no place."""
        groups = []
        for group in parts.groups:
            rows = []
            for row in group:
                around = [] if row.element is None else [row.element, row.element.getparent()]
                if any(look.is_gone or look.is_unseen for look in map(self._look, around)):
                    self._leave_out(row.element, place)
                    continue
                gone = [cell for cell in row.cells if self._look(cell).is_gone]
                for cell in gone:
                    self._leave_out(cell, place)
                rows.append(row._replace(cells=[cell for cell in row.cells if cell not in gone]) if gone else row)
            groups.append(rows)
        return parts._replace(groups=[rows for rows in groups if rows])

    def _grid(self, parts: TableParts, parent: Address | None, state: State) -> list[Grid]:
        """The grid of a table and, after it, those of the tables nested in it."""
        self._tables += 1
        table_no = self._tables
        layout = placed([[[self._spans(cell) for cell in row.cells] for row in group] for group in parts.groups])
        nested: list[Grid] = []
        rows = (row for group in parts.groups for row in group)
        for row, slots in zip(rows, layout.rows, strict=True):
            for cell, slot in zip(row.cells, slots, strict=True):
                nested += self._cell(cell, slot, Address(table_no, slot.row_no, slot.col_no), state)
        for slot in layout.overlaps:
            self.notes.add("table_overlap", Address(table_no, slot.row_no, slot.col_no), slot.text)
        return [finished(layout, table_no, parent), *nested]

    def _cell(self, cell: Element, slot: Slot, place: Address, state: State) -> list[Grid]:
        """Read a cell; the tables nested in it."""
        look = self._look(cell)
        if look.is_unseen:
            self._leave_out(cell, place)
            return []
        story = Story()
        lines = Lines(story)
        texts = plain_cell(cell, self._styles)
        if texts is not None:
            for text in texts:
                lines.add_line(text)
        else:
            self._read(cell, lines, place, inner_state("td", look, state))
        story.drop_obligatory_end()
        slot.text = story.text
        return story.grids

    def _spans(self, cell: Element) -> Spans:
        columns = cell.get("colspan")
        is_spread = columns is not None and self._look(cell).is_spread
        return Spans(span(cell.get("rowspan"), is_down=True), span(columns), is_spread)


Act = Callable[[Walk, Element, Lines, Address | None, State], None]
_ACTS: Mapping[str, Act] = {
    "br": Walk._break,
    "table": Walk._table,
    "del": Walk._deleted,
    **dict.fromkeys(("input", "select"), Walk._form),
    **dict.fromkeys(("iframe", "frame"), Walk._frame),
    **dict.fromkeys(_PICTURES, Walk._picture),
}
