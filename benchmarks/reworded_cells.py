"""Cells in words that no rule knows."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.unseen_facts import plain
from pipeline.model.document import Address, Cell, Document, Grid, Paragraph
from pipeline.rules import book

COMMON = range(0x4E00, 0x6E00)
"""Where the characters of the new words are taken from."""
WORD = re.compile(r"[(（\[][^)）\]]*[)）\]]|[\u4e00-\u9fff]")
"""A remark in brackets, which stays, or a character, which goes."""


class Words:
    """New words for printed ones: of the same length, the same for the same text, each for one text only."""

    def __init__(self, folder: Path = book.FOLDER):
        held = set("".join(file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.*"))))
        self._free = [chr(code) for code in COMMON if chr(code) not in held]
        self._given: dict[str, str] = {}
        self._next = 0

    def instead_of(self, text: str) -> str:
        """A text with other characters for those outside brackets."""
        key = plain(text) or ""
        if key not in self._given:
            self._given[key] = "".join(self._free[(self._next + n) % len(self._free)] for n in range(len(key)))
            self._next += len(key)
        fresh = iter(self._given[key])
        return WORD.sub(lambda match: match[0] if len(match[0]) > 1 else next(fresh), text)


def texts(document: Document, roles: Mapping[Address, str], role: str) -> tuple[str, ...]:
    """The distinct texts of the cells with a role, without white space, in the order of the document."""
    return tuple(dict.fromkeys(filter(None, (plain(cell.text) for _, cell in _cells(document, roles, role)))))


def reworded(
    document: Document, roles: Mapping[Address, str], role: str, wanted: Collection[str], words: Words
) -> Document:
    """A document in which the cells of a role that print one of these texts print another word."""
    chosen = {place for place, cell in _cells(document, roles, role) if plain(cell.text) in wanted}
    return replace(document, blocks=tuple(_block(block, chosen, words) for block in document.blocks))


def _block(block: Paragraph | Grid, chosen: Collection[Address], words: Words) -> Paragraph | Grid:
    if not isinstance(block, Grid):
        return block
    cells = [
        replace(cell, text=words.instead_of(cell.text))
        if Address(block.table_no, cell.row_no, cell.col_no) in chosen
        else cell
        for cell in block.cells
    ]
    return replace(block, cells=tuple(cells))


def _cells(document: Document, roles: Mapping[Address, str], role: str) -> Iterator[tuple[Address, Cell]]:
    for grid in document.grids:
        for cell in grid.cells:
            place = Address(grid.table_no, cell.row_no, cell.col_no)
            if roles.get(place) == role:
                yield place, cell
