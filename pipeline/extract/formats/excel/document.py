"""Sheets → `Document`: the blocks of all sheets that are shown, in order, and what is told of them."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.formats.excel.blocks import Line, Table, blocks
from pipeline.extract.formats.excel.printed_cells import PrintedCells
from pipeline.extract.formats.excel.sheet import Counter, Mark, Sheet, numbers, range_name
from pipeline.extract.formats.page_heads import title_of
from pipeline.extract.formats.story import Notes, shortened
from pipeline.model.document import Address, Document, Grid, Paragraph
from pipeline.model.finding import Finding

_MOST_PLACES = 1000


class SheetCell(NamedTuple):
    """Where a cell stands in its book: the name of its sheet, its row and its column, from 1."""

    sheet: str
    row_no: int
    col_no: int


def cell_places(sheets: Iterable[Sheet], counter: Counter) -> dict[Address, SheetCell]:
    """Where each cell of the document stands in its book. Raises Rejected: `too_many_cells`."""
    book = _Book(counter)
    for sheet in sheets:
        book.add(sheet)
    return {
        Address(table_no, *table.place(cell.area.top, cell.area.left)): SheetCell(name, cell.area.top, cell.area.left)
        for table_no, (name, table) in enumerate(book.tables, 1)
        for cell in table.cells
    }


def document(sheets: Iterable[Sheet], counter: Counter, data: bytes, name: str, format: str) -> Document:
    """The document of a workbook. Raises Rejected: `too_many_cells`."""
    book = _Book(counter)
    for sheet in sheets:
        book.add(sheet)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(sha256[:16], name, sha256, len(data), format, tuple(book.blocks), tuple(book.findings()))


class _Book:
    def __init__(self, counter: Counter):
        self._counter = counter
        self._notes = Notes()
        self._left_out: list[Finding] = []
        self._places: list[str] = []
        self.blocks: list[Paragraph | Grid] = []
        self.tables: list[tuple[str, Table]] = []

    def add(self, sheet: Sheet) -> None:
        if sheet.is_hidden:
            self._leave_out("hidden_sheet_left_out", sheet, list(sheet.texts()))
            return
        self._hidden(sheet)
        for _ in range(sheet.pictures):
            self._notes.leave_out("picture_not_read", None, "")
        cells = PrintedCells(sheet, self._counter)
        first, tables = len(self._places) + 1, []
        parts = list(blocks(cells))
        title, told = title_of(sheet.margins, bool(parts) and isinstance(parts[0], Table))
        self._left_out += told
        self.blocks += map(Paragraph, title)
        for part in _with_boxes(parts, sheet.boxes):
            if isinstance(part, Line):
                self.blocks.append(Paragraph(part.text))
            else:
                tables.append(part)
                self.tables.append((sheet.name, part))
                self._places.append(f"{sheet.name}!{range_name(part.area)}")
                self.blocks.append(part.grid(len(self._places), self._counter))
        for mark in cells.marks:
            self._notes.add(mark.code, _address(mark, tables, first), mark.evidence)

    def _hidden(self, sheet: Sheet) -> None:
        rows = {row_no: row for row_no, row in sheet.rows.items() if row.is_hidden}
        texts = [text for _, row in sorted(rows.items()) for _, text in sorted(row.texts.items())]
        held = [row_no for row_no, row in rows.items() if any(text.strip() for text in row.texts.values())]
        self._leave_out("hidden_rows_left_out", sheet, texts, count=str(len(held)), rows=shortened(numbers(held)))
        shown = [row for _, row in sorted(sheet.rows.items()) if not row.is_hidden]
        hidden = [
            (col, text) for row in shown for col, text in sorted(row.texts.items()) if col in sheet.hidden_columns
        ]
        columns = {col for col, text in hidden if text.strip()}
        self._leave_out("hidden_columns_left_out", sheet, [text for _, text in hidden], count=str(len(columns)))

    def _leave_out(self, code: str, sheet: Sheet, texts: Sequence[str], **details: str) -> None:
        """Tells what is not printed, if that holds anything."""
        if printed := [text for text in texts if text.strip()]:
            details = {"sheet": sheet.name, "cells": str(len(printed)), **details}
            self._left_out.append(Finding(code, shortened(" | ".join(printed)), details=details))

    def findings(self) -> Iterator[Finding]:
        yield from self._left_out
        yield from self._notes.findings(self.blocks)
        if self._places:
            places = [f"{table_no}={place}" for table_no, place in enumerate(self._places[:_MOST_PLACES], 1)]
            yield Finding("tables_in_workbook", "; ".join(places), details={"count": str(len(self._places))})


def _with_boxes(parts: list[Line | Table], boxes: Iterable[tuple[int, str]]) -> Iterator[Line | Table]:
    """The parts of a sheet with the texts drawn over it, each before what begins in its row or below."""
    left = sorted(boxes)
    for part in parts:
        row_no = part.row_no if isinstance(part, Line) else part.row_nos[0]
        while left and left[0][0] <= row_no:
            yield Line(*left.pop(0))
        yield part
    yield from (Line(*box) for box in left)


def _address(mark: Mark, tables: Sequence[Table], first: int) -> Address | None:
    """Where the cell of a mark stands: a row of a table, or none if it is in no table."""
    place = bisect_right([table.row_nos[0] for table in tables], mark.row) - 1
    if place < 0 or mark.row > tables[place].row_nos[-1]:
        return None
    return Address(first + place, *tables[place].place(mark.row, mark.col))
