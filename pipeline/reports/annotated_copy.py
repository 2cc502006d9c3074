"""A Word file made of a document of another format, with the findings as comments: what is printed, not its looks."""

from collections.abc import Iterable
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.table import _Cell

from pipeline.model.document import Address, Document, Grid
from pipeline.reports import paper
from pipeline.reports.annotation import Note
from pipeline.rules.kinds.texts import MemoWords


def write(document: Document, notes: Iterable[Note], words: MemoWords, path: Path) -> None:
    """Writes the paragraphs and tables of a document with these notes to `path`. Raises OSError."""
    made = docx.Document()
    paper.lay_out(made, words)
    cells: dict[Address, _Cell] = {}
    for block in document.blocks:
        if isinstance(block, Grid):
            cells |= _table(made, block)
            made.add_paragraph()
        else:
            made.add_paragraph(paper.printable(block.text))
    for note in notes:
        runs = [run for paragraph in cells[note.address].paragraphs for run in paragraph.runs]
        text = paper.printable("\n".join(note.lines))
        made.add_comment(runs or [cells[note.address].paragraphs[0].add_run()], text, words.note_author, "")
    paper.save(made, path)


def _table(made: WordFile, grid: Grid) -> dict[Address, _Cell]:
    """A table with its merged cells; its cells by where they stand."""
    table = made.add_table(rows=grid.n_rows, cols=grid.n_cols, style=paper.GRID)
    rows = [row.cells for row in table.rows]
    found = {}
    for cell in grid.cells:
        last = rows[cell.row_no + cell.row_span - 2][cell.col_no + cell.col_span - 2]
        word = rows[cell.row_no - 1][cell.col_no - 1]
        word = word.merge(last) if word is not last else word
        word.paragraphs[0].add_run(paper.printable(cell.text))
        found[Address(grid.table_no, cell.row_no, cell.col_no)] = word
    return found
