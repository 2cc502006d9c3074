"""The text of a body or of a text box as it is put together: characters, then lines, then tables."""

from pipeline.extract.formats.flow import Bound, Flow, Items, Line
from pipeline.extract.formats.symbols import mended

FORMAT = "rtf"


class Paragraphs:
    """What is printed so far. `text` and `number` are the pieces of the paragraph that is not yet ended."""

    def __init__(self) -> None:
        self._flow = Flow(FORMAT)
        self.text: list[str] = []
        self.number: list[str] = []
        self._left_out: dict[str, list[str]] = {}
        self._boxes: list[Items] = []

    def leave_out(self, code: str, text: str) -> None:
        """Text of the paragraph that is not printed, by the code of the finding that quotes it."""
        self._left_out.setdefault(code, []).append(text)

    def add_box(self, items: Items) -> None:
        """A text box that is anchored in the paragraph."""
        self._boxes.append(items)

    def end_line(self, depth: int, goes_on: bool = False) -> None:
        """End the paragraph. Raises Rejected (`too_deep`)."""
        self._flow.line(self._line(goes_on), depth)

    def end_cell(self, depth: int) -> None:
        """End the paragraph and its cell. Raises Rejected (`too_deep`)."""
        self._flow.line(self._line(False), depth)
        self._flow.end_cell(depth)

    def end_row(self, depth: int, bounds: list[Bound]) -> None:
        """End a row. Raises Rejected (`too_deep`)."""
        if self.has_begun:
            self.end_line(depth)
        self._flow.end_row(depth, bounds)

    def finished(self, depth: int) -> Items:
        """All that is held, with a paragraph that has no end."""
        if self.has_begun:
            self.end_line(depth)
        return self._flow.finished()

    @property
    def has_begun(self) -> bool:
        """Whether anything of a paragraph is there that is not yet ended."""
        return bool(self.text or self.number or self._left_out or self._boxes)

    def _line(self, goes_on: bool) -> Line:
        text, number = mended("".join(self.text)), mended("".join(self.number))
        left_out = [(code, mended("".join(texts))) for code, texts in self._left_out.items()]
        line = Line(number + text if text else number.rstrip(), None, goes_on, left_out, self._boxes)
        self.text, self.number, self._left_out, self._boxes = [], [], {}, []
        return line
