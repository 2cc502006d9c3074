"""Pages that print what is not read: pictures, fonts that do not say their characters, tables without lines."""

from collections.abc import Iterator, Sequence

from pipeline.extract.formats.pdf.lines import Line
from pipeline.extract.formats.pdf.tables import Laid, PlacedCell, PlacedTable
from pipeline.extract.formats.pdf.white import unruled
from pipeline.model.finding import Finding

_MOST_EVIDENCE = 200
_PICTURED = 0.3
"""A picture that covers this share of a page is the page."""
_DRAWN = 30
"""A page without text that draws so many shapes prints letters as shapes."""
_LEAST_LINES = 3
_SAME_BASE = 3.0


def unread(laid: Laid, page_no: int) -> Iterator[Finding]:
    """What of a page is not read, or not sure."""
    page, place = laid.page, {"page": str(page_no)}
    unseen = "".join(char.text for char in page.unseen)
    if not has_text(laid):
        if page.pictured > _PICTURED or page.drawn > _DRAWN or page.chars:
            yield Finding("page_without_text", _cut(unseen), details=place)
        return
    unmapped = sum(not char.is_mapped for char in page.chars)
    if unmapped:
        yield Finding("page_text_unmapped", details={**place, "count": str(unmapped)})
    if unnamed := sorted({char.text for char in page.chars if "\ue000" <= char.text <= "\uf8ff"}):
        yield Finding("symbol_not_named", " ".join(f"{text} ({ord(text):04X})" for text in unnamed))
    if unseen.strip():
        yield Finding("invisible_text_left_out", _cut(unseen), details=place)
    if page.slanted.strip():
        yield Finding("slanted_text_left_out", _cut(page.slanted), details=place)
    for lines in (*laid.unsure, *_within(laid.tables)):
        yield Finding("table_without_lines", _cut("\n".join(line.text for line in lines)), details=place)


def has_text(laid: Laid) -> bool:
    """Whether a page prints text that can be read: more of its characters are known than not."""
    known = sum(char.is_mapped and char.text != " " for char in laid.page.chars)
    return known > sum(not char.is_mapped for char in laid.page.chars)


def _within(tables: Sequence[PlacedTable]) -> Iterator[list[Line]]:
    """The same inside tables that have lines between rows and none between columns, or the other way round."""
    for table in tables:
        yield from _stacked(table)
        for across in sorted({(cell.col, cell.col_span) for cell in table.cells}):
            cells = [cell for cell in table.cells if (cell.col, cell.col_span) == across]
            yield from unruled([line for cell in cells for line in cell.lines], ())


def _stacked(table: PlacedTable) -> Iterator[list[Line]]:
    """Cells of a row whose lines stand beside each other, each a text of its own: rows without lines between them."""
    rows: dict[tuple[int, ...], list[PlacedCell]] = {}
    for cell in table.cells:
        if len(cell.lines) >= _LEAST_LINES and cell.text.count("\n") == len(cell.lines) - 1:
            rows.setdefault((cell.row, *(round(line.base / _SAME_BASE) for line in cell.lines)), []).append(cell)
    yield from (
        [line for cell in cells for line in cell.lines] for cells in rows.values() if len(cells) >= _LEAST_LINES
    )


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _MOST_EVIDENCE else text[: _MOST_EVIDENCE - 1] + "…"
