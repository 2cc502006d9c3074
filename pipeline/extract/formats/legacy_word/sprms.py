"""Lists of properties as [MS-DOC] 2.6 stores them: an opcode, whose upper bits tell how long its operand is."""

from collections.abc import Iterator
from struct import unpack_from

Sprm = tuple[int, bytes]

_LENGTHS = (1, 1, 2, 4, 2, 2, 0, 3)
"""The lengths of operands by the upper three bits of the opcode ([MS-DOC] 2.6.1); 0: the first byte tells."""
_LONG_TABLES = (0xD608, 0xD606)
"""sprmTDefTable and its predecessor count their length in two bytes ([MS-DOC] 2.9.316)."""
_TABS = 0xC615


def sprms(stored: bytes) -> Iterator[Sprm]:
    """Opcodes and operands, in order; where the bytes end early, up to there."""
    at, end = 0, len(stored) - 2
    while at < end:
        opcode = stored[at] | stored[at + 1] << 8
        start, length = _operand(stored, at + 2, opcode)
        yield opcode, stored[start : start + length]
        at = start + length


def signed(operand: bytes) -> int:
    """A number of two bytes, 0 if they are not there."""
    return int.from_bytes(operand[:2], "little", signed=True)


def unsigned(operand: bytes) -> int:
    """A number of as many bytes as there are."""
    return int.from_bytes(operand[:4], "little")


def _operand(stored: bytes, at: int, opcode: int) -> tuple[int, int]:
    """Where an operand begins, without what tells its length, and how long it is."""
    length = _LENGTHS[opcode >> 13]
    if length:
        return at, length
    if opcode in _LONG_TABLES:
        return at + 2, max(unpack_from("<H", stored, at)[0] - 1, 0) if at + 2 <= len(stored) else 0
    if opcode == _TABS and stored[at] == 255:
        return at + 1, _tabs_length(stored, at + 1)
    return at + 1, stored[at]


def _tabs_length(stored: bytes, at: int) -> int:
    """The length of a change of tab stops that is too long for one byte ([MS-DOC] 2.9.182)."""
    deleted = stored[at] if at < len(stored) else 0
    added_at = at + 1 + 4 * deleted
    added = stored[added_at] if added_at < len(stored) else 0
    return 2 + 4 * deleted + 3 * added
