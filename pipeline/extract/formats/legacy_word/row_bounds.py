"""Where the cells of a row stand: the table properties of its mark ([MS-DOC] 2.6.3), in order."""

from itertools import pairwise
from struct import unpack_from

from pipeline.extract.formats.flow import Bound
from pipeline.extract.formats.legacy_word.sprms import signed, sprms

# [MS-DOC] 2.9.325: a row has at most 63 cells.
_WIDEST = 63
_CELL = 20
"""The bytes that describe a cell ([MS-DOC] 2.9.313)."""
# sprmTDefTable, sprmTDxaLeft, sprmTDxaGapHalf, sprmTInsert, sprmTDelete, sprmTDxaCol, sprmTMerge, sprmTSplit,
# sprmTVertMerge.
_DEFINE, _LEFT, _GAP = 0xD608, 0x9601, 0x9602
_INSERT, _DELETE, _WIDTH, _MERGE, _SPLIT, _MERGE_DOWN = 0x7621, 0x5622, 0x7623, 0x5624, 0x5625, 0xD62B
_FIRST_ACROSS, _ACROSS = 1, 2
_DOWN = {0: None, 1: "continue", 2: "restart", 3: "restart"}


class _Cells:
    """The cells of a row while its properties are read: widths, and merges across and down by their flags."""

    def __init__(self) -> None:
        self.left = self.gap = 0
        self.widths: list[int] = []
        self.across: list[int] = []
        self.down: list[int] = []

    def define(self, operand: bytes) -> None:
        """[MS-DOC] 2.9.316: the number of cells, their edges, and what describes each; the last may be left out."""
        count = min(operand[0], _WIDEST, (len(operand) - 3) // 2) if operand else 0
        edges = unpack_from(f"<{count + 1}h", operand, 1) if count > 0 else (0,)
        described = operand[1 + 2 * len(edges) :][: _CELL * max(count, 0)]
        flags = [described[at] for at in range(0, len(described) - 1, _CELL)]
        flags += [0] * (max(count, 0) - len(flags))
        self.left = edges[0]
        self.widths = [right - left for left, right in pairwise(edges)]
        self.across = [each & 3 for each in flags]
        self.down = [each >> 5 & 3 for each in flags]

    def change(self, opcode: int, operand: bytes) -> None:
        """A property that changes the cells from one number to before another."""
        first, stop = operand[0], min(operand[1], _WIDEST)
        if opcode == _INSERT:
            stop = min(stop, _WIDEST - len(self.widths))
            for held, each in ((self.widths, signed(operand[2:])), (self.across, 0), (self.down, 0)):
                held[first:first] = [each] * stop
        elif opcode == _DELETE:
            for held in (self.widths, self.across, self.down):
                del held[first:stop]
        elif opcode == _WIDTH:
            self.widths[first:stop] = [signed(operand[2:])] * len(self.widths[first:stop])
        elif opcode == _MERGE_DOWN:
            self.down[first : first + 1] = [operand[1] & 3] * len(self.down[first : first + 1])
        else:
            merged = [_FIRST_ACROSS] + [_ACROSS] * (stop - first - 1)
            count = len(self.across[first:stop])
            self.across[first:stop] = merged[:count] if opcode == _MERGE else [0] * count

    def bounds(self) -> tuple[Bound, ...]:
        made, left = [], self.left
        for width, across, down in zip(self.widths, self.across, self.down, strict=True):
            made.append(Bound(left, left + max(width, 0), _DOWN[down], across == _ACROSS))
            left += max(width, 0)
        return tuple(made)


def row_bounds(stored: bytes) -> tuple[Bound, ...]:
    """The cells of a row by the properties of its mark; none if these do not define any."""
    cells = _Cells()
    for opcode, operand in sprms(stored):
        if opcode == _DEFINE:
            cells.define(operand)
        elif opcode == _GAP:
            cells.gap = signed(operand)
        elif opcode == _LEFT:
            cells.left = signed(operand) - cells.gap
        elif opcode in (_INSERT, _DELETE, _WIDTH, _MERGE, _SPLIT, _MERGE_DOWN) and len(operand) >= 2:
            cells.change(opcode, operand)
    return cells.bounds()
