"""Texts of OpenDocument → the flow of paragraphs and tables that Word's older formats give too."""

from collections.abc import Iterator

from pipeline.extract.formats.flow import DEEPEST, Bound, Items, Line, Row, Table
from pipeline.extract.formats.list_numbers import LEVELS, List, Place
from pipeline.extract.formats.open_document.names import attribute, children, count, full, name
from pipeline.extract.formats.open_document.styles import Styles
from pipeline.extract.formats.open_document.text import PARAGRAPHS, printed, whole
from pipeline.extract.formats.package_xml import Element
from pipeline.model.finding import Rejected

FORMAT = "odt"
_WIDTH = 100
"""A column, in the units of a flow: edges that are no further apart than 10 are one."""
_MOST_COLUMNS = 1024
_GROUPS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
_CELLS = ("table:table-cell", "table:covered-table-cell")
_ITEMS = ("text:list-item", "text:list-header")
# What holds paragraphs and tables as if they stood in its place.
_WRAPPERS = (
    "text:section", "text:index-body", "text:index-title", "text:table-of-content", "text:illustration-index",
    "text:table-index", "text:user-index", "text:alphabetical-index", "text:bibliography", "text:numbered-paragraph",
    "draw:text-box", "text:page-sequence",
)  # fmt: skip


class Text:
    """Reads a body once, from its start to its end. `deleted` is the text that tracked changes delete."""

    def __init__(self, styles: Styles):
        self._styles = styles
        self._lists: dict[str, str] = {}
        self._last: dict[str, str] = {}
        self.deleted: list[str] = []

    def items(self, holder: Element, depth: int = 0) -> Items:
        """What a body, a cell or a box holds. Raises Rejected (`too_deep`)."""
        if depth > DEEPEST:
            raise Rejected("too_deep", FORMAT, limit=str(DEEPEST))
        return [item for each in holder for item in self._item(each, depth)]

    def numbered(self, list_id: str) -> List | None:
        """A list by its id: its style, and which lists count on."""
        style = self._lists.get(list_id)
        return None if style is None else List(list_id, self._styles.levels(style), {})

    def _item(self, each: Element, depth: int) -> Iterator[Line | Table]:
        kind = name(each)
        if kind in PARAGRAPHS:
            yield self._line(each, depth)
        elif kind == "table:table":
            yield from self._table(each, depth)
        elif kind == "text:list":
            yield from self._list(each, depth)
        elif kind in _WRAPPERS and attribute(each, "text:display") != "none":
            yield from self.items(each, depth + 1)
        elif kind in _WRAPPERS:
            yield Line("", left_out=[("hidden_text_left_out", whole(each))])
        elif kind == "text:tracked-changes":
            self.deleted += [whole(deletion) for deletion in each.iter(full("text:deletion"))]
        elif kind.startswith("draw:"):  # a shape that stands at the page
            yield from self._boxes(printed(_around(each), self._styles).boxes, depth)

    def _boxes(self, boxes: list[Element], depth: int) -> Iterator[Line | Table]:
        for box in boxes:
            yield from self.items(box, depth + 1)

    def _line(self, paragraph: Element, depth: int, place: Place | None = None) -> Line:
        found = printed(paragraph, self._styles)
        boxes = [self.items(box, depth + 1) for box in found.boxes]
        return Line(found.text, place, left_out=found.left_out, boxes=boxes)

    # --- lists (5.3) --------------------------------------------------------------------------------------------------

    def _list(self, element: Element, depth: int, list_id: str = "", level: int = 0) -> Iterator[Line | Table]:
        list_id = list_id or self._begin(element)
        for item in children(element, *_ITEMS):
            place = Place(list_id, min(level, LEVELS - 1)) if name(item) == "text:list-item" else None
            for each in item:
                if name(each) in PARAGRAPHS:
                    yield self._line(each, depth, place)
                    place = None
                elif name(each) == "text:list":
                    if level > DEEPEST:
                        raise Rejected("too_deep", FORMAT, limit=str(DEEPEST))
                    yield from self._list(each, depth, list_id, level + 1)
                else:
                    yield from self._item(each, depth + 1)

    def _begin(self, element: Element) -> str:
        """The id of a list: that of the one it continues, or a new one."""
        style = attribute(element, "text:style-name")
        continued = attribute(element, "text:continue-list")
        list_id = f"list {len(self._lists)}"
        if continued and continued in self._last:
            list_id = self._last[continued]
        elif attribute(element, "text:continue-numbering") == "true" and style in self._last:
            list_id = self._last[style]
        self._lists.setdefault(list_id, style)
        self._last[style] = self._last[attribute(element, "xml:id")] = list_id
        return list_id

    # --- tables (9) ---------------------------------------------------------------------------------------------------

    def _table(self, element: Element, depth: int) -> Iterator[Line | Table]:
        open_below: dict[int, tuple[int, int]] = {}
        rows = [self._row(each, open_below, depth) for each in _rows(element)]
        if self._styles.hides_table(attribute(element, "table:style-name")):
            yield Line("", left_out=[("hidden_text_left_out", whole(element))])
        elif rows:
            yield Table(rows)

    def _row(self, row: Element, open_below: dict[int, tuple[int, int]], depth: int) -> Row:
        """A row. `open_below` are the merged cells that reach into it by their first columns: how many columns they
        have, and over how many more rows they reach."""
        cells: list[Items] = []
        bounds: list[Bound] = []
        column = 0
        for each in children(row, *_CELLS):
            for _ in range(min(count(each, "table:number-columns-repeated"), _MOST_COLUMNS - column)):
                across, left = open_below.get(column, (1, 0))
                if name(each) == "table:table-cell":
                    across = min(count(each, "table:number-columns-spanned"), _MOST_COLUMNS - column)
                    down = count(each, "table:number-rows-spanned") - 1
                    self._place(
                        cells, bounds, self.items(each, depth + 1), (column, across), "restart" if down else None
                    )
                    open_below[column] = across, down
                elif left:
                    self._place(cells, bounds, [], (column, across), "continue")
                    open_below[column] = across, left - 1
                column += 1
        return Row(cells, bounds)

    def _place(
        self, cells: list[Items], bounds: list[Bound], held: Items, at: tuple[int, int], down: str | None
    ) -> None:
        cells.append(held)
        bounds.append(Bound(_WIDTH * at[0], _WIDTH * (at[0] + at[1]), down))


def _rows(element: Element) -> Iterator[Element]:
    """The rows of a table, those of its groups too; blank ones are not repeated."""
    for each in element:
        if name(each) == "table:table-row":
            yield each
        elif name(each) in _GROUPS:
            yield from _rows(each)


def _around(shape: Element) -> Element:
    """A paragraph with nothing but a shape."""
    paragraph = shape.makeelement(full("text:p"))
    paragraph.append(shape)
    return paragraph
