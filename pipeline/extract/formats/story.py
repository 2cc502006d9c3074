"""What a body, a cell or a text box holds, in order, and what is left out of it: the same in every format of Word."""

from collections.abc import Iterable

from pipeline.extract.formats.list_numbers import Number
from pipeline.model.document import Address, Grid, Paragraph
from pipeline.model.finding import Finding

_EVIDENCE_LENGTH = 200


class Notes:
    """The findings of one document: one per kind and table row, in the order in which they were met."""

    def __init__(self) -> None:
        self._evidence: dict[tuple[str, int | None, int | None], list[str]] = {}
        self._pictures = 0

    def add(self, code: str, place: Address | None, evidence: str = "") -> None:
        table_no, row_no = place[:2] if place else (None, None)
        self._evidence.setdefault((code, table_no, row_no), []).append(evidence)

    def leave_out(self, code: str, place: Address | None, text: str) -> None:
        """Note what is left out, unless nothing is lost: blanks, and pictures in no table, which are only counted."""
        self._pictures += code == "picture_not_read" and place is None
        if text.strip() or code == "embedded_part_not_read" or (code == "picture_not_read" and place):
            self.add(code, place, text)

    def findings(self, blocks: Iterable[Paragraph | Grid]) -> tuple[Finding, ...]:
        """The findings of a document of these blocks. One without tables may have them as pictures."""
        found = [
            Finding(code, shortened("\n".join(filter(None, texts))), table_no, row_no)
            for (code, table_no, row_no), texts in self._evidence.items()
        ]
        if self._pictures and not any(isinstance(block, Grid) for block in blocks):
            found.append(Finding("pictures_without_tables", details={"count": str(self._pictures)}))
        return tuple(found)


class Story:
    """What a body, a cell or a text box holds: lines and grids in order."""

    def __init__(self) -> None:
        self.items: list[str | Grid] = []
        self._begun: list[str] = []

    def add_line(self, text: str, goes_on: bool = False, number: Number | None = None) -> None:
        """Add a paragraph; one whose mark is deleted goes on with the next one, whose number stands before both."""
        self._begun.append(text)
        if not goes_on:
            whole = "".join(self._begun)
            self.items.append(number.before(whole) if number else whole)
            self._begun = []

    def end_line(self) -> None:
        """End a paragraph that has nothing to go on with, before a table or at the end."""
        if any(self._begun):
            self.add_line("")
        self._begun = []

    def drop_obligatory_end(self) -> None:
        """Word wants a paragraph after a nested table even if nothing follows it: it is no line of text."""
        if len(self.items) > 1 and self.items[-1] == "" and isinstance(self.items[-2], Grid):
            self.items.pop()

    @property
    def text(self) -> str:
        return "\n".join(each for each in self.items if isinstance(each, str))

    @property
    def grids(self) -> list[Grid]:
        return [each for each in self.items if isinstance(each, Grid)]


def shortened(text: str) -> str:
    """A text as evidence quotes it, cut where it is too long."""
    return text if len(text) <= _EVIDENCE_LENGTH else text[: _EVIDENCE_LENGTH - 1] + "…"
