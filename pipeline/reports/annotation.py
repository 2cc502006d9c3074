"""The findings of one document, each at the cell that it is about."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.model.document import Address, Cell, Grid
from pipeline.model.reading import Reading
from pipeline.reports.by_project import Row
from pipeline.rules.kinds.texts import MemoWords

VALUES = ("target", "field")
"""What a cell is that a finding of its row is about, if its evidence does not tell."""


class Note(NamedTuple):
    """What is said at a cell: the grade first, then a paragraph each for the problem, the advice, the excuse."""

    address: Address
    lines: tuple[str, ...]


def notes(findings: Iterable[Row], reading: Reading, words: MemoWords) -> Iterator[Note]:
    """Each finding once, in the order of the document. One that is about no table is said at the first cell."""
    for address, row in placed(findings, reading):
        yield Note(address, tuple(_lines(row, words)))


def placed(findings: Iterable[Row], reading: Reading) -> list[tuple[Address, Row]]:
    """Each finding with the cell that it is said at, in the order of the document; none where there is no table."""
    grids = {grid.table_no: grid for grid in reading.document.grids}
    found = ((place(row, grids, reading), row) for row in findings)
    return sorted(((at, row) for at, row in found if at), key=lambda one: one[0])


def place(row: Row, grids: dict[int, Grid], reading: Reading) -> Address | None:
    """The cell that a finding is about: the one with its evidence, the value before others; else the row's value."""
    grid = grids.get(row["table_no"]) or next(iter(grids.values()), None)
    if grid is None:
        return None
    is_told = row["table_no"] in grids
    cells = [cell for cell in grid.cells if not cell.is_blank and _is_met(cell, row["row_no"] if is_told else None)]
    if not cells:
        cells = list(grid.cells[:1])
    if not cells:
        return None

    def rank(cell: Cell) -> tuple[bool, bool, int]:
        role = reading.roles.get(Address(grid.table_no, cell.row_no, cell.col_no), "")
        printed = _squeezed(cell.text)
        is_quoted = is_told and bool(evidence) and (printed in evidence or evidence in printed)
        return is_quoted and role in VALUES, is_quoted or role in VALUES, len(printed) if is_quoted else 0

    evidence = _squeezed(row["evidence"])
    best = max(cells, key=rank) if is_told and row["row_no"] else cells[0]
    return Address(grid.table_no, best.row_no, best.col_no)


def _is_met(cell: Cell, row_no: int | None) -> bool:
    return row_no is None or cell.row_no <= row_no < cell.row_no + cell.row_span


def _lines(row: Row, words: MemoWords) -> Iterator[str]:
    grade = words.severities[row["severity"]]
    yield words.note.format(grade=grade, criterion=row["criterion"], problem=row["message_zh"])
    yield words.note_advice.format(advice=row["action_zh"])
    if row["innocent_zh"]:
        yield words.innocent.format(innocent=row["innocent_zh"])


def _squeezed(text: str) -> str:
    return "".join(text.split())
