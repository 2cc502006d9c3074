"""Pages that print what is not read: pictures, fonts that do not say their characters, tables without lines."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.formats.pdf.lines import Line
from pipeline.extract.formats.pdf.pictured import PICTURED
from pipeline.extract.formats.pdf.shapes import Char
from pipeline.extract.formats.pdf.tables import Laid, PlacedCell, PlacedTable
from pipeline.extract.formats.pdf.white import unruled
from pipeline.model.finding import Finding

_MOST_EVIDENCE = 200
_DRAWN = 30
"""A page without text that draws so many shapes prints letters as shapes."""
_FEW = 20
"""A picture with fewer characters printed on it is not the ground that a page is printed on."""
_LEAST_LINES = 3
_SAME_BASE = 3.0


def unread(laid: Laid, page_no: int, running: Sequence[Line]) -> Iterator[Finding]:
    """What of a page is not read, or not sure. `running`: its lines that are no part of its text."""
    page, place = laid.page, {"page": str(page_no)}
    unseen = "".join(char.text for char in page.unseen)
    if not has_text(laid, running):
        if (
            page.pictured > PICTURED
            or page.drawn > _DRAWN
            or len(page.chars) > sum(len(line.chars) for line in running)
        ):
            yield Finding("page_without_text", _cut(unseen), details=place)
            unseen = ""
    elif page.recognised:
        yield Finding("text_recognised", _cut(page.recognised), details=place)
    elif page.under * 2 > sum(char.text != " " for char in page.chars):
        yield Finding("text_under_picture", details=place)
    elif page.pictured > PICTURED and page.over < _FEW:
        yield Finding("page_picture_not_read", details={**place, "share": f"{page.pictured:.0%}"})
    yield from _doubtful(page.chars, page_no)
    if unseen.strip():
        yield Finding("invisible_text_left_out", _cut(unseen), details=place)
    if page.slanted.strip():
        yield Finding("slanted_text_left_out", _cut(page.slanted), details=place)
    for lines in (*laid.unsure, *_within(laid.tables)):
        yield Finding("table_without_lines", _cut("\n".join(line.text for line in lines)), details=place)


def _doubtful(chars: Sequence[Char], page_no: int) -> Iterator[Finding]:
    """Characters that are not known, and those of fonts of symbols that are not named."""
    if unmapped := sum(not char.is_mapped for char in chars):
        yield Finding("page_text_unmapped", details={"page": str(page_no), "count": str(unmapped)})
    if unnamed := sorted({char.text for char in chars if _is_private(char)}):
        yield Finding("symbol_not_named", " ".join(f"{text} ({ord(text):04X})" for text in unnamed))


def has_text(laid: Laid, running: Iterable[Line]) -> bool:
    """Whether a page prints text that can be read, page numbers and the like apart: more of its characters are known
    than not. Those of the private area are not: a font has them for whatever it likes."""
    beside = [char for line in running for char in line.chars]
    return _n_known(laid.page.chars) - _n_known(beside) > 0


def _n_known(chars: Iterable[Char]) -> int:
    """How many more characters are known than not."""
    return sum(1 if char.is_mapped and not _is_private(char) else -1 for char in chars if char.text != " ")


def _is_private(char: Char) -> bool:
    return "\ue000" <= char.text <= "\uf8ff"


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
