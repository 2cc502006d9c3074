"""What running text says of the table below it, where no form does: goals behind their label, and sums of money.

    二、年度绩效目标                                  a label alone, and below it what it asks for
    保障中心正常运转；完成公墓一期建设。
    年度预算：1,235,600元                            a label and its value
    …追加282.5万元，全年预算数3,882.5万元，…           a sum right behind its label, between commas

Only text below a title of targets, or in a report on one project, is of the table. A sum counts only if its label is
known as that of the whole, and the text says no other of the kind.
"""

import re

from pipeline.extract.layout.form.stated import StatedFields, prints_sum
from pipeline.extract.layout.words.field_labels import TOTAL
from pipeline.model.reading import FormField
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.layouts import Layouts
from pipeline.rules.kinds.rulebook import Rulebook

GOALS = "goals"
_SENTENCE = re.compile(r"(?<=。)|\n+")
_CLAUSE = re.compile(r"[;；]|[,，](?!\d{3}(?!\d))")
_ENDS = re.compile(r"[。；;]\s*$")


class RunningText:
    """Reads paragraphs one after the other, and remembers what they say until it is taken."""

    def __init__(self, rules: Rulebook):
        self._stated, self._layouts = compiled(StatedFields, rules), rules.layouts
        self._label, self._is_open = "", False
        self._goals: list[FormField] = []
        self._sums: dict[tuple[str, str], set[FormField]] = {}

    def read(self, text: str, is_title: bool, is_of_project: bool) -> None:
        """Takes what a paragraph says. A title begins anew, unless all of the document is of one project."""
        if is_title and not is_of_project:
            self.take()
        self._is_open |= is_title or is_of_project
        if self._is_open and not is_title:
            self._read(text)

    def _read(self, text: str) -> None:
        label, self._label = self._label, text.strip() if self._asks_for_goals(text) else ""
        if self._label:
            return
        if label and _ENDS.search(text):
            self._goals = self._goals_in(f"{label}:{text.strip()}")
            return
        for sentence in filter(None, _SENTENCE.split(text)):
            self._goals = self._goals_in(sentence) or self._goals
            for clause in (sentence, *_CLAUSE.split(sentence)):
                self._take_sums(clause.strip().removesuffix("。"))

    def take(self) -> list[FormField]:
        """What was said since the last time."""
        said = [next(iter(found)) for found in self._sums.values() if len({one.text for one in found}) == 1]
        said += self._goals
        self._goals, self._sums, self._label, self._is_open = [], {}, "", False
        return said

    def _asks_for_goals(self, text: str) -> bool:
        """Whether a paragraph is the label of goals and nothing else."""
        label = text.strip().removesuffix(":").removesuffix("：")
        return bool(label) and not _ENDS.search(text) and bool(self._goals_in(f"{label}:x"))

    def _goals_in(self, text: str) -> list[FormField]:
        found = self._stated.read(text.strip(), None)[:1]
        return [one for one in found if one.name == GOALS and one.label.strip() and one.text.strip()]

    def _take_sums(self, clause: str) -> None:
        for one in self._stated.read(clause, None):
            if one.source == TOTAL and _is_sum(self._layouts, one.text):
                self._sums.setdefault((one.measure, one.period), set()).add(one)


def _is_sum(layouts: Layouts, text: str) -> bool:
    return prints_sum(layouts, text) and not _CLAUSE.search(text)
