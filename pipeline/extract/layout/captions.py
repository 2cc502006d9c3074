"""What stands above and between forms: titles with year, unit and money unit, in any order, and rows that are neither.

One line may say several of these, with blanks between.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import FieldLabels
from pipeline.extract.layout.words.labels import REMEMBERED, plain
from pipeline.model.document import Grid
from pipeline.model.reading import FormField
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

ABOVE = "above"
"""How a field was known that stands above a form."""
TITLE = "title"
HEADING = "heading"
OF_HEADINGS = (HEADING, "headed_project")
SEVERAL = 2
"""Cells of a row that is no line above a table."""
LONGEST = 2_000
"""Characters of the longest line above a form; what is longer is running text."""
TITLED_PROJECT = "titled_project"
OF_TITLES = (TITLE, "titled_unit", TITLED_PROJECT)
"""What lines above a form say by their patterns."""
# Blanks wider than between words, and one blank before a label with a colon.
_GAP = re.compile(r"[\t\n]+|[ \u3000\xa0]{2,}|\u3000|[ \xa0](?=[^\s:：]{2,12}[:：])")
# An entry of a table of contents ends in the number of a page.
_ENTRY = re.compile(r"\t\s*\d+\s*$")
# What a line to write on is made of, under and around what was filled in.
_BLANK = "_＿ \t\u3000"
_COLON = re.compile("[:：]")
# What a template prints in brackets where nothing was filled in: （盖章）.
_REMARK = re.compile(r"[(（][^()（）]*[)）]")


class Captions:
    """Reads what is printed outside of forms and tables, by the patterns of `[[text.*]]` and the labels of fields."""

    def __init__(self, rules: Rulebook):
        self._text, self._labels = rules.layouts.text, compiled(FieldLabels, rules)
        self._named = lru_cache(maxsize=REMEMBERED)(self._named_by)

    def titles(self, text: str) -> list[FormField]:
        """What a paragraph or caption says of the form below it."""
        if _ENTRY.search(text):
            return []
        whole = list(self._named(text.replace("\n", "").strip()))
        if any(one.name == TITLE for one in whole):
            return whole
        found = [one for part in parts(text) for one in (self._named(part) or self._labelled(part))]
        return found or whole

    def heading(self, text: str) -> list[FormField]:
        """What a paragraph, in one line or set in several, says of the document or the part of it that begins here: of
        what year it is, and of what project; or the one line of it that does: 附件： above the title.
        """
        lines = [line.strip() for line in text.splitlines()]
        alone = [found for line in lines if (found := self._headed(line))]
        return self._headed("".join(lines)) or (alone[0] if len(alone) == 1 else [])

    def _headed(self, line: str) -> list[FormField]:
        """What a heading says; the project is blank if it is of a whole department."""
        if len(line) > LONGEST:
            return []
        found = (rule.pattern.search(line) for what in OF_HEADINGS for rule in self._text[what])
        said = {name: value for match in found if match for name, value in match.groupdict().items()}
        if said and self.is_of_a_whole(line):
            said |= {TITLED_PROJECT: ""}
        return [FormField(name, value, None, role_source=ABOVE) for name, value in said.items()]

    def heading_of(self, grid: Grid) -> list[FormField]:
        """What the rows of one cell above all others of a table say of the document or its part."""
        rows = Rows(grid)
        alone = takewhile(lambda row_no: len(rows.printed(row_no)) < SEVERAL, range(1, grid.n_rows + 1))
        found = (self.heading(cell.text) for row_no in alone for cell in rows.printed(row_no))
        return next(filter(None, found), [])

    def _labelled(self, text: str) -> list[FormField]:
        """The field of one cell that a line states with its label before a colon, none if it does not."""
        printed, *values = _COLON.split(text, maxsplit=1)
        label = self._labels.find(printed) if values and _REMARK.sub("", values[0]).strip(_BLANK) else None
        if label is None or not label.rule.single:
            return []
        value = values[0].strip(_BLANK)
        return [FormField(label.rule.name, value, None, "", label.rule.source, label.rule.measure, printed, label.how)]

    def is_note(self, rows: Rows, row_no: int) -> bool:
        """Whether the first thing printed in a row is a caption, or all of it a line above a form, in one cell or, with
        a caption among them, in several.
        """
        printed = [cell.text for cell in rows.printed(row_no)]
        if not printed or self.says(printed[0]):
            return bool(printed)
        if len(printed) == 1:
            return self._is_line(printed[0])
        named = [self._named(one) for one in printed]
        said = [(one.name, one.text) for found in named for one in found]
        is_one = len(dict(said)) == len(set(said))  # years side by side are those of columns
        return is_one and bool(said) and all(map(self._stands_above, printed))

    def is_title(self, rows: Rows, row_no: int) -> bool:
        """Whether a row holds a title, and nothing else."""
        printed = rows.printed(row_no)
        return len(printed) == 1 and any(one.name == TITLE for one in self.titles(printed[0].text))

    def is_beside_note(self, rows: Rows, row_no: int) -> bool:
        """Whether a caption of a row above reaches down beside a row."""
        beside = rows.at(row_no, 1)
        return beside is not None and beside.row_no < row_no and self.says(beside.text)

    def _is_line(self, text: str) -> bool:
        """Whether a text is a line of several things that stand above a form."""
        said = parts(text)
        return len(said) > 1 and all(map(self._stands_above, said)) and not all(map(self.is_left_blank, said))

    def _stands_above(self, part: str) -> bool:
        """Whether a text is a thing that stands above a form, filled in or not."""
        return bool(self._named(part) or self._labelled(part)) or self.is_left_blank(part)

    def is_left_blank(self, part: str) -> bool:
        """Whether a text is the label of a field with nothing behind its colon but what a template prints there."""
        printed, *values = _COLON.split(part, maxsplit=1)
        is_blank = any(one.strip() and not _REMARK.sub("", one).strip(_BLANK) for one in values)
        return is_blank and self._labels.find(printed) is not None

    def _named_by(self, text: str) -> tuple[FormField, ...]:
        if len(text) > LONGEST:
            return ()
        found = (rule.pattern.search(text) for what in OF_TITLES for rule in self._text[what])
        groups: Iterator[dict[str, str]] = (match.groupdict() for match in found if match)
        return tuple(
            FormField(name, value.strip(_BLANK), None, role_source=ABOVE)
            for group in groups
            for name, value in group.items()
            if value and (name == TITLE or _REMARK.sub("", value).strip(_BLANK))
        )

    def is_of_a_whole(self, title: str) -> bool:
        """Whether a title says that its form is of a whole department, so that no project is named."""
        return any(rule.pattern.search(title) for rule in self._text["whole_form"])

    def is_of_project(self, title: str) -> bool:
        """Whether a title says that its form is of a project, so that the name of a department is none."""
        return any(rule.pattern.search(title) for rule in self._text["project_form"])

    def is_of_budget(self, title: str) -> bool:
        """Whether a title says that its table is of a budget or its targets, not of what persons did."""
        return any(rule.pattern.search(title) for rule in self._text["budget_title"])

    def is_of_which(self, label: str) -> bool:
        """Whether the label of a sum says that it is a part of another."""
        return any(rule.pattern.search(plain(label)) for rule in self._text["of_which"])

    def is_kind(self, title: str) -> bool:
        """Whether a title names the kind of a table alone, no project, unit or year: 项目支出绩效目标表."""
        return any(rule.pattern.fullmatch(plain(title)) for rule in self._text["table_kind"])

    def says(self, text: str) -> bool:
        """Whether a text is what a caption begins with."""
        return any(rule.pattern.search(plain(text)) for rule in self._text["caption"])


def parts(text: str) -> list[str]:
    """What a line says one after another with wide blanks between."""
    return [part.strip() for part in _GAP.split(text.strip()) if part.strip()]
