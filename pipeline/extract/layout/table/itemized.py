"""Rows that state several indicators, each on a line of its own: numbered names in one cell, their values beside them.

So is 指标1：惠民演出场次⏎指标2：新建文化服务中心⏎…… beside 50场⏎20个, as forms print it that leave room for more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.layout.table.indicator_table import SHARED, IndicatorRow
from pipeline.model.reading import RawValue
from pipeline.rules.kinds.layouts import TextRule

NAME = "indicator_name"
IN_VALUE = ("text", "operator", "unit")
"""What of a value may have a line for each indicator."""


class Itemized:
    """Parts rows by the patterns of `[[text.listed_item]]` in `rules/data/layouts/layouts.toml`."""

    def __init__(self, numbers: Sequence[TextRule], is_unfilled: Callable[[str], bool]):
        self._numbers, self._is_unfilled = numbers, is_unfilled

    def parted(self, row: IndicatorRow) -> Iterator[IndicatorRow]:
        """The indicators of a row, with their names and values as printed. A row whose names are no list, or whose
        values do not say which of them is whose, stays one. What is left unfilled is none.
        """
        slots = self._slots(row.texts.get(NAME, ""))
        filled = [place for place, name in enumerate(slots) if not self._is_unfilled(name)]
        values = [self._of_each(value, len(slots), filled) for value in row.values] if filled else []
        if not filled or any(one is None for one in values):
            yield row
            return
        for number, place in enumerate(filled):
            own = tuple(one[number] for one in values if one is not None)
            texts = {key: self._said(key, text, number, filled) for key, text in row.texts.items()}
            yield replace(row, texts=texts | {NAME: slots[place]}, values=own)

    def _slots(self, text: str) -> list[str]:
        """The numbered names of a cell in order, also those left unfilled, each with the lines that go on with it;
        none if the cell is no list of them: its first line has no number, one is left out, or it is one name alone.
        """
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        slots: list[str] = []
        numbers: list[int] = []
        for line in lines:
            if (number := self._number(line)) is not None:
                slots.append(line)
                numbers.append(number)
            elif not slots:
                return []
            elif not self._is_unfilled(line):
                slots[-1] += "\n" + line
        in_turn = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
        has_room = any(self._is_unfilled(line) for line in lines)
        return slots if in_turn and (len(slots) > 1 or has_room) else []

    def _number(self, line: str) -> int | None:
        found = next((found for rule in self._numbers if (found := rule.pattern.search(line))), None)
        return int(found["number"]) if found else None

    def _of_each(self, value: RawValue, n_slots: int, filled: Sequence[int]) -> list[RawValue] | None:
        """A value column's value of each filled slot; None if it does not say whose its lines are."""
        own = self._lines(value.text, n_slots, filled)
        if own is None:
            return None
        beside = {name: self._lines(getattr(value, name), n_slots, filled) for name in IN_VALUE[1:]}
        said = [{name: each[at] for name, each in beside.items() if each is not None} for at in range(len(filled))]
        return [replace(value, text=text, **more) for text, more in zip(own, said, strict=True)]

    def _lines(self, text: str, n_slots: int, filled: Sequence[int]) -> list[str] | None:
        """The lines of a cell, one for each filled slot: as many as these, or with blank ones as many as all slots; all
        of them where there is but one name. None if there are other numbers of them, or if what stands at the head of
        each may be its number or part of its value.
        """
        printed = [line.strip() for line in text.rstrip().split("\n")]
        said = [line for line in printed if line]
        while len(said) > len(filled) and not any(one.isalnum() for one in said[-1]):
            said.pop()
        if not said:
            return [""] * len(filled)
        if n_slots == 1:
            return ["\n".join(said)]
        if len(said) > 1 and all(line.startswith(f"{number}.") for number, line in enumerate(said, 1)):
            return None
        if len(said) == len(filled):
            return said
        has_gaps = "" in printed and len(printed) == n_slots
        return [printed[place] for place in filled] if has_gaps else None

    def _said(self, column: str, text: str, number: int, filled: Sequence[int]) -> str:
        """What another column says of one of the indicators: its line, if there is one for each, else the whole; the
        points of several together are those of none.
        """
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if column == NAME or len(filled) == 1:
            return text
        if column in SHARED:
            return lines[number] if len(lines) == len(filled) else ""
        return text
