"""A copy of an Excel file with the findings as notes at their cells.

openpyxl writes the copy: values, formulas, formats, widths, filters and notes stay. A book that holds more, such as a
chart, a picture or a macro, would lose it, and is refused; the results of formulas are worked out when it is opened.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.comments import Comment

from pipeline.extract.formats.excel.document import SheetCell
from pipeline.model.document import Address
from pipeline.reports import paper
from pipeline.reports.annotation import Note
from pipeline.reports.carried_on import CARRIED
from pipeline.rules.files import NotWritten
from pipeline.rules.kinds.texts import MemoWords

WIDE, LINE, LETTERS = 360, 20, 24
"""Points of a note across and of a line of it, and how many Chinese letters a line holds."""


def write(
    data: bytes, places: Mapping[Address, SheetCell], notes: Iterable[Note], words: MemoWords, path: Path
) -> None:
    """Writes the book `data` with these notes to `path`; those at one cell are one, below what was noted there.

    Raises OSError, and NotWritten if the copy would lack a part of the book.
    """
    with ZipFile(BytesIO(data)) as package:
        lost = [name for name in package.namelist() if not CARRIED.fullmatch(name)]
    if lost:
        raise NotWritten(
            "{path}: the Excel file holds a chart, a picture or something else ({part}) that the copy would lack; "
            "name a .docx file, which shows its tables",
            path=path.name,
            part=lost[0],
        )
    book = load_workbook(BytesIO(data), rich_text=True)
    told: dict[SheetCell, list[str]] = {}
    for note in notes:
        told.setdefault(_nearest(note.address, places), []).append("\n".join(note.lines))
    for place, texts in told.items():
        cell = book[place.sheet].cell(place.row_no, place.col_no)
        former = [cell.comment.text] if cell.comment else []
        text = paper.printable("\n\n".join([*former, *texts]))
        lines = sum(1 + len(line) // LETTERS for line in text.split("\n"))
        cell.comment = Comment(text, words.note_author, width=WIDE, height=LINE * lines)
    in_memory = BytesIO()
    book.save(in_memory)
    path.write_bytes(in_memory.getvalue())


def _nearest(address: Address, places: Mapping[Address, SheetCell]) -> SheetCell:
    """The cell itself, or of a blank one that the book does not hold the last one before it."""
    if address in places:
        return places[address]
    return places[max((one for one in places if one < address), default=min(places))]
