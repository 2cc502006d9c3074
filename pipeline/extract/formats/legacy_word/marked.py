"""The parts of a text whose properties matter to what it prints, by where they stand in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from pipeline.extract.formats.legacy_word.looks import CharacterLook, character_look
from pipeline.extract.formats.legacy_word.pages import Run
from pipeline.extract.formats.legacy_word.pieces import Piece, Text

Marked = tuple[int, int, CharacterLook]


class Marks:
    """Parts that are hidden, deleted, raised, lowered or symbols, in order; none covers another."""

    def __init__(self, text: Text, runs: list[Run], hides: Callable[[int], bool]):
        """`runs` are the properties of characters in the order of the file, `hides` says whether a style hides text."""
        self._text, self._runs, self._hides = text, runs, hides
        self._run_starts = [run.start for run in runs]
        self._looks: dict[bytes, CharacterLook] = {}
        self._parts = list(_in_order(part for piece in text.pieces for part in self._of(piece)))
        self._starts = [start for start, _, _ in self._parts]

    def within(self, start: int, stop: int) -> list[Marked]:
        """The parts that stand between two characters, or some of it."""
        if not self._starts:
            return []
        at = max(bisect_right(self._starts, start) - 1, 0)
        end = bisect_left(self._starts, stop)
        return [part for part in self._parts[at:end] if part[1] > start]

    def at(self, position: int) -> CharacterLook:
        """What is said of a character."""
        piece = self._text.piece(position)
        offset = piece.offset_of(position)
        at = bisect_right(self._run_starts, offset) - 1
        stored = self._runs[at].stored if at >= 0 and self._runs[at].stop > offset else b""
        return self._look(stored + piece.changes)

    def _of(self, piece: Piece) -> Iterator[Marked]:
        """The parts of a piece that matter."""
        if piece.changes and self._matters(self._look(piece.changes)):
            yield from self._every(piece)
            return
        for run in self._overlapping(piece):
            look = self._look(run.stored)
            if self._matters(look):
                yield piece.position_of(run.start), piece.position_of(run.stop), look

    def _every(self, piece: Piece) -> Iterator[Marked]:
        """All parts of a piece of which something is said as a whole."""
        position = piece.start
        for run in self._overlapping(piece):
            start, stop = piece.position_of(run.start), piece.position_of(run.stop)
            if start > position:
                yield position, start, self._look(piece.changes)
            yield start, stop, self._look(run.stored + piece.changes)
            position = max(position, stop)
        yield position, piece.stop, self._look(piece.changes)

    def _overlapping(self, piece: Piece) -> list[Run]:
        first = max(bisect_right(self._run_starts, piece.offset) - 1, 0)
        return self._runs[first : bisect_left(self._run_starts, piece.offset_of(piece.stop))]

    def _look(self, stored: bytes) -> CharacterLook:
        if stored not in self._looks:
            self._looks[stored] = character_look(stored)
        return self._looks[stored]

    def _matters(self, look: CharacterLook) -> bool:
        is_odd = look.is_deleted or look.symbol is not None or look.script != 0
        return is_odd or look.hidden is not None or self._hides(look.style)


def _in_order(parts: Iterator[Marked]) -> Iterator[Marked]:
    """Parts without what others before them cover, as only damage makes them."""
    reached = 0
    for start, stop, look in parts:
        if stop > max(start, reached):
            yield max(start, reached), stop, look
            reached = stop
