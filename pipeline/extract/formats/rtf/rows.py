"""What is said of a row before its mark: where cells end and how they are merged (RTF 1.9.1, "Table Definitions")."""

from pipeline.extract.formats.flow import Bound

# Word's limit is 63 cells ([MS-DOC] 2.9.325); a row of more is damage or malice.
_WIDEST = 63
_DOWN = {"clvmgf": "restart", "clvmrg": "continue"}
WORDS = frozenset(("trowd", "trleft", "cellx", "clmgf", "clmrg", *_DOWN))
"""The control words that are taken."""


class RowDefinition:
    """A row as it is described, word by word. It holds for every row until another one is described."""

    def __init__(self) -> None:
        self.bounds: list[Bound] = []
        self._left = 0
        self._down: str | None = None
        self._across = False

    def take(self, word: str, number: int) -> None:
        """A control word of `WORDS`."""
        if word == "trowd":
            self.bounds, self._left = [], 0
            self._down, self._across = None, False
        elif word == "trleft":
            self._left = number
        elif word == "cellx":
            self._end_cell(number)
        elif word in _DOWN:
            self._down = _DOWN[word]
        else:
            self._across = word == "clmrg"

    def _end_cell(self, right: int) -> None:
        """Where a cell ends, after all that is said of it; the next one begins there."""
        left = self.bounds[-1].right if self.bounds else self._left
        if len(self.bounds) < _WIDEST:
            self.bounds.append(Bound(left, max(right, left), self._down, self._across))
        self._down, self._across = None, False
